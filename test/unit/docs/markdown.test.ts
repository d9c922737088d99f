import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepHtml, renderDocumentation, toMarkdown } from "../../../codegen/typescript/docs/markdown.ts";

const lines = (...all: readonly string[]): string => all.join("\n");

describe("CommonMark", () => {
  test.each([
    "Plain words.",
    "A **bold** `code` [link](https://example.com).\n\n- one\n- two\n\n```\ncode  here\n```",
    "Holds a `List<String>`, or a Map<K, V>.",
    "Less than < and & and &lt;.",
    "`<p>` starts a paragraph.",
    "<https://example.com>",
  ])("stays as it is: %s", (text) => {
    expect(toMarkdown(text)).toBe(text);
  });

  test("breaks long lines of prose, and goes on where the list item began", () => {
    expect(toMarkdown(`- ${"words ".repeat(30).trim()}`)).toBe(
      lines(`- ${"words ".repeat(19).trim()}`, `  ${"words ".repeat(11).trim()}`),
    );
  });

  test("breaks nothing in fences, tables, headings, code spans and links", () => {
    const long = "word ".repeat(40).trim();
    const kept = lines("```", long, "```", `| ${long} |`, `# ${long}`, `    ${long}`);
    expect(toMarkdown(kept)).toBe(kept);
    const spans = `\`${long}\` [${long}](https://example.com)`;
    expect(toMarkdown(spans)).toBe(lines(`\`${long}\``, `[${long}](https://example.com)`));
  });

  test("starts no list or heading by breaking a line", () => {
    const text = `${"x".repeat(110)} from 1 to 12. The # sign`;
    expect(toMarkdown(text)).toBe(lines(`${"x".repeat(110)} from`, "1 to 12. The # sign"));
    expect(toMarkdown(`${"x".repeat(112)} to 12. Then`)).toBe(lines(`${"x".repeat(112)} to 12.`, "Then"));
  });

  test("with some tags in it keeps its own marks and lines", () => {
    expect(toMarkdown("Some **bold** and <code>code</code>:\n\n- one<br>\n- <b>two</b>")).toBe(
      lines("Some **bold** and `code`:", "", "- one", "", "- **two**"),
    );
  });
});

