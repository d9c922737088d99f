import { describe, expect, it } from "vitest";
import {
  attribute,
  element,
  empty,
  flatList,
  flatMap,
  list,
  map,
  nested,
  text,
  unknownMember,
  xmlDocument,
} from "../../../codegen/typescript/support/xml-writers.ts";

describe("elements", () => {
  it("end with the name alone of a tag with attributes", () => {
    expect(text('A xmlns="u"', 1)).toBe('<A xmlns="u">1</A>');
    expect(element('A xmlns="u"', [text("B", true)])).toBe('<A xmlns="u"><B>true</B></A>');
    expect(element('A xmlns="u"', [])).toBe('<A xmlns="u"/>');
  });

  it("are not there for what isn't set, and are for what is empty", () => {
    expect([text("A", undefined), text("A", null), nested("A", undefined, text), attribute("a", null)]).toEqual([
      "",
      "",
      "",
      "",
    ]);
    expect([text("A", ""), text("A", 0), text("A", false), attribute("a", "")]).toEqual([
      "<A></A>",
      "<A>0</A>",
      "<A>false</A>",
      ' a=""',
    ]);
  });

  it("hold text in which nothing is markup or a line end", () => {
    expect(text("A", `<&>"'\r\n\u0085\u2028`)).toBe("<A>&lt;&amp;&gt;&quot;&apos;&#x0D;&#x0A;&#x85;&#x2028;</A>");
    expect(attribute("a", `<&>"'\t\r\n`)).toBe(` a="&lt;&amp;&gt;&quot;'&#x09;&#x0D;&#x0A;"`);
  });

  it("make a document", () => {
    expect(xmlDocument("A", 1, text)).toBe('<?xml version="1.0" encoding="UTF-8"?><A>1</A>');
  });
});

describe("lists", () => {
  it("are an element with an element for each member, or the latter alone", () => {
    expect(list("A", "b", [1, 2], text)).toBe("<A><b>1</b><b>2</b></A>");
    expect(flatList("A", [1, 2], text)).toBe("<A>1</A><A>2</A>");
    expect([list("A", "b", [], text), flatList("A", [], text)]).toEqual(["<A/>", ""]);
    expect([list("A", "b", undefined, text), flatList("A", null, text)]).toEqual(["", ""]);
  });

  it("leave out nulls, or have empty elements for them", () => {
    expect(list("A", "b", [1, null, undefined], text)).toBe("<A><b>1</b></A>");
    expect(list("A", "b", [1, null], text, empty)).toBe("<A><b>1</b><b/></A>");
  });
});

describe("maps", () => {
  it("are an element with entries, or elements that are entries", () => {
    const values = { a: 1, b: null, ["__proto__"]: 2 };
    expect(map("M", "k", "v", values, text)).toBe(
      "<M><entry><k>a</k><v>1</v></entry><entry><k>__proto__</k><v>2</v></entry></M>",
    );
    expect(flatMap("M", "k", "v", { a: 1, b: null }, text)).toBe("<M><k>a</k><v>1</v></M>");
    expect(flatMap("M", "k", "v", { b: null }, text, empty)).toBe("<M><k>b</k><v/></M>");
    expect([map("M", "k", "v", {}, text), map("M", "k", "v", undefined, text)]).toEqual(["<M/>", ""]);
  });
});

describe("a union's unknown member", () => {
  it("is an element of its text", () => {
    expect(unknownMember({ $unknown: ["Name", "<"] })).toBe("<Name>&lt;</Name>");
    expect(unknownMember({ Known: "a" })).toBe("");
  });

  it.each([
    ["a name with markup", ["a><b", "c"]],
    ["an object", ["a", { b: "c" }]],
    ["no name", [1, "a"]],
  ])("is refused with %s", (_, $unknown) => {
    expect(() => unknownMember({ $unknown })).toThrow(TypeError);
  });
});
