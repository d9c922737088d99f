/**
 * The project's tests: `npm test`, with the arguments of `vitest run` (`npm test -- test/unit/smithy`).
 *
 * Says at the end what was left out and why, and closes with one line of counts, `N passed, N failed, N skipped`. A test
 * file that can't be loaded, or a test runner that breaks off, counts as a failure.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const hasShared = existsSync(join(root, "..", "shared"));
const say = (line = "") => process.stdout.write(`${line}\n`);

/** Runs the tests. @returns the exit code and, where the runner came to its end, its report */
const runTests = async (/** @type {readonly string[]} */ args) => {
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

/** Each group of tests that didn't run, with the file that it is in: `test/corpus/slice.test.ts: title (3)`. */
const leftOut = ({ testResults }) =>
  testResults.flatMap(({ name, assertionResults }) => {
    const titles = assertionResults
      .filter(({ status }) => status !== "passed" && status !== "failed")
      .map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title);
    return [...new Set(titles)].map((title) => {
      const count = titles.filter((each) => each === title).length;
      return `${relative(root, name)}: ${title} (${count})`;
    });
  });

say(
  `Node.js ${process.versions.node}, ${availableParallelism()} cores, ${hasShared ? "with" : "without"} the folder ../shared`,
);
const { code, report } = await runTests(process.argv.slice(2));

if (report !== undefined) {
  const files = report.testResults.map(({ name }) => relative(root, name).split(/[\\/]/).slice(0, 2).join("/"));
  const folders = [...new Set(files)].sort();
  say("Ran:");
  for (const folder of folders) say(`  ${folder}: ${files.filter((file) => file === folder).length} files`);
  const groups = leftOut(report).sort();
  if (groups.length > 0 || !hasShared) say("Left out:");
  if (!hasShared) say("  There is no folder ../shared, the test data that the maintainers keep beside the repository.");
  for (const group of groups) say(`  ${group}`);
}

const unloaded = (report?.testResults ?? []).filter(
  ({ status, assertionResults }) => status === "failed" && !assertionResults.some((each) => each.status === "failed"),
);
for (const { name } of unloaded) say(`Failed outside of its tests: ${relative(root, name)}`);
const failures = (report?.numFailedTests ?? 0) + unloaded.length;
if (code !== 0 && failures === 0) say(`The test runner ended with ${code}, though no test failed: see above.`);

const passed = report?.numPassedTests ?? 0;
const failed = code !== 0 ? Math.max(failures, 1) : failures;
const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = code;
