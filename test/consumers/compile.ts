import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryPath } from "../support/paths.ts";
import { type Compiler, type ModuleResolution, typeCheck } from "../support/typecheck.ts";

const OFFICIAL = "@aws-sdk/client-cognito-identity-provider";
const OFFICIAL_SMALL = "@aws-sdk/client-sqs";

/** The program that is about the small client, since it is too much for a large one. */
const NARROWING = "node-client.ts";

const folder = repositoryPath("test", "consumers", "programs");

/** Programs that users of the official Cognito client write, by their files' names. */
export const programs: readonly string[] = readdirSync(folder)
  .filter((file) => file !== NARROWING)
  .sort();

/** How programs are compiled: the compiler and its `moduleResolution`. */
export interface Setup {
  readonly compiler: Compiler;
  readonly moduleResolution: ModuleResolution;
}

/** Every setup that is supported. */
export const setups: readonly Setup[] = (["5.4", "5.9", "7"] as const).flatMap((compiler) =>
  (["node16", "nodenext", "bundler"] as const).map((moduleResolution) => ({ compiler, moduleResolution })),
);

/**
 * Compiles the programs with nothing but the import changed.
 * @param project - Where the package is installed.
 * @param name - The package to import in place of the official one.
 * @returns The compiler's diagnostics; empty when all compile.
 */
export const compileWith = (project: string, name: string, setup: Setup): Promise<string> =>
  compile(project, programs, [OFFICIAL, name], setup);

/** The same for the program that narrows a client to Node.js, with the package to import in place of the official small one. */
export const compileNarrowing = (project: string, name: string, setup: Setup): Promise<string> =>
  compile(project, [NARROWING], [OFFICIAL_SMALL, name], setup);

async function compile(
  project: string,
  files: readonly string[],
  [official, name]: readonly [string, string],
  setup: Setup,
): Promise<string> {
  mkdirSync(project, { recursive: true });
  const copies = mkdtempSync(join(project, "programs-"));
  try {
    for (const file of files) {
      const text = readFileSync(join(folder, file), "utf8");
      writeFileSync(join(copies, file), text.replaceAll(`"${official}"`, `"${name}"`));
    }
    return await typeCheck({ ...setup, folder: copies, files });
  } finally {
    rmSync(copies, { recursive: true });
  }
}
