import { closeSync, fsyncSync, openSync } from "node:fs";

/** Makes sure that a file's content outlives a loss of power. */
export const flush = (file: string): void => {
  const handle = openSync(file, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
