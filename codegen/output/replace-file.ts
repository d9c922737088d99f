import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolders } from "./make-folders.ts";
import { ABSENT, asDiagnostic, isSystemError, unless } from "./system-error.ts";

/**
 * Writes one file, wholly or not at all. One that has this text already isn't touched.
 * @returns whether it was written
 * @throws DiagnosticsError where it can't be
 */
export const replaceFile = (file: string, text: string): boolean => {
  const draft = `${file}.tinsmith-${process.pid}`;
  try {
    if (unless(ABSENT, () => readFileSync(file, "utf8")) === text) return false;
    makeFolders(dirname(file));
    writeFileSync(draft, text);
    renameSync(draft, file);
    return true;
  } catch (error) {
    removed(draft);
    throw isSystemError(error) ? asDiagnostic(error, file) : error;
  }
};

/** Why writing failed is what is told, also where that keeps its draft from being removed (a name that is too long). */
const removed = (draft: string): void => {
  try {
    rmSync(draft, { force: true });
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
};
