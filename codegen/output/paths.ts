import { realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Diagnostic } from "../smithy/diagnostics.ts";
import type { File } from "./file.ts";
import { problems } from "./problems.ts";
import { ABSENT, asDiagnostic, isSystemError, unless } from "./system-error.ts";

/** Names in a package's folder that are not the generator's to write: what `output` keeps there, and others' own. */
const RESERVED = new Set([".tinsmith.json", ".tinsmith.lock", ".tinsmith-work", ".git", "node_modules"]);

/** Names that stand for devices on Windows, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Why a path may not be a generated file's, or undefined where it may. A path has segments parted by `/`, stays inside
 * the package's folder, and means the same on every system.
 */
export const whyUnsafe = (path: string): string | undefined => {
  if (path === "") return "it is empty";
  if (path.startsWith("/")) return "it is absolute";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(path)) return "it has control characters";
  if (/[\\:*?"<>|]/.test(path)) return 'it has one of \\ : * ? " < > |';
  if (/\p{Surrogate}/u.test(path)) return "it is not well-formed Unicode";
  for (const segment of path.split("/")) {
    if (segment === "") return "it has an empty segment";
    if (segment === "." || segment === "..") return `it has the segment "${segment}"`;
    if (/[. ]$/.test(segment)) return "a segment ends with a full stop or a space";
    if (DEVICE.test(segment)) return `"${segment}" names a device on Windows`;
    if (RESERVED.has(segment.toLowerCase())) return `"${segment}" is reserved`;
    if (Buffer.byteLength(segment) > 255) return "a segment is longer than 255 bytes";
  }
  return undefined;
};

/** The same for all paths that a file system which ignores case, or the form of accents, takes for one. */
export const foldPath = (path: string): string => path.normalize("NFC").toLowerCase();

/** What is wrong with the paths of a package's files: unsafe ones, and those that can't stand beside each other. */
export const checkPaths = (files: readonly File[]): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  const seen = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const { path } of files) {
    const why = whyUnsafe(path);
    if (why !== undefined) {
      found.push(problems.unsafePath(path, why));
      continue;
    }
    const folded = foldPath(path);
    const other = seen.get(folded);
    if (other !== undefined) found.push(problems.collidingPaths(path, other));
    seen.set(folded, path);
    for (const folder of foldersOf(path)) {
      const spelling = folders.get(foldPath(folder));
      if (spelling !== undefined && spelling !== folder) found.push(problems.collidingPaths(path, spelling));
      folders.set(foldPath(folder), folder);
    }
  }
  for (const [folded, folder] of folders) {
    const file = seen.get(folded);
    if (file !== undefined) found.push(problems.collidingPaths(file, folder));
  }
  return found;
};

/** `a`, `a/b` of `a/b/c.ts`. */
export const foldersOf = (path: string): readonly string[] => {
  const folders: string[] = [];
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) folders.push(path.slice(0, end));
  return folders;
};

/** Whether each path of a package, links followed, stays in its folder. `root` is a real path. */
export const checkLinks = (root: string, paths: Iterable<string>): readonly Diagnostic[] => {
  const found: Diagnostic[] = [];
  const inside = root.endsWith(sep) ? root : root + sep;
  for (const folder of new Set([...paths].flatMap(foldersOf))) {
    const file = join(root, folder);
    const real = unless(ABSENT, () => realpathSync.native(file));
    if (real !== undefined && real !== file && !real.startsWith(inside)) found.push(problems.leadsOutside(file));
  }
  return found;
};

/**
 * The real path of a folder, or of where it will be once it is made.
 * @throws DiagnosticsError where there can't be one: links lead in a circle, a name is too long, ...
 */
export const realFolder = (folder: string): string => {
  const real = realPath(folder);
  if (real !== undefined) return real;
  const parent = dirname(folder);
  return parent === folder ? folder : join(realFolder(parent), folder.slice(parent.length));
};

const realPath = (folder: string): string | undefined => {
  try {
    return unless(ABSENT, () => realpathSync.native(folder));
  } catch (error) {
    throw isSystemError(error) ? asDiagnostic(error, folder) : error;
  }
};
