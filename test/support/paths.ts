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

/** Proofs may run beside the tests, and build the same packages: each has folders of its own. */
const RUN = process.env["TINSMITH_PROOFS"] === undefined ? "tests" : "proofs";

/** Where tests put what they build to run: inside of `node_modules`, where the test runner leaves modules as they are. */
export function runCachePath(...parts: readonly string[]): string {
  return repositoryPath("node_modules", ".cache", `tinsmith-${RUN}`, ...parts);
}

/**
 * Where tests put what they type-check: outside of `node_modules`, inside of which compilers take sources for somebody
 * else's and emit nothing for them. The installed packages resolve from here as well.
 */
export function typesCachePath(...parts: readonly string[]): string {
  return repositoryPath("dist-tests", RUN, ...parts);
}

/** The folder of shared material beside the repository; `undefined` on a machine that hasn't got it. */
export function sharedPath(...parts: readonly string[]): string | undefined {
  const path = repositoryPath("..", "shared", ...parts);
  return existsSync(path) ? path : undefined;
}
