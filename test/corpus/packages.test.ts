import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NO_AUTH } from "../../codegen/ir/auth.ts";
import { lower } from "../../codegen/ir/lower.ts";
import { chooseOperations, chooseService } from "../../codegen/smithy/choose.ts";
import type { Model } from "../../codegen/smithy/model.ts";
import { compilerFaults } from "../golden/compile.ts";
import { formatterFaults } from "../golden/format.ts";
import { generate, generateBoth, modelAt, modelOf, type Packages } from "../golden/generate.ts";
import { withShapesShuffled } from "../golden/sources.ts";
import { packagesUsed } from "../golden/uses.ts";
import { sharedFolder, withoutShared } from "../support/shared.ts";

const shared = sharedFolder();
const folder = join(shared ?? "", "models");

/** The shared models by their names. */
const models = new Map(
  (shared === undefined ? [] : readdirSync(folder))
    .filter((file) => file.endsWith(".json"))
    .map((file) => [file.replace(/-\d{4}.*$/, ""), modelAt(join(folder, file))] as const),
);

/** Names of all operations of a model, and of those that nobody has to sign. */
const operationsOf = (model: Model): { readonly all: readonly string[]; readonly unsigned: readonly string[] } => {
  const shape = chooseService(model);
  const { service } = lower(model, shape, { operations: chooseOperations(model, shape), asked: false });
  const unsigned = service.operations.filter(({ auth }) => auth.every((scheme) => scheme === NO_AUTH));
  return { all: service.operations.map(({ name }) => name), unsigned: unsigned.map(({ name }) => name) };
};

const runtimeOf = (index: number) => (index % 2 === 0 ? "smithy-core" : "smithy-client");

const whole: Packages = new Map([...models].flatMap(([name, model]) => [...generateBoth(name, model)]));

/** One operation, three, and all that are unsigned; the runtimes take turns. */
const slices: Packages = new Map(
  [...models].flatMap(([name, model], index) => {
    const { all, unsigned } = operationsOf(model);
    const at = (part: number): string => all[Math.floor((all.length - 1) * part)] ?? "";
    const slice = (kind: string, operations: readonly string[], turn: number) =>
      [`${name}-${kind}`, generate(model, { operations, runtime: runtimeOf(index + turn) })] as const;
    return [
      slice("one", [at(0.4)], 0),
      slice("three", [at(0), at(0.5), at(1)], 1),
      ...(unsigned.length === 0 ? [] : [slice("unsigned", unsigned, 0)]),
    ];
  }),
);

describe.skipIf(shared === undefined)(`packages of the shared models${withoutShared}`, () => {
  it("are made of all of them, whole and in slices", () => {
    expect([models.size, whole.size, slices.size]).toEqual([41, 82, 84]);
  });

  it("are formatted", { timeout: 300_000 }, async () => {
    expect(await formatterFaults(new Map([...whole, ...slices]))).toBe("");
  });

  it("have types that TypeScript 7 finds nothing to say against", { timeout: 600_000 }, async () => {
    expect(await compilerFaults(new Map([...whole, ...slices]), "7")).toBe("");
  });

  // The older compiler takes minutes for all, and the runtimes differ in what they import alone: each model once.
  it("have types that TypeScript 5.9 finds nothing to say against", { timeout: 900_000 }, async () => {
    const each = [...models.keys()].map((name, index) => `${name}-${runtimeOf(index)}`);
    expect(await compilerFaults(new Map([...whole].filter(([name]) => each.includes(name))), "5.9")).toBe("");
  });

  it.each([...models.keys()])("%s is the same from shapes in another order", (name) => {
    const [file = ""] = readdirSync(folder).filter((each) => each.startsWith(`${name}-`));
    const text = withShapesShuffled(readFileSync(join(folder, file), "utf8"), 11);
    const again = generate(modelOf([{ file, text }]));
    const first = whole.get(`${name}-smithy-core`) ?? new Map<string, string>();
    expect([...again].filter(([path, content]) => first.get(path) !== content)).toEqual([]);
    expect([...again.keys()]).toEqual([...first.keys()]);
  });

  it("depend on all that they import, and import all that they depend on", () => {
    for (const [name, files] of [...whole, ...slices]) {
      const { imported, depended } = packagesUsed(files);
      expect([name, imported]).toEqual([name, depended]);
    }
  });
});
