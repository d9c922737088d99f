import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { unless } from "./system-error.ts";

/**
 * Makes a folder, and those above it that aren't there yet. (Node.js's own recursive way doesn't end where a file
 * system, such as `/proc`, says of a new folder in one that exists that the latter doesn't.)
 * @returns the outermost folder that was made
 */
export const makeFolders = (folder: string): string | undefined => {
  if (existsSync(folder)) return undefined;
  const parent = dirname(folder);
  const outer = parent === folder ? undefined : makeFolders(parent);
  // Another run may have been faster.
  const made = unless(["EEXIST"], () => {
    mkdirSync(folder);
    return folder;
  });
  return outer ?? made;
};
