import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withoutShared } from "../support/shared.ts";
import { Comparison } from "./comparison.ts";
import { differences } from "./differences.ts";
import { fixWorld } from "./fixed-world.ts";
import { type ComparedService, comparedServices } from "./services.ts";
import { CannedWire, type Case } from "./subject.ts";

// Each run takes other cases; TINSMITH_DIFFERENTIAL_SEED takes those of a run again, and `npm run prove` takes more.
const cases = Number(process.env["TINSMITH_DIFFERENTIAL_CASES"] ?? 300);
const seed = Number(process.env["TINSMITH_DIFFERENTIAL_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

let restore = (): void => {};
beforeAll(() => {
  restore = fixWorld();
});
afterAll(() => restore());

/** What stands in each example for what it doesn't say. */
const usual = {
  input: {},
  validation: "off",
  answer: { status: 200, headers: { "x-amzn-requestid": "request-1" }, body: { contents: {} } },
} as const;

const suite = (service: ComparedService, model: string): void => {
  const { name } = service;
  let comparison: Comparison | undefined;
  const compared = async (): Promise<Comparison> => {
    comparison ??= await Comparison.of(service, model, differences, () => new CannedWire());
    return comparison;
  };
  afterAll(() => comparison?.destroy());

  it(`equals ours in ${cases} cases of seed ${seed}`, { timeout: 3_600_000 }, async () => {
    const verdict = await (await compared()).run(cases, seed);
    const speed = Math.round(verdict.cases / verdict.seconds);
    process.stdout.write(`${name}: ${verdict.cases} cases, seed ${seed}, ${speed} a second\n`);
    expect(verdict.failure).toBeUndefined();
  });

  const examples = differences.filter(({ example }) => example.service === name);
  it.each(examples)("still differs: $name", async (difference) => {
    const { service: _, ...example } = difference.example;
    const test: Case = { ...usual, ...example };
    expect(await (await compared()).disagreements(test)).toEqual([]);
    const without = differences.filter((other) => other !== difference);
    expect(await (await compared()).disagreements(test, without)).not.toEqual([]);
  });
};

for (const service of comparedServices) {
  const { name, model } = service;
  if (model === undefined) describe.skip(`the official client of ${name}${withoutShared}`, () => suite(service, ""));
  else describe(`the official client of ${name}`, () => suite(service, model));
}
