import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlToMarkdown, parsedHtml } from "../../../codegen/typescript/docs/html.ts";
import { readPlainHtml } from "../../../codegen/typescript/docs/plain-html.ts";
import { Renderer } from "../../../codegen/typescript/docs/render.ts";

/** What is read without the HTML parser, or undefined where that takes the parser. */
const plain = (html: string): string | undefined => {
  const renderer = new Renderer("html");
  return readPlainHtml(html, renderer) ? renderer.end() : undefined;
};

describe("documentation that needs no HTML parser", () => {
  test.each([
    ["paragraphs and lists", "<p>Two:</p><ul> <li> <p>one</p> </li> <li>two</li> </ul>", "Two:\n\n- one\n- two"],
    ["a link", '<a href="https://example.com/a">here</a>', "[here](https://example.com/a)"],
    ["entities", "<code>a &lt; b &amp;&amp; c</code>", "`a < b && c`"],
    ["an attribute that means nothing here", '<p class="title">Title</p>', "Title"],
    ["end tags that are left out", "<p>a<ul><li>b<li>c</ul>", "a\n\n- b\n- c"],
  ])("%s", (_, html, markdown) => {
    expect(plain(html)).toBe(markdown);
    expect(parsedHtml(html, "html")).toBe(markdown);
  });

  test.each([
    ["a placeholder", "<bucket-name>"],
    ["an element that is known to nobody", "<p><key></p>"],
    ["an element without an end", "a<br>b"],
    ["capitals", "<P>a</P>"],
    ["two attributes", '<a id="b" href="https://example.com/">c</a>'],
    ["other entities", "&nbsp;"],
    ["an entity without its end", "<p>&lt</p>"],
    ["a comment", "<!-- a -->"],
    ["a tag that doesn't end", "<p"],
    ["a lone sign", "a < b"],
  ])("but not %s", (_, html) => {
    expect(plain(html)).toBeUndefined();
  });
});

const NAMES = [
  "p",
  "a",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "code",
  "b",
  "i",
  "note",
  "div",
  "blockquote",
  "pre",
  "h1",
];
const pieces = fc.oneof(
  fc.constantFrom(...NAMES.flatMap((name) => [`<${name}>`, `</${name}>`])),
  fc.constantFrom(
    '<a href="https://example.com/?a=b>c">',
    '<p class="x">',
    "<p/>",
    "<br/>",
    "<a href=''>",
    "<P>",
    "<p >",
  ),
  fc.constantFrom("&lt;", "&gt;", "&amp;", "&quot;", "&nbsp;", "&lt", "&", "<", ">", '"', " ", "\n", "word", "*", "`"),
);

test("any text comes out as if the HTML parser had read it", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), fc.constantFrom("html", "mixed"), (parts, kind) => {
      const html = parts.join("");
      expect(htmlToMarkdown(html, kind)).toBe(parsedHtml(html, kind));
    }),
    { numRuns: 2000 },
  );
});
