import { linkSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOCK } from "./lock.ts";
import { digest } from "./manifest.ts";
import { foldersOf } from "./paths.ts";
import type { Change, Plan } from "./plan.ts";
import { ABSENT, unless } from "./system-error.ts";

/**
 * Changing many files of a folder as if they were one.
 *
 * A file system changes one name at a time, so that a run killed between two of them would leave a mixture of an old
 * and a new package. Swapping whole folders isn't the answer: it takes two renames as well, there is no package at all
 * between them, and files that aren't ours (`node_modules`) would have to be carried over. So the folder stays, and a
 * change goes like this:
 *
 * 1. stage: every new file is written to `.tinsmith-work` in the folder (the same file system, and the only place
 *    that is surely writable), and every file to be replaced gets a second name there. A full disk is found here.
 * 2. note: the journal, a list of the steps to come, is put there too.
 * 3. carry out: files are renamed in and out; nothing is copied, so that this takes a fraction of a millisecond per
 *    file. The manifest is the last of them.
 * 4. the journal is removed: from here on the package is the new one.
 *
 * A run that fails or is killed during 1 or 2 has changed nothing. One that fails during 3 takes its steps back, and
 * one that is killed during 3 has them taken back by the next run, before that does anything else: the package is
 * again the old one, to the time stamps. Taking back can itself be killed and begun again at any point.
 *
 * Nothing is flushed to the disk itself, which would take longer than all the rest of a run. So a loss of power can
 * still cost files their content; `--check` sees that and generating again mends it, since a package can be made anew.
 */
export const WORK = ".tinsmith-work";

/** One file's change. Its staged text is `WORK/new/<index>`, what was in its place `WORK/old/<index>`. */
export interface Step {
  readonly kind: "remove" | "replace" | "create";
  readonly path: string;
  /** Of the new text, to tell it from what someone else has put there since. Empty for `remove`. */
  readonly digest: string;
}

export interface Journal {
  readonly steps: readonly Step[];
  /** Folders that are made on the way, outer ones first. */
  readonly folders: readonly string[];
}

export const staged = (root: string, index: number): string => join(root, WORK, "new", String(index));
export const backup = (root: string, index: number): string => join(root, WORK, "old", String(index));
export const journalFile = (root: string): string => join(root, WORK, "journal.json");

/** Whether a run that was killed has left a half-written package. */
export const isInterrupted = (root: string): boolean =>
  unless(ABSENT, () => lstatSync(journalFile(root))) !== undefined;

/** Whether a run that was killed has left anything at all (or one is under way). */
export const hasRelics = (root: string): boolean =>
  [WORK, LOCK].some((name) => unless(ABSENT, () => lstatSync(join(root, name))) !== undefined);

/** Steps 1 and 2. A journal that is there already is that of a run to take back: see `takeBack`. */
export const stage = ({ folder: root, changes, removals }: Plan): Journal => {
  mkdirSync(join(root, WORK, "new"), { recursive: true });
  mkdirSync(join(root, WORK, "old"));
  const steps: Step[] = removals.map((path) => ({ kind: "remove", path, digest: "" }));
  for (const change of changes) steps.push(...stageFile(root, change, steps.length));
  const journal: Journal = { steps, folders: missingFolders(root, changes) };
  const draft = join(root, WORK, "draft.json");
  writeFileSync(draft, JSON.stringify(journal));
  renameSync(draft, journalFile(root));
  return journal;
};

const stageFile = (root: string, { file, found }: Change, index: number): readonly Step[] => {
  const { path } = file;
  const place = join(root, path);
  const write = { path, digest: digest(file.text) };
  if (found === "file" && linked(place, backup(root, index))) {
    writeFileSync(staged(root, index), file.text);
    return [{ kind: "replace", ...write }];
  }
  if (found === "nothing" || found === "folder") {
    writeFileSync(staged(root, index), file.text);
    return [{ kind: "create", ...write }];
  }
  // What can't have a second name (a link, or any file on some file systems) is moved away first.
  writeFileSync(staged(root, index + 1), file.text);
  return [
    { kind: "remove", path, digest: "" },
    { kind: "create", ...write },
  ];
};

const linked = (from: string, to: string): boolean =>
  unless(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"], () => {
    linkSync(from, to);
    return true;
  }) ?? false;

const missingFolders = (root: string, changes: readonly Change[]): readonly string[] => {
  const folders = new Set(changes.flatMap(({ file }) => foldersOf(file.path)));
  return [...folders].sort().filter((path) => !isFolder(join(root, path)));
};

const isFolder = (place: string): boolean =>
  unless(ABSENT, () => lstatSync(place).isDirectory() || lstatSync(place).isSymbolicLink()) ?? false;

/** Steps 3 and 4. After an error of the file system, `takeBack`. */
export const carryOut = (root: string, journal: Journal): void => {
  for (const step of stepsOf(root, journal)) step();
  rmSync(journalFile(root));
  rmSync(join(root, WORK), { recursive: true });
};

/** Step 3 in its parts, each one call of the file system as far as the package can tell. */
export const stepsOf = (root: string, { steps, folders }: Journal): readonly (() => void)[] => {
  const removed = steps.filter(({ kind }) => kind === "remove");
  const emptied = [...new Set(removed.flatMap(({ path }) => foldersOf(path)))].sort().reverse();
  const kept = new Set(steps.filter(({ kind }) => kind !== "remove").flatMap(({ path }) => foldersOf(path)));
  const parts = steps.map(({ kind, path }, index) => () => {
    if (kind === "remove") renameSync(join(root, path), backup(root, index));
    else renameSync(staged(root, index), join(root, path));
  });
  const first = steps.findIndex(({ kind }) => kind !== "remove");
  const writes = parts.splice(first === -1 ? parts.length : first);
  return [
    ...parts,
    ...emptied.filter((path) => !kept.has(path)).map((path) => () => removeIfEmpty(join(root, path))),
    ...folders.map((path) => () => mkdirSync(join(root, path), { recursive: true })),
    ...writes,
  ];
};

/** Removes a folder that holds nothing any more. One that holds something, or is none, stays. */
export const removeIfEmpty = (place: string): void => {
  unless([...ABSENT, "ENOTEMPTY", "EEXIST"], () => rmdirSync(place));
};
