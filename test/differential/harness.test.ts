import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Comparison, type Verdict } from "./comparison.ts";
import { differencesOf } from "./differences.ts";
import { fixWorld } from "./fixed-world.ts";
import { type Fault, faults, faultsOfOthers } from "./harness-faults.ts";
import { type Alteration, type ComparedService, comparedServices } from "./services.ts";
import { overHttp, SocketWire } from "./socket-wire.ts";
import { CannedWire, type Case } from "./subject.ts";

const broken =
  ({ file, from, to }: Fault): Alteration =>
  (text, path) => {
    if (!`/${path}`.endsWith(file)) return text;
    if (!text.includes(from)) throw new Error(`${path} has no ${from}: this fault needs another place.`);
    return text.replaceAll(from, to);
  };

const differences = differencesOf("awsJson");
const SEED = 5;
const CASES = 1000;

describe("what compares clients", () => {
  const [cognito] = comparedServices;
  const model = cognito?.model;
  if (cognito === undefined || model === undefined) throw new Error("Cognito's model is part of this repository.");
  let restore = (): void => {};
  beforeAll(() => {
    restore = fixWorld();
  });
  afterAll(() => restore());

  /** The failure is told with all that takes the case again. */
  const expectTold = ({ cases, failure }: Verdict, seen: string): void => {
    expect(cases).toBeLessThan(CASES);
    expect(failure).toContain(`seed ${SEED}, path `);
    expect(failure).toContain("operation: ");
    expect(failure).toContain(seen);
  };

  it.each(faults)("sees $name", async (fault) => {
    const comparison = await Comparison.of(cognito, model, differences, () => new CannedWire(), broken(fault));
    const verdict = await comparison.run(CASES, SEED);
    comparison.destroy();
    expectTold(verdict, fault.seen);
  });

  it.each(faults.slice(0, 2))("sees $name over real sockets, where it is the server that tells", async (fault) => {
    const wire = await SocketWire.start();
    const comparison = await Comparison.of(cognito, model, differences, () => wire, broken(fault));
    const verdict = await comparison.run(CASES, SEED, overHttp);
    comparison.destroy();
    expect(wire.connections).toBeGreaterThan(0);
    await wire.stop();
    expectTold(verdict, fault.seen);
  });

  for (const { name, operations: _, without: __, model: file, ...service } of comparedServices) {
    const own = faultsOfOthers.get(name);
    if (own === undefined) continue;
    const few: ComparedService = { ...service, name, model: file, operations: own.operations };
    it.skipIf(file === undefined).each(own.faults)(
      `sees $name in the requests and results of ${name}`,
      async (fault) => {
        const table = differencesOf(service.protocol);
        const comparison = await Comparison.of(few, file ?? "", table, () => new CannedWire(), broken(fault));
        const verdict = await comparison.run(CASES, SEED);
        comparison.destroy();
        expectTold(verdict, fault.seen);
      },
    );
  }

  const type = { status: 200, headers: {} };
  const answers: readonly Case["answer"][] = [
    { ...type, body: { contents: { CodeDeliveryDetails: { __type: "T", NotInTheModel: null } } } },
    { ...type, body: { contents: { CodeDeliveryDetails: { __type: "", $metadata: null } } } },
  ];
  it.each(answers)("expects of ours what follows from several differences at once: %j", async (answer) => {
    const comparison = await Comparison.of(cognito, model, differences, () => new CannedWire());
    const test: Case = { operation: "ForgotPassword", input: {}, validation: "off", answer };
    expect(await comparison.disagreements(test)).toEqual([]);
    comparison.destroy();
  });
});
