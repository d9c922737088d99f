import { describe, expect, it } from "vitest";
import { checkPaths, whyUnsafe } from "../../../codegen/output/paths.ts";
import { emptyFolder, filesOf, tree, write } from "./folder.ts";

describe("the path of a generated file", () => {
  it.each(["a", "src/index.ts", ".gitignore", "src/models/models_0.ts", "ä/é.ts", "__proto__", "constructor.ts"])(
    "may be %s",
    (path) => {
      expect(whyUnsafe(path)).toBeUndefined();
    },
  );

  it.each([
    "",
    "/etc/passwd",
    "..",
    "../a",
    "a/../../b",
    "a/./b",
    "a//b",
    "a/",
    "a\\b",
    "..\\a",
    "C:a",
    "a\u0000b",
    "a\nb",
    "a\u2028b",
    "a\ud800",
    "a.",
    "a ",
    "a./b",
    "con",
    "src/NUL.ts",
    ".git/hooks/pre-commit",
    "x/.GIT/config",
    "node_modules/x/index.js",
    ".tinsmith.json",
    ".tinsmith-work/journal.json",
    ".tinsmith.lock",
    "é".repeat(128),
  ])("may not be %j", async (path) => {
    expect(whyUnsafe(path)).toBeDefined();
    const folder = emptyFolder();
    await expect(write(`${folder}/out`, { good: "", [path]: "" })).rejects.toMatchObject({
      diagnostics: [{ code: "TIN0400" }],
    });
    expect(tree(folder)).toEqual({});
  });

  it.each([
    ["in case", ["src/City.ts", "src/city.ts"]],
    ["in the case of a folder", ["src/a.ts", "Src/b.ts"]],
    ["in the form of an accent", ["\u00e9.ts", "e\u0301.ts"]],
    ["in nothing", ["a", "a"]],
    ["as file and folder", ["a", "A/b"]],
  ])("may not differ from another's only %s", (_, paths) => {
    const files = paths.flatMap((path) => filesOf({ [path]: "" }));
    expect(checkPaths(files).map(({ code }) => code)).toEqual(["TIN0401"]);
  });
});
