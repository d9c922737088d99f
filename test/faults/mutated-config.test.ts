import { copyFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { generatePackage } from "../../codegen/generate.ts";
import type { Json } from "../../codegen/smithy/json.ts";
import { repositoryPath } from "../support/paths.ts";
import { runWith } from "../unit/cli/fake.ts";
import { emptyFolder, tree } from "../unit/output/folder.ts";
import { mutated, mutations } from "./mutations.ts";

/** A configuration in which each key has a value. */
const CONFIG: Json = {
  $schema: "./tinsmith.schema.json",
  packages: [
    {
      model: "weather.json",
      out: "sdk",
      service: "example.weather#WeatherService",
      operations: ["GetStation", "RegisterStation"],
      runtime: "smithy-core",
      defaults: "spec",
      validation: "required",
      docs: "markdown",
      package: "@example/weather",
      version: "1.2.3",
      license: "MIT",
      private: false,
      publishConfig: { registry: "https://npm.example.com/", access: "restricted" },
      repository: { type: "git", url: "https://git.example.com/weather.git" },
      engines: { node: ">=20" },
      scripts: { lint: "true" },
      dependencies: { "@smithy/core": "^3.0.0" },
      description: "The weather",
      author: { name: "Ann" },
      homepage: "https://example.com/",
      keywords: ["weather"],
    },
  ],
};

it("a configuration changed at random is carried out or refused, and its package.json is JSON", async () => {
  const folder = emptyFolder();
  const home = process.cwd();
  copyFileSync(repositoryPath("test", "models", "weather.json"), `${folder}/weather.json`);
  process.chdir(folder);
  const codes = new Map<number, number>();
  try {
    const property = fc.asyncProperty(mutations, async (changes) => {
      writeFileSync("tinsmith.config.json", JSON.stringify(mutated(CONFIG, changes), null, 2));
      const { code, err } = await runWith(
        async (model, options) => {
          const generated = generatePackage(model, options);
          for (const { path, text } of generated.files) if (path.endsWith(".json")) JSON.parse(text);
          return generated;
        },
        ["generate", "--check"],
      );
      expect([1, 2], err).toContain(code);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    });
    await fc.assert(property, { numRuns: 120, seed: 4711 });
    expect(Object.keys(tree(folder))).toEqual(["tinsmith.config.json", "weather.json"]);
  } finally {
    process.chdir(home);
  }
  expect([codes.get(1), codes.get(2)]).toEqual([expect.any(Number), expect.any(Number)]);
});
