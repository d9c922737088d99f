import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { resolveEndpoint } from "@aws-sdk/core/client";
import type { EndpointParams, RuleSetObject } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { decodeRuleSet } from "../../codegen/ir/decode-rules.ts";
import { RUNTIMES } from "../../codegen/options.ts";
import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";
import { inputPath } from "../../codegen/typescript/endpoint/input-path.ts";
import { endpointFiles } from "../support/endpoint-files.ts";
import { endpointFunctions, type RuleParameters, runnable } from "../support/endpoint-rules.ts";
import { type EndpointTests, endpointTests, operationContextPaths } from "../support/endpoint-tests.ts";
import { repositoryPath, sharedPath, typesCachePath } from "../support/paths.ts";
import { withoutShared } from "../support/shared.ts";

const models = sharedPath("models");
const ruleTests = sharedPath("rules-tests");
const services = [models, ruleTests].flatMap((folder) => (folder === undefined ? [] : endpointTests(folder)));

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const objectAt = (value: JsonObject, key: string): JsonObject => {
  const found = own(value, key);
  return isObject(found) ? found : {};
};

/** What the rules answer, in the form in which the cases expect it. */
const answer = (resolve: (params: RuleParameters) => unknown, params: JsonObject): Json => {
  try {
    const { url, properties, headers } = resolve(params as RuleParameters) as Record<string, JsonObject>;
    return { endpoint: { url: String(url).replace(/\/$/, ""), properties: properties ?? {}, headers: headers ?? {} } };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

const expected = (testCase: JsonObject): Json => {
  const expect = objectAt(testCase, "expect");
  const error = own(expect, "error");
  if (typeof error === "string") return { error };
  const endpoint = objectAt(expect, "endpoint");
  const url = new URL(String(own(endpoint, "url"))).href.replace(/\/$/, "");
  return { endpoint: { url, properties: objectAt(endpoint, "properties"), headers: objectAt(endpoint, "headers") } };
};

/** A case whose answer isn't the expected one. */
interface Differing {
  readonly region: string;
  readonly documentation: string;
  readonly got: string;
  readonly wanted: string;
  /** What AWS's own interpreter of rules answers today. */
  readonly official: string;
  /** What our rules answer with the partition facts of the time of the cases. */
  readonly earlier: string;
}

/** Since the models were published these partitions have gained dual-stack endpoints, under names of their own. */
const GAINED_DUAL_STACK: ReadonlySet<string> = new Set(["aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f"]);

const earlierPartition: typeof endpointFunctions.awsPartition = (region) => {
  const facts = endpointFunctions.awsPartition(region);
  return GAINED_DUAL_STACK.has(facts.name)
    ? { ...facts, supportsDualStack: false, dualStackDnsSuffix: facts.dnsSuffix }
    : facts;
};

const run = ({ ruleSet, cases }: EndpointTests): readonly Differing[] => {
  const rules = decodeRuleSet(ruleSet);
  const resolve = runnable(rules);
  const resolveEarlier = runnable(rules, { ...endpointFunctions, awsPartition: earlierPartition });
  return cases.flatMap((testCase) => {
    const params = objectAt(testCase, "params");
    const got = text(answer(resolve, params));
    const wanted = text(expected(testCase));
    if (got === wanted) return [];
    const interpret = (endpointParams: RuleParameters): unknown =>
      resolveEndpoint(ruleSet as unknown as RuleSetObject, { endpointParams: { ...endpointParams } as EndpointParams });
    return {
      region: String(own(params, "Region")),
      documentation: String(own(testCase, "documentation")),
      got,
      wanted,
      official: text(answer(interpret, params)),
      earlier: text(answer(resolveEarlier, params)),
    };
  });
};

const text = (value: Json): string => JSON.stringify(sorted(value));

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(own(value, key) ?? null)]),
  );
};

if (services.length === 0)
  describe.skip(`endpoint tests of the shared models${withoutShared}`, () => it("needs its models", () => {}));

