/**
 * What it costs to generate packages, process start included: Tinsmith beside a bare Node.js and, where Java, Maven and
 * the folder `../shared` are there, beside the official generator; and how it grows with models and operations.
 *
 *     npm run bench:generator -- [--short] [--rounds N] [--operations N] [--no-official] [--write]
 *
 * `--short` takes seconds, without the official generator. `--operations` is the greatest number of operations of one
 * model: 10,000 where it isn't given, which takes a minute or two.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sharedPath } from "../test/support/paths.ts";
import type { Measured } from "./support/budgets.ts";
import { cognitoModel, FOUR, SLICE } from "./support/cognito.ts";
import { node, Official, supported, tinsmith, type Work } from "./support/generators.ts";
import { exponentOf } from "./support/growth.ts";
import { multiplied } from "./support/multiply.ts";
import type { Cost } from "./support/process.ts";
import { publish, table } from "./support/report.ts";
import { interleave, type Spread, showSpread, spreadOf } from "./support/rounds.ts";

const { values: args } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    rounds: { type: "string" },
    operations: { type: "string" },
    "no-official": { type: "boolean", default: false },
    write: { type: "boolean" },
  },
});
const rounds = Number(args.rounds ?? (args.short ? 3 : 7));
const mostOperations = Number(args.operations ?? (args.short ? 100 : 10_000));
const scratch = mkdtempSync(join(tmpdir(), "tinsmith-bench-"));
const official = !args["no-official"] && !args.short ? Official.find(scratch) : "it wasn't asked for";

const sharedModels = (): readonly string[] => {
  const folder = sharedPath("models");
  if (folder === undefined) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => join(folder, name));
};

/** Work that is compared. Where there is much of it, it is done in fewer rounds, and spreads less. */
interface Comparison extends Work {
  readonly rounds: number;
  readonly budget?: "generateFour" | "generateAll";
}

const comparisons = (): readonly Comparison[] => {
  const cognito = cognitoModel();
  if (cognito === undefined) {
    return [{ title: "the model of four operations", models: [SLICE], operations: [], rounds }];
  }
  const four: Comparison = {
    title: "four operations of Cognito's model",
    models: [cognito],
    operations: FOUR,
    rounds,
    budget: "generateFour",
  };
  if (args.short) return [four];
  const whole = { title: "the whole of Cognito's model", models: [cognito], operations: [] };
  const shared = sharedModels();
  const models = supported(scratch, shared);
  const all = { title: `${models.length} of the ${shared.length} shared models`, models, operations: [] };
  return [
    four,
    { ...whole, rounds: Math.ceil(rounds / 2) },
    { ...all, rounds: Math.ceil(rounds / 4), budget: "generateAll" },
  ];
};

interface Spreads {
  readonly wall: Spread;
  readonly cpu: Spread;
  readonly peak: Spread;
}

const spreadsOf = (costs: readonly Cost[]): Spreads => ({
  wall: spreadOf(costs.map(({ wall }) => wall)),
  cpu: spreadOf(costs.map(({ cpu }) => cpu)),
  peak: spreadOf(costs.map(({ peak }) => peak)),
});

const measured: Measured[] = [];

/** The rows of one work: each peer's medians, and its ratios to the bare Node.js and to the official generator. */
const compare = (work: Comparison): readonly (readonly string[])[] => {
  const peers = [node, tinsmith(scratch, work), ...(typeof official === "string" ? [] : [official.peer(work)])];
  const results = interleave(
    work.rounds,
    peers.map(({ measure }) => measure),
  ).map(spreadsOf);
  const [bare, ours] = results;
  const other = results[2];
  if (bare === undefined || ours === undefined) throw new Error("Nothing was measured.");
  if (work.budget !== undefined) {
    const ratio = ours.wall.median / bare.wall.median;
    measured.push({ budget: work.budget, value: ours.wall.median, ratio });
    measured.push({ budget: `${work.budget}Memory`, value: ours.peak.median });
  }
  return results.map(({ wall, cpu, peak }, index) => [
    `${work.title}: ${peers[index]?.name}`,
    `${showSpread(wall, 3)} s`,
    `${cpu.median.toFixed(2)} s`,
    `${peak.median.toFixed(0)} MiB`,
    ...[wall.median / bare.wall.median, cpu.median / bare.cpu.median].map((ratio) => ratio.toFixed(2)),
    ...(other === undefined
      ? ["", ""]
      : [wall.median / other.wall.median, cpu.median / other.cpu.median].map((ratio) => ratio.toFixed(3))),
  ]);
};

/** What grows: sizes, and the work of a size. */
interface Growth {
  readonly unit: string;
  readonly sizes: readonly number[];
  readonly workOf: (size: number) => Work;
}

