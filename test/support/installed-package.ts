import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { type PackageFiles, packageToInstall, readPackage } from "./package-source.ts";
import { repositoryPath } from "./paths.ts";

const run = promisify(execFile);

/** A generated package as its users have it. */
export interface InstalledPackage {
  readonly name: string;
  /** A project with the package, as it is published, in `node_modules`; all else resolves from this repository. */
  readonly project: string;
}

/**
 * Builds a package by its own commands, with this repository's compiler, and installs what it publishes into a project.
 * Made once for the same files.
 * @param source - The package's folder, or its files in memory.
 * @throws Error with the compiler's complaints.
 */
export async function installPackage(source: string | PackageFiles): Promise<InstalledPackage> {
  const files = typeof source === "string" ? readPackage(source) : source;
  const manifest: { readonly name: string; readonly files: readonly string[]; readonly scripts: { build: string } } =
    JSON.parse(files.get("package.json") ?? "");
  const folder = await packageToInstall(files, async (draft) => {
    await build(manifest.scripts.build, draft);
    const home = join(draft, "project", "node_modules", manifest.name);
    mkdirSync(home, { recursive: true });
    for (const path of ["package.json", ...manifest.files])
      cpSync(join(draft, path), join(home, path), { recursive: true });
    // A project of its own: inside of the package, its name would be the package that was built.
    writeFileSync(join(draft, "project", "package.json"), '{ "private": true }\n');
  });
  return { name: manifest.name, project: join(folder, "project") };
}

/** Runs a package's build, `node build.mjs && tsc -p tsconfig.json && ...`, without a shell or npm. */
async function build(script: string, folder: string): Promise<void> {
  const root = repositoryPath("node_modules", "typescript");
  const { bin }: { readonly bin: { readonly tsc: string } } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  for (const command of script.split(" && ")) {
    const [program = "", ...args] = command.split(" ");
    const start = program === "tsc" ? [join(root, bin.tsc), ...args] : args;
    await run(process.execPath, start, { cwd: folder }).catch((error: unknown) => {
      const { stdout = "" } = error as { readonly stdout?: string };
      throw new Error(`"${command}" failed in ${folder}:\n${stdout}`, { cause: error });
    });
  }
}
