import { describe, expect, it } from "vitest";
import { DiagnosticsError } from "../../../codegen/smithy/diagnostics.ts";
import type { JsonObject } from "../../../codegen/smithy/json.ts";
import { lowered, only, operationWith, structure } from "./model.ts";

const codesOf = (action: () => unknown): readonly string[] => {
  try {
    action();
  } catch (error) {
    if (error instanceof DiagnosticsError) return error.diagnostics.map(({ code, shape }) => `${code} ${shape}`);
    throw error;
  }
  return [];
};

describe("operations", () => {
  const stream = {
    operations: ["a#Op", "a#Listen"],
    shapes: {
      "a#Op": { type: "operation" },
      "a#Listen": { type: "operation", output: { target: "a#Heard" } },
      "a#Heard": { type: "structure", members: { events: { target: "a#Events" } } },
      "a#Events": {
        type: "union",
        members: { said: { target: "a#Said" } },
        traits: { "smithy.api#streaming": {} },
      },
      "a#Said": { type: "structure", members: {} },
    },
  };

  it("with event streams are left out with one warning, with all that only they reach", () => {
    const { service, diagnostics } = lowered(stream);
    expect(service.operations.map(({ name }) => name)).toEqual(["Op"]);
    expect(service.types).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "TIN0200", severity: "warning", shape: "a#S" }]);
    expect(diagnostics[0]?.message).toContain("Listen");
  });

  it("with paginators and waiters are there, and what is left out of them is in the same warning", () => {
    const waiter = { acceptors: [{ state: "success", matcher: { success: true } }] };
    const names = ["A", "B", "C", "D", "E"];
    const shapes = Object.fromEntries(
      names.map((name) => [`a#List${name}`, { type: "operation", traits: { "smithy.api#paginated": {} } }]),
    );
    const traits = { "smithy.waiters#waitable": { Ready: waiter, Gone: waiter } };
    const { service, diagnostics } = lowered({
      operations: ["a#Get", "a#Listen", ...Object.keys(shapes)],
      shapes: { ...stream.shapes, ...shapes, "a#Get": { type: "operation", traits } },
    });
    expect(service.operations).toHaveLength(6);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "TIN0200 Left out: operations with event streams (Listen); paginators (ListA, ListB, ListC and 2 more); " +
        "waiters (Ready, Gone).",
    ]);
  });

  it("with event streams are an error where they are asked for, and so is a service of nothing else", () => {
    expect(codesOf(() => lowered(stream, ["Op", "Listen"]))).toEqual(["TIN0201 a#Listen"]);
    expect(codesOf(() => lowered({ ...stream, operations: ["a#Listen"] }))).toEqual(["TIN0204 a#S"]);
  });

  it("whose endpoint has to be discovered are named in a warning", () => {
    const traits = { "aws.api#clientDiscoveredEndpoint": { required: true } };
    const { diagnostics } = lowered({ shapes: { "a#Op": { type: "operation", traits } } });
    expect(diagnostics).toMatchObject([{ code: "TIN0207", severity: "warning" }]);
    const optional = { "aws.api#clientDiscoveredEndpoint": { required: false } };
    expect(lowered({ shapes: { "a#Op": { type: "operation", traits: optional } } }).diagnostics).toEqual([]);
  });

  it("have their own errors and the service's, each once, by name", () => {
    const error = { type: "structure", members: {}, traits: { "smithy.api#error": "client" } };
    const result = lowered({
      service: { errors: [{ target: "a#Late" }, { target: "a#Full" }] },
      shapes: {
        "a#Op": { type: "operation", errors: [{ target: "a#Zero" }, { target: "a#Full" }] },
        "a#Late": error,
        "a#Full": error,
        "a#Zero": error,
      },
    });
    expect(only(result).errors).toEqual(["a#Full", "a#Late", "a#Zero"]);
  });

  it("have no input or output where the model names none", () => {
    const operation = only(lowered({ shapes: { "a#Op": { type: "operation" } } }));
    expect([operation.input, operation.output]).toEqual([undefined, undefined]);
  });

  it("have their host prefix in parts", () => {
    const label = { "smithy.api#required": {}, "smithy.api#hostLabel": {} };
    const shapes = operationWith(
      { foo: { target: "smithy.api#String", traits: label } },
      { "smithy.api#endpoint": { hostPrefix: "{foo}.data-{foo}." } },
    );
    expect(only(lowered({ shapes })).hostPrefix).toEqual([
      { member: "foo" },
      { text: ".data-" },
      { member: "foo" },
      { text: "." },
    ]);
  });
});

