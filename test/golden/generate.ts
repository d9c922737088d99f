import { readFileSync } from "node:fs";
import { generatePackage } from "../../codegen/generate.ts";
import type { PackageOptions } from "../../codegen/options.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import type { Model } from "../../codegen/smithy/model.ts";
import type { Source } from "../../codegen/smithy/source.ts";
import type { PackageFiles } from "../support/package-source.ts";

/** Generated packages by the name of the folder that each goes to. */
export type Packages = ReadonlyMap<string, PackageFiles>;

/** A model of one file. */
export const modelAt = (path: string): Model => modelOf([{ file: path, text: readFileSync(path, "utf8") }]);

/** A model of several files, read in the order given. */
export const modelOf = (sources: readonly Source[]): Model => loadModel(sources).model;

/** A package's files, generated in memory with the options that a configuration file without them means. */
export const generate = (model: Model, options: Partial<PackageOptions> = {}): PackageFiles => {
  const defaults: PackageOptions = { runtime: "smithy-core", validation: "required", docs: "markdown" };
  const { files } = generatePackage(model, { ...defaults, ...options });
  return new Map(files.map(({ path, text }) => [path, text]));
};

/** The same package in both runtimes, in folders of which the names tell them apart. */
export const generateBoth = (name: string, model: Model, options: Partial<PackageOptions> = {}): Packages =>
  new Map(
    (["smithy-core", "smithy-client"] as const).map((runtime) => [
      `${name}-${runtime}`,
      generate(model, { ...options, runtime }),
    ]),
  );
