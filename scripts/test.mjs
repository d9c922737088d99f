/**
 * The project's tests: `npm test`, with the arguments of `vitest run` (`npm test -- test/unit/smithy`).
 *
 * Says at the end what was left out and why, and closes with one line of counts, `N passed, N failed, N skipped`.
 */
import { sayProtocols } from "./support/protocols.mjs";
import { fileOf, runVitest, say, sayCounts, sayLeftOut } from "./support/vitest.mjs";

const outcome = await runVitest(process.argv.slice(2));
const { report } = outcome;
if (report !== undefined) {
  const folders = report.testResults.map((result) => fileOf(result).split("/").slice(0, 2).join("/"));
  say("Ran:");
  for (const folder of [...new Set(folders)].sort()) {
    say(`  ${folder}: ${folders.filter((each) => each === folder).length} files`);
  }
  sayLeftOut(report);
  sayProtocols(report);
}
sayCounts(outcome);
