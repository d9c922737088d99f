import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withoutShared } from "../support/shared.ts";
import { Comparison, type Verdict } from "./comparison.ts";
import { differencesOf } from "./differences.ts";
import { fixWorld } from "./fixed-world.ts";
import { type ComparedService, comparedServices } from "./services.ts";
import { overHttp, SocketWire } from "./socket-wire.ts";
import { CannedWire, type Case } from "./subject.ts";

/** How much a run compares. */
export interface Extent {
  /** For each service. */
  readonly cases: number;
  /** Of those, how many more over real sockets. */
  readonly overSockets: number;
  readonly seed: number;
}

/**
 * The extent of a run. TINSMITH_DIFFERENTIAL_SEED takes the cases of another run again, and TINSMITH_DIFFERENTIAL_CASES
 * other numbers of them.
 * @param seed drawn where it is absent
 */
export const extentOf = (usual: number, seed = Math.floor(Math.random() * 2 ** 31)): Extent => {
  const cases = Number(process.env["TINSMITH_DIFFERENTIAL_CASES"] ?? usual);
  return { cases, overSockets: Math.ceil(cases / 10), seed: Number(process.env["TINSMITH_DIFFERENTIAL_SEED"] ?? seed) };
};

/** What stands in each example for what it doesn't say. */
const usual = {
  input: {},
  validation: "off",
  answer: { status: 200, headers: { "x-amzn-requestid": "request-1" }, body: { contents: {} } },
} as const;

const row = (name: string, way: string, { cases, seconds, tally }: Verdict): string => {
  const pace = `${cases} cases, ${seconds.toFixed(1)} s, ${((1000 * seconds) / cases).toFixed(1)} ms each`;
  const { sent, signed, outputs, errors } = tally;
  return `  ${name.padEnd(10)} ${way.padEnd(8)} ${pace}: ${sent} sent, ${signed} signed, ${outputs} outputs, ${errors} errors\n`;
};

/** The cases agree, and enough of them got as far as to say something: a request, a signature, an output, an error. */
const expectEqual = ({ cases, tally, failure }: Verdict): void => {
  expect(failure).toBeUndefined();
  expect(tally.sent).toBeGreaterThan(cases / 3);
  expect(tally.signed).toBeGreaterThan(cases / 20);
  expect(tally.outputs).toBeGreaterThan(cases / 10);
  expect(tally.errors).toBeGreaterThan(cases / 10);
};

const suite = (service: ComparedService, model: string, { cases, overSockets, seed }: Extent): void => {
  const { name, protocol } = service;
  const differences = differencesOf(protocol);
  let comparison: Comparison | undefined;
  const compared = async (): Promise<Comparison> => {
    comparison ??= await Comparison.of(service, model, differences, () => new CannedWire());
    return comparison;
  };
  afterAll(() => comparison?.destroy());

  it(`equals ours in ${cases} cases of seed ${seed}`, { timeout: 3_600_000 }, async () => {
    const verdict = await (await compared()).run(cases, seed);
    process.stdout.write(row(name, "canned", verdict));
    expectEqual(verdict);
  });

  it(`equals ours over real sockets in ${overSockets} cases of seed ${seed}`, { timeout: 3_600_000 }, async () => {
    const wire = await SocketWire.start();
    const connected = await Comparison.of(service, model, differences, () => wire);
    const verdict = await connected.run(overSockets, seed, overHttp);
    process.stdout.write(row(name, "sockets", verdict));
    connected.destroy();
    await wire.stop();
    expectEqual(verdict);
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

/** The tests that hold generated clients against official ones, service by service. */
export const differentialSuites = (extent: Extent): void => {
  let restore = (): void => {};
  beforeAll(() => {
    restore = fixWorld();
    process.stdout.write(`Generated clients beside official ones, seed ${extent.seed}:\n`);
  });
  afterAll(() => restore());
  for (const service of comparedServices) {
    const { name, model } = service;
    const title = `the official client of ${name}`;
    if (model === undefined) describe.skip(`${title}${withoutShared}`, () => suite(service, "", extent));
    else describe(title, () => suite(service, model, extent));
  }
};
