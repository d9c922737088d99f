import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { compileTemplate, templatesForEsbuild } from "../../../codegen/typescript/templates.build.mjs";
import { render } from "../../../codegen/typescript/templates.ts";
import command from "./templates/command.hbs";
import row from "./templates/row.hbs";
import sample from "./templates/sample.txt?text";

const view = {
  name: "Tin",
  docs: "",
  rows: [
    { name: "a", type: "Set<string>", last: false, rows: [{ name: "b", type: "1", last: true, rows: [] }] },
    { name: "c", type: '"&"', last: true, rows: [] },
  ],
};
const text = ["class Tin {", "  a: Set<string>; // more", "    b: 1;", '  c: "&";', "}", ""].join("\n");

const faultOf = (incomplete: object): unknown => {
  try {
    return render(command, incomplete);
  } catch (error) {
    return error;
  }
};

describe("a template", () => {
  it("is filled in without escaping, partials indented as they stand and free to include themselves", () => {
    expect(render(command, view)).toBe(text);
  });

  it("is a template of its own where it is a partial elsewhere", () => {
    expect(render(row, { name: "x", type: "y", last: true, rows: [] })).toBe("x: y;\n");
  });

  it.each(["name", "docs", "rows"])("refuses a view without the field %s, wherever it is used", (field) => {
    expect(faultOf(Object.fromEntries(Object.entries(view).filter(([key]) => key !== field)))).toMatchObject({
      message: expect.stringMatching(
        /^The template .*test\/unit\/typescript\/templates\/command\.hbs can't be filled in\.$/,
      ),
      cause: { message: expect.stringContaining(`"${field}" not defined`) },
    });
  });

  it("refuses a gap in a partial's rows", () => {
    const gap = { ...view, rows: [{ name: "a", type: "b", rows: [] }] };
    expect(faultOf(gap)).toMatchObject({ cause: { message: expect.stringContaining('"last" not defined') } });
  });
});

describe("compiling refuses", () => {
  it.each([
    ["a helper", "{{upper name}}", "1:1 A template calls no helper"],
    ["a helper inside a block", "\n  {{#if (eq a b)}}x{{/if}}", "2:9 A template calls no helper"],
    ["other blocks", "{{#with a}}x{{/with}}", 'not "with"'],
    ["sections", "{{#a}}x{{/a}}", 'not "a"'],
    ["computed partials", "{{> (lookup . 'a')}}", "A partial is named"],
    ["decorators", '{{#*inline "x"}}{{/inline}}', "no decorators"],
    ["partial blocks", "{{#> x}}{{/x}}", "take no block"],
  ])("%s", (_, template, message) => {
    expect(() => compileTemplate(template, "x.hbs")).toThrow(message);
  });
});

describe("a text import", () => {
  const file = fileURLToPath(new URL("./templates/sample.txt", import.meta.url));

  it("is the file's text, to the last line break", () => {
    expect(sample).toBe(readFileSync(file, "utf8"));
    expect(sample.endsWith("`;\n\n")).toBe(true);
  });

  it("is the same, as templates are, in a bundle of esbuild, with the runtime of Handlebars alone", async () => {
    const result = await build({
      stdin: {
        contents: `
          import { render } from "../../../codegen/typescript/templates.ts";
          import command from "./templates/command.hbs";
          import sample from "./templates/sample.txt?text";
          export const text = render(command, ${JSON.stringify(view)});
          export { sample };`,
        resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      },
      bundle: true,
      format: "esm",
      platform: "node",
      write: false,
      metafile: true,
      plugins: [templatesForEsbuild()],
    });
    const [output] = result.outputFiles;
    const code = Buffer.from(output?.contents ?? []).toString("base64");
    const module = await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`);
    expect(module.text).toBe(text);
    expect(module.sample).toBe(sample);
    expect(Object.keys(result.metafile.inputs).filter((input) => input.includes("compiler"))).toEqual([]);
  });
});
