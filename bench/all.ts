/**
 * Runs all benchmarks one after the other, and says which budgets are met.
 *
 *     npm run bench -- [--short] [--only NAME,...]
 *
 * The whole writes `bench/RESULTS.md`; `--only` runs those benchmarks alone, `calls,client`. With `--short` they make fewer
 * rounds among fewer peers, nothing is written, and the command fails where a benchmark crashes or a ratio is worse than
 * twice its budget.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryPath } from "../test/support/paths.ts";
import { HEADER, isFarOver, type Measured, rowOf } from "./support/budgets.ts";
import { MEASURED_FILE, publish, table } from "./support/report.ts";

const { values: args } = parseArgs({
  options: { short: { type: "boolean", default: false }, only: { type: "string" } },
});

/** The soak is a run of its own: it looks for what is lost, not for what things cost. */
const BENCHMARKS = ["calls", "client", "serde", "endpoint", "start", "bundle", "types", "generator"] as const;

const chosen = args.only?.split(",") ?? BENCHMARKS;
for (const name of chosen) {
  if (!BENCHMARKS.some((each) => each === name)) {
    process.stderr.write(`There is no benchmark "${name}"; there are ${BENCHMARKS.join(", ")}.\n`);
    process.exit(2);
  }
}

const folder = mkdtempSync(join(tmpdir(), "tinsmith-bench-"));
const measuredFile = join(folder, "measured");
writeFileSync(measuredFile, "");
const failed: string[] = [];
try {
  for (const name of chosen) {
    const started = performance.now();
    const script = [repositoryPath("scripts", "run-ts.mjs"), repositoryPath("bench", `${name}.ts`)];
    const { status } = spawnSync(process.execPath, [...script, args.short ? "--short" : "--write"], {
      stdio: "inherit",
      env: { ...process.env, [MEASURED_FILE]: measuredFile },
    });
    if (status !== 0) failed.push(`bench/${name}.ts ended with ${status}.`);
    process.stderr.write(`bench/${name}.ts took ${((performance.now() - started) / 1000).toFixed(0)} s\n\n`);
  }
  const lines = readFileSync(measuredFile, "utf8").split("\n");
  const measured = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Measured);
  const far = measured.filter(isFarOver).map((each) => `Worse than twice its budget: ${rowOf(each)[0]}.`);
  const note = "Limits in units of time are those of a quiet machine; ratios to a peer of the same run hold for any.";
  const report = { title: "Budgets", command: "npm run bench", versions: [] };
  publish({ ...report, body: `${note}\n\n${table([HEADER, ...measured.map(rowOf)])}` }, !args.short);
  process.stderr.write([...failed, ...far].map((line) => `${line}\n`).join(""));
  process.exitCode = failed.length > 0 || (args.short && far.length > 0) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
