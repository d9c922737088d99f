import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  configSchema,
  type FORMS,
  hasForm,
  isPackageName,
  isVersion,
  KEYS,
  wordsOf,
} from "../../../codegen/config-keys.ts";

describe("the JSON schema of the configuration", () => {
  it("says what the reader of the configuration checks; `npx vitest run test/unit/cli/schema.test.ts -u` writes it anew", async () => {
    await expect(`${JSON.stringify(configSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
      "../../../tinsmith.schema.json",
    );
  });

  it("is in the package", () => {
    expect(JSON.parse(readFileSync("package.json", "utf8")).files).toContain("tinsmith.schema.json");
  });
});

describe("a form", () => {
  it.each<[keyof typeof FORMS, readonly unknown[], readonly unknown[]]>([
    ["text", ["a"], ["", 1, null, ["a"]]],
    ["texts", [["a"], ["a", "b"]], ["a", [], [""], [1]]],
    ["textOrTexts", ["a", ["a"]], ["", [], [1], {}]],
    ["textOrObject", ["a", {}], [[], 1, null, ""]],
    ["boolean", [true, false], ["true", 0, null]],
    ["object", [{}], [[], null, "a"]],
    ["textsByName", [{}, { a: "" }], [{ a: 1 }, [], null, "a"]],
  ])("%s takes what it says", (form, good, bad) => {
    for (const value of good) expect(hasForm(form, value as never), JSON.stringify(value)).toBe(true);
    for (const value of bad) expect(hasForm(form, value as never), JSON.stringify(value)).toBe(false);
  });

  it("of some words takes these", () => {
    expect(hasForm(KEYS.runtime.form, "smithy-client")).toBe(true);
    expect(hasForm(KEYS.runtime.form, "smithy")).toBe(false);
    expect(wordsOf(KEYS.runtime.form)).toBe('"smithy-core" or "smithy-client"');
  });
});

describe("names and versions that npm takes", () => {
  it.each(["a", "client-weather", "@example/client", "@a/b.c_d~e", "9"])("name %s", (name) => {
    expect(isPackageName(name)).toBe(true);
  });
  it.each(["", "A", "a b", "../a", "@a", "@a/", "/a", ".a", "_a", "a/b", "a\n", "a".repeat(215)])(
    "not the name %j",
    (name) => {
      expect(isPackageName(name)).toBe(false);
    },
  );
  it.each(["0.0.0", "1.2.3", "1.2.3-rc.1", "1.2.3+build.5", "1.0.0-alpha-a.b-c"])("version %s", (version) => {
    expect(isVersion(version)).toBe(true);
  });
  it.each(["", "1", "1.2", "v1.2.3", "01.2.3", "1.2.3-", "1.2.3-01", "1.2.3\n", "^1.2.3"])(
    "not the version %j",
    (version) => {
      expect(isVersion(version)).toBe(false);
    },
  );
});
