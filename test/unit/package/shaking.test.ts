import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { withModules } from "../../client/modules.ts";
import { generateBoth, modelAt } from "../../golden/generate.ts";
import { repositoryPath } from "../../support/paths.ts";
import { namesIn, shaken } from "../../support/shaking.ts";

const packages = generateBoth("shaken", modelAt(repositoryPath("model", "cognito-user-pools.json")));

/** esbuild, which is quick; `test/prove/modules` does the same with other bundlers. */
describe.each([...packages])("a bundle of one operation, of %s", (_, files) => {
  it.each(shaken)("leaves out what only others use: $operation", async ({ program, held, leftOut }) => {
    const resolveDir = await withModules(files);
    const { outputFiles } = await build({
      ...{ stdin: { contents: program("./dist-es/index.js"), resolveDir }, bundle: true, minify: true, write: false },
      ...{ platform: "browser", format: "esm", target: "es2022", logLevel: "silent" },
    });
    const text = outputFiles.map((file) => file.text).join("\n");
    expect(namesIn(text, held)).toEqual(held);
    expect(namesIn(text, leftOut)).toEqual([]);
  });
});
