/**
 * What it costs to check the types of a small program that uses a client, over an empty program: Tinsmith in both
 * runtimes beside the official clients, by TypeScript 5.9 and 7, cold, with `skipLibCheck`. A package of ours is checked
 * by the declarations that its own build gives.
 *
 *     npm run bench:types -- [--short] [--rounds N] [--write]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryPath } from "../test/support/paths.ts";
import type { Measured } from "./support/budgets.ts";
import { buildCommitted, CACHE, RUNTIMES } from "./support/package.ts";
import { NEWEST, OFFICIAL, OLDER } from "./support/participants.ts";
import { run } from "./support/process.ts";
import { installedVersion, publish, table } from "./support/report.ts";
import { interleave, leastExcess, showSpread, spreadOf } from "./support/rounds.ts";

const { values: args } = parseArgs({
  options: { short: { type: "boolean", default: false }, rounds: { type: "string" }, write: { type: "boolean" } },
});
const rounds = Number(args.rounds ?? (args.short ? 2 : 5));

/** A compiler's start, as Node.js's arguments. */
const COMPILERS = [
  { name: `TypeScript ${installedVersion("typescript-5.9")}`, file: "typescript-5.9/lib/tsc.js", budget: true },
  { name: `TypeScript ${installedVersion("typescript")}`, file: "typescript/lib/tsc.js", budget: false },
].filter(({ budget }) => budget || !args.short);

const program = (name: string): string =>
  [
    `import { CognitoIdentityProviderClient, ForgotPasswordCommand, type ForgotPasswordCommandOutput } from "${name}";`,
    `const client = new CognitoIdentityProviderClient({ region: "eu-west-1", maxAttempts: 2 });`,
    "export const forget = async (user: string): Promise<string | undefined> => {",
    '  const command = new ForgotPasswordCommand({ ClientId: "client", Username: user });',
    "  const output: ForgotPasswordCommandOutput = await client.send(command);",
    "  return output.CodeDeliveryDetails?.Destination;",
    "};",
  ].join("\n");

interface Consumer {
  readonly name: string;
  /** Of its `tsconfig.json`. */
  readonly folder: string;
}

const consumer = (name: string, text: string): Consumer => {
  const folder = join(CACHE, "types", name.replace(/[^a-z0-9]+/gi, "-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "main.ts"), text);
  const compilerOptions = {
    ...{ target: "es2022", module: "nodenext", moduleResolution: "nodenext" },
    ...{ strict: true, skipLibCheck: true, noEmit: true, types: ["node"] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
  return { name, folder };
};

const EMPTY = "an empty program";

const consumers = async (): Promise<readonly Consumer[]> => {
  const made = [consumer(EMPTY, "export {};")];
  for (const runtime of RUNTIMES) {
    const { name } = buildCommitted(runtime);
    made.push(consumer(`Tinsmith, ${runtime}`, program(name)));
  }
  for (const name of args.short ? [NEWEST] : [NEWEST, OLDER]) {
    made.push(consumer(`official ${installedVersion(name)}`, program(name)));
  }
  return made;
};

/** Seconds of the processor of one check, and what `--extendedDiagnostics` counts. */
interface Check {
  readonly cpu: number;
  readonly wall: number;
  readonly files: number;
  readonly types: number;
}

const check = (compiler: string, { folder }: Consumer): Check => {
  const { cost, stdout } = run([process.execPath, compiler, "-p", folder, "--extendedDiagnostics"]);
  const count = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(stdout)?.[1]);
  return { cpu: cost.cpu, wall: cost.wall, files: count("Files"), types: count("Types") };
};

const measured: Measured[] = [];
const all = await consumers();
const rows = COMPILERS.flatMap(({ name: compiler, file, budget }): readonly (readonly string[])[] => {
  const path = repositoryPath("node_modules", file);
  const checks = interleave(
    rounds,
    all.map((each) => () => check(path, each)),
  );
  const [empty = []] = checks;
  const excess = (index: number, of: "cpu" | "wall"): readonly number[] =>
    (checks[index] ?? []).map((each, round) => each[of] - (empty[round]?.[of] ?? Number.NaN));
  const reference = all.findIndex(({ name }) => name === OFFICIAL);
  const official = spreadOf(excess(reference, "cpu")).median;
  const cpuOf = (index: number): readonly number[] => (checks[index] ?? []).map(({ cpu }) => cpu);
  const least = (index: number): number => leastExcess(cpuOf(index), cpuOf(0));
  return all.map(({ name }, index) => {
    const cpu = spreadOf(excess(index, "cpu"));
    const ratio = cpu.median / official;
    const byLeast = least(index) / least(reference);
    if (budget && name.startsWith("Tinsmith, ")) {
      measured.push({ budget: "types", of: name.slice(10), value: ratio, least: byLeast });
    }
    const { files = 0, types = 0 } = checks[index]?.[0] ?? {};
    return [
      `${compiler}: ${name}`,
      showSpread(spreadOf(cpuOf(index)), 2),
      index === 0 ? "" : showSpread(cpu, 2),
      index === 0 ? "" : ratio.toFixed(2),
      index === 0 ? "" : byLeast.toFixed(2),
      `${spreadOf(excess(index, "wall")).median.toFixed(2)} s`,
      String(files),
      String(types),
    ];
  });
});

const HEADER = [
  "",
  "CPU s",
  "over the empty one",
  "/ official newest's",
  "the same, by the least",
  "wall over it",
  "files",
  "types",
];
publish({
  title: "Types",
  command: "npm run bench:types",
  versions: [`@smithy/types ${installedVersion("@smithy/types")}`],
  body: `Whole processes: ${rounds} interleaved rounds, median (least to most).\n\n${table([HEADER, ...rows])}`,
  measured,
});
