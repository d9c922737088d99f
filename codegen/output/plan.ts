import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../smithy/diagnostics.ts";
import type { File } from "./file.ts";
import { MANIFEST, type Manifest, manifestOf, parseManifest } from "./manifest.ts";
import { checkLinks, checkPaths, foldersOf, foldPath } from "./paths.ts";
import { problems } from "./problems.ts";
import { ABSENT, unless } from "./system-error.ts";

/** A package as it should be on disk. `folder` is a real path. */
export interface Package {
  readonly folder: string;
  readonly files: readonly File[];
  /** The version of Tinsmith, for the manifest. */
  readonly tinsmith: string;
  /** Whether files that Tinsmith didn't write may be overwritten. */
  readonly force: boolean;
}

/** What stands where a file goes. A `folder` holds nothing but files that are removed. */
export type Found = "nothing" | "file" | "link" | "folder";

export interface Change {
  readonly file: File;
  readonly found: Found;
}

/** The difference between a package as it should be and as it is on disk. */
export interface Plan {
  readonly folder: string;
  /** Files to write; the manifest comes last. */
  readonly changes: readonly Change[];
  /** Paths of files that an earlier run wrote and this one doesn't. */
  readonly removals: readonly string[];
  readonly unchanged: number;
  /** The version of Tinsmith that wrote what is there. */
  readonly writtenBy: string | undefined;
  /** Why this can't be carried out. */
  readonly conflicts: readonly Diagnostic[];
}

/**
 * Compares a package with its folder. Reads only.
 *
 * A file that the manifest doesn't list is foreign. One that is in the way is a conflict without `force`, unless it is
 * what would be written anyway. A file of the manifest is ours, also when someone changed it.
 *
 * @throws DiagnosticsError where a path or the manifest is not to be trusted
 */
export const plan = (wanted: Package): Plan => {
  const { folder } = wanted;
  const faults = checkPaths(wanted.files);
  if (faults.length > 0) throw new DiagnosticsError(faults);
  const files = [...wanted.files, manifestOf(wanted.files, wanted.tinsmith)];
  if (["file", "other"].includes(kindAt(folder))) throw new DiagnosticsError([problems.notAFolder(folder)]);
  const manifest = readManifest(wanted);

  const paths = new Set(files.map((file) => file.path));
  const old = [...(manifest?.files.keys() ?? [])].filter((path) => !paths.has(path));
  const links = checkLinks(folder, [...paths, ...old]);
  if (links.length > 0) throw new DiagnosticsError(links);
  const removals = old.filter((path) => ["file", "link"].includes(kindAt(join(folder, path)))).sort();
  const removed = new Set(removals);
  const removedFolded = new Set(removals.map(foldPath));

  // Folders hold many files: each is looked at once.
  const folderKinds = new Map<string, Found | "other">();
  const isFile = (path: string): boolean => {
    const kind = folderKinds.get(path) ?? kindAt(join(folder, path));
    folderKinds.set(path, kind);
    return kind === "file";
  };

  const changes: Change[] = [];
  const conflicts: Diagnostic[] = [];
  let unchanged = 0;
  for (const file of files) {
    const place = join(folder, file.path);
    const blocking = foldersOf(file.path).find(isFile);
    // A removal that differs only by case may be this very file; it is gone when this one is written.
    const found = removedFolded.has(foldPath(file.path)) || blocking !== undefined ? "nothing" : kindAt(place);
    const ours = file.path === MANIFEST || manifest?.files.has(file.path) === true;
    if (blocking !== undefined && !removed.has(blocking)) {
      conflicts.push(problems.inTheWay(join(folder, blocking), "a file"));
    } else if (found === "other") {
      conflicts.push(problems.inTheWay(place, "something that is neither a file nor a folder"));
    } else if (found === "folder" && !filesBelow(folder, file.path).every((path) => removed.has(path))) {
      conflicts.push(problems.inTheWay(place, "a folder"));
    } else if (found === "file" && readFileSync(place).equals(Buffer.from(file.text))) {
      unchanged++;
      continue;
    } else if ((found === "file" || found === "link") && !ours && !wanted.force) {
      conflicts.push(problems.foreignFile(place));
    }
    changes.push({ file, found: found === "other" ? "file" : found });
  }
  return { folder, changes, removals, unchanged, writtenBy: manifest?.tinsmith, conflicts };
};

const readManifest = ({ folder, force }: Package): Manifest | undefined => {
  const file = join(folder, MANIFEST);
  // What is neither a file nor a folder (a pipe) might never come to its end.
  if (kindAt(file) === "other") throw new DiagnosticsError([problems.notAManifest(file)]);
  const text = unless([...ABSENT, "EISDIR"], () => readFileSync(file, "utf8"));
  if (text === undefined) return undefined;
  const manifest = parseManifest(text);
  if (manifest === undefined && !force) throw new DiagnosticsError([problems.notAManifest(file)]);
  return manifest;
};

const kindAt = (place: string): Found | "other" => {
  // Most places are empty the first time, and an error made for each of them costs more than the look.
  const stat = unless(ABSENT, () => lstatSync(place, { throwIfNoEntry: false }));
  if (stat === undefined) return "nothing";
  if (stat.isFile()) return "file";
  if (stat.isSymbolicLink()) return "link";
  return stat.isDirectory() ? "folder" : "other";
};

const filesBelow = (folder: string, path: string): readonly string[] =>
  readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const below = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, below) : [below];
  });
