import { readFileSync } from "node:fs";
import { transform } from "esbuild";
import fc from "fast-check";
import { expect } from "vitest";
import { generatePackage } from "../../codegen/generate.ts";
import type { PackageOptions } from "../../codegen/options.ts";
import type { File } from "../../codegen/output/file.ts";
import { checkPaths } from "../../codegen/output/paths.ts";
import { chooseOperations, chooseService } from "../../codegen/smithy/choose.ts";
import { DiagnosticsError } from "../../codegen/smithy/diagnostics.ts";
import type { Json } from "../../codegen/smithy/json.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import type { Model } from "../../codegen/smithy/model.ts";
import { sliceModel } from "../../codegen/smithy/slice.ts";
import { repositoryPath } from "../support/paths.ts";
import { type Mutation, mutated, mutations, PAYLOAD } from "./mutations.ts";

const MODELS = ["model/cognito-user-pools.json", "test/models/weather.json", "test/models/hostile.json"] as const;

const models = MODELS.map((path) => JSON.parse(readFileSync(repositoryPath(path), "utf8")) as Json);

const options: fc.Arbitrary<PackageOptions> = fc.record(
  {
    runtime: fc.constantFrom("smithy-core", "smithy-client"),
    validation: fc.constantFrom("required", "off"),
    docs: fc.constantFrom("markdown", "html"),
    defaults: fc.constantFrom("official", "spec"),
  },
  { requiredKeys: ["runtime", "validation", "docs"] },
);

const modelOf = (text: string): Model => loadModel([{ file: "model.json", text }]).model;

/** The model cut to all operations of its service, which gives the same package. */
const sliceOf = (text: string): string => {
  const model = modelOf(text);
  const service = chooseService(model);
  return sliceModel(model, service, chooseOperations(model, service));
};

/** What the generator makes of a model: files, or what is wrong with it. Anything else is a fault of the generator's. */
const outcomeOf = (text: string, wanted: PackageOptions): readonly File[] | DiagnosticsError => {
  try {
    return generatePackage(modelOf(text), wanted).files;
  } catch (error) {
    if (error instanceof DiagnosticsError) return error;
    throw error;
  }
};

/** Where a generated file doesn't parse, or where text of the model has become code. */
const faultsOfCode = async ({ path, text }: File): Promise<readonly string[]> => {
  if (path.endsWith(".json")) JSON.parse(text);
  if (!path.endsWith(".ts")) return [];
  try {
    // An expression of that name is replaced, and the same in a text or a comment is not.
    const { code } = await transform(text, { loader: "ts", define: { [PAYLOAD]: '"INJECTED AS CODE"' } });
    return code.includes("INJECTED AS CODE") ? [`${path}: text has become code`] : [];
  } catch (error) {
    return [`${path}: ${error instanceof Error ? error.message : String(error)}`];
  }
};

export interface Tally {
  readonly files: number;
  readonly refused: number;
}

export interface Rounds {
  readonly runs: number;
  /** Of how many packages one has all its files parsed, and is made again from a slice. */
  readonly parseEvery: number;
  readonly seed?: number;
}

/**
 * Generates packages of models that are changed at random. Each is either made, with paths that stay inside and code
 * that parses, the same from the model's slice, or refused with diagnostics. A failure is shrunk, and told with its seed.
 */
export const tryMutatedModels = async ({ runs, parseEvery, seed }: Rounds): Promise<Tally> => {
  const tally = { files: 0, refused: 0 };
  const holds = async (model: Json, changes: readonly Mutation[], wanted: PackageOptions): Promise<void> => {
    const text = JSON.stringify(mutated(model, changes), null, 1);
    const outcome = outcomeOf(text, wanted);
    if (outcome instanceof DiagnosticsError) {
      tally.refused++;
      expect(outcome.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      return;
    }
    tally.files++;
    expect(checkPaths(outcome)).toEqual([]);
    if (tally.files % parseEvery !== 0) return;
    expect((await Promise.all(outcome.map(faultsOfCode))).flat()).toEqual([]);
    const slice = sliceOf(text);
    expect(outcomeOf(slice, wanted)).toEqual(outcome);
    expect(sliceOf(slice)).toBe(slice);
  };
  const property = fc.asyncProperty(fc.constantFrom(...models), mutations, options, holds);
  await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
  return tally;
};
