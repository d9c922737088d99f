import { describe, expect, it } from "vitest";
import type { Json } from "../../../codegen/smithy/json.ts";
import { httpApiKeyAuth } from "../../../codegen/smithy/traits/authentication.ts";
import { sigv4 } from "../../../codegen/smithy/traits/aws-auth.ts";
import { service } from "../../../codegen/smithy/traits/aws-core.ts";
import { awsJson1_1, httpChecksum } from "../../../codegen/smithy/traits/aws-protocols.ts";
import { paginated, requestCompression, retryable } from "../../../codegen/smithy/traits/behavior.ts";
import { enumTrait, length } from "../../../codegen/smithy/traits/constraint.ts";
import { examples } from "../../../codegen/smithy/traits/documentation.ts";
import { http } from "../../../codegen/smithy/traits/http.ts";
import { knownTraits } from "../../../codegen/smithy/traits/known.ts";
import { timestampFormat } from "../../../codegen/smithy/traits/protocol.ts";
import {
  clientContextParams,
  operationContextParams,
  staticContextParams,
} from "../../../codegen/smithy/traits/rules-engine.ts";
import { type Trait, Traits, TraitValueError } from "../../../codegen/smithy/traits/trait.ts";
import { defaultTrait, enumValue, error } from "../../../codegen/smithy/traits/type-refinement.ts";
import { waitable } from "../../../codegen/smithy/traits/waiters.ts";

const decode = <T>(trait: Trait<T>, value: Json): T | undefined => new Traits({ [trait.id]: value }).get(trait);

describe("tokens", () => {
  it("read values, with the specification's defaults", () => {
    expect(decode(length, { max: 3 })).toEqual({ min: undefined, max: 3 });
    expect(decode(http, { method: "GET", uri: "/" })).toEqual({ method: "GET", uri: "/", code: 200 });
    expect(decode(retryable, {})).toEqual({ throttling: false });
    expect(decode(error, "server")).toBe("server");
    expect(decode(enumValue, 3)).toBe(3);
    expect(decode(defaultTrait, null)).toBeNull();
    expect(decode(sigv4, { name: "cognito-idp" })).toEqual({ name: "cognito-idp" });
    expect(decode(service, { sdkId: "S3" })).toMatchObject({ sdkId: "S3", endpointPrefix: undefined });
    expect(decode(awsJson1_1, { http: ["h2"] })).toEqual({ http: ["h2"], eventStreamHttp: undefined });
    expect(decode(paginated, { inputToken: "t" })).toMatchObject({ inputToken: "t", items: undefined });
    expect(decode(requestCompression, { encodings: ["gzip"] })).toEqual({ encodings: ["gzip"] });
    expect(decode(httpChecksum, {})).toMatchObject({ requestChecksumRequired: false, responseAlgorithms: [] });
    expect(decode(timestampFormat, "http-date")).toBe("http-date");
    expect(decode(enumTrait, [{ value: "a" }])).toMatchObject([{ value: "a", name: undefined, deprecated: false }]);
    expect(decode(httpApiKeyAuth, { name: "X-Key", in: "header" })).toMatchObject({ name: "X-Key", in: "header" });
  });

  it("read examples of calls that fail", () => {
    expect(
      decode(examples, [{ title: "T", input: { a: 1 }, error: { shapeId: "ns#E", content: { m: "x" } } }]),
    ).toEqual([
      {
        title: "T",
        documentation: undefined,
        input: { a: 1 },
        output: undefined,
        error: { shapeId: "ns#E", content: { m: "x" } },
        allowConstraintErrors: false,
      },
    ]);
  });

  it("read parameters of endpoint rules", () => {
    expect(decode(clientContextParams, { A: { type: "boolean" } })).toEqual(
      new Map([["A", { type: "boolean", documentation: undefined }]]),
    );
    expect(decode(staticContextParams, { A: { value: ["x"] } })).toEqual(new Map([["A", ["x"]]]));
    expect(decode(operationContextParams, { A: { path: "keys(B)" } })).toEqual(new Map([["A", "keys(B)"]]));
  });

  it("read waiters with every matcher", () => {
    const path = { path: "a.b", expected: "x", comparator: "stringEquals" };
    const matchers = [{ success: false }, { errorType: "E" }, { output: path }, { inputOutput: path }];
    const value = { W: { acceptors: matchers.map((matcher) => ({ state: "retry", matcher })) } };
    expect(decode(waitable, value)?.get("W")).toEqual({
      documentation: undefined,
      acceptors: [
        { state: "retry", matcher: { kind: "success", success: false } },
        { state: "retry", matcher: { kind: "errorType", errorType: "E" } },
        { state: "retry", matcher: { kind: "output", ...path } },
        { state: "retry", matcher: { kind: "inputOutput", ...path } },
      ],
      minDelay: 2,
      maxDelay: 120,
      deprecated: false,
      tags: [],
    });
  });

  it("refuse values of other forms, and say where", () => {
    expect(() => decode(http, { method: "GET" })).toThrow(
      new TraitValueError('trait smithy.api#http must be an object with "uri".'),
    );
    expect(() => decode(waitable, { W: { acceptors: [{ state: "retry", matcher: {} }] } })).toThrow(
      "trait smithy.waiters#waitable.W.acceptors[0].matcher must have one of success, errorType, output, inputOutput.",
    );
    expect(() => decode(error, "toString")).toThrow("must be one of client, server.");
  });

  it("have one id each", () => {
    for (const [id, trait] of knownTraits) expect(trait.id).toBe(id);
    expect(new Set(knownTraits.values()).size).toBe(knownTraits.size);
  });

  it("never fail in another way than by saying what the value must be", () => {
    const values: readonly Json[] = [null, true, 1, "x", [], [null], {}, [[]], [{}], { a: null }, { a: {} }];
    for (const trait of knownTraits.values()) {
      for (const value of values) {
        try {
          trait.decode(value);
        } catch (fault) {
          expect(fault, trait.id).toBeInstanceOf(TraitValueError);
        }
      }
    }
  });
});
