import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../codegen/config.ts";
import { MANIFEST, manifestOf } from "../../codegen/output/manifest.ts";
import { readSources } from "../../codegen/smithy/json-ast/read.ts";
import { version } from "../../codegen/version.ts";
import { type PackageFiles, readPackage } from "../support/package-source.ts";
import { repositoryPath } from "../support/paths.ts";
import { generate, modelAt, modelOf } from "./generate.ts";
import { split, withShapesShuffled } from "./sources.ts";

const requests = readConfig(repositoryPath("tinsmith.config.json"));

/** Paths and texts, in an order of their own: a difference names its file. */
const sorted = (files: PackageFiles): object => Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));

describe.each(requests.map((request) => [request.out, request] as const))("%s", (out, { models, options }) => {
  const committed = readPackage(out);

  it("is what its model gives, to the byte, and nothing else", () => {
    const generated = generate(modelOf(readSources(models)), options);
    const files = [...generated].map(([path, text]) => ({ path, text }));
    expect(sorted(committed)).toEqual(sorted(new Map([...generated, [MANIFEST, manifestOf(files, version()).text]])));
  });

  it("is the same again, from the same model", () => {
    const model = modelOf(readSources(models));
    expect(sorted(generate(model, options))).toEqual(sorted(generate(model, options)));
  });

  it.each([1, 2, 3])("is the same from a model in several files, in any order (%d)", (seed) => {
    const sources = readSources(models).flatMap(({ text }) => split(text, 4, seed));
    expect(sorted(generate(modelOf(sources), options))).toEqual(withoutManifest(committed));
  });

  it("is the same for text in which lines end in other ways", () => {
    const sources = readSources(models).map(({ file, text }) => ({ file, text: text.replaceAll("\n", "\r\n") }));
    expect(sorted(generate(modelOf(sources), options))).toEqual(withoutManifest(committed));
  });
});

const withoutManifest = (files: PackageFiles): object =>
  sorted(new Map([...files].filter(([path]) => path !== MANIFEST)));

describe("generated/", () => {
  it("holds the packages of the configuration and nothing else", () => {
    const folders = readdirSync(repositoryPath("generated")).map((name) => repositoryPath("generated", name));
    expect(folders.sort()).toEqual(requests.map(({ out }) => join(repositoryPath(), out)).sort());
  });
});

const models = ["model/cognito-user-pools.json", "test/models/weather.json", "test/models/hostile.json"];

describe.each(models)("the package of %s", (path) => {
  const text = readFileSync(repositoryPath(path), "utf8");
  const expected = sorted(generate(modelAt(repositoryPath(path))));

  it.each([4, 5, 6])("is the same from shapes in any order (%d)", (seed) => {
    const source = { file: "model.json", text: withShapesShuffled(text, seed) };
    expect(sorted(generate(modelOf([source])))).toEqual(expected);
  });

  it.each([7, 8])("is the same from several files, in any order (%d)", (seed) => {
    expect(sorted(generate(modelOf(split(text, 5, seed))))).toEqual(expected);
  });

  it("is the same from operations named in any order", () => {
    const operations = [...operationsOf(text)];
    const model = modelAt(repositoryPath(path));
    const options = { operations: operations.reverse() };
    expect(sorted(generate(model, options))).toEqual(sorted(generate(model, { operations: operations.sort() })));
  });
});

/** The operations that the service names itself, not by its resources. */
const operationsOf = (text: string): readonly string[] => {
  const { shapes } = JSON.parse(text) as { readonly shapes: Readonly<Record<string, Service>> };
  return Object.values(shapes)
    .filter(({ type }) => type === "service")
    .flatMap(({ operations = [] }) => operations.map(({ target }) => target.slice(target.indexOf("#") + 1)));
};

interface Service {
  readonly type: string;
  readonly operations?: readonly { readonly target: string }[];
}