describe.runIf(services.length > 0)("endpoint tests of the shared models", () => {
  const differing = services.map((service) => [service.file, run(service)] as const);

  it.each(differing)("%s", (_, cases) => {
    // What today's facts contradict, AWS's own interpreter answers as we do, and earlier facts answer as expected.
    expect(cases.filter(({ got, official, wanted, earlier }) => got !== official || wanted !== earlier)).toEqual([]);
  });

  it("contradicted by today's partition facts: only dual-stack endpoints of isolated regions", () => {
    const regions = new Map<string, number>();
    for (const { region } of differing.flatMap(([, cases]) => cases))
      regions.set(region, (regions.get(region) ?? 0) + 1);
    expect(Object.fromEntries(regions)).toEqual({
      "eu-isoe-west-1": 4,
      "us-iso-east-1": 78,
      "us-iso-west-1": 4,
      "us-isob-east-1": 72,
      "us-isof-south-1": 4,
    });
  });

  it("covers every case", () => {
    const count = services.reduce((sum, { cases }) => sum + cases.length, 0);
    expect({ services: services.length, cases: count }).toEqual({ services: 53, cases: 2352 });
  });
});

describe.runIf(services.length > 0)("paths of operationContextParams in the shared models", () => {
  it("are all understood", () => {
    const paths = [models, ruleTests].flatMap((folder) => (folder === undefined ? [] : operationContextPaths(folder)));
    expect(Object.fromEntries(paths.map((path) => [path, inputPath(path, "here")]))).toEqual({
      "TableCreationParameters.TableName": "input.TableCreationParameters?.TableName",
      "TransactItems[*].Get.TableName": "input.TransactItems?.flatMap((item) => item?.Get?.TableName ?? [])",
      booleanParam: "input.booleanParam",
      "keys(RequestItems)": "Object.keys(input.RequestItems ?? {})",
      "keys(map)": "Object.keys(input.map ?? {})",
      "listOfUnions[*][string, object.key][]":
        "input.listOfUnions?.flatMap((item) => [item?.string, item?.object?.key].filter((value) => value != null))",
      "nested.bar": "input.nested?.bar",
      "nested.baz": "input.nested?.baz",
      "nested.listOfObjects[*].key": "input.nested?.listOfObjects?.flatMap((item) => item?.key ?? [])",
    });
  });
});

describe.runIf(services.length > 0)("endpoint files of the shared models", () => {
  const emitted = services.flatMap(({ file, traits }) =>
    RUNTIMES.map((runtime) => ({ folder: join(runtime, basename(file, ".json")), ...endpointFiles(traits, runtime) })),
  );
  emitted.push({ folder: "without-rules", ...endpointFiles({}) });

  it("are as the formatter writes them", () => {
    const input = emitted.flatMap(({ files }) => files.map(({ text }) => text)).join("\n");
    const biome = repositoryPath("node_modules/@biomejs/biome/bin/biome");
    const formatted = execFileSync(process.execPath, [biome, "format", "--stdin-file-path=rules.ts"], {
      input,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      cwd: repositoryPath(),
    });
    expect(formatted).toBe(input);
  });

  it("type-check under the strictest settings", () => {
    const root = typesCachePath("endpoint-rules");
    rmSync(root, { recursive: true, force: true });
    const supportFolder = repositoryPath("codegen/typescript/support");
    for (const { folder, files, support } of emitted) {
      for (const { path, text } of files) write(join(root, folder, path), text);
      for (const name of support) {
        write(join(root, folder, `src/support/${name}.ts`), readFileSync(join(supportFolder, `${name}.ts`), "utf8"));
      }
    }
    const options = { skipLibCheck: true, noPropertyAccessFromIndexSignature: false };
    const config = {
      extends: repositoryPath("tsconfig.json"),
      compilerOptions: options,
      include: ["**/*.ts"],
      exclude: [],
    };
    write(join(root, "tsconfig.json"), JSON.stringify(config));
    const tsc = repositoryPath("node_modules/typescript/bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", root], { encoding: "utf8" });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });

  it("of rules without AWS's functions depend on nothing of AWS", () => {
    const ruleTestFolders = new Set(ruleTests === undefined ? [] : endpointTests(ruleTests).map(({ file }) => file));
    const packages = emitted
      .filter(({ folder }) => ruleTestFolders.has(`${basename(folder)}.json`) || folder === "without-rules")
      .flatMap(({ packages }) => packages);
    expect(packages.filter((name) => name.startsWith("@aws-sdk/"))).toEqual([]);
  });
});
