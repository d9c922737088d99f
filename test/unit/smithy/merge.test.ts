import { describe, expect, it } from "vitest";
import { loadModel } from "../../../codegen/smithy/load.ts";
import { writeShape } from "../../../codegen/smithy/write-shape.ts";
import { ast, membersOf, modelOf, shapeOf, source } from "./helpers.ts";

describe("files of one model", () => {
  it("give the same model in any order", () => {
    const sources = [
      source("b.json", ast({ "ns#B": { type: "string" } }, "2.0", { list: ["b"], same: { x: 1 } })),
      source("a.json", ast({ "ns#C": { type: "list", member: { target: "ns#B" } } }, "2.0", { list: ["a"] })),
      source("c.json", ast({ "ns#B": { type: "apply", traits: { "ns#t": 1 } } }, "2.0", { same: { x: 1 } })),
    ];
    const shown = (order: readonly number[]) => {
      const { model } = loadModel(order.flatMap((index) => sources[index] ?? []));
      return [[...model.shapes].map(([id, shape]) => [id, writeShape(shape)]), [...model.metadata]];
    };
    const expected = shown([0, 1, 2]);
    expect(expected[1]).toEqual([
      ["list", ["a", "b"]],
      ["same", { x: 1 }],
    ]);
    expect(JSON.stringify(shown([2, 1, 0]))).toBe(JSON.stringify(expected));
    expect(JSON.stringify(shown([1, 0, 2]))).toBe(JSON.stringify(expected));
  });

  it("have their shapes sorted by id, those of the prelude among them", () => {
    const ids = [...modelOf(ast({ "zz#B": { type: "string" }, "aa#A": { type: "string" } })).shapes.keys()];
    expect(ids).toEqual([...ids].sort());
    expect(ids).toContain("smithy.api#Unit");
  });

  it("may define a shape twice, and join its traits", () => {
    const shape = (traits: object, memberTraits: object) =>
      ast({
        "ns#S": {
          type: "structure",
          members: { a: { target: "smithy.api#String", traits: { ...memberTraits } } },
          traits: { ...traits },
        },
      });
    const model = modelOf(
      shape({ "smithy.api#tags": ["a"], "smithy.api#title": "T" }, { "smithy.api#required": {} }),
      shape({ "smithy.api#tags": ["b"], "smithy.api#title": "T" }, { "smithy.api#jsonName": "x" }),
    );
    expect(shapeOf(model, "ns#S").traits.raw).toEqual({ "smithy.api#tags": ["a", "b"], "smithy.api#title": "T" });
    expect(membersOf(model, "ns#S")).toEqual({
      a: ["smithy.api#String", { "smithy.api#required": {}, "smithy.api#jsonName": "x" }],
    });
  });

  it("take two equal lists as one statement made twice", () => {
    const text = ast({ "ns#S": { type: "string", traits: { "smithy.api#tags": ["a"] } } });
    expect(shapeOf(modelOf(text, text), "ns#S").traits.raw).toEqual({ "smithy.api#tags": ["a"] });
  });

  it("may repeat the prelude", () => {
    const model = modelOf(ast({ "smithy.api#String": { type: "string" } }));
    expect(shapeOf(model, "smithy.api#String").kind).toBe("string");
  });
});

describe("apply statements", () => {
  it("reach shapes and members, of lists and maps too", () => {
    const model = modelOf(
      ast({
        "ns#S": { type: "structure", members: { a: { target: "ns#L" } } },
        "ns#L": { type: "list", member: { target: "smithy.api#String" } },
        "ns#S$a": { type: "apply", traits: { "smithy.api#required": {} } },
      }),
      ast({
        "ns#S": { type: "apply", traits: { "smithy.api#documentation": "S" } },
        "ns#L$member": { type: "apply", traits: { "smithy.api#length": { min: 1 } } },
      }),
    );
    expect(membersOf(model, "ns#S")).toEqual({ a: ["ns#L", { "smithy.api#required": {} }] });
    expect(shapeOf(model, "ns#S").traits.raw).toEqual({ "smithy.api#documentation": "S" });
    const list = shapeOf(model, "ns#L");
    expect(list.kind === "list" ? list.member.traits.raw : undefined).toEqual({ "smithy.api#length": { min: 1 } });
  });
});

describe("shapes of every kind", () => {
  it("are read as they are written", () => {
    const shapes = {
      "ns#Blob": { type: "blob", traits: { "smithy.api#streaming": {} } },
      "ns#Enum": {
        type: "enum",
        members: { A: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "a" } } },
      },
      "ns#Error": { type: "structure", members: {}, traits: { "smithy.api#error": "client" } },
      "ns#Int": {
        type: "intEnum",
        members: { A: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": 1 } } },
      },
      "ns#Map": { type: "map", key: { target: "ns#Enum" }, value: { target: "smithy.api#String" } },
      "ns#Op": {
        type: "operation",
        input: { target: "ns#Structure" },
        output: { target: "smithy.api#Unit" },
        errors: [{ target: "ns#Error" }],
      },
      "ns#Resource": {
        type: "resource",
        identifiers: { id: { target: "smithy.api#String" } },
        properties: { map: { target: "ns#Map" } },
        put: { target: "ns#Op" },
        read: { target: "ns#Op" },
        operations: [{ target: "ns#Op" }],
        collectionOperations: [{ target: "ns#Op" }],
        resources: [{ target: "ns#Inner" }],
      },
      "ns#Inner": { type: "resource" },
      "ns#Service": {
        type: "service",
        version: "1",
        operations: [{ target: "ns#Op" }],
        resources: [{ target: "ns#Resource" }],
        errors: [{ target: "ns#Error" }],
        rename: { "ns#Map": "Dictionary" },
      },
      "ns#Structure": { type: "structure", members: { blob: { target: "ns#Blob" } } },
      "ns#Union": { type: "union", members: { unit: { target: "smithy.api#Unit" } } },
    };
    const model = modelOf(ast(shapes));
    for (const [id, shape] of Object.entries(shapes)) expect(writeShape(shapeOf(model, id)), id).toEqual(shape);
  });

  it("an operation without input and output has the unit type", () => {
    const operation = shapeOf(modelOf(ast({ "ns#Op": { type: "operation" } })), "ns#Op");
    expect(operation).toMatchObject({ input: "smithy.api#Unit", output: "smithy.api#Unit", errors: [] });
  });
});
