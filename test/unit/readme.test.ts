import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repositoryPath } from "../support/paths.ts";

const text = readFileSync(repositoryPath("README.md"), "utf8");

/** A line that is a link to a generated file or one of an example, and the block of code below it. */
const excerpts = [...text.matchAll(/^\[`((?:generated|examples)\/\S+)`\]\(\1\)\n\n```\w+\n([\s\S]*?)^```$/gm)];

describe("the README", () => {
  it("shows generated code and the example of a service", () => {
    for (const folder of [/^generated\//, /^examples\/company-service\//]) {
      expect(excerpts.filter(([, file = ""]) => folder.test(file)).length).toBeGreaterThan(0);
    }
  });

  it.each(excerpts.map(([, file = "", code = ""]) => ({ file, code })))("shows $file as it is", ({ file, code }) => {
    expect(readFileSync(repositoryPath(file), "utf8")).toContain(code);
  });

  it("names files that are there", () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => path);
    const missing = links.filter((path) => !existsSync(repositoryPath(path)));
    expect(missing).toEqual([]);
  });
});
