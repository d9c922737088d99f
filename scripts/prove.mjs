/**
 * The proofs with real parts: `npm run prove`, with the arguments of `vitest run` (`npm run prove -- test/prove/publish`).
 *
 * Closes with a table, one row for each proof, and the line of counts that `npm test` closes with. `--short` takes fewer
 * cases where a proof draws them at random: what CI has time for.
 */
import { countsOf, fileOf, runVitest, say, sayCounts, sayLeftOut } from "./support/vitest.mjs";

/** What each file under `test/prove` proves. */
const PROOFS = {
  "test/prove/consumers.test.ts": "programs of users compile, only the import changed, under each compiler",
  "test/prove/differential/differential.test.ts": "requests, outputs and errors equal the official clients'",
  "test/prove/ecosystem/browser.test.ts": "Chromium calls a service of another origin",
  "test/prove/ecosystem/cognito-local.test.ts": "codes come from a server of user pools, cognito-local",
  "test/prove/ecosystem/tracing.test.ts": "OpenTelemetry and X-Ray lose no span",
  "test/prove/generator/killed.test.ts": "a killed generator leaves nothing that isn't made good",
  "test/prove/generator/mutated-models.test.ts": "broken models end in a message, never in a broken package",
  "test/prove/modules/bundlers.test.ts": "bundlers leave out what isn't imported",
  "test/prove/publish/company-service.test.ts": "the example of a company's own service, as its README says",
  "test/prove/publish/example.test.ts": "the example's flow: check, review, release, update",
  "test/prove/publish/packages.test.ts": "a private registry, npm, pnpm, yarn, Bun and Deno",
};

/**
 * What `--short` sets, as the tests concerned read it, where the caller hasn't: few cases, and the same ones each time, so
 * that a change alone makes them fail.
 */
const SHORT = {
  TINSMITH_DIFFERENTIAL_CASES: "500",
  TINSMITH_DIFFERENTIAL_SEED: "20261121",
  MUTATED_MODELS: "500",
  SEED: "20261121",
  KILLS: "10",
  SETUPS: "few",
};

const args = process.argv.slice(2);
if (args.includes("--short")) Object.assign(process.env, { ...SHORT, ...process.env });
process.env.TINSMITH_PROOFS = "1";
const outcome = await runVitest([
  "--config",
  "vitest.prove.config.ts",
  ...args.filter((argument) => argument !== "--short"),
]);
const { report } = outcome;

const table = (/** @type {readonly (readonly string[])[]} */ rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    say(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  "));
  }
};

if (report !== undefined) {
  const rows = report.testResults.map((result) => {
    const { passed, failed, leftOut } = countsOf(result);
    const seconds = Math.round((result.endTime - result.startTime) / 1000);
    const what = PROOFS[fileOf(result)];
    if (what === undefined) throw new Error(`${fileOf(result)} has no row in the table of proofs, scripts/prove.mjs.`);
    return [what, passed, failed, leftOut, seconds].map(String);
  });
  say();
  table([["proof", "passed", "failed", "left out", "seconds"], ...rows.sort()]);
  say();
  sayLeftOut(report);
}
sayCounts(outcome);
