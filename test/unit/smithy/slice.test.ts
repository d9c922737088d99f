import { describe, expect, it } from "vitest";
import { chooseService } from "../../../codegen/smithy/choose.ts";
import { sliceModel } from "../../../codegen/smithy/slice.ts";
import { ast, modelOf } from "./helpers.ts";

const model = modelOf(
  ast(
    {
      "ns#Weather": {
        type: "service",
        version: "1",
        operations: [{ target: "ns#GetTime" }],
        resources: [{ target: "ns#City" }],
        errors: [{ target: "ns#Throttled" }],
        rename: { "ns#Kept": "Held", "ns#Unused": "Other" },
        traits: {
          "smithy.rules#endpointTests": { version: "1.0" },
          "ns#protocol": {},
          "aws.api#clientEndpointDiscovery": { operation: "ns#Discover" },
        },
      },
      "ns#City": { type: "resource", read: { target: "ns#GetCity" } },
      "ns#GetTime": { type: "operation" },
      "ns#Discover": { type: "operation" },
      "ns#GetCity": {
        type: "operation",
        input: { target: "ns#In" },
        traits: { "smithy.api#examples": [{ title: "One", input: {} }] },
      },
      "ns#Mixin": { type: "structure", members: { kept: { target: "ns#Kept" } }, traits: { "smithy.api#mixin": {} } },
      "ns#In": {
        type: "structure",
        members: { __proto__x: { target: "smithy.api#String", traits: { "ns#note": "n" } } },
        mixins: [{ target: "ns#Mixin" }],
        traits: { "smithy.api#references": [{ resource: "ns#City" }] },
      },
      "ns#Kept": { type: "string" },
      "ns#Unused": { type: "string" },
      "ns#Throttled": { type: "structure", traits: { "smithy.api#error": "client" } },
      "ns#protocol": {
        type: "structure",
        members: { options: { target: "ns#Options" } },
        traits: { "smithy.api#trait": {}, "ns#note": "of a trait" },
      },
      "ns#Options": { type: "list", member: { target: "smithy.api#String" } },
      "ns#note": { type: "string", traits: { "smithy.api#trait": {} } },
      "ns#unusedTrait": { type: "string", traits: { "smithy.api#trait": {} } },
    },
    "2.0",
    { z: 1, a: [2] },
  ),
);

const slice = (operations: readonly string[]): string => sliceModel(model, chooseService(model), operations);

describe("a slice", () => {
  it("is a whole model of the operations, what they reach, and the definitions of the traits they use", () => {
    expect(JSON.parse(slice(["ns#GetCity"]))).toEqual({
      smithy: "2.0",
      metadata: { a: [2], z: 1 },
      shapes: {
        "ns#GetCity": {
          type: "operation",
          input: { target: "ns#In" },
          output: { target: "smithy.api#Unit" },
          traits: { "smithy.api#examples": [{ title: "One", input: {} }] },
        },
        "ns#In": {
          type: "structure",
          members: {
            kept: { target: "ns#Kept" },
            __proto__x: { target: "smithy.api#String", traits: { "ns#note": "n" } },
          },
        },
        "ns#Kept": { type: "string" },
        "ns#Options": { type: "list", member: { target: "smithy.api#String" } },
        "ns#Throttled": { type: "structure", members: {}, traits: { "smithy.api#error": "client" } },
        "ns#Weather": {
          type: "service",
          version: "1",
          operations: [{ target: "ns#GetCity" }],
          errors: [{ target: "ns#Throttled" }],
          rename: { "ns#Kept": "Held" },
          traits: { "smithy.rules#endpointTests": { version: "1.0" }, "ns#protocol": {} },
        },
        "ns#note": { type: "string", traits: { "smithy.api#trait": {} } },
        "ns#protocol": {
          type: "structure",
          members: { options: { target: "ns#Options" } },
          traits: { "smithy.api#trait": {}, "ns#note": "of a trait" },
        },
      },
    });
  });

  it("has its shapes sorted, four spaces of indent and a newline at its end", () => {
    const text = slice(["ns#GetTime"]);
    expect(text.startsWith('{\n    "smithy": "2.0",\n')).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
    const ids = Object.keys((JSON.parse(text) as { shapes: object }).shapes);
    expect(ids).toEqual([...ids].sort());
  });

  it("of itself is the same text, whatever the order of the operations", () => {
    const text = slice(["ns#GetTime", "ns#GetCity"]);
    const again = modelOf(text);
    expect(sliceModel(again, chooseService(again), ["ns#GetCity", "ns#GetTime"])).toBe(text);
  });

  it("keeps endpoint discovery where its operation is kept", () => {
    expect(slice(["ns#Discover"])).toContain("clientEndpointDiscovery");
    expect(slice(["ns#GetTime"])).not.toContain("clientEndpointDiscovery");
  });
});
