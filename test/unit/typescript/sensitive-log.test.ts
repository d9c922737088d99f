import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { models } from "../../../codegen/typescript/files/models.ts";
import { own } from "../../../codegen/typescript/support/structures.ts";
import { emissionOfShapes, of, structure } from "./emission.ts";

const SECRET = { "smithy.api#sensitive": {} };
const SPARSE = { "smithy.api#sparse": {} };
const HIDDEN = "***SensitiveInformation***";
const TEXT = "smithy.api#String";
const list = (member: string, traits: object = {}) => ({ type: "list", member: of(member), traits });
const map = (key: string, value: string, traits: object = {}) => ({
  type: "map",
  key: of(key),
  value: of(value),
  traits,
});

const SHAPES = {
  Secret: { type: "string", traits: SECRET },
  SecretNumber: { type: "integer", traits: SECRET },
  SecretColor: {
    type: "enum",
    members: { RED: of("smithy.api#Unit", { "smithy.api#enumValue": "red" }) },
    traits: SECRET,
  },
  SecretThing: structure({ a: of(TEXT) }, SECRET),
  Plain: structure({ a: of(TEXT), words: of("Words") }),
  Node: structure({
    name: of(TEXT),
    secret: of("Secret"),
    next: of("Node"),
    nodes: of("Nodes"),
    choice: of("Choice"),
  }),
  Choice: { type: "union", members: { text: of(TEXT), secret: of("Secret"), node: of("Node") } },
  Words: list(TEXT),
  SecretWords: list(TEXT, SECRET),
  MarkedWords: { type: "list", member: of(TEXT, SECRET) },
  Secrets: list("Secret"),
  SecretColors: list("SecretColor"),
  SecretThings: list("SecretThing"),
  Nodes: list("Node"),
  NodeLists: list("Nodes"),
  Gaps: list("Node", SPARSE),
  SecretGaps: list("Secret", SPARSE),
  ByName: map(TEXT, "Node"),
  ListsByName: map(TEXT, "Nodes"),
  SecretsByName: map(TEXT, "Secret"),
  GapsByName: map(TEXT, "Node", SPARSE),
  BySecret: map("Secret", TEXT),
  SecretMap: map(TEXT, TEXT, SECRET),
};

type Filter = (value: object) => unknown;

/** The function that hides what is sensitive of an input with these members, as it runs. */
const filterOf = (members: object): Filter => {
  const { scope, ...rest } = emissionOfShapes({ ...SHAPES, Input: structure({ ...members }) } as never);
  const [file] = models({ ...rest, scope });
  const code = transformSync(file?.text ?? "", { loader: "ts", format: "cjs" }).code;
  const module: { exports: Record<string, Filter> } = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, () => ({ SENSITIVE_STRING: HIDDEN, own }));
  const filter = module.exports["InputFilterSensitiveLog"];
  if (filter === undefined) throw new Error("Nothing of the input is sensitive.");
  return filter;
};

const node = (name: string, more: object = {}) => ({ name, secret: "xyz", ...more });
const shown = (name: string, more: object = {}) => ({ name, secret: HIDDEN, ...more });

describe("what a log shows", () => {
  it.each([
    ["a string", "Secret", "xyz", HIDDEN],
    ["a number", "SecretNumber", 123, HIDDEN],
    ["zero", "SecretNumber", 0, HIDDEN],
    ["an enum", "SecretColor", "red", HIDDEN],
    ["a structure that is sensitive itself", "SecretThing", { a: "xyz" }, HIDDEN],
    ["a structure that holds a secret", "Node", node("a"), shown("a")],
    [
      "recursion",
      "Node",
      node("a", { next: node("b", { next: node("c") }) }),
      shown("a", { next: shown("b", { next: shown("c") }) }),
    ],
    ["a list that is sensitive", "SecretWords", ["xyz"], HIDDEN],
    ["a list whose member is", "MarkedWords", ["xyz", "xyz"], [HIDDEN, HIDDEN]],
    ["a list of secrets", "Secrets", ["xyz", ""], [HIDDEN, HIDDEN]],
    ["a list of sensitive enums", "SecretColors", ["red"], [HIDDEN]],
    ["a list of sensitive structures", "SecretThings", [{ a: "xyz" }], [HIDDEN]],
    [
      "a list of structures",
      "Nodes",
      [node("a"), node("b", { nodes: [node("c")] })],
      [shown("a"), shown("b", { nodes: [shown("c")] })],
    ],
    ["a list of lists", "NodeLists", [[node("a")], []], [[shown("a")], []]],
    ["a sparse list", "Gaps", [null, node("a")], [null, shown("a")]],
    ["a sparse list of secrets", "SecretGaps", [null, "xyz"], [null, HIDDEN]],
    ["a map", "ByName", { k: node("a") }, { k: shown("a") }],
    ["a map of lists", "ListsByName", { k: [node("a")] }, { k: [shown("a")] }],
    ["a map of secrets", "SecretsByName", { k: "xyz" }, { k: HIDDEN }],
    ["a sparse map", "GapsByName", { k: null, l: node("a") }, { k: null, l: shown("a") }],
    ["a map with sensitive keys", "BySecret", { xyz: "v" }, HIDDEN],
    ["a map that is sensitive", "SecretMap", { xyz: "v" }, HIDDEN],
    ["a union's secret", "Choice", { secret: "xyz" }, { secret: HIDDEN }],
    ["a union's structure", "Choice", { node: node("a") }, { node: shown("a") }],
    ["a union's other members", "Choice", { text: "seen" }, { text: "seen" }],
    ["a union's unknown member", "Choice", { $unknown: ["new", "xyz"] }, { $unknown: ["new", HIDDEN] }],
  ])("of %s", (_, target, value, expected) => {
    const text = JSON.stringify(
      filterOf({ value: of(target), other: of("smithy.api#String") })({ value, other: "seen" }),
    );
    expect(JSON.parse(text)).toEqual({ value: expected, other: "seen" });
    expect(text).not.toContain("xyz");
  });

  it("leaves out what isn't there", () => {
    const filter = filterOf({ value: of("Nodes"), map: of("ByName"), secret: of("Secret") });
    expect(filter({})).toEqual({});
    expect(filter({ value: undefined, map: null })).toEqual({ value: undefined, map: null });
  });

  it("is a copy", () => {
    const input = { value: [node("a")] };
    filterOf({ value: of("Nodes") })(input);
    expect(input).toEqual({ value: [node("a")] });
  });

  it("has no other prototype, whatever a map's keys are", () => {
    const value = JSON.parse('{ "__proto__": { "name": "a", "secret": "xyz" }, "constructor": { "secret": "xyz" } }');
    const { value: result } = filterOf({ value: of("ByName") })({ value }) as { value: object };
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Object.entries(result)).toEqual([
      ["__proto__", shown("a")],
      ["constructor", { secret: HIDDEN }],
    ]);
  });

  it("is of members of any name, where they are there", () => {
    const filter = filterOf({ constructor: of("Secret"), toString: of("Nodes") });
    expect(filter({ constructor: "xyz", toString: [node("a")] })).toEqual({
      constructor: HIDDEN,
      toString: [shown("a")],
    });
    expect(filter({})).toEqual({});
  });
});
