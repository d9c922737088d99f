import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Comparison, type Verdict } from "./comparison.ts";
import { differencesOf } from "./differences.ts";
import { fixWorld } from "./fixed-world.ts";
import { type Alteration, comparedServices } from "./services.ts";
import { overHttp, SocketWire } from "./socket-wire.ts";
import { CannedWire, type Case } from "./subject.ts";

/** A way to break a generated package. */
interface Fault {
  readonly name: string;
  /** The end of the path of the file that is broken, and what stands there instead of what. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Where the clients then differ. */
  readonly seen: string;
}

const PROTOCOL = "/protocols/Aws_json1_1.ts";

/** One fault in each thing that is compared. */
const faults: readonly Fault[] = [
  {
    name: "an input without one of its members",
    file: PROTOCOL,
    from: "SecretHash: input.SecretHash,",
    to: "",
    seen: ".requests.0.body",
  },
  {
    name: "a lost header",
    file: "/support/json-rpc.ts",
    from: '"x-amz-target": target,',
    to: "",
    seen: ".requests.0.headers.x-amz-target",
  },
  {
    name: "another method",
    file: "/support/json-rpc.ts",
    from: 'method: "POST"',
    to: 'method: "PUT"',
    seen: ".requests.0.method",
  },
  {
    name: "a signature for another service",
    file: "/endpoint/EndpointParameters.ts",
    from: 'defaultSigningName: "cognito-idp"',
    to: 'defaultSigningName: "cognito"',
    seen: ".requests.0.headers.authorization",
  },
  {
    name: "an output without one of its members",
    file: PROTOCOL,
    from: "DeliveryMedium: data.DeliveryMedium,",
    to: "",
    seen: ".output.CodeDeliveryDetails.DeliveryMedium",
  },
  {
    name: "an error that is no longer known",
    file: PROTOCOL,
    from: "UserNotFoundException,\n};",
    to: "};",
    seen: ".error.classes",
  },
  {
    name: "an error that is another's fault",
    file: "/models/errors.ts",
    from: '$fault = "client"',
    to: '$fault = "server"',
    seen: ".error.fault",
  },
  {
    name: "another place of the request id",
    file: "/support/response-error.ts",
    from: 'headers["x-amzn-requestid"]',
    to: 'headers["x-amzn-request"]',
    seen: "requestId",
  },
];

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
