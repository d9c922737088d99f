/**
 * Runs vitest and reads its report: what `npm test` and `npm run prove` have in common.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
const hasShared = existsSync(join(root, "..", "shared"));

/** Writes a line. */
export const say = (line = "") => process.stdout.write(`${line}\n`);

/** A test file's path in the repository. */
export const fileOf = (/** @type {{ name: string }} */ { name }) => relative(root, name).replaceAll("\\", "/");

/**
 * Runs vitest with these arguments, and says first where.
 *
 * @returns the exit code and, where the runner came to its end, its report in the form of vitest's JSON reporter
 */
export const runVitest = async (/** @type {readonly string[]} */ args) => {
  say(
    `Node.js ${process.versions.node}, ${availableParallelism()} cores, ${hasShared ? "with" : "without"} the folder ../shared`,
  );
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-test-"));
  const file = join(folder, "report.json");
  const runner = join(root, "node_modules", "vitest", "vitest.mjs");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const child = spawn(process.execPath, [runner, "run", ...reporters, ...args], { cwd: root, stdio: "inherit" });
    const code = await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (exitCode) => resolve(exitCode ?? 1));
    });
    return { code, report: existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Whether a test was left out: neither passed nor failed. */
const isLeftOut = ({ status }) => status !== "passed" && status !== "failed";

/** How many tests of a file passed, failed and were left out; a file that can't be loaded counts as a failure. */
export const countsOf = ({ status, assertionResults }) => {
  const count = (wanted) => assertionResults.filter((each) => each.status === wanted).length;
  const failed = count("failed");
  return {
    passed: count("passed"),
    failed: failed === 0 && status === "failed" ? 1 : failed,
    leftOut: assertionResults.filter(isLeftOut).length,
  };
};

/** Each group of tests that didn't run, with the file that it is in: `test/corpus/slice.test.ts: title (3)`. */
const leftOut = ({ testResults }) =>
  testResults.flatMap((result) => {
    const titles = result.assertionResults
      .filter(isLeftOut)
      .map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title);
    return [...new Set(titles)].map((title) => {
      const count = titles.filter((each) => each === title).length;
      return `${fileOf(result)}: ${title} (${count})`;
    });
  });

/** Says what was left out and why, and what failed without a test of its own having failed. */
export const sayLeftOut = (report) => {
  const groups = leftOut(report).sort();
  if (groups.length > 0 || !hasShared) say("Left out:");
  if (!hasShared) say("  There is no folder ../shared, the test data that the maintainers keep beside the repository.");
  for (const group of groups) say(`  ${group}`);
  for (const result of report.testResults) {
    const failed = result.assertionResults.some((each) => each.status === "failed");
    if (result.status === "failed" && !failed) say(`Failed outside of its tests: ${fileOf(result)}`);
  }
};

/**
 * Closes with one line of counts, `N passed, N failed, N skipped`, and sets the exit code. A runner that breaks off
 * counts as a failure.
 */
export const sayCounts = ({ code, report }) => {
  const files = (report?.testResults ?? []).map(countsOf);
  const sum = (kind) => files.reduce((total, counts) => total + counts[kind], 0);
  const failures = sum("failed");
  if (code !== 0 && failures === 0) say(`The test runner ended with ${code}, though no test failed: see above.`);
  say(`${sum("passed")} passed, ${code !== 0 ? Math.max(failures, 1) : failures} failed, ${sum("leftOut")} skipped`);
  process.exitCode = code;
};
