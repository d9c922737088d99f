import { describe, expect, test } from "vitest";
import type { ExampleIr, OperationIr, TypeIr } from "../../../codegen/ir/types.ts";
import { commandDocs } from "../../../codegen/typescript/docs/command.ts";
import { modelledExample } from "../../../codegen/typescript/docs/example.ts";
import { literal } from "../../../codegen/typescript/docs/literal.ts";
import { skeleton } from "../../../codegen/typescript/docs/skeleton.ts";
import { type Ast, tinyIr } from "./tiny-ir.ts";

const member = (target: string, ...traits: readonly string[]) => ({
  target: target.includes("#") ? target : `city#${target}`,
  traits: Object.fromEntries(traits.map((trait) => [`smithy.api#${trait}`, {}])),
});

const ast: Ast = {
  shapes: {
    "city#Find": { type: "operation", input: member("Input"), output: member("Output"), errors: [member("Lost")] },
    "city#Ping": { type: "operation", input: member("smithy.api#Unit"), output: member("smithy.api#Unit") },
    "city#Lost": { type: "structure", traits: { "smithy.api#error": "client", "smithy.api#documentation": "No way." } },
    "city#Input": {
      type: "structure",
      members: {
        Name: member("smithy.api#String", "required"),
        Kinds: member("Kinds", "required"),
        Tree: member("Tree"),
        Bytes: member("smithy.api#Blob", "required"),
        Upload: member("smithy.api#Blob", "streaming"),
        Nothing: member("Nothing"),
        Flag: member("smithy.api#Boolean"),
        Big: member("smithy.api#BigInteger"),
        When: member("smithy.api#Timestamp"),
        Any: member("smithy.api#Document"),
        Names: member("Names"),
      },
    },
    "city#Output": { type: "structure", members: { Body: member("smithy.api#Blob", "streaming") } },
    "city#Nothing": { type: "structure", members: {} },
    "city#Names": { type: "map", key: member("Kind"), value: member("smithy.api#Long") },
    "city#Kinds": { type: "list", member: member("Kind") },
    "city#Kind": {
      type: "enum",
      members: {
        A: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "a" } },
        B: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": '"*/' } },
      },
    },
    "city#Tree": { type: "union", members: { leaf: member("smithy.api#Integer"), trees: member("Trees") } },
    "city#Trees": { type: "list", member: member("Tree") },
  },
};
const { types, operations } = tinyIr(ast);
const operation = (name: string): OperationIr => {
  const found = operations.get(name);
  if (found === undefined) throw new Error(`${name} is not in the model`);
  return found;
};

describe("a shape spelled out", () => {
  test("shows every form of a value, and cuts recursion off", () => {
    expect(skeleton("city#Input", types, "input")).toEqual([
      "{ // Input",
      '  Name: "STRING_VALUE", // required',
      "  Kinds: [ // Kinds // required",
      '    "a" || "\\"*/",',
      "  ],",
      "  Tree: { // Tree Union: only one key present",
      '    leaf: Number("int"),',
      "    trees: [ // Trees",
      "      { // Union: only one key present",
      '        leaf: Number("int"),',
      "        trees: [",
      '          "<Tree>",',
      "        ],",
      "      },",
      "    ],",
      "  },",
      '  Bytes: new Uint8Array(), // e.g. Buffer.from("") or new TextEncoder().encode("") // required',
      '  Upload: "MULTIPLE_TYPES_ACCEPTED", // see @smithy/types -> StreamingBlobPayloadInputTypes',
      "  Nothing: {},",
      "  Flag: true || false,",
      '  Big: Number("bigint"),',
      '  When: new Date("TIMESTAMP"),',
      '  Any: "DOCUMENT_VALUE",',
      "  Names: { // Names",
      '    "<keys>": Number("long"),',
      "  },",
      "};",
    ]);
  });

  test("is empty where there is nothing", () => {
    expect(skeleton(undefined, types, "input")).toEqual(["{};"]);
    expect(skeleton("city#Nothing", types, "output")).toEqual(["{};"]);
  });

  test("comes to an end where shapes double at each step", () => {
    const step = (n: number): TypeIr => ({
      kind: "structure",
      id: `city#S${n}`,
      name: `S${n}`,
      docs: { internal: false, unstable: false },
      sensitive: false,
      members: n === 40 ? [] : ["a", "b"].map((name) => twin(name, n + 1)),
    });
    const twin = (name: string, n: number) => ({
      name,
      type: { kind: "named", of: "structure", id: `city#S${n}`, sensitive: false } as const,
      presence: { required: false, clientOptional: false, idempotencyToken: false, default: undefined, checked: false },
      docs: { internal: false, unstable: false },
      constraints: {},
      sensitive: false,
      binding: { kind: "body" } as const,
    });
    const doubling = new Map(Array.from({ length: 41 }, (_, n) => [`city#S${n}`, step(n)]));
    expect(skeleton("city#S0", doubling, "output").length).toBeLessThan(3000);
  });
});

