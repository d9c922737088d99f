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

/** Compiles a package as its own build does, modules one by one and then CommonJS into one file, but without types. */
const compile = async (out: string): Promise<void> => {
  const step = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, ["build.mjs", ...args], { cwd: out, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  };
  step();
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
      sourcemap: format === "cjs",
      tsconfigRaw: {},
      logLevel: "error",
    });
  }
  step("join");
};

/** Builds the package of the four operations that this repository holds in `generated/`. */
export const buildCommitted = async (runtime: Runtime): Promise<Built> => {
  const name = `bench-${runtime}`;
  const path = emptyFolder(name);
  for (const part of ["package.json", "build.mjs", "src"]) {
    cpSync(join(COMMITTED[runtime], part), join(path, part), { recursive: true });
  }
  await compile(path);
  return { name, folder: CACHE, path };
};

/**
 * The same, with the declarations that its own build gives: compiled where its sources are, since compilers emit nothing
 * for what is inside of `node_modules`.
 */
export const buildTyped = async (runtime: Runtime): Promise<Built> => {
  const built = await buildCommitted(runtime);
  const compiler = repositoryPath("node_modules", "typescript", "lib", "tsc.js");
  const options = ["--emitDeclarationOnly", "--declarationMap", "false", "--outDir", join(built.path, "dist-es")];
  const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", COMMITTED[runtime], ...options], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stdout);
  return built;
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
