import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WORK } from "../../../codegen/output/journal.ts";
import { MANIFEST } from "../../../codegen/output/manifest.ts";
import { emptyFolder, put, tree } from "../output/folder.ts";
import { MODEL, tinsmith } from "./fake.ts";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = emptyFolder();
  process.chdir(folder);
  put(folder, "model/tin.json", MODEL);
});
afterEach(() => process.chdir(home));

const config = (...packages: readonly object[]): void =>
  put(folder, "tinsmith.config.json", JSON.stringify({ packages }));
const optionsOf = (out: string): unknown => JSON.parse(readFileSync(join(out, "options.json"), "utf8"));

describe("generate MODEL --out", () => {
  it("writes a package with the defaults and says so: 0", async () => {
    expect(await tinsmith("generate", "model", "--out", "sdk")).toEqual({
      code: 0,
      out: "sdk: 3 written, 0 unchanged\n",
      err: "",
    });
    expect(optionsOf("sdk")).toEqual({ runtime: "smithy-core", validation: "required", docs: "markdown" });
    expect((await tinsmith("generate", "model", "--out", "sdk")).out).toBe("sdk: 3 unchanged\n");
  });

  it("hands every flag on", async () => {
    const flags = "--service Tin --operations Ping --operations A,B --runtime smithy-client --package @tin/sdk";
    const more = "--package-version 1.2.3 --defaults spec --validation off --docs html";
    expect((await tinsmith("generate", "model", "--out", "sdk", ...`${flags} ${more}`.split(" "))).code).toBe(0);
    expect(optionsOf("sdk")).toEqual({
      service: "Tin",
      operations: ["Ping", "A", "B"],
      runtime: "smithy-client",
      packageName: "@tin/sdk",
      packageVersion: "1.2.3",
      defaults: "spec",
      validation: "off",
      docs: "html",
    });
  });

  it("prints warnings and goes on: 0", async () => {
    const { code, err } = await tinsmith("generate", "model", "--out", "sdk", "--package-version", "0.0.0-warning");
    expect(code).toBe(0);
    expect(err).toBe("model/tin.json:1:27 warning TIN9999 example.tin#Tin: It is dented. Beat it out.\n");
  });
});

describe("generate with a configuration", () => {
  it("writes all its packages, paths being relative to its own folder, flags winning over it", async () => {
    const packages = [
      {
        model: "../model/tin.json",
        out: "one",
        package: "one",
        version: "1.0.0",
        runtime: "smithy-client",
        license: "MIT",
      },
      { model: ["../model"], out: "two", package: "two", private: true, docs: "html" },
    ];
    put(folder, "below/c.json", JSON.stringify({ $schema: "x", packages }));
    const ran = await tinsmith(
      "generate",
      "--config",
      "below/c.json",
      "--docs",
      "markdown",
      "--package-version",
      "2.0.0",
    );
    expect(ran).toEqual({
      code: 0,
      out: "below/one: 3 written, 0 unchanged\nbelow/two: 3 written, 0 unchanged\n",
      err: "",
    });
    expect(optionsOf("below/one")).toEqual({
      runtime: "smithy-client",
      validation: "required",
      docs: "markdown",
      license: "MIT",
      packageName: "one",
      packageVersion: "2.0.0",
    });
    expect(optionsOf("below/two")).toMatchObject({ packageName: "two", private: true, docs: "markdown" });
  });

  it("is read from the working directory where no model is named, and not where one is", async () => {
    config({ model: "model", out: "sdk" });
    expect((await tinsmith("generate")).out).toBe("sdk: 3 written, 0 unchanged\n");
    expect((await tinsmith("generate", "model", "--out", "other")).out).toBe("other: 3 written, 0 unchanged\n");
  });

  it("takes a named model in place of its own where both are named", async () => {
    config({ model: "nowhere.json", out: "sdk" });
    expect((await tinsmith("generate", "model", "--config", "tinsmith.config.json")).code).toBe(0);
  });

  it("reads a model that packages share once, and says what is wrong with it once", async () => {
    put(folder, "model/tin.json", "{");
    config({ model: "model", out: "one" }, { model: "model", out: "two" });
    const { code, err } = await tinsmith("generate");
    expect(code).toBe(2);
    expect(err.match(/TIN0002/g)).toHaveLength(1);
  });
});

