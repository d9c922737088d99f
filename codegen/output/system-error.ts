import { DiagnosticsError } from "../smithy/diagnostics.ts";
import { problems } from "./problems.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "the operation is not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of the path is not a folder",
  EISDIR: "it is a folder",
  EEXIST: "something is there already",
  ENOENT: "a part of the path doesn't exist",
  ENOTEMPTY: "the folder is not empty",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "symbolic links lead in a circle",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EBUSY: "it is in use",
  EXDEV: "it is on another file system",
  EIO: "the disk reports an error",
};

export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

/** Whether an error comes from the file system rather than from a fault in Tinsmith. */
export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string";

/** `the disk is full (ENOSPC)` */
export const reasonOf = (error: SystemError): string => {
  const reason = REASONS[error.code];
  return reason === undefined ? error.code : `${reason} (${error.code})`;
};

/** What `action` gives, or undefined where the file system answers with one of `codes`. */
export const unless = <T>(codes: readonly string[], action: () => T): T | undefined => {
  try {
    return action();
  } catch (error) {
    if (isSystemError(error) && codes.includes(error.code)) return undefined;
    throw error;
  }
};

/** Nothing is there: no such file, or a part of its path is a file. */
export const ABSENT = ["ENOENT", "ENOTDIR"] as const;

/** An error of the file system as a diagnostic about the file that it names, or else `file`. */
export const asDiagnostic = (error: SystemError, file: string): DiagnosticsError =>
  new DiagnosticsError([problems.system(error.path ?? file, reasonOf(error))]);
