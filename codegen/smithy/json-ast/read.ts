import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { problems } from "../diagnostic-table.ts";
import { Faults } from "../faults.ts";
import { byCodeUnits } from "../order.ts";
import type { Source } from "../source.ts";

/**
 * Reads model files: those named, and every `*.json` in the folders named and in the folders within. A file that is
 * named in two ways is read once. Files keep the names they were given, with `/`.
 *
 * @throws DiagnosticsError with every path that can't be read, every folder without a model and every `.smithy` file
 */
export const readSources = (paths: readonly string[]): readonly Source[] => {
  const faults = new Faults();
  const sources = new Map<string, Source>();
  for (const file of paths.flatMap((path) => filesOf(path, faults))) {
    const source = readSource(file, faults);
    const key = source === undefined ? undefined : realpathSync(file);
    if (source !== undefined && key !== undefined && !sources.has(key)) sources.set(key, source);
  }
  if (paths.length === 0) faults.addAt(problems.noSources(), undefined);
  faults.throwIfErrors();
  return [...sources.values()];
};

const filesOf = (path: string, faults: Faults): readonly string[] => {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const files = readdirSync(path, { recursive: true, encoding: "utf8" })
      .map((name) => join(path, name))
      .filter((file) => !isFolder(file))
      .sort(byCodeUnits);
    const models = files.filter((file) => file.endsWith(".json"));
    if (models.length > 0) return models;
    // Models in the IDL beside JSON are its sources; alone, they are what was meant.
    const idl = files.filter((file) => file.endsWith(".smithy"));
    if (idl.length === 0) faults.addAt(problems.folderWithoutModels(), { file: shown(path) });
    return idl;
  } catch (error) {
    faults.addAt(problems.unreadable(reasonOf(error)), { file: shown(path) });
    return [];
  }
};

/** A link that leads nowhere is no folder: it matters only where it is named like a model, and is then told by name. */
const isFolder = (file: string): boolean => {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
};

const readSource = (file: string, faults: Faults): Source | undefined => {
  const place = { file: shown(file) };
  if (file.endsWith(".smithy")) {
    faults.addAt(problems.smithyIdl(), place);
    return undefined;
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    return { ...place, text };
  } catch (error) {
    faults.addAt(problems.unreadable(reasonOf(error)), place);
    return undefined;
  }
};

const shown = (path: string): string => path.split(sep).join("/");

/** Why, in words: the system's own message holds the path again, maybe an absolute one. */
const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS.get(code) ?? (code || "unknown reason");
};

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EACCES", "permission is denied"],
  ["EPERM", "permission is denied"],
  ["EISDIR", "it is a folder"],
  ["ELOOP", "its links go in a circle"],
  ["ERR_ENCODING_INVALID_ENCODED_DATA", "it is not UTF-8 text"],
  ["ERR_STRING_TOO_LONG", "it is too large"],
]);
