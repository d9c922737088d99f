import { expect, test } from "vitest";
import { exponentOf } from "../../../bench/support/growth.ts";
import { multiplied } from "../../../bench/support/multiply.ts";
import { closure, topDownOperations } from "../../../codegen/smithy/closure.ts";
import { loadModel } from "../../../codegen/smithy/load.ts";
import { repositoryPath } from "../../support/paths.ts";

test.each([
  ["linear", (size: number) => 3 * size, 1],
  ["quadratic", (size: number) => 0.5 * size ** 2, 2],
  ["constant", () => 7, 0],
])("the exponent of growth that is %s", (_, costOf, exponent) => {
  const points = [10, 100, 1000].map((size) => ({ size, cost: costOf(size) }));
  expect(exponentOf(points)).toBeCloseTo(exponent);
});

test("growth takes more than one size", () => {
  expect(() => exponentOf([{ size: 1, cost: 1 }])).toThrow("several sizes");
});

test("a multiplied model has as many operations as asked for, each with shapes of its own, and the errors of the one", () => {
  const text = multiplied(repositoryPath("model", "cognito-user-pools.json"), 10);
  const { model } = loadModel([{ file: "multiplied.json", text }]);
  const service = [...model.shapes.values()].find((shape) => shape.kind === "service");
  if (service === undefined) throw new Error("The model has no service.");
  const operations = topDownOperations(model, service);
  expect(operations).toHaveLength(10);
  const shapes = operations.flatMap((id) => {
    const shape = model.shapes.get(id);
    return shape?.kind === "operation" ? [shape] : [];
  });
  expect(new Set(shapes.flatMap(({ input, output }) => [input, output])).size).toBe(20);
  const reached = [...closure(model, service, operations)].map((id) => id.replace(/^.*#/, ""));
  expect(reached.filter((name) => /^ForgotPasswordRequest/.test(name))).toEqual(
    [0, 1, 2].map((copy) => `ForgotPasswordRequest${copy}`),
  );
  expect(reached.filter((name) => /^InvalidParameterException\d*$/.test(name))).toEqual(["InvalidParameterException"]);
});
