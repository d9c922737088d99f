import { describe, expect, test } from "vitest";
import type { PackageOptions } from "../../../codegen/options.ts";
import type { File } from "../../../codegen/output/file.ts";
import { buildScript } from "../../../codegen/typescript/files/build-script.ts";
import { packageJson } from "../../../codegen/typescript/files/package-json.ts";
import { emissionOf } from "./emission.ts";

const files = (...names: readonly string[]): readonly File[] =>
  names.map((name) => ({ path: `src/${name}.ts`, text: "" }));

const manifestOf = (
  options: Partial<PackageOptions> = {},
  packages: readonly string[] = [],
  sources = files("index"),
) => JSON.parse(packageJson(emissionOf("model/cognito-user-pools.json", options, packages), sources).text);

describe("what nobody said", () => {
  test("the name follows from the service", () => {
    expect(manifestOf()).toMatchObject({ name: "client-cognito-identity-provider", version: "0.0.0" });
  });

  test("a package is nobody else's: unlicensed, and not to be published by mistake", () => {
    expect(manifestOf()).toMatchObject({ license: "UNLICENSED", private: true, engines: { node: ">=20" } });
  });

  test("saying where to publish is saying that it may be published", () => {
    const manifest = manifestOf({ publishConfig: { registry: "https://npm.example.com/" } });
    expect(manifest).not.toHaveProperty("private");
  });
});

test("what the owner says stands as it is, and scripts are added", () => {
  const said = {
    description: "Codes by mail",
    license: "MIT",
    private: false,
    publishConfig: { access: "restricted" },
    repository: { type: "git", url: "https://git.example.com/codes.git" },
    engines: { node: ">=22" },
    author: "Ann",
    homepage: "https://example.com/",
    keywords: ["codes"],
  } as const;
  const manifest = manifestOf({ ...said, packageName: "@example/codes", packageVersion: "1.2.3", scripts: { x: "y" } });
  expect(manifest).toMatchObject({ ...said, name: "@example/codes", version: "1.2.3" });
  expect(Object.keys(manifest.scripts)).toEqual(["build", "prepack", "x"]);
});

describe("dependencies", () => {
  test("are the packages that the sources use, sorted", () => {
    const { dependencies } = manifestOf({}, ["@smithy/types", "@aws-sdk/core", "@smithy/core"]);
    expect(Object.keys(dependencies)).toEqual(["@aws-sdk/core", "@smithy/core", "@smithy/types"]);
  });

  test("have the owner's range where there is one; a package that isn't used stays out", () => {
    const chosen = { "@smithy/core": "3.41.0", "@smithy/types": "*" };
    expect(manifestOf({ dependencies: chosen }, ["@smithy/core"]).dependencies).toEqual({ "@smithy/core": "3.41.0" });
  });

  test("without a range are a fault of Tinsmith", () => {
    expect(() => manifestOf({}, ["@example/unknown"])).toThrow('There is no version range for "@example/unknown".');
    expect(() => manifestOf({}, ["constructor"])).toThrow('"constructor"');
  });
});

describe("modules for browsers and React Native", () => {
  const sources = files("index", "runtimeConfig", "runtimeConfig.browser", "runtimeConfig.native", "a", "a.browser");

  test("stand in for their siblings; React Native takes those for browsers where it has none", () => {
    const { browser, "react-native": native } = manifestOf({}, [], sources);
    const a = { "./dist-es/a.js": "./dist-es/a.browser.js" };
    expect(browser).toEqual({ ...a, "./dist-es/runtimeConfig.js": "./dist-es/runtimeConfig.browser.js" });
    expect(native).toEqual({ ...a, "./dist-es/runtimeConfig.js": "./dist-es/runtimeConfig.native.js" });
  });

  test("are in files of their own in dist-cjs, named where bundlers look for CommonJS", () => {
    const { text } = buildScript(sources);
    expect(text).toContain('  "react-native": {\n    "./index.js": "./index.native.js",\n  },');
    expect(text).toContain('    "./runtimeConfig.js": "./runtimeConfig.native.js",');
  });

  test("aren't spoken of where there are none", () => {
    expect(manifestOf()).not.toHaveProperty("browser");
    expect(buildScript(files("index")).text).not.toContain("browser");
  });
});