describe("HTML", () => {
  test.each([
    ["paragraphs", "<p>One\n   two. </p>\n   <p>Three.</p>", "One two.\n\nThree."],
    ["unclosed tags", "<p>One<p>Two <b>bold", "One\n\nTwo **bold**"],
    ["inline marks", "<p>A <code>b c</code> <i>d</i> <b> e </b>f.</p>", "A `b c` *d* **e** f."],
    ["nested marks once", "<p><b>a <strong>b</strong></b> <code><i>c</i></code></p>", "**a b** `c`"],
    ["white space before a comma that is layout", "<p>In <i>\n <b>x</b>\n </i>, y.</p>", "In ***x***, y."],
    ["entities", "<p>a &lt;b&gt; &amp;lt; &quot;c&quot;&nbsp;d &#64;</p>", 'a \\<b> \\&lt; "c" d @'],
    [
      "Markdown's own marks",
      "<p>*a* `b` _c_ d_e [f](g) \\* 2*3</p>",
      "\\*a\\* \\`b\\` \\_c\\_ d_e [f\\](g) \\\\\\* 2\\*3",
    ],
    ["a start that would be a list", "<p>- not an item</p><p>1. nor this</p>", "\\- not an item\n\n1\\. nor this"],
    ["backticks in code", "<p><code>a`b</code> <code>`c`</code></p>", "``a`b`` `` `c` ``"],
    [
      "placeholders",
      "<p>From <code>s3://<bucket>/<Key-1></code> or <region-name>.</p>",
      "From `s3://<bucket>/<Key-1>` or \\<region-name>.",
    ],
    ["XML", "<p><code><Rule><Id>x</Id></Rule></code> <Key>y</Key></p>", "`<Rule><Id>x</Id></Rule>` \\<Key>y\\</Key>"],
    ["placeholders that parsers read on after", "<p>A <title> and <b>more</b>.</p>", "A \\<title> and **more**."],
    ["scripts, as text", "<p>x</p><script>alert(1)</script>", "x\n\n\\<script>alert(1)\\</script>"],
    ["a name", "<fullname>City Service</fullname><p>Cities.</p>", "**City Service**\n\nCities."],
    ["comments, left out", "<p>a<!-- b -->c</p>", "ac"],
    ["line breaks", "<p>a<br/>b</p>", "a\n\nb"],
    ["nothing", "<p></p><ul></ul><note></note><a href='x'></a>", ""],
  ])("%s", (_, html, markdown) => {
    expect(toMarkdown(html)).toBe(markdown);
  });

  test("lists, nested and numbered", () => {
    const html =
      "<p>One of:</p><ul><li><p>a</p><p>more of a</p></li> <li><p>b</p><ol><li>c</li><li>d</li></ol></li></ul><p>End.</p>";
    expect(toMarkdown(html)).toBe(
      lines("One of:", "", "- a", "", "  more of a", "- b", "  1. c", "  2. d", "", "End."),
    );
  });

  test("definition lists", () => {
    expect(toMarkdown("<dl><dt>GPU</dt><dd><p>Fast.</p><p>Costly.</p></dd><dt>CPU</dt><dd>Slow.</dd></dl>")).toBe(
      lines("- **GPU**: Fast.", "", "  Costly.", "- **CPU**: Slow."),
    );
  });

  test("notes, each a quotation of its own", () => {
    const html = "<note><p>One.</p><p>Two.</p></note><important><ul><li>a</li></ul></important>";
    expect(toMarkdown(html)).toBe(lines("> **Note:** One.", ">", "> Two.", "", "> **Important:**", ">", "> - a"));
  });

  test("code blocks and tables", () => {
    expect(toMarkdown("<pre><code>a &lt; b\n  c   d\n```</code></pre>")).toBe(
      lines("````", "a < b", "  c   d", "```", "````"),
    );
    expect(toMarkdown("<table><tr><th>A</th><th>B</th></tr><tr><td><p>1|2</p></td></tr></table>")).toBe(
      lines("| A | B |", "| --- | --- |", "| 1\\|2 |  |"),
    );
  });

  test("links to the web and to mail, and to nowhere else", () => {
    expect(toMarkdown('<p><a href="https://example.com/a(b)_c d">the <code>x</code> page</a></p>')).toBe(
      "[the `x` page](https://example.com/a%28b%29_cd)",
    );
    expect(toMarkdown('<p><a href="mailto:me@example.com">me</a></p>')).toBe("[me](mailto:me@example.com)");
    for (const href of ["javascript:alert(1)", " java\tscript:x", "data:text/html,x", "/relative", "command:x", ""]) {
      expect(toMarkdown(`<p><a href="${href}">words</a></p>`)).toBe("words");
    }
  });

  test("longer than any page of words stays as it is", () => {
    const html = `<p>${"word ".repeat(20_001)}</p>`;
    expect(toMarkdown(html)).toBe(html);
  });

  test("nested without end comes out as words, in a dozen levels", () => {
    expect(toMarkdown(`<p>${"<b><i>".repeat(50)}x`)).toBe("***x***");
    expect(toMarkdown("<ul><li>x".repeat(20)).split("\n").at(-1)).toBe(`${" ".repeat(24)}x`);
  });

  test("lines end before 116 columns, quotations and items included", () => {
    const html = `<note><ul><li>${"word ".repeat(60)}</li></ul></note>`;
    const widths = toMarkdown(html)
      .split("\n")
      .map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(116);
    expect(Math.max(...widths)).toBeGreaterThan(110);
  });

  test("tags in any disorder come to an end, as words alone", () => {
    const piece = fc.constantFrom(
      ..."<p> </p> <ul> <li> </li> </ul> <dl> <dt> <dd> </dd> </dt> <note> </note> <code> </code> <b> </b> <i> </i> <pre> </pre> <table> <tr> <td> </td> </table> <br> <a> </a> <x> text, `".split(
        " ",
      ),
      " ",
      "\n",
      '<a href="https://example.com">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const markdown = toMarkdown(`<p>${pieces.join("")}`);
        expect(markdown).not.toContain("\0");
        expect(markdown).not.toMatch(/^\n|\n$|\n\n\n/);
        expect(markdown.split("text").length).toBe(pieces.join("").split("text").length);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

test("the format html keeps what the model says, without white space at the ends of lines", () => {
  expect(keepHtml("\n<p>a  \n   <b>b</b></p>\r\n")).toBe("<p>a\n   <b>b</b></p>");
  expect(renderDocumentation("<p>a</p>", "html")).toBe("<p>a</p>");
  expect(renderDocumentation("<p>a</p>", "markdown")).toBe("a");
  expect(renderDocumentation(undefined, "markdown")).toBe("");
});
