import { expect, test } from "vitest";
import { excerpt } from "./excerpt.ts";

const TEXT = `/**
 * One.
 */
export type One =
  | "a"
  | "b";

export class Two {
  /** Three. */
  three() {
    if (this) {

      return 3;
    } else {
      return 4;
    }
  }
}
export const two = 2;
`;

test.each([
  ["export type One", 'export type One =\n  | "a"\n  | "b";'],
  ["/** export type One", '/**\n * One.\n */\nexport type One =\n  | "a"\n  | "b";'],
  [
    "/** three",
    "  /** Three. */\n  three() {\n    if (this) {\n\n      return 3;\n    } else {\n      return 4;\n    }\n  }",
  ],
  ["if", "    if (this) {\n\n      return 3;\n    } else {\n      return 4;\n    }"],
  ["export const two", "export const two = 2;"],
  ["", TEXT.trimEnd()],
])("the excerpt at %j", (anchor, expected) => {
  expect(excerpt(TEXT, anchor)).toBe(expected);
});

test("an anchor is at one line", () => {
  expect(() => excerpt(TEXT, "Two")).toThrow('No line starts with "Two".');
  expect(() => excerpt(TEXT, "export")).toThrow('Lines 4 and 8 start with "export".');
});
