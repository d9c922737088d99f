import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAlive } from "./lock.ts";
import { makeFolders } from "./make-folders.ts";
import { foldersOf } from "./paths.ts";
import type { Plan } from "./plan.ts";

/** A folder made ready beside where it belongs, and what it takes to put it there or to be rid of it. */
export interface Draft {
  readonly publish: () => void;
  readonly discard: () => void;
}

/** `.cognito.tinsmith-4711` beside `cognito`, of the process 4711. */
const draftName = (folder: string, id: number | string): string => `.${basename(folder)}.tinsmith-${id}`;

/**
 * Makes a package's folder ready where there is none yet: written beside it whole, so that one rename puts it in
 * place. A kill leaves no package, and a hidden folder that the next run sweeps away.
 */
export const draft = ({ folder, changes }: Plan): Draft => {
  const parent = dirname(folder);
  const made = makeFolders(parent);
  sweep(folder);
  const place = join(parent, draftName(folder, process.pid));
  const discard = (): void => rmSync(made ?? place, { recursive: true, force: true });
  try {
    mkdirSync(place);
    for (const path of new Set(changes.flatMap(({ file }) => foldersOf(file.path)))) mkdirSync(join(place, path));
    for (const { file } of changes) writeFileSync(join(place, file.path), file.text);
  } catch (error) {
    discard();
    throw error;
  }
  return { publish: () => renameSync(place, folder), discard };
};

/** Removes what runs that were killed have left beside a package's folder. */
const sweep = (folder: string): void => {
  const parent = dirname(folder);
  const prefix = draftName(folder, "");
  for (const name of readdirSync(parent)) {
    const id = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (!/^\d+$/.test(id) || (Number(id) !== process.pid && isAlive(Number(id)))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
};
