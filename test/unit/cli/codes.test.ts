import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryPath } from "../../support/paths.ts";

it("no code of a diagnostic has two meanings", () => {
  const codes = readdirSync(repositoryPath("codegen"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8").match(/"TIN\d+"/g) ?? []);
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
