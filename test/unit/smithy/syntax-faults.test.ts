import { describe, expect, it } from "vitest";
import { loadModel } from "../../../codegen/smithy/load.ts";
import { complaints, faultsOf, source } from "./helpers.ts";

describe("files that are not JSON", () => {
  it.each([
    ["nothing", "", "a.json:1:1 error TIN0001: This is not JSON: the file is empty."],
    ["no JSON at all", "smithy: 2\n", "a.json:1:1 error TIN0001: This is not JSON: this is no JSON value."],
    [
      "a trailing comma",
      '{\n  "smithy": "2.0",\n}',
      "a.json:3:1 error TIN0001: This is not JSON: a key in double quotes should stand here.",
    ],
    [
      "a comment",
      '{\n  // version\n  "smithy": "2.0"\n}',
      "a.json:2:3 error TIN0001: This is not JSON: JSON has no comments.",
    ],
    ["two values", '{"smithy": "2.0"}\n{}', "a.json:2:1 error TIN0001: This is not JSON: the file should end here."],
    ["a key without quotes", "{ smithy: 2 }", "a.json:1:3 error TIN0001: This is not JSON: this is no JSON value."],
    [
      "a missing comma",
      '{\n  "smithy": "2.0"\n  "shapes": {}\n}',
      "a.json:3:3 error TIN0001: This is not JSON: a comma should stand here.",
    ],
    [
      "a line break in a string",
      '{\n  "smithy": "2.\n0"\n}',
      "a.json:2:13 error TIN0001: This is not JSON: this string isn't closed.",
    ],
    [
      "an escape that isn't one",
      '{"smithy": "\\x"}',
      "a.json:1:12 error TIN0001: This is not JSON: JSON has no such escape.",
    ],
    [
      "cut off between values",
      '{\n  "smithy": "2.0",\n  "shapes": {',
      "a.json:3:14 error TIN0002: The file ends in the middle of its JSON.",
    ],
    [
      "cut off in a string",
      '{\n  "smithy": "2.',
      "a.json:2:16 error TIN0002: The file ends in the middle of its JSON.",
    ],
    ["cut off in a word", '{\n  "a": tru', "a.json:2:11 error TIN0002: The file ends in the middle of its JSON."],
    [
      "cut off after a backslash",
      '{\n  "a": "\\',
      "a.json:2:10 error TIN0002: The file ends in the middle of its JSON.",
    ],
  ])("%s", (_, text, expected) => {
    expect(faultsOf(text)).toEqual([expected]);
  });

  it("a byte-order mark is an error, and the rest is read all the same", () => {
    expect(faultsOf('\uFEFF{"smithy": "2.0", "shapes": {"ns#A": {"type": "strin"}}}')).toEqual([
      "a.json:1:1 error TIN0003: The file begins with a byte-order mark.",
      'a.json:1:48 error TIN0013 ns#A: "strin" is not a type of shape. Nearest: string.',
    ]);
  });

  it("nested too deep, closed or not, is no overflow", () => {
    const deep = 100_000;
    expect(faultsOf("[".repeat(deep) + "]".repeat(deep))).toEqual([
      "a.json:1:201 error TIN0004: JSON is nested deeper than 200 levels.",
    ]);
    expect(faultsOf(`{\n"a":${'{"a":'.repeat(deep)}`)).toEqual([
      "a.json:2:1000 error TIN0004: JSON is nested deeper than 200 levels.",
    ]);
  });

  it("a string of millions of escapes is no overflow", () => {
    const text = `["${"\\n".repeat(8_000_000)}"`;
    expect(faultsOf(text)).toEqual(["a.json:1:16000004 error TIN0002: The file ends in the middle of its JSON."]);
    expect(faultsOf(`${text}, {"a": 1, "a": 2}]`)).toHaveLength(2);
  });

  it("says nothing about shapes that a broken file may have defined", () => {
    const sources = [
      source("a.json", '{"smithy": "2.0", "shapes": {"ns#L": {"type": "list", "member": {"target": "ns#Gone"}}}}'),
      source("b.json", "{"),
    ];
    expect(complaints(() => loadModel(sources))).toEqual([
      "b.json:1:2 error TIN0002: The file ends in the middle of its JSON.",
    ]);
  });
});

describe("keys that an object has twice", () => {
  it("are found wherever they are, with the place of the first", () => {
    const text = `{
  "smithy": "2.0",
  "shapes": {
    "ns#A": { "type": "string" },
    "ns#B": { "type": "string", "traits": { "smithy.api#length": { "min": 1, "min": 2 } } },
    "ns#A": { "type": "blob" }
  }
}`;
    expect(faultsOf(text)).toEqual([
      'a.json:5:78 error TIN0005: The key "min" is here twice; the first is at line 5, column 68.',
      'a.json:6:5 error TIN0005: The key "ns#A" is here twice; the first is at line 4, column 5.',
    ]);
  });

  it("are found beside strings that look like keys, and keys that look like strings", () => {
    expect(faultsOf('{"smithy": "2.0", "metadata": {"a\\\\": 1, "a\\\\": ": x"}}')).toEqual([
      'a.json:1:42 error TIN0005: The key "a\\" is here twice; the first is at line 1, column 32.',
    ]);
    expect(faultsOf('{"smithy": "2.0", "metadata": {"a" : {"": "\\": ", "" : 2}}}')).toEqual([
      'a.json:1:51 error TIN0005: The key "" is here twice; the first is at line 1, column 39.',
    ]);
  });

  it("are no quotes and colons within strings", () => {
    const text =
      '{"smithy": "2.0", "metadata": {"a\\":": "b\\\\", "c": "\\"d\\": e", "__proto__": [{"x" :1}], "": ":"}}';
    expect(faultsOf(text)).toEqual([]);
  });
});
