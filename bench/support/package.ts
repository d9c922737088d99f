import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
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
  /** The package's own folder. */
  readonly path: string;
}

/** Where the benchmarks put what they build and write. */
export const CACHE = repositoryPath("node_modules", ".cache", "tinsmith-bench");

type Runtime = (typeof RUNTIMES)[number];

const COMMITTED = {
  "smithy-core": repositoryPath("generated", "cognito-user-pools"),
  "smithy-client": repositoryPath("generated", "cognito-user-pools-smithy-client"),
} as const satisfies Readonly<Record<Runtime, string>>;

/** An empty folder in a cache folder, from where a package resolves by name. */
const emptyFolder = (name: string): string => {
  const out = join(CACHE, "node_modules", name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  return out;
};

/** A step of a package's own build that isn't the compiler's. */
const ownStep = (path: string, ...args: readonly string[]): void => {
  const { status, stderr } = spawnSync(process.execPath, ["build.mjs", ...args], { cwd: path, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
};

/** Compiles a package without types: ES modules for bundlers, and CommonJS module by module. */
const compile = async (out: string): Promise<void> => {
  ownStep(out);
  for (const format of ["esm", "cjs"] as const) {
    await build({
      absWorkingDir: out,
      entryPoints: ["src/**/*.ts"],
      outbase: "src",
      outdir: format === "esm" ? "dist-es" : "dist-cjs",
      format,
      platform: "node",
      target: "es2022",
      supported: format === "cjs" ? { "dynamic-import": false } : {},
      tsconfigRaw: {},
      logLevel: "error",
    });
  }
};

/**
 * Builds the package of the four operations that this repository holds in `generated/`, by the steps of its own build:
 * compiled where its sources are, since compilers emit nothing for what is inside of `node_modules`.
 *
 * @throws Error with the compiler's words where it doesn't compile
 */
export const buildCommitted = (runtime: Runtime): Built => {
  const name = `bench-${runtime}`;
  const path = emptyFolder(name);
  const source = COMMITTED[runtime];
  for (const part of ["package.json", "build.mjs", "src"]) {
    cpSync(join(source, part), join(path, part), { recursive: true });
  }
  ownStep(path);
  const compiler = repositoryPath("node_modules", "typescript", "lib", "tsc.js");
  for (const [config, out] of [
    ["tsconfig.json", "dist-es"],
    ["tsconfig.cjs.json", "dist-cjs"],
  ] as const) {
    const options = ["-p", join(source, config), "--outDir", join(path, out)];
    const { status, stdout } = spawnSync(process.execPath, [compiler, ...options], { encoding: "utf8" });
    if (status !== 0) throw new Error(stdout);
  }
  ownStep(path, "join");
  return { name, folder: CACHE, path };
};

/**
 * Generates a package of some operations with `dist/` and builds it.
 *
 * @throws Error with the command's words where it can't be generated
 */
export const buildPackage = async (
  operations: readonly string[],
  runtime: Runtime,
  { model = SLICE, prefix = "bench" } = {},
): Promise<Built> => {
  const name = `${prefix}-${runtime}-${operations.length}`;
  const path = emptyFolder(name);
  const choice = ["--operations", operations.join(","), "--runtime", runtime, "--package", name];
  const { status, stderr } = spawnSync(
    process.execPath,
    [repositoryPath("dist", "main.js"), "generate", model, "--out", path, ...choice],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  await compile(path);
  return { name, folder: CACHE, path };
};
