import type { File } from "../../output/file.ts";
import type { Json } from "../../smithy/json.ts";
import { byCodeUnits } from "../../smithy/order.ts";
import type { Emission } from "../emitter.ts";
import { clientTitle, packageName, packageVersion } from "../package-facts.ts";
import { platformFields } from "../platform-files.ts";
import { BUILD_RANGES, DEPENDENCY_RANGES } from "../versions.ts";

/** The first step and the last are `build.mjs`; those between are the two of `tsconfig.ts`. */
const BUILD = "node build.mjs && tsc -p tsconfig.json && tsc -p tsconfig.cjs.json && node build.mjs join";

/**
 * `package.json`: ES modules and CommonJS, each with its own types. Made after all sources, since what it depends on is
 * what they recorded as used, in code and in declarations.
 *
 * What the owner says of the package stands as it was given. Unless it is said otherwise, the package is `UNLICENSED`,
 * wants Node.js 20, and is private, since a registry that nobody chose is the public one: to publish it, say where
 * (`publishConfig`), or `"private": false`.
 *
 * @param sourceFiles all files below `src`
 * @throws Error where a source uses a package that has no version range, neither here nor in the options
 */
export const packageJson = (emission: Emission, sourceFiles: readonly File[]): File => {
  const { service, options, scope } = emission;
  const manifest: Record<string, Json | undefined> = {
    name: packageName(service, options),
    version: packageVersion(options),
    description: options.description ?? `TypeScript client of ${clientTitle(service)}`,
    keywords: options.keywords,
    homepage: options.homepage,
    license: options.license ?? "UNLICENSED",
    author: options.author,
    repository: options.repository,
    private: options.private ?? (options.publishConfig === undefined ? true : undefined),
    publishConfig: options.publishConfig,
    type: "module",
    sideEffects: false,
    ...entryPoints(),
    ...fieldsOf(platformFields(sourceFiles, "./dist-es")),
    files: ["dist-es", "dist-cjs", "src"],
    engines: options.engines ?? { node: ">=20" },
    scripts: { build: BUILD, prepack: "npm run build", ...options.scripts },
    dependencies: sorted(dependencies(scope.packages, options.dependencies ?? {})),
    devDependencies: BUILD_RANGES,
  };
  return { path: "package.json", text: `${JSON.stringify(manifest, null, 2)}\n` };
};

/**
 * Bundlers take the ES modules one by one, by `module`. Node.js, and what works like it, gets the one file of CommonJS
 * either way, so that a program that both imports and requires the package has one of each class.
 */
const entryPoints = (): Record<string, Json> => {
  const [modules, joined] = ["./dist-es/index.js", "./dist-cjs/index.js"];
  return {
    exports: {
      ".": {
        import: { types: "./dist-es/index.d.ts", module: modules, node: "./dist-cjs/index.mjs", default: modules },
        require: { types: "./dist-cjs/index.d.ts", default: joined },
      },
      "./package.json": "./package.json",
    },
    // For tools that don't know `exports`.
    main: joined,
    module: modules,
    types: "./dist-cjs/index.d.ts",
  };
};

const fieldsOf = (fields: object): Record<string, Json> => ({ ...fields });

const dependencies = (
  packages: ReadonlySet<string>,
  chosen: Readonly<Record<string, string>>,
): readonly [string, string][] =>
  [...packages].map((name) => {
    const range = [chosen, DEPENDENCY_RANGES].find((ranges) => Object.hasOwn(ranges, name))?.[name];
    if (range === undefined) throw new Error(`There is no version range for "${name}".`);
    return [name, range];
  });

const sorted = (entries: readonly [string, string][]): Record<string, string> =>
  Object.fromEntries([...entries].sort(([a], [b]) => byCodeUnits(a, b)));
