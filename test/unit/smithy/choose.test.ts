import { describe, expect, it } from "vitest";
import { chooseOperations, chooseService } from "../../../codegen/smithy/choose.ts";
import { closure, topDownOperations } from "../../../codegen/smithy/closure.ts";
import { nearest } from "../../../codegen/smithy/nearest.ts";
import { ast, complaints, modelOf } from "./helpers.ts";

const operations = (...names: readonly string[]) => names.map((name) => ({ target: `ns#${name}` }));
const structure = (...targets: readonly string[]) => ({
  type: "structure",
  members: Object.fromEntries(targets.map((target) => [target.toLowerCase(), { target: `ns#${target}` }])),
});
const model = modelOf(
  ast({
    "ns#Weather": {
      type: "service",
      operations: operations("GetTime"),
      resources: operations("City"),
      errors: operations("Throttled"),
    },
    "ns#City": {
      type: "resource",
      read: { target: "ns#GetCity" },
      operations: operations("PaintCity"),
      collectionOperations: operations("CountCities"),
      resources: operations("Street"),
    },
    "ns#Street": { type: "resource", list: { target: "ns#ListStreets" } },
    "ns#GetTime": { type: "operation" },
    "ns#GetCity": { type: "operation", input: { target: "ns#In" }, errors: operations("NotFound") },
    "ns#PaintCity": { type: "operation" },
    "ns#CountCities": { type: "operation" },
    "ns#ListStreets": { type: "operation" },
    "ns#In": structure("Tree", "Elsewhere"),
    "ns#Elsewhere": { type: "timestamp" },
    "ns#Tree": structure("Trees", "Table", "Choice", "Kind"),
    "ns#Trees": { type: "list", member: { target: "ns#Tree" } },
    "ns#Table": { type: "map", key: { target: "ns#Kind" }, value: { target: "smithy.api#Long" } },
    "ns#Choice": { type: "union", members: { tree: { target: "ns#Tree" } } },
    "ns#Kind": { type: "enum", members: { A: { target: "smithy.api#Unit" } } },
    "ns#NotFound": { type: "structure", traits: { "smithy.api#error": "client" } },
    "ns#Throttled": { type: "structure", traits: { "smithy.api#error": "client" } },
    "ns#Unused": { type: "string" },
  }),
);
const weather = chooseService(model);

describe("topDownOperations", () => {
  it("gathers those of resources at any depth, sorted", () => {
    expect(topDownOperations(model, weather)).toEqual([
      "ns#CountCities",
      "ns#GetCity",
      "ns#GetTime",
      "ns#ListStreets",
      "ns#PaintCity",
    ]);
  });
});

describe("closure", () => {
  it("holds what operations reach, recursion and the service's errors too, and nothing else", () => {
    expect([...closure(model, weather, ["ns#GetCity"])]).toEqual([
      "ns#Choice",
      "ns#Elsewhere",
      "ns#GetCity",
      "ns#In",
      "ns#Kind",
      "ns#NotFound",
      "ns#Table",
      "ns#Throttled",
      "ns#Tree",
      "ns#Trees",
      "smithy.api#Long",
      "smithy.api#Unit",
    ]);
  });
});

describe("chooseService", () => {
  const two = modelOf(
    ast({ "a#City": { type: "service" }, "b#Town": { type: "service" }, "c#Town": { type: "service" } }),
  );

  it("takes the only one, or the one that is named by id or name", () => {
    expect(chooseService(model).id).toBe("ns#Weather");
    expect(chooseService(model, "Weather").id).toBe("ns#Weather");
    expect(chooseService(two, "City").id).toBe("a#City");
    expect(chooseService(two, "c#Town").id).toBe("c#Town");
  });

  it("says what is wrong otherwise", () => {
    expect(complaints(() => chooseService(modelOf(ast({}))))).toEqual(["error TIN0050: The model has no service."]);
    expect(complaints(() => chooseService(two))).toEqual([
      "error TIN0051: The model has 3 services: a#City, b#Town, c#Town.",
    ]);
    expect(complaints(() => chooseService(two, "Town"))).toEqual([
      "error TIN0051: The model has 2 services: b#Town, c#Town.",
    ]);
    expect(complaints(() => chooseService(two, "Citi"))).toEqual([
      "error TIN0052: Citi is not a service of the model. Nearest: City.",
    ]);
    expect(complaints(() => chooseService(two, "a#Citty"))).toEqual([
      "error TIN0052: a#Citty is not a service of the model. Nearest: a#City.",
    ]);
  });
});

describe("chooseOperations", () => {
  it("takes names and ids, sorts them and takes each once", () => {
    expect(chooseOperations(model, weather, ["PaintCity", "ns#GetCity", "GetCity"])).toEqual([
      "ns#GetCity",
      "ns#PaintCity",
    ]);
    expect(chooseOperations(model, weather)).toEqual(topDownOperations(model, weather));
  });

  it("says which ones don't exist, all at once", () => {
    expect(complaints(() => chooseOperations(model, weather, ["getcity", "GetTime", "ns#GetTim", "Fly"]))).toEqual([
      "error TIN0053: getcity is not an operation of Weather. Nearest: GetCity.",
      "error TIN0053: ns#GetTim is not an operation of Weather. Nearest: ns#GetTime.",
      "error TIN0053: Fly is not an operation of Weather.",
    ]);
  });
});

describe("nearest", () => {
  it("is the most similar name, case aside, or none", () => {
    expect(nearest("forgotpassword", ["ForgotPassword", "ResetPassword"])).toBe("ForgotPassword");
    expect(nearest("Citt", ["Cita", "City"])).toBe("Cita");
    expect(nearest("Xyz", ["City", "Town"])).toBeUndefined();
    expect(nearest("a", [])).toBeUndefined();
  });
});
