import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generatePackage } from "../../codegen/generate.ts";
import { loadModel } from "../../codegen/smithy/load.ts";
import { withoutShared } from "../support/shared.ts";
import { differencesOf, isKnown, type NameDifference } from "./compare.ts";
import { knownDifferences } from "./differences.ts";
import { exportsOf } from "./exports.ts";
import { readRecord } from "./recorded.ts";
import { namedServices, recordedNames } from "./services.ts";

const services = namedServices();
const found: NameDifference[] = [];

describe.skipIf(services.length === 0)(`the names that the official generator exports${withoutShared}`, () => {
  it.each(services)("$name: are exported under the same kind, or in the table", ({ name, id, model }) => {
    const loaded = loadModel([{ file: `${name}.json`, text: JSON.stringify(model()) }]);
    const { files } = generatePackage(loaded.model, {
      service: id,
      runtime: "smithy-core",
      validation: "required",
      docs: "markdown",
    });
    const ours = exportsOf(new Map(files.map(({ path, text }) => [path, text])));
    const official = readRecord(readFileSync(recordedNames(name), "utf8"));
    const differences = differencesOf(name, official, ours);
    found.push(...differences);
    expect(differences.filter((difference) => !knownDifferences.some((row) => isKnown(difference, row)))).toEqual([]);
  });

  it("every row of the table holds for some service", () => {
    const idle = knownDifferences.filter((row) => !found.some((difference) => isKnown(difference, row)));
    expect(idle.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([]);
  });

  it("a record is there for each service", () => {
    expect(services.filter(({ name }) => !existsSync(recordedNames(name))).map(({ name }) => name)).toEqual([]);
  });
});
