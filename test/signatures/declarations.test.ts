import { describe, expect, it } from "vitest";
import { readDeclarations } from "./declarations.ts";
import { docSections } from "./doc-sections.ts";

const file = `import type { B as C } from "./models/models_0.js";
import { A } from "./models/models_0";
/** First. */
/**
 * @public
 *
 * The input for {@link X}.
 */
export interface X extends A {
}
declare const X_base: { new (input: X): import("../client.js").Impl<X>; };
export {};
`;

describe("readDeclarations", () => {
  it("reads the same from a file without line breaks", () => {
    const flat = file.replace(/\s*\n\s*/g, " ");
    expect(readDeclarations(flat, "p")).toEqual(readDeclarations(file, "p"));
  });

  it("leaves out modifiers, extensions and empty exports, and joins imports of one module", () => {
    expect(readDeclarations(file, "p")).toEqual({
      imports: [{ from: "./models/models_0", names: ["A", "B as C"] }],
      declarations: [
        {
          name: "X",
          text: ["export interface X extends A {", "}"],
          docs: [{ tag: "public", links: ["X"] }],
          memberDocs: {},
        },
        {
          name: "X_base",
          text: ["declare const X_base: {", 'new (input: X): import("../client").Impl<X>;', "};"],
          docs: [],
          memberDocs: {},
        },
      ],
    });
  });

  it("tells declarations that differ apart", () => {
    const other = file.replace("Impl<X>", "Impl<A>");
    expect(readDeclarations(other, "p")).not.toEqual(readDeclarations(file, "p"));
  });

  it("refuses what isn't TypeScript", () => {
    expect(() => readDeclarations("export interface {", "p")).toThrow();
  });
});

describe("docSections", () => {
  const comment = `/**
   * A sentence.
   * @example
   * \`\`\`javascript
   * import { X } from "own-package"; // @public isn't a tag here
   *
   * const x = { // X
   *   a: "STRING_VALUE",
   * };
   * \`\`\`
   * @see {@link X | config} for more.
   * @throws {@link Bad} (client fault)
   * A sentence.
   *
   * @throws {@link Base}
   * @public
   */`;
  const sections = [
    { tag: "summary" },
    {
      tag: "example",
      code: [
        'import { X } from "<package>"; // @public isn\'t a tag here',
        "const x = { // X",
        'a: "STRING_VALUE",',
        "};",
      ],
    },
    { tag: "see", links: ["X | config"] },
    { tag: "throws", name: "Bad", fault: "client" },
    { tag: "throws", name: "Base", fault: "none" },
    { tag: "public", links: [] },
  ];

  it("keeps sections and their order, without sentences", () => {
    expect(docSections(comment, "own-package")).toEqual(sections);
  });

  it("gives the same when line breaks are lost", () => {
    expect(docSections(comment.replace(/\s*\n\s*/g, " "), "own-package")).toEqual(sections);
  });
});
