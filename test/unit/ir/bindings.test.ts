import { describe, expect, it } from "vitest";
import { DiagnosticsError } from "../../../codegen/smithy/diagnostics.ts";
import type { JsonObject } from "../../../codegen/smithy/json.ts";
import { lowered } from "./model.ts";

/** The operation whose input has these members, and whose own traits are these; and its input. */
const operationOf = (members: JsonObject, traits: JsonObject = {}) => {
  const { service } = lowered({
    operations: ["a#Op"],
    shapes: {
      "a#Op": { type: "operation", input: { target: "a#In" }, traits },
      "a#In": { type: "structure", members },
      "a#Names": { type: "list", member: { target: "smithy.api#String", traits: { "smithy.api#xmlName": "Name" } } },
      "a#Table": {
        type: "map",
        key: { target: "smithy.api#String", traits: { "smithy.api#xmlName": "K" } },
        value: { target: "smithy.api#String" },
      },
    },
  });
  const [operation] = service.operations;
  const input = service.typesById.get("a#In");
  if (operation === undefined || input?.kind !== "structure") throw new Error("The model has no such operation.");
  return { operation, members: new Map(input.members.map((member) => [member.name, member])) };
};

const string = (traits: JsonObject = {}): JsonObject => ({ target: "smithy.api#String", traits });

describe("HTTP bindings", () => {
  it.each<[string, JsonObject, object]>([
    ["a label", { "smithy.api#httpLabel": {} }, { kind: "label" }],
    ["a parameter", { "smithy.api#httpQuery": "q" }, { kind: "query", name: "q" }],
    ["all parameters", { "smithy.api#httpQueryParams": {} }, { kind: "queryParams" }],
    ["a header", { "smithy.api#httpHeader": "X-A" }, { kind: "header", name: "X-A" }],
    ["headers with a prefix", { "smithy.api#httpPrefixHeaders": "" }, { kind: "prefixHeaders", prefix: "" }],
    ["the payload", { "smithy.api#httpPayload": {} }, { kind: "payload" }],
    ["the status", { "smithy.api#httpResponseCode": {} }, { kind: "status" }],
    ["the body, without a trait", {}, { kind: "body" }],
  ])("are %s", (_, traits, binding) => {
    expect(operationOf({ one: string(traits) }).members.get("one")?.binding).toEqual(binding);
  });

  it("hold an operation's method, path and constant parameters in parts", () => {
    const uri = "/cities/{city}/x/{rest+}?list&type=a=b&empty=";
    const { operation } = operationOf({}, { "smithy.api#http": { method: "PUT", uri, code: 201 } });
    expect(operation.http).toEqual({
      method: "PUT",
      path: [
        { text: "/cities/" },
        { member: "city", greedy: false },
        { text: "/x/" },
        { member: "rest", greedy: true },
      ],
      query: [
        { name: "list", value: "" },
        { name: "type", value: "a=b" },
        { name: "empty", value: "" },
      ],
      code: 201,
    });
    expect(operationOf({}).operation.http).toBeUndefined();
  });

  it.each<[string, string, object, readonly object[]]>([
    [
      "S3 with rules",
      "S3",
      { version: "1.0", parameters: {}, rules: [] },
      [{ text: "/" }, { member: "Key", greedy: true }],
    ],
    [
      "others",
      "Other",
      { version: "1.0", parameters: {}, rules: [] },
      [{ text: "/" }, { member: "Bucket", greedy: false }, { text: "/" }, { member: "Key", greedy: true }],
    ],
  ])("of %s leave the bucket to the rules, or don't", (_, sdkId, rules, path) => {
    const { service } = lowered({
      traits: { "aws.api#service": { sdkId }, "smithy.rules#endpointRuleSet": rules as JsonObject },
      shapes: {
        "a#Op": {
          type: "operation",
          input: { target: "a#In" },
          traits: { "smithy.api#http": { method: "GET", uri: "/{Bucket}/{Key+}", code: 200 } },
        },
        "a#In": {
          type: "structure",
          members: { Bucket: string({ "smithy.api#httpLabel": {} }), Key: string({ "smithy.api#httpLabel": {} }) },
        },
      },
    });
    expect(service.operations[0]?.http?.path).toEqual(path);
  });
});

describe("XML traits", () => {
  it("of members, elements and keys are kept where they are", () => {
    const { members } = operationOf({
      names: { target: "a#Names", traits: { "smithy.api#xmlFlattened": {}, "smithy.api#xmlName": "Item" } },
      table: { target: "a#Table" },
      id: string({ "smithy.api#xmlAttribute": {}, "smithy.api#xmlNamespace": { uri: "http://a", prefix: "p" } }),
      other: string({ "aws.protocols#ec2QueryName": "Other" }),
    });
    expect(members.get("names")).toMatchObject({
      xml: { attribute: false, flattened: true, name: "Item" },
      type: { elementXml: { attribute: false, flattened: false, name: "Name" } },
    });
    expect(members.get("table")).toMatchObject({ type: { keyXml: { name: "K" } } });
    expect(members.get("table")).not.toHaveProperty("xml");
    expect(members.get("table")).not.toHaveProperty("type.valueXml");
    expect(members.get("id")?.xml).toMatchObject({ attribute: true, namespace: { uri: "http://a", prefix: "p" } });
    expect(members.get("other")?.xml).toMatchObject({ ec2QueryName: "Other" });
  });
});

describe("HTTP bindings that don't go together", () => {
  const faultsOf = (uri: string, members: JsonObject): string => {
    const shapes = {
      "a#Op": {
        type: "operation",
        input: { target: "a#In" },
        traits: { "smithy.api#http": { method: "POST", uri, code: 200 } },
      },
      "a#In": { type: "structure", members },
    };
    try {
      lowered({ shapes, service: { traits: { "aws.protocols#restJson1": {} } } });
    } catch (error) {
      if (error instanceof DiagnosticsError)
        return error.diagnostics.map(({ code, message }) => `${code} ${message}`).join();
      throw error;
    }
    return "";
  };
  const label = { "smithy.api#httpLabel": {}, "smithy.api#required": {} };
  const payload = { "smithy.api#httpPayload": {} };

  it.each<[string, string, JsonObject, string]>([
    ["a label without a member", "/{a}", {}, "no member is bound to {a}"],
    ["a member without its label", "/", { a: string(label) }, "a is a label that the path doesn't have"],
    ["two payloads", "/", { a: string(payload), b: string(payload) }, "a and b are all the payload"],
    ["a body beside a payload", "/", { a: string(payload), b: string() }, "b can't be in the body beside a"],
    [
      "a document in a header",
      "/",
      { a: { target: "smithy.api#Document", traits: { "smithy.api#httpHeader": "x" } } },
      "a is of a type that can't go there",
    ],
    [
      "headers with a prefix that are no map",
      "/",
      { a: string({ "smithy.api#httpPrefixHeaders": "x" }) },
      "a is of a type that can't go there",
    ],
  ])("are reported: %s", (_, uri, members, fault) => {
    expect(faultsOf(uri, members)).toBe(`TIN0212 The HTTP bindings of "Op" don't go together: ${fault}.`);
  });

  it("are none where all is right", () => {
    expect(faultsOf("/{a}/{b+}?c", { a: string(label), b: string(label), d: string(payload) })).toBe("");
  });
});
