import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { readConfig } from "../../codegen/config.ts";
import { readSources } from "../../codegen/smithy/json-ast/read.ts";
import type { Runtime } from "../../codegen/typescript/runtime.ts";
import { generate, modelOf } from "../golden/generate.ts";
import { installPackage } from "../support/installed-package.ts";
import type { PackageFiles } from "../support/package-source.ts";
import { repositoryPath, typesCachePath } from "../support/paths.ts";

/** A path in the example. */
export const exampleAt = (...path: readonly string[]): string => repositoryPath("examples", "company-service", ...path);

/** The packages that the example's configuration asks for, by their names. */
export const packagesOf = (runtime: Runtime): ReadonlyMap<string, PackageFiles> =>
  new Map(
    readConfig(exampleAt("tinsmith.config.json")).map(({ models, options }) => {
      const files = generate(modelOf(readSources(models)), { ...options, runtime });
      return [options.packageName ?? "", files];
    }),
  );

/** A project with the example's programs and its packages, built and installed. */
export class Project {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async with(packages: ReadonlyMap<string, PackageFiles>): Promise<Project> {
    mkdirSync(typesCachePath(), { recursive: true });
    const folder = mkdtempSync(typesCachePath("company-"));
    for (const path of ["server.mjs", "call.mjs", "test", "package.json"]) {
      cpSync(exampleAt(path), join(folder, path), { recursive: true });
    }
    // One of its own, since that of this repository would be taken otherwise.
    writeFileSync(join(folder, "vitest.config.mjs"), "export default {};\n");
    for (const files of packages.values()) {
      const { name, project } = await installPackage(files);
      const link = join(folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(realpathSync(join(project, "node_modules", name)), link);
    }
    return new Project(folder);
  }

  /** Runs a program with Node.js in the project until it ends: what it printed, or an error with that. */
  async run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
    const child = spawn(process.execPath, args, { cwd: this.folder, env: { ...process.env, NO_COLOR: "1", ...env } });
    const parts: string[] = [];
    const errors: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (part: string) => parts.push(part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => errors.push(part));
    const code = await new Promise((end) => child.on("close", end));
    if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${[...parts, ...errors].join("")}`);
    return parts.join("");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** All packages that a package depends on, also in turn, as they are installed here. */
export const dependenciesInTurn = (files: PackageFiles): readonly string[] => {
  const found = new Set<string>();
  const visit = (text: string): void => {
    const { dependencies = {} }: { readonly dependencies?: Readonly<Record<string, string>> } = JSON.parse(text);
    for (const name of Object.keys(dependencies)) {
      if (found.has(name)) continue;
      found.add(name);
      const manifest = repositoryPath("node_modules", name, "package.json");
      if (!existsSync(manifest)) throw new Error(`${name} isn't installed.`);
      visit(readFileSync(manifest, "utf8"));
    }
  };
  visit(files.get("package.json") ?? "{}");
  return [...found].sort();
};