const growths = (): readonly Growth[] => {
  const folder = join(scratch, "growth");
  mkdirSync(folder);
  const copy = (index: number): string => {
    const file = join(folder, `copy-${index}.json`);
    copyFileSync(SLICE, file);
    return file;
  };
  const ofOperations = (size: number): string => {
    const file = join(folder, `operations-${size}.json`);
    writeFileSync(file, multiplied(SLICE, size));
    return file;
  };
  const steps = [10, 32, 100, 316, 1000, 3162, 10_000].filter((size) => size <= mostOperations);
  return [
    {
      unit: "models",
      sizes: args.short ? [1, 10] : [1, 3, 10, 20, 40],
      workOf: (size) => ({
        title: "",
        models: Array.from({ length: size }, (_, index) => copy(index)),
        operations: [],
      }),
    },
    {
      unit: "operations",
      sizes: args.short ? [10, mostOperations] : steps,
      workOf: (size) => ({ title: "", models: [ofOperations(size)], operations: [] }),
    },
  ];
};

const byWall = ({ wall }: Cost): number => wall;
const byCpu = ({ cpu }: Cost): number => cpu;
const byPeak = ({ peak }: Cost): number => peak;

/** An exponent up to this is linear: so much do the same sizes differ from run to run. */
const LINEAR = 1.1;

/** What the exponents of processor time come to, over all sizes and over the largest. */
const verdict = (...exponents: readonly (number | undefined)[]): string => {
  const known = exponents.filter((exponent) => exponent !== undefined);
  if (known.length < exponents.length) return "unknown, since that takes several sizes";
  return known.every((exponent) => exponent <= LINEAR) ? "linear or below" : "more than linear";
};

/**
 * The rows of a growth, and its exponents. What every process costs, however small its work, is taken off first: the
 * bare Node.js.
 */
const grow = ({ unit, sizes, workOf }: Growth, bare: Cost): { rows: readonly (readonly string[])[]; words: string } => {
  const points = sizes.map((size) => {
    const peer = tinsmith(scratch, workOf(size));
    const repeats = size <= 100 && !args.short ? 3 : 1;
    const { wall, cpu, peak } = spreadsOf(Array.from({ length: repeats }, peer.measure));
    return { size, wall: wall.median, cpu: cpu.median, peak: peak.median };
  });
  const exponent = (of: (cost: Cost) => number, from: typeof points): number | undefined => {
    // Small work on a busy machine can seem to cost less than the bare Node.js, which says nothing of growth.
    const costs = from
      .map((point) => ({ size: point.size, cost: of(point) - of(bare) }))
      .filter(({ cost }) => cost > 0);
    return costs.length < 2 ? undefined : exponentOf(costs);
  };
  const exponents = (from: typeof points): string => {
    const all = { wall: exponent(byWall, from), CPU: exponent(byCpu, from), memory: exponent(byPeak, from) };
    return Object.entries(all)
      .map(([what, value]) => `${what} ${value?.toFixed(2) ?? "unknown"}`)
      .join(", ");
  };
  const larger = points.slice(-3);
  const ofLarger = larger.length < points.length ? `; over the ${larger.length} largest: ${exponents(larger)}` : "";
  return {
    rows: points.map(({ size, wall, cpu, peak }) => [
      `${size.toLocaleString("en")} ${unit}`,
      `${wall.toFixed(2)} s`,
      `${cpu.toFixed(2)} s`,
      `${peak.toFixed(0)} MiB`,
      `${(((cpu - bare.cpu) * 1000) / size).toFixed(1)} ms`,
    ]),
    words: `- ${unit}: ${verdict(exponent(byCpu, points), exponent(byCpu, larger))}; ${exponents(points)}${ofLarger}.`,
  };
};

try {
  const header = ["", "wall", "CPU", "peak", "wall / node", "CPU / node", "wall / official", "CPU / official"];
  const compared = comparisons().flatMap(compare);
  const bare = spreadsOf(Array.from({ length: 3 }, node.measure));
  const start = { wall: bare.wall.median, cpu: bare.cpu.median, peak: bare.peak.median };
  const grown = growths().map((growth) => grow(growth, start));
  const refused = typeof official === "string" ? [] : [...official.refused];
  const remarks = [
    ...(typeof official === "string" ? [`Without the official generator: ${official}.`] : []),
    ...(refused.length > 0 ? [`The official generator refuses ${refused.join(", ")}, which costs it little.`] : []),
  ];
  publish({
    title: "Generator",
    command: "npm run bench:generator",
    versions: typeof official === "string" ? [] : ["official generator: smithy-typescript-codegen 0.49.1"],
    body: [
      `Whole processes, medians of ${rounds} interleaved rounds (fewer for much work).`,
      table([header, ...compared]),
      ...remarks,
      "### Growth",
      "Exponents of growth, a bare Node.js taken off (1 is linear; below it, the start is shared by more work):",
      grown.map(({ words }) => words).join("\n"),
      table([["", "wall", "CPU", "peak", "CPU for each"], ...grown.flatMap(({ rows }) => rows)]),
    ].join("\n\n"),
    measured,
  });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
