import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONFIG_FILE, DEFAULT_OPTIONS, readConfig } from "../../../codegen/config.ts";
import { DiagnosticsError } from "../../../codegen/smithy/diagnostics.ts";
import { emptyFolder, put } from "../output/folder.ts";

const home = process.cwd();
let folder = "";
beforeEach(() => {
  folder = emptyFolder();
  process.chdir(folder);
});
afterEach(() => process.chdir(home));

/** `line:column code message` of each fault found in a configuration of these lines. */
const faultsOf = (...lines: readonly string[]): readonly string[] => {
  put(folder, CONFIG_FILE, lines.join("\n"));
  try {
    readConfig(CONFIG_FILE);
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    return error.diagnostics.map(({ code, place, message }) => {
      expect(place?.file).toBe(CONFIG_FILE);
      return `${place?.line}:${place?.column} ${code} ${message}`;
    });
  }
  return [];
};

describe("a configuration", () => {
  it("gives each package its options, with defaults for those it doesn't name", () => {
    put(
      folder,
      "a/b.json",
      JSON.stringify({
        packages: [
          { model: "m.json", out: "." },
          {
            model: ["../m", "n"],
            out: "../../x",
            operations: ["A"],
            engines: { node: ">=20" },
            dependencies: { a: "1" },
          },
        ],
      }),
    );
    expect(readConfig("a/b.json")).toEqual([
      { models: ["a/m.json"], out: "a", options: DEFAULT_OPTIONS },
      {
        models: ["m", "a/n"],
        out: "../x",
        options: { ...DEFAULT_OPTIONS, operations: ["A"], engines: { node: ">=20" }, dependencies: { a: "1" } },
      },
    ]);
  });
});

describe("all that is wrong with a configuration is said in one go, with its place", () => {
  it("unknown keys with the nearest name, missing keys, wrong forms", () => {
    expect(
      faultsOf(
        "{",
        '  "package": [],',
        '  "packages": [',
        '    { "model": "m", "out": "o", "operatoins": [] },',
        '    { "model": 1, "runtime": "smithy" },',
        "    7,",
        '    { "model": "m", "out": "", "operations": "A", "private": "yes", "scripts": { "a": 1 },',
        '      "package": "No Name", "version": "1", "__proto__": {}, "constructor": 1 }',
        "  ]",
        "}",
      ),
    ).toEqual([
      '2:3 TIN0303 "package" is not a key of the configuration. Nearest: packages.',
      '4:33 TIN0303 "operatoins" is not a key of the configuration. Nearest: operations.',
      '5:5 TIN0304 This package has no "out".',
      '5:16 TIN0305 "model" must be a string or a list of strings.',
      '5:30 TIN0305 "runtime" must be "smithy-core" or "smithy-client".',
      "6:5 TIN0305 A package must be an object.",
      '7:28 TIN0305 "out" must be a string that isn\'t empty.',
      '7:46 TIN0305 "operations" must be a list of strings.',
      '7:62 TIN0305 "private" must be true or false.',
      '7:80 TIN0305 "scripts" must be an object of strings.',
      '8:18 TIN0305 "package" must be a name that npm takes, such as @example/client.',
      '8:40 TIN0305 "version" must be a version such as 1.2.3.',
      '8:45 TIN0303 "__proto__" is not a key of the configuration.',
      '8:62 TIN0303 "constructor" is not a key of the configuration.',
    ]);
  });

  it.each([
    ["a list", ["[]"], "1:1 TIN0305 The configuration must be an object."],
    ["without packages", ["{}"], '1:1 TIN0304 The configuration has no "packages".'],
    [
      "with an empty list of them",
      ['{ "packages": [] }'],
      '1:15 TIN0305 "packages" must be a list of objects, one for',
    ],
    ["cut off", ['{ "packages": ['], "1:16 TIN0002 The file ends in the middle"],
    ["no JSON", ["{", "  packages: 1 }"], "2:3 TIN0001 This is not JSON"],
    ["with a key twice", ['{ "packages": 1,', '  "packages": 2 }'], '2:3 TIN0005 The key "packages" is here twice'],
    ["with a byte-order mark", ["\uFEFF{}"], "1:1 TIN0003"],
  ])("%s", (_, lines, message) => {
    expect(faultsOf(...lines).join("\n")).toContain(message);
  });
});
