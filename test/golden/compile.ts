import { type PackageFiles, packageForTypes } from "../support/package-source.ts";
import { type Compiler, typeCheck } from "../support/typecheck.ts";
import type { Packages } from "./generate.ts";

/** Stricter than what generated packages ask for themselves, since their sources are shipped to the strictest users. */
const STRICTEST = {
  // What a generated package's own configuration says: nothing of a browser.
  lib: ["ES2022"],
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
};

/** What a compiler says against all sources of the packages, in one run; empty where it says nothing. */
export const compilerFaults = async (packages: Packages, compiler: Compiler): Promise<string> => {
  const files = inOneFolder(packages);
  const folder = await packageForTypes(files);
  const sources = [...files.keys()].filter((path) => path.endsWith(".ts"));
  return typeCheck({ compiler, moduleResolution: "nodenext", folder, files: sources, options: STRICTEST });
};

/** Files of several packages as those of one folder, each package in a folder of its own. */
const inOneFolder = (packages: Packages): PackageFiles =>
  new Map(
    [...packages].flatMap(([name, files]) =>
      [...files].map(([path, text]): [string, string] => [`${name}/${path}`, text]),
    ),
  );
