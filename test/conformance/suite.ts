import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { supportedProtocols } from "../../codegen/ir/protocol.ts";
import type { PackageOptions } from "../../codegen/options.ts";
import { nameOf } from "../../codegen/smithy/shape-id.ts";
import { withoutShared } from "../support/shared.ts";
import { inputOf, type ProtocolCase, protocolCases, protocolModels, type Shapes } from "./cases.ts";
import { answerOf, emptyAnswer, ServiceUnderTest } from "./client.ts";
import { requestDifferences } from "./compare/request.ts";
import { outcomeDifferences } from "./compare/response.ts";
import { inMemory, leastInput } from "./members.ts";

/** How many official tests of requests and of responses a client has in each protocol. */
export const OFFICIAL_TESTS = [
  ["aws.protocols#awsJson1_0", 29, 41],
  ["aws.protocols#awsJson1_1", 57, 62],
  ["aws.protocols#awsQuery", 38, 39],
  ["aws.protocols#ec2Query", 30, 29],
  ["aws.protocols#restJson1", 142, 108],
  ["aws.protocols#restXml", 109, 84],
  ["smithy.protocols#rpcv2Cbor", 31, 45],
  ["smithy.protocols#rpcv2Json", 34, 39],
] as const;

/** The token that tests expect where they give none. */
const TOKEN = "00000000-0000-4000-8000-000000000000";

/**
 * The official tests of every protocol, run with packages of one runtime. Those of a protocol that can't be generated yet
 * are left out.
 */
export const officialTests = (runtime: PackageOptions["runtime"]): void => {
  const models = protocolModels() ?? [];
  const services = new Map<string, ServiceUnderTest>();
  const serviceOf = ({ service, file }: ProtocolCase): ServiceUnderTest => {
    const known = services.get(service) ?? new ServiceUnderTest(service, file, runtime);
    services.set(service, known);
    return known;
  };

  beforeAll(() => void vi.spyOn(globalThis.crypto, "randomUUID").mockReturnValue(TOKEN));
  afterAll(() => void vi.restoreAllMocks());

  for (const [protocol] of OFFICIAL_TESTS) {
    const supported = models.length > 0 && supportedProtocols.includes(protocol);
    describe.skipIf(!supported)(`${protocol}${withoutShared}`, () => {
      for (const { file, shapes } of models) {
        const cases = protocolCases(file, shapes, protocol);
        it.each(cases.map((each) => [each.kind, nameOf(each.service), each.test.id, each] as const))(
          "%s of %s: %s",
          (_kind, _service, _id, testCase) => run(shapes, serviceOf(testCase), testCase),
        );
      }
    });
  }
};

const run = async (shapes: Shapes, service: ServiceUnderTest, testCase: ProtocolCase): Promise<void> => {
  for (const operation of testCase.operations) {
    expect(await differences(shapes, service, testCase, operation), nameOf(operation)).toEqual([]);
  }
};

const differences = async (
  shapes: Shapes,
  service: ServiceUnderTest,
  testCase: ProtocolCase,
  operation: string,
): Promise<readonly string[]> => {
  const { kind, shape, test } = testCase;
  if (kind === "request") {
    const input = shape === undefined ? {} : (inMemory(shapes, shape, test.params) as object);
    const answer = emptyAnswer();
    const { request, outcome } = await service.call({ operation, input, test, answer, validation: "required" });
    if (request !== undefined) return requestDifferences(test, request);
    throw "error" in outcome ? outcome.error : new Error("No request was sent.");
  }
  const input = leastInput(shapes, inputOf(shapes, operation));
  const answer = answerOf(test);
  const { outcome } = await service.call({ operation, input, test, answer, validation: "off" });
  const errorClass = kind === "error" ? await service.exported(nameOf(shape ?? "")) : undefined;
  return outcomeDifferences({ shapes, kind, shape, test, errorClass }, outcome);
};