describe("a command's documentation", () => {
  const names = {
    packageName: "@acme/city",
    service: "City",
    client: "CityClient",
    serviceException: "CityServiceException",
    command: "FindCommand",
    error: () => "LostError",
  };

  test("has the package's own name, and says what to do with a stream", () => {
    const text = commandDocs(operation("Find"), types, names, { format: "html", configLines: true }).flat().join("\n");
    expect(text).toContain('import { CityClient, FindCommand } from "@acme/city"; // ES Modules import');
    expect(text).toContain('// import type { CityClientConfig } from "@acme/city";\nconst config = {};');
    expect(text).toContain('    "a" || "\\"*\\/",');
    expect(text).toContain("see \\@smithy/types -> StreamingBlobPayloadInputTypes");
    expect(text).toContain("const bytes = await response.Body.transformToByteArray();");
    expect(text).toContain('// { // Output\n//   Body: "<SdkStream>", // see');
    expect(text).toContain("@throws {@link LostError} (client fault)\nNo way.");
    expect(text).toContain("<p>Base exception class for all service exceptions from City service.</p>");
  });

  test("of an operation without input and output", () => {
    const text = commandDocs(operation("Ping"), types, names, { format: "markdown", configLines: false })
      .flat()
      .join("\n");
    expect(text).toContain("const client = new CityClient(config);\nconst input = {};\n");
    expect(text).toContain("client.send(command);\n// {};\n```");
    expect(text).not.toContain("const config");
  });
});

describe("an example of the model", () => {
  const example = (fields: Partial<ExampleIr>): string =>
    modelledExample({ title: "To find", input: {}, ...fields }, operation("Ping"), types, { command: "PingCommand" })
      .map(String)
      .join("\n");

  test("is its title, its words, its input and its result", () => {
    const input = { Name: 'a"b\n*/', "a-b": [1, null], List: [] };
    expect(
      example({
        documentation: "<p>Finds\n a city.</p>",
        input,
        output: { Found: true },
      }),
    ).toBe(
      [
        "@example To find",
        "```javascript",
        "// Finds a city.",
        "const input = {",
        '  Name: "a\\"b\\n*\\/",',
        '  "a-b": [',
        "    1,",
        "    null,",
        "  ],",
        "  List: [],",
        "};",
        "const command = new PingCommand(input);",
        "const response = await client.send(command);",
        "// response is",
        "// {",
        "//   Found: true,",
        "// };",
        "```",
      ].join("\n"),
    );
  });

  test("says what it throws, and nothing where the result is empty", () => {
    expect(example({ error: { id: "city#Lost", content: { Way: 1 } } })).toContain(
      "// throws Lost {\n//   Way: 1,\n// };",
    );
    expect(example({ output: {} })).toMatch(/send\(command\);\n```$/);
  });

  test("writes keys and characters that would mean something else so that they don't", () => {
    expect(literal(JSON.parse('{"__proto__":1,"constructor":"\\u2028\\u202e"}'))).toBe(
      '{\n  ["__proto__"]: 1,\n  constructor: "\\u2028\\u202e",\n}',
    );
  });
});
