import { execFileSync } from "node:child_process";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { RuleSetError } from "../../../codegen/ir/rule-set-error.ts";
import type { EndpointParamsIr, OperationIr } from "../../../codegen/ir/types.ts";
import type { Json } from "../../../codegen/smithy/json.ts";
import { commandEndpointParams } from "../../../codegen/typescript/endpoint/command-params.ts";
import { inputPath } from "../../../codegen/typescript/endpoint/input-path.ts";
import { Names } from "../../../codegen/typescript/naming.ts";
import { repositoryPath } from "../../support/paths.ts";

/** What a path finds in an input. */
const find = (path: string, input: Json): unknown => {
  const { code } = transformSync(`const get = (input) => ${inputPath(path, "here")};`, { loader: "ts" });
  return new Function(`${code}\nreturn get;`)()(input);
};

describe("inputPath", () => {
  it.each([
    ["a", "input.a"],
    ["a.b.c", "input.a?.b?.c"],
    ["keys(Items)", "Object.keys(input.Items ?? {})"],
    ["a[*].b.c", "input.a?.flatMap((item) => item?.b?.c ?? [])"],
    ["a[*][b, c.d][]", "input.a?.flatMap((item) => [item?.b, item?.c?.d].filter((value) => value != null))"],
    ['"a b".c', 'input["a b"]?.c'],
  ])("writes %s", (path, expected) => {
    expect(inputPath(path, "here")).toBe(expected);
  });

  it.each<readonly [string, Json, unknown]>([
    ["a.b", { a: { b: "x" } }, "x"],
    ["a.b", {}, undefined],
    ["a[*].b", { a: [{ b: "x" }, {}, { b: null }, { b: "y" }, null] }, ["x", "y"]],
    ["a[*].b", {}, undefined],
    ["a[*]", { a: ["x", null, "y"] }, ["x", "y"]],
    ["a[*].b[*].c", { a: [{ b: [{ c: "x" }, { c: "y" }] }, {}, { b: [{ c: "z" }] }] }, ["x", "y", "z"]],
    ["a[*].b[].c", { a: [{ b: [{ c: "x" }] }, { b: [{ c: "y" }] }] }, ["x", "y"]],
    ["a[*].[b, c.d][]", { a: [{ b: "x" }, { c: { d: "y" } }, {}] }, ["x", "y"]],
    ["a[*].b[]", { a: [{ b: ["x", "y"] }, { b: ["z"] }] }, ["x", "y", "z"]],
    ["[a, b.c]", { a: "x", b: { c: "y" } }, ["x", "y"]],
    ["a.*.b", { a: { k: { b: "x" }, l: { b: "y" } } }, ["x", "y"]],
    ["keys(a)", { a: { x: 1, y: 2 } }, ["x", "y"]],
    ["a.keys(@)", { a: { x: 1 } }, ["x"]],
    ["keys(a)", {}, []],
  ])("finds %s in %j", (path, input, expected) => {
    expect(find(path, input)).toEqual(expected);
  });

  it.each([
    "",
    "a.",
    ".a",
    "a[0]",
    "a[?b]",
    "length(a)",
    "a | b",
    "a[*",
    "[a",
    "keys(a",
    "`1`",
    "a b",
    "$",
    "a;b",
    `${"[".repeat(50)}a`,
  ])("refuses %j", (path) => {
    expect(() => inputPath(path, "here")).toThrow(RuleSetError);
  });
});

const operation = (endpointParams: Partial<EndpointParamsIr>): OperationIr => ({
  id: "example#Find",
  name: "Find",
  docs: { internal: false, unstable: false },
  errors: [],
  auth: [],
  hostPrefix: [],
  endpointParams: { static: new Map(), context: new Map(), operation: new Map(), ...endpointParams },
  examples: [],
  safeToRepeat: false,
  checksumRequired: false,
  unwrappedXmlOutput: false,
});

const params = (endpointParams: Partial<EndpointParamsIr>): string => {
  const found = operation(endpointParams);
  const service = { id: "example#S", name: "S", version: "1", docs: found.docs, protocol: "p#p" };
  const names = new Names(
    {
      ...service,
      operations: [found],
      types: [],
      typesById: new Map(),
      authSchemes: [],
      customAuth: new Map(),
      awsQueryCompatible: false,
      noErrorWrapping: false,
      httpBindings: false,
      clientContextParams: new Map(),
    },
    "protocol",
  );
  return commandEndpointParams(found, { names, symbol: ({ name }) => name, global: (name) => name });
};

describe("commandEndpointParams", () => {
  it("is the client's own where the command binds nothing", () => {
    expect(params({})).toBe("commonParams");
  });

  it("binds static values, members and paths, the most specific first", () => {
    expect(
      params({
        static: new Map<string, Json>([
          ["Search", true],
          // biome-ignore lint/suspicious/noTemplateCurlyInString: text that must not become code
          ["Text", "it's `${x}`"],
          ["List", ["a", "b"]],
        ]),
        context: new Map([
          ["Text", "Overruled"],
          ["Bucket", "BucketName"],
        ]),
        operation: new Map([
          ["Bucket", "overruled"],
          ["Arn", "Table.Arn"],
        ]),
      }),
    ).toBe(`{
    ...commonParams,
    Search: { type: "staticContextParams", value: true },
    Text: { type: "staticContextParams", value: "it's \`\${x}\`" },
    List: { type: "staticContextParams", value: ["a", "b"] },
    Bucket: { type: "contextParams", name: "BucketName" },
    Arn: { type: "operationContextParams", get: (input: FindCommandInput) => input.Table?.Arn },
  }`);
  });

  it("breaks what is too long for a line, as the formatter does", () => {
    const paths = [
      "Items[*].[Check.TableName, Put.TableName, Delete.TableName][]",
      "Items[*].[ConditionCheck.TableName, Put.TableName, Delete.TableName, Update.TableName][]",
      `Items[*].${"Long".repeat(10)}.${"Longer".repeat(6)}`,
      `${"Long".repeat(10)}.${"Longer".repeat(6)}`,
    ];
    const text = paths.map((path) => params({ operation: new Map([["Arns", path]]) })).join(")\n  .ep(");
    const input = `const built = builder\n  .ep(${text})\n  .build();\n`;
    const biome = repositoryPath("node_modules/@biomejs/biome/bin/biome");
    const formatted = execFileSync(process.execPath, [biome, "format", "--stdin-file-path=params.ts"], {
      input,
      encoding: "utf8",
      cwd: repositoryPath(),
    });
    expect(formatted).toBe(input);
    expect(input).toContain("          [\n            item?.ConditionCheck?.TableName,\n");
  });
});