describe("what is refused with 2, before anything is written", () => {
  it.each([
    ["no model and no configuration", [], "tinsmith.config.json error TIN0301: There is no such file"],
    ["a configuration that isn't there", ["--config", "x.json"], "x.json error TIN0302"],
    ["a model without a folder", ["model"], "error TIN0306: No folder is named for the package. Add --out DIR."],
    ["an empty folder's name", ["model", "--out", ""], "TIN0300"],
    ["an empty model's name", ["", "--out", "sdk"], "TIN0300"],
    ["an empty operation", ["model", "--out", "sdk", "--operations", "A,,B"], "TIN0300"],
    ["an unknown flag", ["--chekc"], "error TIN0300: Unknown option '--chekc' (Did you mean --check?)"],
    ["an unknown choice", ["--runtime", "x"], "Allowed choices are smithy-core, smithy-client."],
    ["a name that npm refuses", ["--package", "../x"], "npm takes no such name"],
    ["a version that is none", ["--package-version", "1"], "This is no version"],
    ["a model that isn't there", ["x.json", "--out", "sdk"], "x.json error TIN0007"],
    ["an error of the pipeline", ["model", "--out", "sdk", "--package-version", "0.0.0-error"], "error TIN9999"],
    ["a path out of the package", ["model", "--out", "sdk", "--package-version", "0.0.0-outside"], "TIN0400"],
  ])("%s", async (_, args, message) => {
    const before = tree(folder);
    const { code, out, err } = await tinsmith("generate", ...args);
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /m);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(tree(folder)).toEqual(before);
  });

  it("another package's fault: all are made in memory first", async () => {
    config({ model: "model", out: "one" }, { model: "model", out: "two", version: "0.0.0-error" });
    expect((await tinsmith("generate")).code).toBe(2);
    expect(Object.keys(tree(folder))).toEqual(["model/tin.json", "tinsmith.config.json"]);
  });

  it.each([
    ["the same folder", "sdk", "./model/../sdk", "Two packages go to sdk."],
    ["the same folder but for case", "sdk", "SDK", "Two packages go to SDK."],
    ["a folder in another's", "sdk", "sdk/inner", "in sdk and sdk/inner would be one in the other"],
    ["a folder around another's", "sdk/inner", "sdk", "in sdk/inner and sdk would be one in the other"],
    ["the same folder by a link", "sdk", "link", "Two packages go to link."],
  ])("two packages in %s", async (_, first, second, message) => {
    mkdirSync("sdk");
    symlinkSync("sdk", "link");
    config({ model: "model", out: first }, { model: "model", out: second });
    const { code, err } = await tinsmith("generate");
    expect(code).toBe(2);
    expect(err).toContain(`error TIN0307: `);
    expect(err).toContain(message);
  });

  it("foreign files, unless --force is given", async () => {
    put(folder, "sdk/options.json", "mine");
    const refused = await tinsmith("generate", "model", "--out", "sdk");
    expect(refused.code).toBe(2);
    expect(refused.err).toBe(
      "sdk/options.json error TIN0402: Tinsmith didn't write this file. Move it away, or let it be overwritten with --force.\n",
    );
    expect((await tinsmith("generate", "model", "--out", "sdk", "--force")).code).toBe(0);
  });

  it("no command at all, with the help", async () => {
    const { code, err } = await tinsmith();
    expect(code).toBe(2);
    expect(err).toContain("Usage: tinsmith");
  });
});

describe("a fault in Tinsmith itself", () => {
  it("exits with 3 and shows the stack", async () => {
    const { code, out, err } = await tinsmith("generate", "model", "--out", "sdk", "--package-version", "0.0.0-fault");
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(/This is a fault in Tinsmith itself.*report it.*TypeError: tin whistle\n\s+at /s);
    expect(Object.keys(tree(folder))).toEqual(["model/tin.json"]);
  });
});

