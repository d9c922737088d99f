/**
 * What it costs to generate a package, process start included: Tinsmith beside a bare Node.js and, where Java, Maven and
 * the folder `../shared` are there, beside the official generator.
 *
 *     npm run bench:generator -- [--rounds N] [--write]
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryPath, sharedPath } from "../test/support/paths.ts";
import { awsJsonModels, cognitoModel, FOUR, SLICE } from "./support/cognito.ts";
import { type Cost, isInstalled, run } from "./support/process.ts";
import { publish, table } from "./support/report.ts";
import { interleave, spreadOf } from "./support/rounds.ts";

/** Some packages to generate. `operations` are all of the model's where there are none. */
interface Work {
  readonly title: string;
  readonly models: readonly string[];
  readonly operations: readonly string[];
}

interface Peer {
  readonly name: string;
  readonly measure: () => Cost;
}

const { values: args } = parseArgs({
  options: { rounds: { type: "string", default: "7" }, write: { type: "boolean" } },
});
const TINSMITH = repositoryPath("dist", "main.js");
const scratch = mkdtempSync(join(tmpdir(), "tinsmith-bench-"));

const works = (): readonly Work[] => {
  const cognito = cognitoModel();
  if (cognito === undefined) return [{ title: "the model of four operations", models: [SLICE], operations: [] }];
  const models = awsJsonModels();
  return [
    { title: "four operations of Cognito's model", models: [cognito], operations: FOUR },
    { title: "the whole of Cognito's model", models: [cognito], operations: [] },
    { title: `all ${models.length} shared models of awsJson`, models, operations: [] },
  ];
};

const node: Peer = { name: "node -e ''", measure: () => run([process.execPath, "-e", ""]).cost };

/** One process for all models, into a folder that is not there yet. */
const tinsmith = ({ models, operations }: Work): Peer => {
  const config = join(scratch, "tinsmith.config.json");
  const choice = operations.length === 0 ? {} : { operations };
  const packages = models.map((model) => ({ model, out: join(scratch, "ours", basename(model, ".json")), ...choice }));
  return {
    name: "Tinsmith",
    measure: () => {
      rmSync(join(scratch, "ours"), { recursive: true, force: true });
      writeFileSync(config, JSON.stringify({ packages }));
      return run([process.execPath, TINSMITH, "generate", "--config", config]).cost;
    },
  };
};

/** One process for each model, one after the other: wall and CPU are their sums. Its wall time is as it prints it. */
const official = (script: string, { models, operations }: Work): Peer => ({
  name: models.length === 1 ? "official" : "official, a process each",
  measure: () => {
    const out = join(scratch, "official");
    const costs = models.map((model): Cost => {
      const { cost, stdout } = run([script, model, out, ...(operations.length === 0 ? [] : [operations.join(",")])]);
      const printed = JSON.parse(stdout) as { readonly wall_s: number };
      return { ...cost, wall: printed.wall_s };
    });
    const sum = (of: (cost: Cost) => number): number => costs.reduce((total, cost) => total + of(cost), 0);
    return { wall: sum(({ wall }) => wall), cpu: sum(({ cpu }) => cpu), peak: Math.max(...costs.map((c) => c.peak)) };
  },
});

const officialScript = (): string | undefined =>
  isInstalled("java") && isInstalled("mvn") ? sharedPath("official-generator", "run.sh") : undefined;

/** The rows of one work: each peer's medians, and its ratios to the bare Node.js and to the official generator. */
const compare = (work: Work): readonly (readonly string[])[] => {
  const script = officialScript();
  const peers = [node, tinsmith(work), ...(script === undefined ? [] : [official(script, work)])];
  const rounds = work.models.length === 1 ? Number(args.rounds) : Math.ceil(Number(args.rounds) / 3);
  const results = interleave(
    rounds,
    peers.map(({ measure }) => measure),
  );
  const medians = results.map((costs) => ({
    wall: spreadOf(costs.map(({ wall }) => wall)),
    cpu: spreadOf(costs.map(({ cpu }) => cpu)),
    peak: spreadOf(costs.map(({ peak }) => peak)),
  }));
  const [bare, , other] = medians;
  return peers.map(({ name }, index) => {
    const cost = medians[index];
    if (cost === undefined || bare === undefined) throw new Error(`${name} wasn't measured.`);
    const { wall, cpu, peak } = cost;
    return [
      `${work.title}: ${name}`,
      `${wall.median.toFixed(3)} s (${wall.min.toFixed(3)} to ${wall.max.toFixed(3)})`,
      `${cpu.median.toFixed(3)} s`,
      `${peak.median.toFixed(0)} MiB`,
      ...[wall.median / bare.wall.median, cpu.median / bare.cpu.median].map((ratio) => ratio.toFixed(2)),
      ...(other === undefined
        ? ["", ""]
        : [wall.median / other.wall.median, cpu.median / other.cpu.median].map((ratio) => ratio.toFixed(3))),
    ];
  });
};

try {
  const header = ["", "wall", "CPU", "peak", "wall / node", "CPU / node", "wall / official", "CPU / official"];
  const rows = works().flatMap(compare);
  const without =
    officialScript() === undefined ? "\n\nWithout the official generator: it needs Java, Maven and `../shared`." : "";
  publish({
    title: "Generator",
    command: "npm run bench:generator",
    versions: ["official generator: smithy-typescript-codegen 0.49.1"],
    body: `Whole processes, medians of ${args.rounds} interleaved rounds (a third of them for all models).\n\n${table([header, ...rows])}${without}`,
  });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
