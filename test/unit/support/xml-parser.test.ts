import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml, type XmlElement } from "../../../codegen/typescript/support/xml-parser.ts";
import { attribute, element, text } from "../../../codegen/typescript/support/xml-writers.ts";

const children = (root: XmlElement, name: string): readonly string[] =>
  (root.children?.get(name) ?? []).map((child) => child.text);

describe("parseXml", () => {
  it("reads elements, attributes and text", () => {
    const root = parseXml('<?xml version="1.0"?>\n<a x="1" y:z = \'2\'>t<b/>u<b >v</b >\n</a>\n');
    expect(root.name).toBe("a");
    expect([...(root.attributes ?? [])]).toEqual([
      ["x", "1"],
      ["y:z", "2"],
    ]);
    expect(children(root, "b")).toEqual(["", "v"]);
    expect(root.text).toBe("tu\n");
  });

  it("keeps white space, and makes one line end of each kind", () => {
    expect(parseXml("<a>  \r\n\r </a>").text).toBe("  \n\n ");
  });

  it("reads references and CDATA once", () => {
    expect(parseXml("<a>&lt;&gt;&amp;amp;&quot;&apos;&#65;&#x1F639;</a>").text).toBe("<>&amp;\"'A😹");
    expect(parseXml("<a>x<![CDATA[<b>&amp;]]>y</a>").text).toBe("x<b>&amp;y");
    expect(parseXml('<a b="&lt;&#10;"/>').attributes?.get("b")).toBe("<\n");
  });

  it("leaves out comments and processing instructions, and a byte order mark", () => {
    expect(parseXml("\ufeff<!-- <x> --><a>1<!-- </a> -->2<?p <b> ?>3</a><!-- -->").text).toBe("123");
  });

  it("knows no name that an object has by itself", () => {
    const root = parseXml("<a><__proto__>x</__proto__><constructor>y</constructor></a>");
    expect([children(root, "__proto__"), children(root, "constructor"), children(root, "toString")]).toEqual([
      ["x"],
      ["y"],
      [],
    ]);
  });

  it.each([
    ["nothing", ""],
    ["only a comment", "<!-- a -->"],
    ["text", "Service unavailable"],
    ["text outside of the root", "<a/>b"],
    ["two roots", "<a/><b/>"],
    ["no end", "<a><b></b>"],
    ["an end too many", "<a></a></a>"],
    ["ends that don't match", "<a><b></a></b>"],
    ["a tag that is cut", "<a"],
    ["an attribute that is cut", '<a b="c'],
    ["an attribute without a value", "<a b></a>"],
    ["an attribute without quotes", "<a b=c></a>"],
    ["an attribute twice", '<a b="c" b="d"/>'],
    ["a tag without a name", "< a/>"],
    ["an entity that XML doesn't have", "<a>&nbsp;</a>"],
    ["an ampersand alone", "<a>b & c</a>"],
    ["an ampersand alone before a semicolon", "<a>b & c; d</a>"],
    ["a reference without its end", "<a>&lt</a>"],
    ["an entity of a name that all objects have", "<a>&constructor;</a>"],
    ["an end tag without a name", "</>"],
    ["an end tag that begins with the right name", "<a></ab>"],
    ["a number that is no character", "<a>&#x110000;</a>"],
    ["a comment that is cut", "<a><!-- b</a>"],
    ["CDATA outside of the root", "<![CDATA[a]]>"],
    ["a document type", "<!DOCTYPE html><html></html>"],
    ["entities of entities", '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'],
    ["a file from outside", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ["a document that is too deep", `${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`],
  ])("refuses %s", (_, xml) => {
    expect(() => parseXml(xml)).toThrow(SyntaxError);
  });

  it("reads what is written, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (value, inner) => {
        const root = parseXml(element(`a${attribute("b", value)}`, [text("c", inner)]));
        expect([root.attributes?.get("b"), children(root, "c")]).toEqual([value, [inner]]);
      }),
    );
  });

  it("ends for any text: an element, or a SyntaxError", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "/",
      "a",
      "<a>",
      "</a>",
      "=",
      '"',
      "'",
      "&",
      ";",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<?",
      "?>",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          expect(parseXml(pieces.join("")).name).not.toBe("");
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
    );
  });
});
