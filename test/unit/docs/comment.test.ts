import fc from "fast-check";
import ts from "typescript-5.9";
import { describe, expect, test } from "vitest";
import { docComment, modelText, own } from "../../../codegen/typescript/docs/comment.ts";

/** What TypeScript reads: the tags of the comment, its links, and whether the code after it is intact. */
const readBack = (comment: string) => {
  const file = ts.createSourceFile("a.ts", `${comment}\nexport const after = 1;\n`, ts.ScriptTarget.ES2022, true);
  const [statement] = file.statements;
  const links: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJSDocLink(node)) links.push(node.name?.getText() ?? "");
    ts.forEachChild(node, visit);
  };
  const jsDoc = statement === undefined ? [] : ts.getJSDocCommentsAndTags(statement);
  for (const doc of jsDoc) {
    if (typeof doc.comment !== "string") for (const part of doc.comment ?? []) visit(part);
  }
  return {
    statements: file.statements.map((node) => node.getText()),
    tags: statement === undefined ? [] : ts.getJSDocTags(statement).map((tag) => tag.tagName.text),
    links,
  };
};

describe("docComment", () => {
  test("is absent where there is nothing to say", () => {
    expect(docComment([])).toBeUndefined();
    expect(docComment([[], modelText("")])).toBeUndefined();
  });

  test("is one line where it is short", () => {
    expect(docComment([modelText("The name.")], { indent: 2 })).toBe("  /** The name. */");
  });

  test("has a blank line between sections, and none at an end of a line", () => {
    expect(docComment([modelText("One.\n\nTwo.  "), [], [own`@public`]], { indent: 2 })).toBe(
      ["  /**", "   * One.", "   *", "   * Two.", "   *", "   * @public", "   */"].join("\n"),
    );
  });

  test("is more than one line where one would be too long", () => {
    expect(docComment([modelText("x".repeat(113))])).toBe(`/** ${"x".repeat(113)} */`);
    expect(docComment([modelText("x".repeat(114))])).toBe(`/**\n * ${"x".repeat(114)}\n */`);
  });

  test("isn't ended by what two parts of a line make together", () => {
    expect(docComment([[own`*${"/"} and ${"*"}/`]])).toBe("/** *\\/ and *\\/ */");
  });
});

describe("text of a model", () => {
  test.each([
    ["the end of a comment", "a */ b", "a *\\/ b"],
    ["a tag at the start of a line", "@internal\nno", "\\@internal\nno"],
    ["a tag in a line", "see @deprecated", "see \\@deprecated"],
    ["an inline tag", "{@link Secret} and { @inheritDoc }", "{\\@link Secret} and { \\@inheritDoc }"],
    ["a tag in a code span", "`a @b`", "`a \\@b`"],
    ["a tag in a fence", "```\n@Override\n */\n```", "```\n\\@Override\n *\\/\n```"],
    ["addresses, which are none", 'me@example.com, "@smithy/core", x/@y', 'me@example.com, "@smithy/core", x/@y'],
    ["an escaped tag", "\\@internal", "\\@internal"],
    ["line breaks of other systems", "a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"],
    ["control characters", "a\u0000b\u0007c\td\u001b[0m\u007f", "abc\td[0m"],
    ["characters that turn text round", "a\u202eb\u2066c\ufeff", "abc"],
    ["half a surrogate pair", "a\ud800b \u{1f600}", "a\ufffdb \u{1f600}"],
    ["what matters in templates alone", "`$&` $1", "`$&` $1"],
  ])("%s", (_, text, expected) => {
    expect(modelText(text).join("\n")).toBe(expected);
  });

  test("on one line of ours", () => {
    expect(own`@deprecated ${"Use\n @other */ instead."} {@link X}`).toBe(
      "@deprecated Use \\@other *\\/ instead. {@link X}",
    );
    expect(own`from "${"@acme/city"}"; ${"@acme"}`).toBe('from "@acme/city"; \\@acme');
  });

  test("is never read as anything but text by TypeScript", () => {
    const piece = fc.constantFrom(
      ..."@ * / { } ` \n \r \t \\ - > # ( ) \" ' . a 1 _ = + : , ! ~ \u2028 \u2029 \u00a0".split(" "),
      " ",
      "*/",
      "/**",
      "@internal",
      "{@link X}",
      "```",
      "//",
      "\0",
      "<p>",
      "https://example.com/@a",
    );
    const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, text, (block, line) => {
        const comment = docComment([modelText(block), [own`@remarks ${line}`, own`{@link Ours}`], [own`@public`]]);
        const read = readBack(comment ?? "");
        expect(read.statements).toEqual(["export const after = 1;"]);
        expect(read.tags).toEqual(["remarks", "public"]);
        expect(read.links.filter((name) => name !== "Ours")).toEqual([]);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