describe("protocols", () => {
  it("that aren't supported, or not there, are named", () => {
    const shapes = { "a#Op": { type: "operation" } };
    const speaks = (traits: JsonObject) => () => lowered({ shapes, service: { traits: traits } });
    expect(codesOf(speaks({}))).toEqual(["TIN0202 a#S"]);
    const own = {
      ...shapes,
      "a#talk": { type: "structure", traits: { "smithy.api#trait": {}, "smithy.api#protocolDefinition": {} } },
    };
    const talks = () => lowered({ shapes: own, service: { traits: { "a#talk": {} } } });
    expect(codesOf(talks)).toEqual(["TIN0203 a#S"]);
    expect(talks).toThrow("speaks a#talk");
  });
});

describe("the protocol of a service that speaks several", () => {
  const shapes = { "a#Op": { type: "operation" } };
  const protocolOf = (protocol?: string) =>
    lowered({ shapes, traits: { "aws.protocols#awsJson1_1": {} } }, undefined, protocol).service.protocol;

  it("is the best supported one, or the one asked for by id or name", () => {
    expect(protocolOf()).toBe("aws.protocols#awsJson1_0");
    expect(protocolOf("awsJson1_1")).toBe("aws.protocols#awsJson1_1");
    expect(protocolOf("aws.protocols#awsJson1_1")).toBe("aws.protocols#awsJson1_1");
  });

  it("is told from those that it speaks", () => {
    expect(codesOf(() => protocolOf("restJson1"))).toEqual(["TIN0208 a#S"]);
  });

  it("says which documents a protocol of XML or of forms has no form for", () => {
    const shapes = operationWith({
      a: { target: "smithy.api#Document" },
      b: { target: "a#All" },
      c: { target: "smithy.api#String" },
    });
    const all = { "a#All": { type: "list", member: { target: "smithy.api#Document" } } };
    const warnings = (protocol: string): readonly string[] =>
      lowered({ traits: { [protocol]: {} }, shapes: { ...shapes, ...all } }, undefined, protocol).diagnostics.map(
        ({ code, message }) => `${code} ${message}`,
      );
    expect(warnings("aws.protocols#awsQuery")).toEqual([
      "TIN0213 aws.protocols#awsQuery has no form for documents, so that these are written as the text of their JSON: In$a, In$b.",
    ]);
    expect(warnings("smithy.protocols#rpcv2Cbor")).toEqual([]);
  });
});

describe("authentication in effect", () => {
  const both = { "smithy.api#httpBearerAuth": {}, "aws.auth#sigv4": { name: "x" } };
  const authOf = (service: JsonObject, operation: JsonObject): readonly string[] =>
    only(
      lowered({
        traits: { ...both, ...service },
        shapes: { "a#Op": { type: "operation", traits: operation } },
      }),
    ).auth;
  const bearer = "smithy.api#httpBearerAuth";
  const none = "smithy.api#noAuth";

  it.each([
    ["the service's schemes by their ids", {}, {}, ["aws.auth#sigv4", bearer]],
    ["the service's own order", { "smithy.api#auth": [bearer] }, {}, [bearer]],
    ["the operation's order", {}, { "smithy.api#auth": [bearer, "aws.auth#sigv4"] }, [bearer, "aws.auth#sigv4"]],
    ["none for an empty list", {}, { "smithy.api#auth": [] }, [none]],
    ["none last where it is optional", {}, { "smithy.api#optionalAuth": {} }, ["aws.auth#sigv4", bearer, none]],
    ["none once where both say so", {}, { "smithy.api#auth": [], "smithy.api#optionalAuth": {} }, [none]],
  ])("is %s", (_, service, operation, expected) => {
    expect(authOf(service, operation)).toEqual(expected);
  });
});

