import { describe, expect, it } from "vitest";
import {
  classHead,
  fits,
  importList,
  indent,
  interfaceHead,
  intersectionType,
  list,
  objectKey,
  property,
  propertyAccess,
  propertyKey,
  stringLiteral,
  unionType,
  WIDTH,
} from "../../../codegen/typescript/layout.ts";

const wide = (stem: string): string => stem.padEnd(60, "x");

describe("a line", () => {
  it("may be as wide as the width, and no wider", () => {
    expect([fits("x".repeat(WIDTH)), fits("x".repeat(WIDTH + 1)), fits("x".repeat(WIDTH), 1)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("is indented where there is something on it", () => {
    expect(indent("a\n\n  b")).toBe("  a\n\n    b");
    expect(indent("a", 4)).toBe("    a");
  });
});

describe("a list", () => {
  it("stands on one line where it fits", () => {
    expect(list("(", ["a", "b"], ")", { before: "f", after: ";" })).toBe("f(a, b);");
    expect(list("{", ["a"], "}", { padded: true })).toBe("{ a }");
    expect(list("{", [], "}", { padded: true })).toBe("{}");
  });

  it("breaks when one character is too many", () => {
    const before = `${"x".repeat(WIDTH - 7)}`;
    expect(list("(", ["a", "b"], ")", { before, after: ";" })).toBe(`${before}(a, b);`);
    expect(list("(", ["a", "b"], ")", { before: `${before}x`, after: ";" })).toBe(`${before}x(\n  a,\n  b,\n);`);
  });

  it("keeps its margin, and has no comma behind the last type argument", () => {
    const items = [wide("A"), wide("B")];
    expect(list("<", items, ">", { before: "  .f", after: "()", trailingComma: false })).toBe(
      `  .f<\n    ${items[0]},\n    ${items[1]}\n  >()`,
    );
  });

  it("breaks around an item of several lines", () => {
    expect(list("(", ["a", "() => {\n}"], ")", { before: "f" })).toBe("f(\n  a,\n  () => {\n},\n)");
  });
});

describe("imports", () => {
  it("of one name stay on their line, however long", () => {
    const name = wide("Name");
    expect(importList("import ", [name], `./${name}.js`)).toBe(`import { ${name} } from "./${name}.js";`);
  });

  it("of more names break", () => {
    expect(importList("import type ", [wide("A"), wide("B")], "m")).toBe(
      `import type {\n  ${wide("A")},\n  ${wide("B")},\n} from "m";`,
    );
  });
});

describe("types", () => {
  it.each([
    [["A", "B"], "export type T = A | B;"],
    [[wide("A"), wide("B")], `export type T =\n  | ${wide("A")}\n  | ${wide("B")};`],
    [["A".repeat(110)], `export type T =\n  ${"A".repeat(110)};`],
  ])("union %#", (alternatives, text) => {
    expect(unionType("export type T", alternatives)).toBe(text);
  });

  it.each([
    [["A", "B"], "export type T = A &\n  B;"],
    [["A".repeat(110), "B"], `export type T =\n  ${"A".repeat(110)} &\n    B;`],
    [[`Partial<${"A".repeat(99)}<B>>`, "C"], `export type T = Partial<\n  ${"A".repeat(99)}<B>\n> &\n  C;`],
  ])("intersection %#", (parts, text) => {
    expect(intersectionType("export type T", parts)).toBe(text);
  });

  it("property", () => {
    expect(property("a?", ["B", "undefined"])).toBe("a?: B | undefined;");
    expect(property("a?", ["B".repeat(110), "undefined"])).toBe(`a?:\n    | ${"B".repeat(110)}\n    | undefined;`);
  });

  it.each([
    [[], "interface I {}"],
    [["A", "B"], "interface I extends A, B {}"],
    [["A".repeat(110)], `interface I\n  extends ${"A".repeat(110)} {}`],
    [[wide("A"), wide("B")], `interface I\n  extends ${wide("A")},\n    ${wide("B")} {}`],
  ])("head of an interface %#", (bases, text) => {
    expect(interfaceHead("interface I", bases, "{}")).toBe(text);
  });

  it("head of a class", () => {
    expect(classHead("class C", ["extends A", "implements B"])).toBe("class C extends A implements B {}");
    expect(classHead("class C", [`extends ${wide("A")}`, `implements ${wide("B")}`])).toBe(
      `class C\n  extends ${wide("A")}\n  implements ${wide("B")} {}`,
    );
  });
});

describe("names and strings", () => {
  it.each([
    ["name", "name", "name", ".name"],
    ["$a_1", "$a_1", "$a_1", ".$a_1"],
    ["class", "class", "class", ".class"],
    ["__proto__", "__proto__", '["__proto__"]', ".__proto__"],
    ["a name", '"a name"', '"a name"', '["a name"]'],
    ["1st", '"1st"', '"1st"', '["1st"]'],
    ["", '""', '""', '[""]'],
    ["é", '"é"', '"é"', '["é"]'],
  ])("%j as key of a type, of an object, and read", (name, key, inObject, access) => {
    expect([propertyKey(name), objectKey(name), propertyAccess(name)]).toEqual([key, inObject, access]);
  });

  it.each([
    "plain",
    'says "hi"',
    "it's",
    `"both" and 'these' and "those"`,
    `\`\${globalThis.hostile = 1}\``,
    "*/ // </script>",
    "\\",
    "\\'",
    '\\"',
    "\r\n\t\0\u0007",
    "\u2028\u2029\ufeff\u007f\u0085",
    "\ud800 alone",
    "😀",
  ])("%j as a literal is the same text again", (text) => {
    const literal = stringLiteral(text);
    expect(literal).toMatch(/^(["']).*\1$/);
    expect(new Function(`"use strict"; return ${literal};`)()).toBe(text);
  });

  it("has the quotes that need fewer escapes, and nothing in it ends a line", () => {
    expect(stringLiteral('"a"')).toBe(`'"a"'`);
    expect(stringLiteral(`"a" 'b'`)).toBe(`"\\"a\\" 'b'"`);
    expect(stringLiteral("\u2028\u2029\ufeff")).toBe('"\\u2028\\u2029\\ufeff"');
  });
});
