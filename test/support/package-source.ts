import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { repositoryPath, runCachePath, typesCachePath } from "./paths.ts";

/** A package's files: path inside of the package, with `/`, to text. */
export type PackageFiles = ReadonlyMap<string, string>;

/** Folders of a package that hold what was built or installed rather than its sources. */
const NOT_SOURCES = /^(node_modules|dist.*|\..*)$/;

/** Reads a package's files from its folder; what is built or installed there is left out. */
export function readPackage(folder: string): PackageFiles {
  const files = new Map<string, string>();
  const visit = (inside: string): void => {
    const entries = readdirSync(join(folder, inside), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (!entry.isDirectory()) files.set(path, readFileSync(join(folder, path), "utf8"));
      else if (!NOT_SOURCES.test(entry.name)) visit(path);
    }
  };
  visit("");
  return files;
}

/** A digest of a package's files, independent of their order; `purpose` keeps apart what is made of them. */
export function digestOf(files: PackageFiles, purpose: string): string {
  const hash = createHash("sha256").update(JSON.stringify(purpose));
  for (const path of [...files.keys()].sort()) hash.update(JSON.stringify([path, files.get(path)]));
  return hash.digest("hex").slice(0, 16);
}

/** The folder of a package's files on disk, for compilers. Written once for the same files. */
export async function packageForTypes(files: PackageFiles): Promise<string> {
  return cached(files, typesCachePath(), "types", async () => undefined);
}

/** The folder of a package's files and of what `make` adds, to be run. Made once for the same files. */
export async function packageToRun(files: PackageFiles, make: (folder: string) => Promise<void>): Promise<string> {
  return cached(files, runCachePath(), "run", make);
}

/** The folder of a package's files and of what compilers make of them. Made once for the same files. */
export async function packageToInstall(files: PackageFiles, make: (folder: string) => Promise<void>): Promise<string> {
  return cached(files, typesCachePath(), "install", make);
}

/** Only a folder that was made whole gets its final name, so that runs side by side never see half of one. */
async function cached(
  files: PackageFiles,
  root: string,
  purpose: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(root, digestOf(files, purpose));
  if (existsSync(folder)) return folder;
  mkdirSync(root, { recursive: true });
  const draft = mkdtempSync(join(root, "draft-"));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(draft, path)), { recursive: true });
    writeFileSync(join(draft, path), text);
  }
  await make(draft);
  publish(draft, folder);
  return folder;
}

/** Gives a folder that is whole its final name, unless another run was faster. */
export function publish(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** A package under `generated/`. */
export interface GeneratedPackage {
  /** Name of its folder under `generated/`. */
  readonly name: string;
  readonly folder: string;
  /** Whose modules its commands import: `smithy-client` those of `@smithy/smithy-client` and its kin. */
  readonly runtime: "smithy-client" | "smithy-core";
}

/** The packages under `generated/`, in code-unit order of their folders. */
export function generatedPackages(): readonly GeneratedPackage[] {
  const root = repositoryPath("generated");
  const names = readdirSync(root).filter((name) => existsSync(join(root, name, "package.json")));
  return names.sort().map((name) => {
    const text = readFileSync(join(root, name, "package.json"), "utf8");
    const manifest: { readonly dependencies?: object } = JSON.parse(text);
    const old = "@smithy/smithy-client" in (manifest.dependencies ?? {});
    return { name, folder: join(root, name), runtime: old ? "smithy-client" : "smithy-core" };
  });
}
