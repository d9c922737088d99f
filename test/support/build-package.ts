import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type PackageFiles, packageToRun, readPackage } from "./package-source.ts";

/** A module's exports, as `import()` gives them. */
export type Namespace = Readonly<Record<string, unknown>>;

/**
 * Builds a package for Node.js and imports it. Its own modules are joined, with dynamic imports kept as such; the packages
 * it depends on are those installed in this repository. Built once for the same files.
 * @param source - The package's folder, or its files in memory.
 * @throws esbuild's error, with places, when the sources don't parse or a relative import leads nowhere.
 */
export async function importPackage(source: string | PackageFiles): Promise<Namespace> {
  const folder = await buildPackage(source);
  return import(pathToFileURL(join(folder, "built", "index.mjs")).href);
}

/** The cache folder that holds the package's sources and, under `built/`, its modules. */
export async function buildPackage(source: string | PackageFiles): Promise<string> {
  const files = typeof source === "string" ? readPackage(source) : source;
  return packageToRun(files, async (draft) => {
    await build({
      absWorkingDir: draft,
      entryPoints: ["src/index.ts"],
      outdir: "built",
      outExtension: { ".js": ".mjs" },
      bundle: true,
      splitting: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      keepNames: true,
      tsconfigRaw: {},
      logLevel: "silent",
    });
  });
}
