import { describe, expect, it } from "vitest";
import { decodeRuleSet } from "../../../codegen/ir/decode-rules.ts";
import { RuleSetError } from "../../../codegen/ir/rule-set-error.ts";
import type { Json, JsonObject } from "../../../codegen/smithy/json.ts";
import { compileRules } from "../../../codegen/typescript/endpoint/rules.ts";
import { runnable } from "../../support/endpoint-rules.ts";

const ref = (name: string): Json => ({ ref: name });
const fn = (name: string, ...argv: readonly Json[]) => ({ fn: name, argv });
const error = (message: Json, ...conditions: readonly Json[]): Json => ({ type: "error", error: message, conditions });
const tree = (conditions: readonly Json[], ...rules: readonly Json[]): Json => ({ type: "tree", conditions, rules });
const PARAMETERS: JsonObject = {
  A: { type: "string" },
  B: { type: "string" },
  Flag: { type: "boolean", required: true, default: false },
  Maybe: { type: "boolean" },
  List: { type: "stringArray" },
};
const ruleSet = (rules: readonly Json[], parameters: JsonObject = PARAMETERS) =>
  decodeRuleSet({ version: "1.1", parameters, rules });

/** The message of the error that the rules give. */
const message = (
  rules: readonly Json[],
  params: Parameters<ReturnType<typeof runnable>>[0],
  parameters?: JsonObject,
) => {
  try {
    return runnable(ruleSet(rules, parameters))(params).url.href;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : thrown;
  }
};

const EXHAUSTED = "No rule gives an endpoint for these parameters.";

