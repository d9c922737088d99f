import { describe, expect, it } from "vitest";
import { loadModel } from "../../../codegen/smithy/load.ts";
import { ast, complaints, faultsOf, show, source } from "./helpers.ts";

describe("values of other forms than the JSON AST has", () => {
  it.each([
    ["a model that is a list", "[]", "a.json:1:1 error TIN0010: A model must be an object; it is a list."],
    ["no version", '{"shapes": {}}', 'a.json:1:1 error TIN0011: A model has no "smithy".'],
    [
      "a version that is a number",
      '{"smithy": 2}',
      'a.json:1:12 error TIN0010: "smithy" must be a string; it is a number.',
    ],
    ["an unknown version", '{"smithy": "3.0"}', 'a.json:1:12 error TIN0012: Smithy version "3.0" is not known.'],
    [
      "metadata that is a list",
      '{"smithy": "2.0", "metadata": []}',
      'a.json:1:31 error TIN0010: "metadata" must be an object; it is a list.',
    ],
    [
      "shapes that are a list",
      '{"smithy": "2.0",\n "shapes": []}',
      'a.json:2:12 error TIN0010: "shapes" must be an object; it is a list.',
    ],
    [
      "a shape that is null",
      '{"smithy": "2.0", "shapes": {\n "ns#A": null}}',
      'a.json:2:10 error TIN0010 ns#A: "ns#A" must be an object; it is null.',
    ],
    [
      "a shape without a type",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {}}}',
      'a.json:2:10 error TIN0011 ns#A: ns#A has no "type".',
    ],
    [
      "a type that is a list",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": []}}}',
      'a.json:2:19 error TIN0010 ns#A: "type" must be a string; it is a list.',
    ],
    [
      "an unknown type",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "structur"}}}',
      'a.json:2:19 error TIN0013 ns#A: "structur" is not a type of shape. Nearest: structure.',
    ],
    [
      "a set in 2.0",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "set", "member": {"target": "ns#B"}}}}',
      'a.json:2:19 error TIN0013 ns#A: "set" is not a type of shape.',
    ],
    [
      "a type named like a property of all objects",
      '{"smithy": "2.0", "shapes": {"ns#A": {"type": "constructor"}}}',
      'a.json:1:47 error TIN0013 ns#A: "constructor" is not a type of shape.',
    ],
    [
      "a shape id without a namespace",
      '{"smithy": "2.0", "shapes": {\n "City": {"type": "string"}}}',
      'a.json:2:2 error TIN0014 City: "City" is not a shape id.',
    ],
    [
      "a shape named like a member",
      '{"smithy": "2.0", "shapes": {\n "ns#A$b": {"type": "string"}}}',
      'a.json:2:2 error TIN0014 ns#A$b: "ns#A$b" is not a shape id.',
    ],
    [
      "traits that are a list",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "string", "traits": []}}}',
      'a.json:2:39 error TIN0010 ns#A: "traits" must be an object; it is a list.',
    ],
    [
      "members that are a list",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "structure", "members": []}}}',
      'a.json:2:43 error TIN0010 ns#A: "members" must be an object; it is a list.',
    ],
    [
      "a member that is a string",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "structure", "members": {"b": "x"}}}}',
      'a.json:2:49 error TIN0010 ns#A: "b" must be an object; it is a string.',
    ],
    [
      "a member without a target",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "structure", "members": {"b": {}}}}}',
      'a.json:2:49 error TIN0011 ns#A: "b" has no "target".',
    ],
    [
      "a target that is null",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "structure", "members": {"b": {"target": null}}}}}',
      'a.json:2:60 error TIN0010 ns#A: "target" must be a string; it is null.',
    ],
    [
      "a member's name that is no name",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "structure", "members": {"b-c": {"target": "smithy.api#String"}}}}}',
      "a.json:2:44 error TIN0015 ns#A: \"b-c\" can't be a member's name.",
    ],
    [
      "a list without a member",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "list"}}}',
      'a.json:2:10 error TIN0011 ns#A: ns#A has no "member".',
    ],
    [
      "a list's member without a target",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "list", "member": {}}}}',
      'a.json:2:37 error TIN0011 ns#A: "member" has no "target".',
    ],
    [
      "a map without a value",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "map", "key": {"target": "smithy.api#String"}}}}',
      'a.json:2:10 error TIN0011 ns#A: ns#A has no "value".',
    ],
    [
      "a union without members",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "union"}}}',
      "a.json:2:10 error TIN0039 ns#A: ns#A, a union, has no members.",
    ],
    [
      "operations that are an object",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "service", "version": "1", "operations": {}}}}',
      'a.json:2:60 error TIN0010 ns#A: "operations" must be a list; it is an object.',
    ],
    [
      "an operation that is a string",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "service", "version": "1", "operations": ["ns#B"]}}}',
      "a.json:2:61 error TIN0010 ns#A: An element must be an object; it is a string.",
    ],
    [
      "a version of a service that is a number",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "service", "version": 1}}}',
      'a.json:2:41 error TIN0010 ns#A: "version" must be a string; it is a number.',
    ],
    [
      "a new name that is a number",
      '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "service", "rename": {"ns#B": 1}}}}',
      'a.json:2:49 error TIN0010 ns#A: "ns#B" must be a string; it is a number.',
    ],
  ])("%s", (_, text, expected) => {
    expect(faultsOf(text)).toEqual([expected]);
  });

  it("are all found in one run, in all files", () => {
    const first = '{"smithy": "2.0", "shapes": {\n"ns#A": {"type": "list"},\n"ns#B": {"type": 1},\n"ns#C": []}}';
    const second = '{"smithy": "4", "shapes": {"ns#D": {"type": "union"}}}';
    expect(faultsOf(second, first)).toEqual([
      'a.json:1:12 error TIN0012: Smithy version "4" is not known.',
      "a.json:1:36 error TIN0039 ns#D: ns#D, a union, has no members.",
      'b.json:2:9 error TIN0011 ns#A: ns#A has no "member".',
      'b.json:3:18 error TIN0010 ns#B: "type" must be a string; it is a number.',
      'b.json:4:9 error TIN0010 ns#C: "ns#C" must be an object; it is a list.',
    ]);
  });

  it("a property that means nothing is a warning, given with the model and with errors", () => {
    const text = '{"smithy": "2.0", "shapes": {\n "ns#A": {"type": "string", "member": 1}}}';
    expect(loadModel([source("a.json", text)]).diagnostics.map(show)).toEqual([
      'a.json:2:29 warning TIN0016 ns#A: "member" means nothing in a string and is ignored.',
    ]);
    expect(faultsOf(text, "")).toHaveLength(2);
  });

  it("no file at all is a fault", () => {
    expect(complaints(() => loadModel([]))).toEqual(["error TIN0009: No model is given."]);
  });
});

