import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { sharedPath } from "../../test/support/paths.ts";
import { type Cost, run } from "./process.ts";

/** Seconds that all models together may take. */
const SECONDS = 600;

/** Modules of the Smithy project that define traits, which the generator loads as models. */
const TRAITS =
  /smithy-(aws-traits|protocol-traits|protocol-test-traits|rules-engine|waiters|aws-endpoints|smoke-test-traits|aws-cloudformation-traits|aws-iam-traits)-/;

interface Model {
  readonly shapes: Readonly<Record<string, { readonly type: string; traits?: Record<string, unknown> }>>;
}

/** A model without tests that name facts of the partitions of a day, which its validator would refuse. */
const withoutTests = (text: string): Model => {
  const model = JSON.parse(text) as Model;
  for (const { traits = {} } of Object.values(model.shapes)) {
    delete traits["smithy.rules#endpointTests"];
    delete traits["smithy.test#smokeTests"];
  }
  return model;
};

interface Fleet {
  readonly cost: Cost;
  /** By their files' names. */
  readonly refused: readonly string[];
}

/** The jars that the official generator was resolved to when it ran before. */
const classpath = (): string =>
  readFileSync(
    join(process.env["OFFICIAL_GENERATOR_CACHE"] ?? join(homedir(), ".cache", "official-generator"), "classpath"),
    "utf8",
  );

/**
 * The official generator on many models, as its users run it: one process of the `smithy` command, a projection for each.
 *
 * @returns its cost, and the models that it refused, which cost it little
 * @throws Error where it takes longer than ten minutes
 */
export const officialFleet = (scratch: string, models: readonly string[]): Fleet => {
  const folder = join(scratch, "official-fleet");
  const out = join(folder, "out");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names = models.map((model) => basename(model, ".json"));
  const projections = models.map((model, index) => {
    const copy = join(folder, `${names[index]}.json`);
    const stripped = withoutTests(readFileSync(model, "utf8"));
    writeFileSync(copy, JSON.stringify(stripped));
    const [service] = Object.entries(stripped.shapes).find(([, { type }]) => type === "service") ?? [];
    const settings = { service, package: names[index], packageVersion: "0.0.1", packageDescription: "Generated." };
    return [names[index], { imports: [copy], plugins: { "typescript-client-codegen": settings } }] as const;
  });
  const jars = classpath();
  const imports = [
    ...jars.split(":").filter((jar) => TRAITS.test(jar)),
    sharedPath("official-generator", "aws.test.smithy"),
  ];
  const config = join(folder, "smithy-build.json");
  const build = { version: "1.0", outputDirectory: out, imports, projections: Object.fromEntries(projections) };
  writeFileSync(config, JSON.stringify(build));
  const java = ["java", "-cp", jars, "software.amazon.smithy.cli.SmithyCli", "build", "--quiet", "-c", config];
  const { cost } = run(["timeout", "--kill-after=5", String(SECONDS), ...java], { accepts: [0, 1] });
  const refused = names.filter((name) => !existsSync(join(out, name, "typescript-client-codegen", "package.json")));
  return { cost, refused };
};