describe("compileRules", () => {
  it("writes straight-line code", () => {
    const rules = ruleSet([
      tree(
        [fn("isSet", ref("A")), { ...fn("parseURL", ref("A")), assign: "url" }],
        error("ip", fn("booleanEquals", true, fn("getAttr", ref("url"), "isIp"))),
        { type: "endpoint", conditions: [], endpoint: { url: "https://{url#authority}", headers: { "x-a": ["{A}"] } } },
      ),
      error("{{none}}"),
    ]);
    expect(compileRules(rules).body).toBe(`  const a = params.A;
  if (a != null) {
    const url = parseEndpointUrl(a);
    if (url != null) {
      if (url.isIp) {
        throw new EndpointError("ip");
      }
      return endpointAt(\`https://\${url.authority}\`, {}, { "x-a": [a] });
    }
  }
  throw new EndpointError("{none}");
`);
    expect(compileRules(rules).imports).toEqual([
      { kind: "published", name: "EndpointError" },
      { kind: "support", name: "endpointAt", file: "endpoint-at" },
      { kind: "support", name: "parseEndpointUrl", file: "endpoint-parse-url" },
    ]);
  });

  it("takes an empty string for set, and null for unset", () => {
    const rules = [error("set", fn("isSet", ref("A"))), error("unset")];
    expect(message(rules, { A: "" })).toBe("set");
    expect(message(rules, { A: null })).toBe("unset");
    expect(message(rules, {})).toBe("unset");
  });

  it("ends with an error where a tree is exhausted, whatever follows the tree", () => {
    const rules = [tree([fn("isSet", ref("A"))], error("b", fn("isSet", ref("B")))), error("never for A")];
    expect(message(rules, { A: "a" })).toBe(EXHAUSTED);
    expect(message(rules, { A: "a", B: "b" })).toBe("b");
    expect(message(rules, {})).toBe("never for A");
    expect(message([], {})).toBe(EXHAUSTED);
  });

  it("refuses to go without a required parameter, and fills in defaults", () => {
    const parameters = { A: { type: "string", required: true }, B: { type: "string", required: true, default: "b" } };
    expect(message([error("{A}{B}")], {}, parameters)).toBe("Missing required parameter: 'A'");
    expect(message([error("{A}{B}")], { A: "a" }, parameters)).toBe("ab");
    expect(message([error("{A}{B}")], { A: "a", B: "" }, parameters)).toBe("a");
  });

  it("skips a rule whose condition is unset or false, and reads on with assignments", () => {
    const rules = [
      error("first {head}", fn("isSet", ref("A")), { ...fn("substring", ref("A"), 0, 3, false), assign: "head" }),
      error("last {tail}", fn("isSet", ref("A")), { ...fn("substring", ref("A"), 0, 1, true), assign: "tail" }),
      error("none"),
    ];
    expect(message(rules, { A: "abcd" })).toBe("first abc");
    expect(message(rules, { A: "ab" })).toBe("last b");
    expect(message(rules, { A: "é" })).toBe("none");
  });

  it("lets siblings assign the same name", () => {
    const rules = [
      error("{x}", { ...fn("coalesce", ref("A"), ref("B")), assign: "x" }, fn("stringEquals", ref("x"), "1")),
      error("{x}", { ...fn("coalesce", ref("B"), "none"), assign: "x" }),
    ];
    expect(message(rules, { A: "1" })).toBe("1");
    expect(message(rules, { A: "2", B: "3" })).toBe("3");
    expect(message(rules, {})).toBe("none");
  });

  it("compares what may be unset", () => {
    const rules = [
      error("off", fn("booleanEquals", ref("Maybe"), false)),
      error("on", fn("booleanEquals", true, ref("Maybe"))),
      error("not a", fn("not", fn("stringEquals", ref("A"), "a"))),
      error("a"),
    ];
    expect(message(rules, { Maybe: false })).toBe("off");
    expect(message(rules, { Maybe: true })).toBe("on");
    expect(message(rules, {})).toBe("not a");
    expect(message(rules, { A: "a" })).toBe("a");
  });

  it("finds elements from both ends", () => {
    const rules = [
      error("{List#[0]} {List#[-1]}", fn("isSet", ref("List")), fn("isSet", fn("getAttr", ref("List"), "[-2]"))),
      error("short"),
    ];
    expect(message(rules, { List: ["a", "b", "c"] })).toBe("a c");
    expect(message(rules, { List: ["a"] })).toBe("short");
    expect(message(rules, {})).toBe("short");
  });

  it("chooses by coalesce and ite", () => {
    const rules = [
      {
        ...(tree(
          [{ ...fn("ite", ref("Flag"), "yes", fn("coalesce", ref("A"), ref("B"), "none")), assign: "x" }],
          error("{x}"),
        ) as JsonObject),
      },
    ];
    expect(message(rules, { Flag: true, A: "a" })).toBe("yes");
    expect(message(rules, { B: "b" })).toBe("b");
    expect(message(rules, {})).toBe("none");
    const empty = [error("{x}", { ...fn("coalesce", ref("A"), ref("B")), assign: "x" }), error("unset")];
    expect(message(empty, { A: "", B: "b" })).toBe("");
    expect(message(empty, {})).toBe("unset");
    const optional = [error("true", fn("coalesce", ref("Maybe"), ref("Maybe"))), error("else")];
    expect(message(optional, { Maybe: true })).toBe("true");
    expect(message(optional, { Maybe: false })).toBe("else");
  });

  it("leaves out rules that can't match, and what is known", () => {
    const rules = ruleSet([
      tree([fn("stringEquals", ref("A"), "x")], error("y", fn("stringEquals", ref("A"), "y")), error("x")),
      error("again", fn("stringEquals", ref("A"), "x")),
      error("always", fn("stringEquals", "a", "a")),
      error("after"),
    ]);
    expect(compileRules(rules).body).toBe(`  const a = params.A;
  if (a === "x") {
    throw new EndpointError("x");
  }
  throw new EndpointError("always");
`);
  });

  it("writes text as text, whatever it says", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: text that must not become code
    const hostile = "`${process.exit()}` \\ \" ' \n \r \u2028 \u2029 \0 */ // </script> $";
    const rules = [
      error(`${hostile.replaceAll("{", "{{").replaceAll("}", "}}")}{A}`, fn("isSet", ref("A"))),
      error("x"),
    ];
    expect(message(rules, { A: "{B}" })).toBe(`${hostile}{B}`);
    expect(message([error(hostile.replaceAll("{", "{{").replaceAll("}", "}}"))], {})).toBe(hostile);
    const { body } = compileRules(ruleSet(rules));
    expect(body.split("\n")).toHaveLength(6);
  });

  it("keeps property names of any kind as they are", () => {
    const properties = JSON.parse('{ "__proto__": { "polluted": "yes" }, "a-b": "{A}", "constructor": [true, "x"] }');
    const rules = [{ type: "endpoint", conditions: [], endpoint: { url: "https://x", properties } }];
    const endpoint = runnable(ruleSet(rules))({ A: "a" });
    const expected = JSON.parse('{ "__proto__": { "polluted": "yes" }, "a-b": "a", "constructor": [true, "x"] }');
    expect(JSON.stringify(endpoint.properties)).toBe(JSON.stringify(expected));
    expect(Object.getPrototypeOf(endpoint.properties)).toBe(Object.prototype);
  });

  it("gives variables safe and free identifiers", () => {
    const names = [
      "class",
      "params",
      "EndpointError",
      "endpointAt",
      "Await",
      "a_b",
      "aB",
      "constructor",
      "toString",
      "URL",
    ];
    const own = names.filter((name) => !name.includes("_"));
    const parameters = Object.fromEntries(own.map((name) => [name, { type: "string" }]));
    const rules = [
      error(own.map((name) => `{${name}}`).join(","), { ...fn("coalesce", ref("aB"), "n"), assign: "a_b" }),
    ];
    const given = Object.fromEntries(own.map((name) => [name, `<${name}>`]));
    expect(message(rules, given, parameters)).toBe(own.map((name) => `<${name}>`).join(","));
    // What objects inherit isn't given.
    expect(message(rules, {}, parameters)).toBe(",".repeat(own.length - 1));
  });

  it.each<readonly [string, Json]>([
    ["is neither a parameter nor a variable in sight", error("{C}")],
    ["isn't a function of the rules language", error("", fn("eval", "1"))],
    ["toString", error("", fn("toString", "1"))],
    ["takes a string as its argument 1, not a boolean", error("", fn("parseURL", ref("Flag")))],
    ["can't have 1 arguments", error("", fn("stringEquals", "a"))],
    ['a string has no "length"', error("{A#length}")],
    ["isn't a path of keys and indexes", error("{List#[x]}")],
    ["a stringList can't stand in a string", error("x{List}")],
    ["assign it in a condition first", error("", fn("uriEncode", fn("substring", "abc", 0, 1, false)))],
    ["is a boolean, not a string", error(fn("isSet", ref("A")))],
  ])("refuses what %s", (problem, rule) => {
    expect(() => compileRules(ruleSet([rule]))).toThrow(RuleSetError);
    expect(() => compileRules(ruleSet([rule]))).toThrow(problem);
  });

  it("sees a variable in its own rule alone", () => {
    const rules = [
      error("{x}", { ...fn("coalesce", ref("A"), ref("B")), assign: "x" }, fn("stringEquals", ref("x"), "1")),
      error("{x}"),
    ];
    expect(() => compileRules(ruleSet(rules))).toThrow('rules[1]: "x" is neither');
  });
});
