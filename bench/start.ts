/**
 * How long a program takes from its process's start to the answer of its first call, over loopback: unbundled, by
 * `require` and by `import`, and bundled by esbuild. Tinsmith in both runtimes beside the official clients, aws-sdk v2 and
 * `node:http`, all over an empty program.
 *
 *     npm run bench:start -- [--short] [--rounds N] [--write]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Measured } from "./support/budgets.ts";
import { bundlers, writeBundle } from "./support/bundle.ts";
import { buildCommitted, CACHE, RUNTIMES } from "./support/package.ts";
import { NEWEST, OLDER } from "./support/participants.ts";
import { emptyProgram, filesLoaded, httpProgram, startOf, v2Program, v3Program } from "./support/programs.ts";
import { installedVersion, publish, table } from "./support/report.ts";
import { interleave, leastExcess, showSpread, spreadOf } from "./support/rounds.ts";
import { bundleScript, start } from "./support/workers.ts";

const { values: args } = parseArgs({
  options: { short: { type: "boolean", default: false }, rounds: { type: "string" }, write: { type: "boolean" } },
});
const rounds = Number(args.rounds ?? (args.short ? 5 : 15));

/** A program's file, and how a table calls it. */
interface Program {
  readonly name: string;
  readonly file: string;
}

const folder = join(CACHE, "programs");
const EMPTY = "node -e ''";
const OFFICIAL = `official ${installedVersion(NEWEST)}`;

const written = (name: string, extension: "cjs" | "mjs", text: string): Program => {
  const file = join(folder, `${name.replace(/[^a-z0-9]+/gi, "-")}.${extension}`);
  writeFileSync(file, text);
  return { name, file };
};

const programs = async (): Promise<readonly Program[]> => {
  mkdirSync(folder, { recursive: true });
  const ours = [];
  for (const runtime of RUNTIMES) {
    ours.push({ name: `Tinsmith, ${runtime}`, module: buildCommitted(runtime).name, short: true });
  }
  const officials = [NEWEST, OLDER].map((module) => {
    return { name: `official ${installedVersion(module)}`, module, short: module === NEWEST };
  });
  const all: Program[] = [];
  const sdks = [...ours, ...officials].filter(({ short }) => short || !args.short);
  for (const { name, module } of sdks) {
    const required = v3Program((names) => `const { ${names} } = require("${module}");`);
    all.push(written(`require: ${name}`, "cjs", required));
  }
  if (args.short) return all;
  all.push(written(`require: aws-sdk ${installedVersion("aws-sdk")}`, "cjs", v2Program));
  all.push(written("node:http", "cjs", httpProgram));
  const bundles: Program[] = [];
  for (const { name, module } of sdks) {
    const imported = v3Program((names) => `import { ${names} } from "${module}";`);
    all.push(written(`import: ${name}`, "mjs", imported));
    const bundle = await bundlers.esbuild(imported, folder, "node");
    const file = writeBundle(bundle, join(folder, name.replace(/[^a-z0-9]+/gi, "-")));
    bundles.push({ name: `bundled: ${name}`, file });
  }
  return [...all, ...bundles];
};

const [server, serverPort] = await start(await bundleScript("server"), []);
const port = Number(serverPort);
const all = await programs();
const empty = ["-e", emptyProgram];
const results = interleave(
  rounds,
  [empty, ...all.map(({ file }) => [file])].map((each) => () => startOf(each, port)),
);
const [bare = [], ...costs] = results;

/** What a program takes more than an empty one, round by round. */
const excess = (index: number, of: "wall" | "cpu"): readonly number[] =>
  (costs[index] ?? []).map((cost, round) => cost[of] - (bare[round]?.[of] ?? Number.NaN));

const reference = all.findIndex(({ name }) => name === `require: ${OFFICIAL}`);
const official = {
  wall: spreadOf(excess(reference, "wall")).median,
  cpu: spreadOf(excess(reference, "cpu")).median,
};
/** The same in processor time, by the least of all rounds. */
const least = (index: number): number =>
  leastExcess(
    (costs[index] ?? []).map(({ cpu }) => cpu),
    bare.map(({ cpu }) => cpu),
  );
const measured: Measured[] = [];
const rows = all.map(({ name, file }, index) => {
  const [wall, cpu] = [spreadOf(excess(index, "wall")), spreadOf(excess(index, "cpu"))];
  if (name.startsWith("require: Tinsmith, ")) {
    const ratio = cpu.median / official.cpu;
    measured.push({
      budget: "start",
      of: name.slice(19),
      value: wall.median,
      ratio,
      least: least(index) / least(reference),
    });
  }
  return [
    name,
    showSpread(wall, 0),
    (wall.median / official.wall).toFixed(2),
    showSpread(cpu, 0),
    (cpu.median / official.cpu).toFixed(2),
    (least(index) / least(reference)).toFixed(2),
    String(filesLoaded([file], port).length),
  ];
});
server.disconnect();

const zero = `${EMPTY} itself: ${showSpread(spreadOf(bare.map(({ wall }) => wall)), 0)} ms, CPU ${showSpread(spreadOf(bare.map(({ cpu }) => cpu)), 0)} ms.`;
publish({
  title: "Cold start",
  command: "npm run bench:start",
  versions: [`esbuild ${installedVersion("esbuild")}`, `@smithy/core ${installedVersion("@smithy/core")}`],
  body: `Milliseconds until the answer of an unsigned call has been read, over those of an empty program: ${rounds} interleaved rounds, median (least to most). ${zero}\n\n${table([["", "ms", "/ official newest by require", "CPU ms", "/ official newest by require", "the same, by the least", "files loaded"], ...rows])}`,
  measured,
});
