import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { repositoryPath } from "../../test/support/paths.ts";
import { SLICE } from "./cognito.ts";

export const RUNTIMES = ["smithy-core", "smithy-client"] as const;

export interface Built {
  /** The name to import it by, from a file in `folder`. */
  readonly name: string;
  /** Where the package and those of this repository resolve from. */
  readonly folder: string;
}

const CACHE = repositoryPath("node_modules", ".cache", "tinsmith-bench");

/**
 * Generates a package of some operations with `dist/` and builds its ES modules, as its own build script would but
 * without types, in a cache folder from where it resolves by name.
 *
 * @throws Error with the command's words where it can't be generated
 */
export const buildPackage = async (
  operations: readonly string[],
  runtime: (typeof RUNTIMES)[number],
): Promise<Built> => {
  const name = `bench-${runtime}-${operations.length}`;
  const out = join(CACHE, "node_modules", name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(CACHE, { recursive: true });
  const choice = ["--operations", operations.join(","), "--runtime", runtime, "--package", name];
  const { status, stderr } = spawnSync(
    process.execPath,
    [repositoryPath("dist", "main.js"), "generate", SLICE, "--out", out, ...choice],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  await build({
    absWorkingDir: out,
    entryPoints: ["src/**/*.ts"],
    outbase: "src",
    outdir: "dist-es",
    format: "esm",
    target: "es2022",
    tsconfigRaw: {},
    logLevel: "error",
  });
  return { name, folder: CACHE };
};
