import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../codegen/smithy/json.ts";
import { ast, membersOf, modelOf, shapeOf } from "./helpers.ts";

const zero = (value: false | 0 | ""): JsonObject => ({ "smithy.api#default": value });
const box = { "smithy.api#box": {} };

describe("a model of Smithy 1.0", () => {
  it("has lists with unique items for sets", () => {
    const model = modelOf(ast({ "ns#Set": { type: "set", member: { target: "smithy.api#String" } } }, "1.0"));
    expect(shapeOf(model, "ns#Set").kind).toBe("list");
    expect(shapeOf(model, "ns#Set").traits.raw).toEqual({ "smithy.api#uniqueItems": {} });
  });

  it("has zero by default where nothing is boxed", () => {
    const model = modelOf(
      ast(
        {
          "ns#Int": { type: "integer" },
          "ns#Boxed": { type: "integer", traits: box },
          "ns#Bool": { type: "boolean" },
          "ns#Big": { type: "bigInteger" },
          "ns#Stream": { type: "blob", traits: { "smithy.api#streaming": {} } },
          "ns#S": {
            type: "structure",
            members: {
              int: { target: "ns#Int" },
              boxedInt: { target: "ns#Int", traits: box },
              boxed: { target: "ns#Boxed" },
              bool: { target: "ns#Bool" },
              big: { target: "ns#Big" },
              primitive: { target: "smithy.api#PrimitiveLong" },
              long: { target: "smithy.api#Long" },
              text: { target: "smithy.api#String" },
              five: { target: "ns#Int", traits: { "smithy.api#default": 5 } },
              modern: { target: "ns#Modern" },
              stream: { target: "ns#Stream" },
            },
          },
        },
        "1",
      ),
      ast({ "ns#Modern": { type: "integer" } }),
    );
    const traits = Object.fromEntries(Object.entries(membersOf(model, "ns#S")).map(([name, [, raw]]) => [name, raw]));
    expect(traits).toEqual({
      int: zero(0),
      boxedInt: {},
      boxed: {},
      bool: zero(false),
      big: {},
      primitive: zero(0),
      long: {},
      text: {},
      five: { "smithy.api#default": 5 },
      modern: {},
      stream: zero(""),
    });
    expect(shapeOf(model, "ns#Int").traits.raw).toEqual(zero(0));
    expect(shapeOf(model, "ns#Boxed").traits.raw).toEqual({});
    expect(shapeOf(model, "ns#Modern").traits.raw).toEqual({});
  });

  it("keeps lists and unions without defaults", () => {
    const model = modelOf(
      ast(
        {
          "ns#L": { type: "list", member: { target: "smithy.api#PrimitiveInteger" } },
          "ns#U": { type: "union", members: { a: { target: "smithy.api#PrimitiveInteger" } } },
        },
        "1.0",
      ),
    );
    expect(membersOf(model, "ns#U")).toEqual({ a: ["smithy.api#PrimitiveInteger", {}] });
    expect(shapeOf(model, "ns#L")).toMatchObject({ member: { target: "smithy.api#PrimitiveInteger" } });
  });
});

describe("a string with the enum trait", () => {
  const loaded = (definitions: readonly JsonObject[], smithy = "2.0") =>
    modelOf(ast({ "ns#E": { type: "string", traits: { "smithy.api#enum": definitions, "ns#other": 1 } } }, smithy));

  it("is an enum, with the names it gives", () => {
    const model = loaded(
      [
        { value: "a-1", name: "FIRST", documentation: "One.", tags: ["internal", "x"], deprecated: true },
        { value: "b", name: "SECOND" },
      ],
      "1.0",
    );
    expect(shapeOf(model, "ns#E").kind).toBe("enum");
    expect(shapeOf(model, "ns#E").traits.raw).toEqual({ "ns#other": 1 });
    expect(membersOf(model, "ns#E")).toEqual({
      FIRST: [
        "smithy.api#Unit",
        {
          "smithy.api#enumValue": "a-1",
          "smithy.api#documentation": "One.",
          "smithy.api#tags": ["internal", "x"],
          "smithy.api#deprecated": {},
          "smithy.api#internal": {},
        },
      ],
      SECOND: ["smithy.api#Unit", { "smithy.api#enumValue": "b" }],
    });
  });

  it("is an enum, with names made of values", () => {
    expect(
      Object.keys(membersOf(loaded([{ value: "us-east-1" }, { value: "a.b/c: d" }, { value: "plain" }]), "ns#E")),
    ).toEqual(["us_east_1", "a_b_c_d", "plain"]);
  });

  it.each([
    ["begins with a digit", ["1a"]],
    ["has letters that no name has", ["a+b"]],
    ["is empty", [""]],
    ["gives a name that another gives", ["a-b", "a.b"]],
    ["gives a name of underscores alone", ["-"]],
  ])("stays a string if one value %s", (_, values) => {
    const model = loaded(values.map((value) => ({ value })));
    expect(shapeOf(model, "ns#E").kind).toBe("string");
    expect(shapeOf(model, "ns#E").traits.ids).toEqual(["smithy.api#enum", "ns#other"]);
  });
});