describe("keys that are names of all objects", () => {
  it("are ordinary", () => {
    const names = '"__proto__": {"target": "smithy.api#String"}, "constructor": {"target": "smithy.api#String"}';
    const text = `{"smithy": "2.0", "metadata": {"__proto__": [1]}, "shapes": {
      "ns#A": {"type": "structure", "members": {${names}}, "traits": {"__proto__": {"a": 1}, "toString": {}}}}}`;
    const { model } = loadModel([source("a.json", text)]);
    const shape = model.shapes.get("ns#A");
    expect(model.metadata.get("__proto__")).toEqual([1]);
    expect(shape?.kind === "structure" ? [...shape.members.keys()] : []).toEqual(["__proto__", "constructor"]);
    expect(shape?.traits.ids).toEqual(["__proto__", "toString"]);
    expect(shape?.traits.has("valueOf")).toBe(false);
  });

  it("stay keys when traits are joined", () => {
    const shape = '"ns#A": {"type": "string", "traits": {"__proto__": {"polluted": true}}}';
    const applied = '"ns#A": {"type": "apply", "traits": {"ns#t": {}}}';
    const sources = [shape, applied].map((text, i) => source(`${i}.json`, `{"smithy": "2", "shapes": {${text}}}`));
    const traits = loadModel(sources).model.shapes.get("ns#A")?.traits;
    expect(traits?.ids).toEqual(["__proto__", "ns#t"]);
    expect(traits?.has("polluted")).toBe(false);
  });
});

describe("wrong trait values", () => {
  it("are found on shapes, on members and in apply statements, where they stand", () => {
    const text = `{"smithy": "2.0", "shapes": {
  "ns#A": { "type": "structure",
    "members": { "b": { "target": "smithy.api#String", "traits": { "smithy.api#length": { "min": "1" } } } },
    "traits": { "smithy.api#error": "customer" } },
  "ns#L": { "type": "list",
    "member": { "target": "smithy.api#String", "traits": { "smithy.api#pattern": 1 } } },
  "ns#A$b": { "type": "apply", "traits": { "smithy.api#documentation": [] } }
}}`;
    expect(faultsOf(text)).toEqual([
      "a.json:3:89 error TIN0040 ns#A$b: Wrong value: trait smithy.api#length.min must be a number.",
      "a.json:4:37 error TIN0040 ns#A: Wrong value: trait smithy.api#error must be one of client, server.",
      "a.json:6:82 error TIN0040 ns#L$member: Wrong value: trait smithy.api#pattern must be a string.",
      "a.json:7:72 error TIN0040 ns#A$b: Wrong value: trait smithy.api#documentation must be a string.",
    ]);
  });

  it("unknown traits are kept as they are", () => {
    const text = ast({ "ns#A": { type: "string", traits: { "ns#whatever": [{ deep: null }] } } });
    expect(loadModel([source("a.json", text)]).model.shapes.get("ns#A")?.traits.raw).toEqual({
      "ns#whatever": [{ deep: null }],
    });
  });
});
