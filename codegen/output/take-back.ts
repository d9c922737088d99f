import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { DiagnosticsError } from "../smithy/diagnostics.ts";
import { backup, type Journal, journalFile, removeIfEmpty, type Step, staged, WORK } from "./journal.ts";
import { digest, MANIFEST } from "./manifest.ts";
import { checkLinks, whyUnsafe } from "./paths.ts";
import { problems } from "./problems.ts";
import { ABSENT, unless } from "./system-error.ts";

/**
 * Makes the package the old one again after a run that failed or was killed, and removes what that run has left.
 * Files that someone has changed since stay as they are.
 *
 * @throws DiagnosticsError where the journal is not to be trusted
 */
export const takeBack = (root: string): void => {
  const work = join(root, WORK);
  const text = unless(ABSENT, () => readFileSync(journalFile(root), "utf8"));
  if (text !== undefined) {
    const journal = lstatSync(work).isDirectory() ? parseJournal(text) : undefined;
    if (journal === undefined) throw new DiagnosticsError([problems.notAJournal(work)]);
    const links = checkLinks(root, [...journal.steps.map(({ path }) => path), ...journal.folders]);
    if (links.length > 0) throw new DiagnosticsError(links);
    const backwards = journal.steps.map((step, index) => ({ step, index })).reverse();
    for (const { step, index } of backwards) if (step.kind !== "remove") takeBackWrite(root, step, index);
    for (const folder of [...journal.folders].reverse()) removeIfEmpty(join(root, folder));
    for (const { step, index } of backwards) if (step.kind === "remove") takeBackRemoval(root, step, index);
    rmSync(journalFile(root));
  }
  rmSync(work, { recursive: true, force: true });
};

const takeBackWrite = (root: string, { kind, path, digest: expected }: Step, index: number): void => {
  if (exists(staged(root, index))) return;
  const place = join(root, path);
  const current = unless([...ABSENT, "EISDIR"], () => readFileSync(place));
  const isOurs = current !== undefined && digest(current) === expected;
  if (kind === "create") {
    if (isOurs) rmSync(place);
  } else if (exists(backup(root, index)) && (isOurs || !exists(place))) {
    moveBack(backup(root, index), place);
  }
};

const takeBackRemoval = (root: string, { path }: Step, index: number): void => {
  const place = join(root, path);
  if (exists(backup(root, index)) && !exists(place)) moveBack(backup(root, index), place);
};

const moveBack = (from: string, place: string): void => {
  mkdirSync(dirname(place), { recursive: true });
  renameSync(from, place);
};

const exists = (place: string): boolean => unless(ABSENT, () => lstatSync(place)) !== undefined;

const parseJournal = (text: string): Journal | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== "object" || json === null || !("steps" in json) || !("folders" in json)) return undefined;
  const { steps, folders } = json;
  if (!Array.isArray(steps) || !steps.every(isStep)) return undefined;
  if (!Array.isArray(folders) || !folders.every(isPath)) return undefined;
  return { steps, folders };
};

const isPath = (path: unknown): path is string =>
  typeof path === "string" && (path === MANIFEST || whyUnsafe(path) === undefined);

const isStep = (step: unknown): step is Step =>
  typeof step === "object" &&
  step !== null &&
  "kind" in step &&
  (step.kind === "remove" || step.kind === "replace" || step.kind === "create") &&
  "path" in step &&
  isPath(step.path) &&
  "digest" in step &&
  typeof step.digest === "string";
