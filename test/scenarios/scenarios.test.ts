import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { packageForTypes } from "../support/package-source.ts";
import { repositoryPath } from "../support/paths.ts";
import { typeCheck } from "../support/typecheck.ts";
import { generateScenario, refreshed } from "./scenario.ts";

const folder = repositoryPath("test", "scenarios");
const scenarios = readdirSync(folder)
  .filter((file) => file.endsWith(".md") && file !== "README.md")
  .sort()
  .map((file) => ({ name: file.slice(0, -".md".length), path: `${folder}/${file}` }))
  .map((scenario) => ({ ...scenario, markdown: readFileSync(scenario.path, "utf8") }));

describe("each scenario gives the excerpts that it shows", () => {
  test.each(scenarios)("$name", async ({ name, path, markdown }) => {
    expect(markdown).toMatch(/^# .+\n\n\S/);
    await expect(refreshed(markdown, generateScenario(markdown, name))).toMatchFileSnapshot(path);
  });
});

test("the packages of all scenarios compile", async () => {
  const files = scenarios.flatMap(({ name, markdown }) =>
    generateScenario(markdown, name).map(({ path, text }): [string, string] => [`${name}/${path}`, text]),
  );
  const check = {
    compiler: "7",
    moduleResolution: "nodenext",
    folder: await packageForTypes(new Map(files)),
    files: scenarios.map(({ name }) => `${name}/src/index.ts`),
    options: { exactOptionalPropertyTypes: true, verbatimModuleSyntax: true },
  } as const;
  expect(await typeCheck(check)).toBe("");
});
