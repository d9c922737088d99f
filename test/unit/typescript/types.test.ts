import { describe, expect, it } from "vitest";
import { isJson, memberDeclaration, typeExpression } from "../../../codegen/typescript/types.ts";
import { emissionOfShapes, fileOf, of, structure } from "./emission.ts";

const SHAPES = {
  Node: structure({ next: of("Node") }),
  Choice: { type: "union", members: { a: of("smithy.api#String"), node: of("Node") } },
  Color: { type: "enum", members: { RED: of("smithy.api#Unit", { "smithy.api#enumValue": "red" }) } },
  Grade: { type: "intEnum", members: { ONE: of("smithy.api#Unit", { "smithy.api#enumValue": 1 }) } },
  Json: { type: "string", traits: { "smithy.api#mediaType": "application/json" } },
  Words: { type: "list", member: of("smithy.api#String") },
  Jsons: { type: "list", member: of("Json") },
  Nodes: { type: "list", member: of("Node") },
  Lists: { type: "list", member: of("Nodes") },
  Gaps: { type: "list", member: of("smithy.api#Timestamp"), traits: { "smithy.api#sparse": {} } },
  ByName: { type: "map", key: of("smithy.api#String"), value: of("Nodes") },
  ByColor: { type: "map", key: of("Color"), value: of("smithy.api#Integer") },
  GapsByName: {
    type: "map",
    key: of("smithy.api#String"),
    value: of("smithy.api#Blob"),
    traits: { "smithy.api#sparse": {} },
  },
  Set: structure({}),
  Date: structure({}),
} as const;

/** The member `value` of an input, declared in a file of its own. */
const declared = (target: string, traits: object = {}, more: object = {}): string => {
  const input = structure({ value: of(target, { ...traits }) });
  const emission = emissionOfShapes({ ...SHAPES, ...more, Input: input } as never);
  const type = emission.service.typesById.get("example#Input");
  const [member] = type?.kind === "structure" ? type.members : [];
  if (member === undefined) throw new Error("The input has a member.");
  return memberDeclaration(member, fileOf(emission, "models/other"));
};

describe("the type of a member", () => {
  it.each([
    ["smithy.api#String", "string"],
    ["smithy.api#Boolean", "boolean"],
    ...["Byte", "Short", "Integer", "Long", "Float", "Double"].map((name) => [`smithy.api#${name}`, "number"]),
    ["smithy.api#BigInteger", "bigint"],
    ["smithy.api#BigDecimal", "__NumericValue"],
    ["smithy.api#Timestamp", "Date"],
    ["smithy.api#Blob", "Uint8Array"],
    ["smithy.api#Document", "__DocumentType"],
    ["Json", "__AutomaticJsonStringConversion | string"],
    ["Node", "Node"],
    ["Choice", "Choice"],
    ["Color", "Color"],
    ["Grade", "Grade"],
    ["Words", "string[]"],
    ["Jsons", "(__AutomaticJsonStringConversion | string)[]"],
    ["Lists", "Node[][]"],
    ["Gaps", "(Date | null)[]"],
    ["ByName", "Record<string, Node[]>"],
    ["ByColor", "Partial<Record<Color, number>>"],
    ["GapsByName", "Record<string, Uint8Array | null>"],
    ["Set", "_Set"],
    ["Date", "_Date"],
  ])("%s is %s", (target, type) => {
    expect(declared(target)).toBe(`value?: ${type} | undefined;`);
  });

  it("says what is required, and that it may be passed on as undefined", () => {
    expect(declared("Words", { "smithy.api#required": {} })).toBe("value: string[] | undefined;");
    expect(declared("Words", { "smithy.api#required": {}, "smithy.api#clientOptional": {} })).toBe(
      "value?: string[] | undefined;",
    );
  });

  it("reaches a global that the package declares through globalThis", () => {
    const more = { Uint8Array: structure({}), Other: structure({ bytes: of("Uint8Array") }) };
    const emission = emissionOfShapes({ ...SHAPES, ...more, Input: structure({ a: of("Other") }) } as never);
    const blob = {
      kind: "scalar",
      scalar: "blob",
      id: "smithy.api#Blob",
      sensitive: false,
      streaming: false,
      requiresLength: false,
    } as const;
    expect(typeExpression(blob, fileOf(emission, "a"))).toBe("globalThis.Uint8Array");
    expect(typeExpression({ ...blob, streaming: true, requiresLength: false }, fileOf(emission, "a"))).toBe(
      "StreamingBlobTypes",
    );
  });
});

describe("media types of JSON", () => {
  it.each([
    ["application/json", true],
    ["application/json; charset=utf-8", true],
    ["application/json;charset=utf-8", true],
    ["application/problem+json", true],
    ["APPLICATION/JSON", true],
    ["text/json", false],
    ["application/jsonl", false],
    [undefined, false],
  ])("%s: %s", (type, expected) => {
    expect(isJson(type)).toBe(expected);
  });
});
