import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The repository's root: the nearest folder at or above the working directory whose `package.json` is Tinsmith's.
 * (`import.meta.url` won't do: scripts run from a bundle in the cache folder.)
 * @throws Error when the working directory is outside of the repository.
 */
export function repositoryRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, "package.json");
    if (existsSync(file) && /"name":\s*"tinsmith"/.test(readFileSync(file, "utf8"))) return folder;
    if (folder === dirname(folder)) throw new Error(`${process.cwd()} is not inside of Tinsmith's repository.`);
  }
}

/** A path inside of the repository. */
export function repositoryPath(...parts: readonly string[]): string {
  return join(repositoryRoot(), ...parts);
}

/** Where tests put what they build: inside of `node_modules`, so that the installed packages resolve from there. */
export function cachePath(...parts: readonly string[]): string {
  return repositoryPath("node_modules", ".cache", "tinsmith-tests", ...parts);
}

/** The folder of shared material beside the repository; `undefined` on a machine that hasn't got it. */
export function sharedPath(...parts: readonly string[]): string | undefined {
  const path = repositoryPath("..", "shared", ...parts);
  return existsSync(path) ? path : undefined;
}
