import { describe, expect, it } from "vitest";
import { repositoryPath } from "../support/paths.ts";
import { type Compiler, compilers } from "../support/typecheck.ts";
import { compilerFaults } from "./compile.ts";
import { formatterFaults } from "./format.ts";
import { generateBoth, modelAt, modelOf, type Packages } from "./generate.ts";
import { longNames } from "./long-names.ts";

const cognito = modelAt(repositoryPath("model", "cognito-user-pools.json"));
const weather = modelAt(repositoryPath("test", "models", "weather.json"));
const hostile = modelAt(repositoryPath("test", "models", "hostile.json"));

/** Secrets in members of names that every object has. */
const inherited = modelOf([
  {
    file: "inherited.json",
    text: JSON.stringify({
      smithy: "2.0",
      shapes: {
        "a#S": {
          type: "service",
          version: "1",
          operations: [{ target: "a#Take" }],
          traits: { "aws.protocols#awsJson1_0": {} },
        },
        "a#Take": { type: "operation", input: { target: "a#Secrets" }, output: { target: "a#Secrets" } },
        "a#Secret": { type: "string", traits: { "smithy.api#sensitive": {} } },
        "a#List": { type: "list", member: { target: "a#Secrets" } },
        "a#Map": { type: "map", key: { target: "smithy.api#String" }, value: { target: "a#List" } },
        "a#Secrets": {
          type: "structure",
          members: {
            constructor: { target: "a#Secret" },
            toString: { target: "a#List" },
            valueOf: { target: "a#Map" },
            hasOwnProperty: { target: "a#Secrets" },
          },
        },
      },
    }),
  },
]);

const packages: Packages = new Map([
  ...generateBoth("cognito", cognito),
  ...generateBoth("cognito-html", cognito, { docs: "html", validation: "off", defaults: "spec" }),
  ...generateBoth("cognito-unsigned", cognito, { operations: ["ForgotPassword", "ResendConfirmationCode"] }),
  ...generateBoth("weather", weather),
  ...generateBoth("weather-one", weather, { operations: ["CheckHealth"] }),
  ...generateBoth("weather-official", weather, { defaults: "official", operations: ["EchoDefaults", "GetForecast"] }),
  ...generateBoth("hostile", hostile),
  ...generateBoth("inherited", inherited),
  ...generateBoth("hostile-off", hostile, { validation: "off", docs: "html" }),
]);

/** Those that differ in their types. What is committed under generated/ is type-checked elsewhere. */
const compiled: Packages = new Map(
  [...packages].filter(([name]) => /^(weather|hostile|inherited|weather-one|cognito-unsigned)-smithy/.test(name)),
);

/** Packages of which all names have lengths from `from` to `to`: their sources, since the other files hold few names. */
const long = (from: number, to: number): Packages => {
  const lengths = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return new Map(
    lengths.flatMap((length) =>
      (["aws", "own"] as const).flatMap((kind) =>
        // The two runtimes hardly differ in what is written of names.
        [...generateBoth(`${kind}-${length}`, longNames(length, kind))]
          .slice(length % 2, (length % 2) + 1)
          .map(([name, files]) => [name, new Map([...files].filter(([path]) => isOfNames(path)))] as const),
      ),
    ),
  );
};

const isOfNames = (path: string): boolean => path.startsWith("src/") && !path.startsWith("src/support/");

describe("a formatter changes nothing", () => {
  it("in packages of each kind", async () => {
    expect(await formatterFaults(packages)).toBe("");
  });

  it.each([
    [14, 28],
    [29, 43],
  ])("in packages whose names have any length from %d to %d characters", async (from, to) => {
    expect(await formatterFaults(long(from, to))).toBe("");
  });
});

describe.each(Object.keys(compilers) as Compiler[])("TypeScript %s finds nothing", (compiler) => {
  it("in packages of each kind", { timeout: 300_000 }, async () => {
    expect(await compilerFaults(compiled, compiler)).toBe("");
  });
});
