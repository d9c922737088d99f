import { resolveEndpoint } from "@aws-sdk/core/client";
import type { EndpointParams, EndpointV2, RuleSetObject } from "@smithy/types";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { decodeRuleSet } from "../../codegen/ir/decode-rules.ts";
import { isObject, type JsonObject, own } from "../../codegen/smithy/json.ts";
import { type RuleParameters, runnable } from "../support/endpoint-rules.ts";
import { type EndpointTests, endpointTests } from "../support/endpoint-tests.ts";
import { sharedPath } from "../support/paths.ts";
import { withoutShared } from "../support/shared.ts";

const models = sharedPath("models");
const services = models === undefined ? [] : endpointTests(models);

const paramsOf = (testCase: JsonObject): JsonObject => {
  const params = own(testCase, "params");
  return isObject(params) ? params : {};
};

/** Parameters of the service's own cases, mixed: some of another case, some left out, some empty or turned round. */
const mixedParameters = ({ cases }: EndpointTests): fc.Arbitrary<RuleParameters> => {
  const given = cases.map(paramsOf);
  const changes = given.flatMap((params) =>
    Object.entries(params).flatMap(([name, value]) => [
      { [name]: value },
      { [name]: undefined },
      { [name]: typeof value === "boolean" ? !value : Array.isArray(value) ? [] : "" },
    ]),
  );
  return fc
    .tuple(fc.constantFrom(...given), fc.array(fc.constantFrom(...changes), { maxLength: 3 }))
    .map(([params, changed]) => Object.assign({}, params, ...changed));
};

const EXHAUSTED = ["No rule gives an endpoint for these parameters.", "Rules evaluation failed"];

const answer = (resolve: (params: RuleParameters) => EndpointV2, params: RuleParameters): unknown => {
  try {
    const { url, properties, headers } = resolve(params);
    return { url: url.href, properties, headers };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return EXHAUSTED.includes(message) ? "exhausted" : message;
  }
};

if (services.length === 0)
  describe.skip(`compiled rules beside AWS's interpreter${withoutShared}`, () => it("needs its models", () => {}));

describe.runIf(services.length > 0)("compiled rules beside AWS's interpreter", () => {
  // The interpreter writes to the console what isn't a URL.
  beforeEach(() => {
    vi.spyOn(console, "error").mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(services.map((service) => [service.file, service] as const))("answer as it does: %s", (_, service) => {
    const compiled = runnable(decodeRuleSet(service.ruleSet));
    const interpreted = (params: RuleParameters): EndpointV2 =>
      resolveEndpoint(service.ruleSet as unknown as RuleSetObject, { endpointParams: { ...params } as EndpointParams });
    fc.assert(
      fc.property(mixedParameters(service), (params) => {
        expect(answer(compiled, params)).toEqual(answer(interpreted, params));
      }),
      { seed: 1, numRuns: service.cases.length * 3 },
    );
  });
});
