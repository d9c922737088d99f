import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { generatePackage } from "../../../codegen/generate.ts";
import type { PackageOptions } from "../../../codegen/options.ts";
import { loadModel } from "../../../codegen/smithy/load.ts";
import { repositoryPath, typesCachePath } from "../../support/paths.ts";

export const run = promisify(execFile);

/** A generated package as its users get it. */
export interface Packed {
  readonly name: string;
  /** A project that has installed the package, with a folder `node_modules/<name>`. */
  readonly consumer: string;
  /** Where the package was built. */
  readonly built: string;
  readonly tarball: string;
  /** Removes all of it. */
  readonly remove: () => void;
}

/** Generates a package of a model of this repository, builds and packs it by its own commands, and unpacks it. */
export const pack = async (
  model: string,
  options: Partial<PackageOptions> & { readonly packageName: string },
): Promise<Packed> => {
  const text = readFileSync(repositoryPath(model), "utf8");
  const { files } = generatePackage(loadModel([{ file: model, text }]).model, {
    runtime: "smithy-core",
    validation: "required",
    docs: "markdown",
    ...options,
  });
  mkdirSync(typesCachePath(), { recursive: true });
  const built = mkdtempSync(typesCachePath("packed-"));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(built, path)), { recursive: true });
    writeFileSync(join(built, path), text);
  }
  const { packageName: name } = options;
  const tarball = join(built, `${name.replace("@", "").replace("/", "-")}-0.0.0.tgz`);
  const consumer = join(built, "consumer");
  const home = join(consumer, "node_modules", name);
  mkdirSync(home, { recursive: true });
  // A project of its own: inside of the package, its name would be the package that was built.
  writeFileSync(join(consumer, "package.json"), '{ "private": true }\n');
  // `prepack` runs the package's build; the compiler and what the package depends on are this repository's.
  await npm(["pack"], built).catch((error: unknown) => {
    rmSync(built, { recursive: true });
    throw error;
  });
  await run("tar", ["-xzf", tarball, "-C", home, "--strip-components=1"]);
  return { name, consumer, built, tarball, remove: () => rmSync(built, { recursive: true }) };
};

/** Runs npm in a folder; what it says when it fails is the compiler's complaints. */
const npm = async (args: readonly string[], folder: string): Promise<void> => {
  try {
    await run("npm", args, { cwd: folder });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`npm ${args.join(" ")} failed:\n${stdout}${stderr}`);
  }
};
