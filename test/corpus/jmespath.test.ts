import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { RuleSetError } from "../../codegen/ir/rule-set-error.ts";
import { isObject, type Json } from "../../codegen/smithy/json.ts";
import { inputPath } from "../../codegen/typescript/endpoint/input-path.ts";
import { parsePathExpression, type Step } from "../../codegen/typescript/endpoint/path-expression.ts";
import { sharedPath } from "../support/paths.ts";
import { withoutShared } from "../support/shared.ts";

/** A case of the compliance tests: what an expression gives, or that it has a fault. */
interface Case {
  readonly file: string;
  readonly expression: string;
  readonly given: Json;
  readonly result: Json;
  readonly error?: string;
}

interface Group {
  readonly given: Json;
  readonly cases: readonly { readonly expression: string; readonly result?: Json; readonly error?: string }[];
}

const folder = sharedPath("jmespath-tests");

const casesOf = (root: string): readonly Case[] =>
  readdirSync(root)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => {
      const groups: readonly Group[] = JSON.parse(readFileSync(join(root, file), "utf8"));
      return groups.flatMap(({ given, cases }) => cases.map((each) => ({ result: null, ...each, file, given })));
    });

const isRefused = (expression: string): boolean => {
  try {
    parsePathExpression(expression, "here");
    return false;
  } catch (error) {
    if (error instanceof RuleSetError) return true;
    throw error;
  }
};

/** What the compiled expression finds. */
const find = ({ expression, given }: Case): unknown => {
  const { code } = transformSync(`const get = (input) => ${inputPath(expression, "here")};`, { loader: "ts" });
  return new Function(`${code}\nreturn get;`)()(given);
};

/** Whether the value has the types that the path needs: those of a model's input do, and code is written for them. */
const suits = (value: Json | undefined, [step, ...rest]: readonly Step[]): boolean => {
  if (step === undefined || value === undefined || value === null) return true;
  switch (step.kind) {
    case "field":
      return isObject(value) && suits(value[step.name], rest);
    case "each":
      return Array.isArray(value) && value.every((element: Json) => suits(element, rest));
    case "values":
      return isObject(value) && suits(Object.values(value), rest);
    case "keys":
      return isObject(value) && suits(Object.keys(value), rest);
    case "list":
      return step.paths.every((path) => suits(value, path));
  }
};

/** A parameter of endpoint rules is a text or one list of texts: nothing is nested, and nothing is null. */
const asParameter = (value: unknown): readonly unknown[] =>
  [value].flat(Number.POSITIVE_INFINITY).filter((element) => element !== null && element !== undefined);

if (folder === undefined)
  describe.skip(`JMESPath's compliance tests${withoutShared}`, () => it("needs them", () => {}));

describe.runIf(folder !== undefined)("JMESPath's compliance tests", () => {
  const all = folder === undefined ? [] : casesOf(folder);
  const taken = all.filter(({ expression }) => !isRefused(expression));
  // Smithy's own tests write `a[*][b, c]` for `a[*].[b, c]`, so that is taken everywhere.
  const loose = new Set(["foo[abc]", "foo[abc, def]"]);
  const wellTyped = taken.filter(
    ({ expression, given, error }) => error === undefined && suits(given, parsePathExpression(expression, "here")),
  );

  it("are all there, and a good part of them is in the part of JMESPath that endpoint rules may use", () => {
    expect([all.length, taken.length, wellTyped.length]).toEqual([892, 264, 223]);
  });

  it.each(wellTyped.map((each) => [each.file, each.expression, each] as const))("%s: %s", (_, __, each) => {
    expect(asParameter(find(each))).toEqual(asParameter(each.result));
  });

  it("have no fault that is taken, but for a form that Smithy allows, and types that no input has", () => {
    const faults = taken.filter(({ error, expression }) => error !== undefined && !loose.has(expression));
    expect(faults.map(({ expression, error }) => [expression, error])).toEqual([
      ["keys(foo)", "invalid-type"],
      ["keys(strings)", "invalid-type"],
    ]);
  });

  it("refuse all else: no function but keys, no index, slice, filter, pipe, literal or hash", () => {
    const outside = /[|&!?`'{<>=]|\[\s*-?\d|\[\s*-?\d*\s*:|\b(?!keys\b)\w+\(/;
    const simple = all.filter(
      ({ expression, error }) => isRefused(expression) && error === undefined && !outside.test(expression),
    );
    expect(simple.map(({ expression }) => expression)).toEqual([]);
  });
});
