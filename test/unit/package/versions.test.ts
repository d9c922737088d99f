import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packageOf } from "../../../codegen/typescript/runtime.ts";
import { BUILD_RANGES, DEPENDENCY_RANGES } from "../../../codegen/typescript/versions.ts";
import { repositoryPath } from "../../support/paths.ts";

const typescript = repositoryPath("codegen", "typescript");
const { devDependencies }: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(repositoryPath("package.json"), "utf8"),
);

/** Every published package that a generated file can import, by its name in quotation marks. */
const importable = (): ReadonlySet<string> => {
  const support = readdirSync(`${typescript}/support`).map((name) => `${typescript}/support/${name}`);
  const text = [`${typescript}/runtime.ts`, ...support].map((file) => readFileSync(file, "utf8")).join("\n");
  return new Set(
    [...text.matchAll(/"(@(?:smithy|aws-sdk)\/[a-z\d-]+(?:\/[\w/-]+)?)"/g)].map(([, module = ""]) => packageOf(module)),
  );
};

test("each package that generated code can import has a range, and no other has", () => {
  expect(Object.keys(DEPENDENCY_RANGES)).toEqual([...importable()].sort());
});

test("ranges begin at the releases that generated packages are tried with here", () => {
  for (const [name, range] of Object.entries({ ...DEPENDENCY_RANGES, ...BUILD_RANGES })) {
    expect([name, range]).toEqual([name, `^${devDependencies[name]}`]);
  }
});
