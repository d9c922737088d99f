import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../codegen/config.ts";
import { readSources } from "../../codegen/smithy/json-ast/read.ts";
import { importPackage } from "../support/build-package.ts";
import { repositoryPath } from "../support/paths.ts";
import { generate, modelOf } from "./generate.ts";

const at = (...path: readonly string[]): string => repositoryPath("examples", "private-package", ...path);
const textOf = (...path: readonly string[]): string => readFileSync(at(...path), "utf8");

const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(textOf("package.json"));

/** `npm run prove` does what its README and its workflow say, with a registry. */
describe("the example of a private package", () => {
  it("has a configuration and a model that give the package of its golden files", async () => {
    const requests = readConfig(at("tinsmith.config.json"));
    expect(requests.map(({ options }) => options.packageName)).toEqual(["@example/parcels"]);
    for (const { models, options } of requests) {
      const exported = await importPackage(generate(modelOf(readSources(models)), options));
      // With `--update` the example's own golden file is written.
      const names = `${Object.keys(exported).sort().join("\n")}\n`;
      await expect(names).toMatchFileSnapshot(at("test", "golden", "exports.txt"));
    }
  });

  it("has all the scripts that its README and its workflow run", () => {
    const texts = [textOf("README.md"), textOf(".github", "workflows", "sdk.yml")];
    const named = texts.flatMap((text) => [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name));
    expect([...new Set(named)].sort()).toEqual(["build", "check", "generate", "release"]);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("has the files that its README lists", () => {
    const listed = [...textOf("README.md").matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = ""]) => cell.split(", "));
    const files = readdirSync(at(), { recursive: true, encoding: "utf8" });
    expect(listed.length).toBe(8);
    expect(listed.filter((name) => !files.includes(name.replaceAll("`", "")))).toEqual([]);
  });
});
