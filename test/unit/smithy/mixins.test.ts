import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../codegen/smithy/json.ts";
import { ast, membersOf, modelOf, shapeOf } from "./helpers.ts";

const string = (traits: JsonObject = {}): JsonObject => ({ target: "smithy.api#String", traits });
const doc = (text: string): JsonObject => ({ "smithy.api#documentation": text });
const mixin = { "smithy.api#mixin": {} };
const structure = (members: JsonObject, traits: JsonObject, ...mixins: readonly string[]): JsonObject => ({
  type: "structure",
  members,
  traits,
  mixins: mixins.map((target) => ({ target })),
});

describe("mixins", () => {
  it("give their members before the shape's own, depth first, and vanish", () => {
    const model = modelOf(
      ast({
        "ns#S": structure({ own: string() }, {}, "ns#Paged", "ns#Named"),
        "ns#Paged": structure({ token: string(), size: string() }, mixin, "ns#Base"),
        "ns#Named": structure({ name: string() }, mixin),
        "ns#Base": structure({ base: string() }, mixin),
      }),
    );
    expect(Object.keys(membersOf(model, "ns#S"))).toEqual(["base", "token", "size", "name", "own"]);
    const member = shapeOf(model, "ns#S");
    expect(member.kind === "structure" ? member.members.get("base")?.id : undefined).toBe("ns#S$base");
    expect([...model.shapes.keys()].filter((id) => id.startsWith("ns#"))).toEqual(["ns#S"]);
  });

  it("give traits: a later mixin's stand above an earlier one's, the shape's own above all", () => {
    const model = modelOf(
      ast({
        "ns#A": structure({}, { ...mixin, ...doc("A"), "ns#foo": 1, "ns#one": {} }),
        "ns#B": structure({}, { ...mixin, ...doc("B"), "ns#foo": 2, "ns#two": {} }),
        "ns#C": structure({}, { ...mixin, ...doc("C"), "ns#three": {} }, "ns#A", "ns#B"),
        "ns#D": structure({}, { ...doc("D"), "ns#four": {} }, "ns#C"),
      }),
    );
    expect(shapeOf(model, "ns#D").traits.raw).toEqual({
      ...doc("D"),
      "ns#one": {},
      "ns#foo": 2,
      "ns#two": {},
      "ns#three": {},
      "ns#four": {},
    });
  });

  it("keep their local traits", () => {
    const traits = { "smithy.api#mixin": { localTraits: ["smithy.api#private"] }, "smithy.api#private": {}, "ns#t": 1 };
    const model = modelOf(ast({ "ns#M": structure({}, traits), "ns#S": structure({}, {}, "ns#M") }));
    expect(shapeOf(model, "ns#S").traits.raw).toEqual({ "ns#t": 1 });
  });

  it("have members that are written again with more traits, in the mixin's place", () => {
    const model = modelOf(
      ast({
        "ns#M": structure({ a: string({ ...doc("mixin"), "ns#t": 1 }), b: string() }, mixin),
        "ns#S": structure({ c: string(), a: string(doc("own")) }, {}, "ns#M"),
      }),
    );
    expect(membersOf(model, "ns#S")).toEqual({
      a: ["smithy.api#String", { ...doc("own"), "ns#t": 1 }],
      b: ["smithy.api#String", {}],
      c: ["smithy.api#String", {}],
    });
    expect(Object.keys(membersOf(model, "ns#S"))).toEqual(["a", "b", "c"]);
  });

  it("have members that traits are applied to, for the shape and for those that mix it in", () => {
    const model = modelOf(
      ast({
        "ns#M": structure({ a: string(doc("mixin")) }, mixin),
        "ns#N": structure({}, mixin, "ns#M"),
        "ns#S": structure({}, {}, "ns#N"),
        "ns#T": structure({}, {}, "ns#M"),
        "ns#N$a": { type: "apply", traits: doc("applied") },
      }),
    );
    expect(membersOf(model, "ns#S")).toEqual({ a: ["smithy.api#String", doc("applied")] });
    expect(membersOf(model, "ns#T")).toEqual({ a: ["smithy.api#String", doc("mixin")] });
  });

  it("are of every type", () => {
    const mixins = (target: string) => [{ target }];
    const model = modelOf(
      ast({
        "ns#StringMixin": { type: "string", traits: { ...mixin, "smithy.api#pattern": "^a" } },
        "ns#String": { type: "string", mixins: mixins("ns#StringMixin") },
        "ns#ListMixin": { type: "list", member: { target: "ns#String" }, traits: mixin },
        "ns#List": { type: "list", mixins: mixins("ns#ListMixin") },
        "ns#ServiceMixin": {
          type: "service",
          version: "1",
          operations: [{ target: "ns#Op" }],
          rename: { "ns#List": "A", "ns#String": "S" },
          traits: mixin,
        },
        "ns#Service": {
          type: "service",
          version: "2",
          operations: [{ target: "ns#Other" }],
          rename: { "ns#List": "B" },
          mixins: mixins("ns#ServiceMixin"),
        },
        "ns#OpMixin": { type: "operation", errors: [{ target: "ns#Error" }], traits: mixin },
        "ns#Op": { type: "operation", mixins: mixins("ns#OpMixin") },
        "ns#Other": { type: "operation" },
        "ns#Error": structure({}, { "smithy.api#error": "server" }),
        "ns#ResourceMixin": { type: "resource", traits: { ...mixin, "smithy.api#internal": {} } },
        "ns#Resource": { type: "resource", mixins: mixins("ns#ResourceMixin") },
      }),
    );
    expect(shapeOf(model, "ns#String").traits.raw).toEqual({ "smithy.api#pattern": "^a" });
    expect(shapeOf(model, "ns#List")).toMatchObject({ member: { id: "ns#List$member", target: "ns#String" } });
    expect(shapeOf(model, "ns#Service")).toMatchObject({
      version: "2",
      operations: ["ns#Op", "ns#Other"],
      rename: new Map([
        ["ns#List", "B"],
        ["ns#String", "S"],
      ]),
    });
    expect(shapeOf(model, "ns#Op")).toMatchObject({ errors: ["ns#Error"] });
    expect(shapeOf(model, "ns#Resource").traits.raw).toEqual({ "smithy.api#internal": {} });
  });
});