describe("members", () => {
  const presenceOf = (traits: JsonObject, container: JsonObject = {}) => {
    const result = lowered({
      shapes: {
        "a#Op": { type: "operation", input: { target: "a#In" } },
        "a#In": {
          type: "structure",
          members: { x: { target: "smithy.api#Integer", traits: traits } },
          traits: container,
        },
      },
    });
    return structure(result, "a#In").members[0]?.presence;
  };
  const required = { "smithy.api#required": {} };

  it("are checked where they are required, in inputs too, unless something else stands for them", () => {
    expect(presenceOf(required)).toMatchObject({ required: true, checked: true });
    expect(presenceOf(required, { "smithy.api#input": {} })).toMatchObject({ checked: true });
    expect(presenceOf({})).toMatchObject({ required: false, checked: false });
    expect(presenceOf({ ...required, "smithy.api#clientOptional": {} })).toMatchObject({ checked: false });
    expect(presenceOf({ ...required, "smithy.api#default": 7 })).toMatchObject({ checked: false, default: 7 });
  });

  it("have no default for a client in inputs, with @clientOptional, or where it is null", () => {
    expect(presenceOf({ "smithy.api#default": 7 }, { "smithy.api#input": {} })?.default).toBeUndefined();
    expect(presenceOf({ "smithy.api#default": 7, "smithy.api#clientOptional": {} })?.default).toBeUndefined();
    expect(presenceOf({ "smithy.api#default": null })?.default).toBeUndefined();
  });

  it("take documentation, constraints and sensitivity of their targets where they have none", () => {
    const result = lowered({
      shapes: {
        ...operationWith({
          own: { target: "a#Word", traits: { "smithy.api#documentation": "Own.", "smithy.api#length": { max: 2 } } },
          inherited: { target: "a#Word" },
          plain: { target: "smithy.api#String" },
        }),
        "a#Word": {
          type: "string",
          traits: {
            "smithy.api#documentation": "A word.",
            "smithy.api#length": { min: 1, max: 9 },
            "smithy.api#sensitive": {},
          },
        },
      },
    });
    expect(
      structure(result, "a#In").members.map(({ name, docs, constraints, sensitive }) => [
        name,
        docs.documentation,
        constraints.length?.max,
        sensitive,
      ]),
    ).toEqual([
      ["own", "Own.", 2, true],
      ["inherited", "A word.", 9, true],
      ["plain", undefined, undefined, false],
    ]);
  });

  it("of unions may target Unit, which then is a type; else it is none", () => {
    const shapes = {
      ...operationWith({ choice: { target: "a#Choice" } }),
      "a#Choice": { type: "union", members: { nothing: { target: "smithy.api#Unit" } } },
    };
    expect(lowered({ shapes }).service.types.map(({ name }) => name)).toEqual(["Choice", "In", "Unit"]);
    expect(lowered({ shapes: operationWith({}) }).service.types.map(({ name }) => name)).toEqual(["In"]);
  });
});

it("shapes have the service's new names, and are sorted by them", () => {
  const { service } = lowered({
    service: { rename: { "b#In": "Elsewhere" } },
    shapes: {
      ...operationWith({ other: { target: "b#In" } }),
      "b#In": { type: "structure", members: {} },
    },
  });
  expect(service.types.map(({ id, name }) => [id, name])).toEqual([
    ["b#In", "Elsewhere"],
    ["a#In", "In"],
  ]);
});