describe("--check", () => {
  const check = () => tinsmith("generate", "model", "--out", "sdk", "--check");

  it("finds nothing where nothing differs: 0", async () => {
    await tinsmith("generate", "model", "--out", "sdk");
    expect(await check()).toEqual({ code: 0, out: "sdk: 3 unchanged\n", err: "" });
  });

  it("lists each stale, missing and extra file and writes nothing: 1", async () => {
    await tinsmith("generate", "model", "--out", "sdk");
    const manifest = JSON.parse(readFileSync(`sdk/${MANIFEST}`, "utf8"));
    manifest.files["old.txt"] = "sha256-x";
    put(folder, `sdk/${MANIFEST}`, JSON.stringify(manifest));
    put(folder, "sdk/old.txt", "old");
    put(folder, "sdk/options.json", "edited");
    rmSync("sdk/src", { recursive: true });
    const before = tree(folder);
    expect(await check()).toEqual({
      code: 1,
      out: [
        `stale   sdk/${MANIFEST}`,
        "stale   sdk/options.json",
        "missing sdk/src/services.txt",
        "extra   sdk/old.txt",
        "sdk: 2 stale, 1 missing, 1 extra, 0 unchanged",
        "",
      ].join("\n"),
      err: "",
    });
    expect(tree(folder)).toEqual(before);
  });

  it("says that nothing is there yet: 1", async () => {
    expect((await check()).code).toBe(1);
    expect(Object.keys(tree(folder))).toEqual(["model/tin.json"]);
  });

  it("doesn't mind files that aren't Tinsmith's: 0", async () => {
    await tinsmith("generate", "model", "--out", "sdk");
    put(folder, "sdk/node_modules/x.js", "x");
    expect((await check()).code).toBe(0);
  });

  it("says when another version wrote the package: 1", async () => {
    await tinsmith("generate", "model", "--out", "sdk");
    const text = readFileSync(`sdk/${MANIFEST}`, "utf8");
    put(folder, `sdk/${MANIFEST}`, text.replace(/"tinsmith": "[^"]*"/, '"tinsmith": "0.0.1"'));
    const { code, out, err } = await check();
    expect(code).toBe(1);
    expect(out).toContain(`stale   sdk/${MANIFEST}\n`);
    expect(err).toMatch(/^sdk\/\.tinsmith\.json warning TIN0412: Tinsmith 0\.0\.1 wrote this package; this is \d/);
  });

  it("says when a run was interrupted: 1", async () => {
    await tinsmith("generate", "model", "--out", "sdk");
    put(folder, `sdk/${WORK}/journal.json`, '{ "steps": [], "folders": [] }');
    const { code, err } = await check();
    expect(code).toBe(1);
    expect(err).toContain("sdk error TIN0409: A run of Tinsmith was interrupted");
    expect((await tinsmith("generate", "model", "--out", "sdk")).out).toBe("sdk: 3 unchanged\n");
    expect((await check()).code).toBe(0);
  });
});

describe("--json", () => {
  const none = { written: [], removed: [], stale: [], missing: [], extra: [] };

  it("prints one document: what was written, what differs, what is wrong", async () => {
    const args = ["generate", "model", "--out", "sdk", "--json"];
    const first = await tinsmith(...args, "--package-version", "0.0.0-warning");
    expect({ ...first, out: JSON.parse(first.out) }).toEqual({
      code: 0,
      err: "",
      out: {
        diagnostics: [
          {
            code: "TIN9999",
            severity: "warning",
            place: { file: "model/tin.json", line: 1, column: 27 },
            shape: "example.tin#Tin",
            message: "It is dented.",
            help: "Beat it out.",
          },
        ],
        packages: [{ ...none, out: "sdk", written: [MANIFEST, "options.json", "src/services.txt"], unchanged: 0 }],
      },
    });
    const second = await tinsmith(...args, "--check");
    expect({ ...second, out: JSON.parse(second.out) }).toEqual({
      code: 1,
      err: "",
      out: {
        diagnostics: [],
        packages: [{ ...none, out: "sdk", stale: [MANIFEST, "options.json"], unchanged: 1 }],
      },
    });
  });

  it("prints one document also for wrong arguments and models", async () => {
    put(folder, "model/tin.json", "\n  [");
    for (const args of [["--frob"], ["model", "--out", "sdk"]]) {
      const { code, out, err } = await tinsmith("generate", "--json", ...args);
      expect({ code, err }).toEqual({ code: 2, err: "" });
      expect(JSON.parse(out)).toMatchObject({ diagnostics: [{ severity: "error" }], packages: [] });
    }
  });
});
