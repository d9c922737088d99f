import { describe, expect, it } from "vitest";
import { decodeRuleSet } from "../../../codegen/ir/decode-rules.ts";
import { RuleSetError } from "../../../codegen/ir/rule-set-error.ts";
import { parseTemplate } from "../../../codegen/ir/rule-template.ts";
import type { Json } from "../../../codegen/smithy/json.ts";

const withRule = (rule: Json): Json => ({ version: "1.0", parameters: {}, rules: [rule] });
const endpoint = (url: Json): Json => ({ type: "endpoint", conditions: [], endpoint: { url } });

describe("decodeRuleSet", () => {
  it("reads parameters, in the model's order, with types in either case", () => {
    const { parameters } = decodeRuleSet({
      version: "1.0",
      parameters: {
        Region: { type: "String", builtIn: "AWS::Region", required: false, documentation: "Where." },
        Flag: { type: "boolean", required: true, default: false, deprecated: { message: "Gone.", since: "2020" } },
        List: { type: "stringArray", default: ["a"] },
      },
      rules: [],
    });
    expect(parameters).toEqual([
      { name: "Region", type: "string", builtIn: "AWS::Region", required: false, documentation: "Where." },
      {
        name: "Flag",
        type: "boolean",
        required: true,
        default: false,
        deprecated: { message: "Gone.", since: "2020" },
      },
      { name: "List", type: "stringArray", required: false, default: ["a"] },
    ]);
  });

  it("reads each kind of rule", () => {
    const { rules } = decodeRuleSet(
      withRule({
        type: "tree",
        conditions: [{ fn: "isSet", argv: [{ ref: "A" }], assign: "b" }],
        rules: [
          { type: "error", error: "{A}" },
          {
            type: "endpoint",
            conditions: [],
            endpoint: { url: { ref: "A" }, headers: { x: ["y"] }, properties: { p: [{ q: true }] } },
          },
        ],
      }),
    );
    const a = { kind: "reference", name: "A" };
    expect(rules).toEqual([
      {
        kind: "tree",
        conditions: [{ call: { kind: "call", fn: "isSet", args: [a] }, assign: "b" }],
        rules: [
          { kind: "error", conditions: [], message: { kind: "template", parts: [a] } },
          {
            kind: "endpoint",
            conditions: [],
            url: a,
            headers: [["x", [{ kind: "literal", value: "y" }]]],
            properties: [
              [
                "p",
                {
                  kind: "array",
                  elements: [
                    { kind: "object", entries: [["q", { kind: "value", value: { kind: "literal", value: true } }]] },
                  ],
                },
              ],
            ],
          },
        ],
      },
    ]);
  });

  const broken: readonly (readonly [string, Json])[] = [
    ["ruleSet: has to be an object", []],
    ["parameters: has to be an object", { version: "1.0" }],
    ["version: has to be a string", { parameters: {}, rules: [] }],
    ["rules: has to be an array", { version: "1.0", parameters: {} }],
    [
      'parameters.a-b: "a-b" can\'t name a parameter',
      { version: "1", parameters: { "a-b": { type: "string" } }, rules: [] },
    ],
    [
      'parameters.a.type: "map" isn\'t a type of parameters',
      { version: "1", parameters: { a: { type: "map" } }, rules: [] },
    ],
    [
      "parameters.a.default: has to be a value of the type boolean",
      { version: "1", parameters: { a: { type: "boolean", default: "no" } }, rules: [] },
    ],
    [
      "parameters.A: differs from another only by case",
      { version: "1", parameters: { a: { type: "string" }, A: { type: "string" } }, rules: [] },
    ],
    ["rules[0]: has to be an object", withRule(null)],
    ['rules[0].type: "leaf" isn\'t a kind of rule', withRule({ type: "leaf", conditions: [] })],
    ["rules[0].endpoint.url: has to be a string, a number", withRule(endpoint(null))],
    ['rules[0].endpoint.url: "{a" has a brace without its counterpart', withRule(endpoint("{a"))],
    [
      "rules[0].conditions[0].argv[1]: has to be",
      withRule({ type: "error", error: "", conditions: [{ fn: "not", argv: [true, {}] }] }),
    ],
    [
      "rules[0].endpoint.properties.n: has to be a string, a boolean",
      withRule({ type: "endpoint", endpoint: { url: "", properties: { n: 1 } } }),
    ],
  ];

  it.each(broken)("refuses %s", (message, json) => {
    expect(() => decodeRuleSet(json)).toThrow(RuleSetError);
    expect(() => decodeRuleSet(json)).toThrow(message);
  });

  it("refuses rules and arguments nested too deep, before the stack is exhausted", () => {
    let rule: Json = { type: "error", error: "" };
    let argument: Json = true;
    for (let depth = 0; depth < 5000; depth++) {
      rule = { type: "tree", conditions: [], rules: [rule] };
      argument = { fn: "not", argv: [argument] };
    }
    const deep = { type: "error", error: "", conditions: [{ fn: "not", argv: [argument] }] };
    const chain = {
      type: "error",
      error: "",
      conditions: Array.from({ length: 5000 }, (_, index) => ({ fn: "uriEncode", argv: ["a"], assign: `v${index}` })),
    };
    for (const refused of [rule, deep, chain]) {
      expect(() => decodeRuleSet(withRule(refused))).toThrow("is nested deeper than 200 levels");
    }
  });
});

describe("parseTemplate", () => {
  const literal = (value: string) => ({ kind: "literal", value });
  const reference = (name: string) => ({ kind: "reference", name });

  it.each([
    ["plain", literal("plain")],
    ["", literal("")],
    ["{{a}}", literal("{a}")],
    ["{{{a}}}", { kind: "template", parts: [literal("{"), reference("a"), literal("}")] }],
    ["x{a}y", { kind: "template", parts: [literal("x"), reference("a"), literal("y")] }],
    [
      "{a#b[0]}",
      { kind: "template", parts: [{ kind: "call", fn: "getAttr", args: [reference("a"), literal("b[0]")] }] },
    ],
  ])("reads %j", (text, expected) => {
    expect(parseTemplate(text, "here")).toEqual(expected);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: text that must not become code
  it.each(["{", "}", "a}b", "{a", "{}", "{a b}", "{1}", "{${x}}"])("refuses %j", (text) => {
    expect(() => parseTemplate(text, "here")).toThrow(RuleSetError);
  });
});
