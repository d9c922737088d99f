import { describe, expect, it } from "vitest";
import { DiagnosticsError } from "../../../codegen/smithy/diagnostics.ts";
import type { Json } from "../../../codegen/smithy/json.ts";
import { loadModel } from "../../../codegen/smithy/load.ts";
import { ast, faultsOf, source } from "./helpers.ts";

/** A bit of everything, so that each reader meets each wrong value. */
const EVERYTHING = ast(
  {
    "ns#S": { type: "service", version: "1", operations: [{ target: "ns#O" }], rename: { "ns#In": "I" } },
    "ns#O": { type: "operation", input: { target: "ns#In" }, errors: [{ target: "ns#E" }] },
    "ns#R": { type: "resource", identifiers: { id: { target: "ns#Text" } }, read: { target: "ns#O" } },
    "ns#Mixin": { type: "structure", members: { m: { target: "ns#Text" } }, traits: { "smithy.api#mixin": {} } },
    "ns#In": {
      type: "structure",
      members: { a: { target: "ns#L", traits: { "smithy.api#length": { min: 1 } } } },
      mixins: [{ target: "ns#Mixin" }],
    },
    "ns#In$m": { type: "apply", traits: { "smithy.api#tags": ["x"] } },
    "ns#E": { type: "structure", traits: { "smithy.api#error": "client" } },
    "ns#L": { type: "list", member: { target: "ns#M" } },
    "ns#M": { type: "map", key: { target: "ns#Text" }, value: { target: "ns#Enum" } },
    "ns#Enum": { type: "enum", members: { A: { target: "smithy.api#Unit" } } },
    "ns#Text": { type: "string", traits: { "smithy.api#enum": [{ value: "a", tags: ["t"] }] } },
  },
  "1.0",
  { key: [1] },
);

const WRONG: readonly Json[] = [
  null,
  true,
  7,
  "x",
  "ns#In",
  "structure",
  [],
  {},
  [{}],
  { target: "ns#O" },
  { __proto__: null, type: "list" },
];

/** The model with one of its values replaced, for every value and every replacement. */
function* spoiled(json: Json): Generator<Json> {
  yield* WRONG;
  if (typeof json !== "object" || json === null) return;
  for (const [key, value] of Object.entries(json)) {
    for (const child of spoiled(value as Json)) {
      const copy = Array.isArray(json) ? [...json] : { ...json };
      Object.assign(copy, { [key]: child });
      yield copy as Json;
    }
  }
}

describe("whatever a model says", () => {
  it("it loads, or its faults are reported with their places", () => {
    let refused = 0;
    for (const json of spoiled(JSON.parse(EVERYTHING) as Json)) {
      const text = JSON.stringify(json);
      try {
        loadModel([source("a.json", text)]);
      } catch (error) {
        if (!(error instanceof DiagnosticsError)) throw new Error(text, { cause: error });
        refused++;
        for (const { place } of error.diagnostics) expect(place?.line, text).toBe(1);
      }
    }
    expect(refused).toBeGreaterThan(500);
  });

  it("a file that is cut off anywhere is reported at its end", () => {
    for (let length = 1; length < EVERYTHING.length; length++) {
      expect(faultsOf(EVERYTHING.slice(0, length))).toEqual([
        `a.json:1:${length + 1} error TIN0002: The file ends in the middle of its JSON.`,
      ]);
    }
  });
});
