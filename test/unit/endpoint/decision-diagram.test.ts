import { expect, it } from "vitest";
import { generatePackage } from "../../../codegen/generate.ts";
import type { JsonObject } from "../../../codegen/smithy/json.ts";
import { modelOf } from "../../golden/generate.ts";
import { modelText } from "../customizations/service.ts";

/** What any reader of it would fail at. */
const DIAGRAM = { version: "1.1", parameters: {}, conditions: [], results: [], root: 2, nodeCount: 1, nodes: "?" };

const generated = (traits: JsonObject, without?: string) => {
  const model = JSON.parse(modelText({ sdkId: "Things", operations: { Take: { input: {} } }, traits }));
  if (without !== undefined) delete model.shapes["test#Service"].traits[without];
  const text = JSON.stringify(model);
  return generatePackage(modelOf([{ file: "model.json", text }]), {
    runtime: "smithy-core",
    validation: "required",
    docs: "markdown",
  });
};

it("a rule set is used where there is a decision diagram beside it", () => {
  expect(generated({ "smithy.rules#endpointBdd": DIAGRAM })).toEqual(generated({}));
});

it("a decision diagram alone is reported", () => {
  const { diagnostics } = generated({ "smithy.rules#endpointBdd": DIAGRAM }, "smithy.rules#endpointRuleSet");
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["TIN0211", "warning"]]);
});
