import { describe, expect, test } from "vitest";
import { docComment } from "../../../codegen/typescript/docs/comment.ts";
import { type DocumentedMember, memberDocs } from "../../../codegen/typescript/docs/member.ts";
import { clientDocs, enumValueDocs, shapeDocs } from "../../../codegen/typescript/docs/shape.ts";
import { noDocs } from "./tiny-ir.ts";

const plain: DocumentedMember = {
  docs: noDocs,
  constraints: {},
  presence: { required: false, default: undefined, idempotencyToken: false },
  sensitive: false,
};
const written = (member: Partial<DocumentedMember>): string | undefined =>
  docComment(memberDocs({ ...plain, ...member }, "markdown"));

describe("a member", () => {
  test("without anything to say has no comment", () => {
    expect(written({})).toBeUndefined();
  });

  test("says its text, then its constraints, then its tags", () => {
    const docs = {
      ...noDocs,
      documentation: "<p>The <code>name</code>.</p>",
      deprecated: { message: "Use `title`.", since: "2.1" },
      since: "1.0",
      externalDocumentation: new Map([
        ["Names [all]", "https://example.com/names"],
        ["Elsewhere", "javascript:alert(1)"],
      ]),
      internal: true,
      unstable: true,
      recommended: { reason: "Others look for it." },
    };
    const constraints = { length: { min: 1, max: 128 }, pattern: "[\\w]+", uniqueItems: true } as const;
    expect(written({ docs, constraints, presence: { ...plain.presence, required: true }, sensitive: true })).toBe(
      [
        "/**",
        " * The `name`.",
        " *",
        " * Required. Recommended: Others look for it. Length 1 to 128. Pattern `[\\w]+`. Its items differ from each other.",
        " * Sensitive: left out of logs.",
        " *",
        " * @deprecated (since 2.1) Use `title`.",
        " * @since 1.0",
        " * @see [Names \\[all\\]](https://example.com/names)",
        " * @experimental",
        " *",
        " * @internal",
        " */",
      ].join("\n"),
    );
  });

  test.each([
    [{ length: { min: 1 } }, "Length 1 or more."],
    [{ length: { max: 5 } }, "Length up to 5."],
    [{ length: { min: 6, max: 6 } }, "Length 6."],
    [{ range: { min: -1, max: 1 } }, "Range -1 to 1."],
    [{ pattern: "^a*/`@b $" }, "Pattern ``^a*\\/`@b $``."],
  ])("constrained by %j", (constraints, sentence) => {
    expect(written({ constraints })).toBe(`/** ${sentence} */`);
  });

  test.each([
    [5, "Default `5`."],
    ["a`b", 'Default ``"a`b"``.'],
    [["x".repeat(90)], "Has a default."],
  ])("with the default %j", (value, sentence) => {
    expect(written({ presence: { ...plain.presence, default: value } })).toBe(`/** ${sentence} */`);
  });

  test("that is a token", () => {
    expect(written({ presence: { ...plain.presence, idempotencyToken: true } })).toBe(
      "/** A random token where it is left out. */",
    );
  });

  test("whose pattern is longer than a line is said on a line of its own", () => {
    const pattern = "a b".repeat(60);
    expect(written({ constraints: { length: { max: 1 }, pattern } })).toBe(
      `/**\n * Length up to 1. Pattern\n * \`${pattern}\`.\n */`,
    );
  });
});

test("shapes say who may use them, values of enums don't", () => {
  expect(docComment(shapeDocs({ ...noDocs, documentation: "A city." }, "html"))).toBe(
    "/**\n * A city.\n *\n * @public\n */",
  );
  expect(docComment(clientDocs({ docs: { ...noDocs, internal: true } }, "markdown"))).toBe("/** @internal */");
  expect(docComment(enumValueDocs({ ...noDocs, deprecated: {} }, "markdown"))).toBe("/** @deprecated */");
  expect(docComment(enumValueDocs(noDocs, "markdown"))).toBeUndefined();
});
