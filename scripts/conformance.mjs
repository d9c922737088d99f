/**
 * The official protocol tests, in both runtimes: `npm run conformance`, with the arguments of `vitest run`.
 *
 * Closes with a line for each protocol, `PROTOCOL: N passed, N failed, N skipped`, and one for all.
 */
import { PROTOCOL_TESTS, sayProtocols } from "./support/protocols.mjs";
import { runVitest, sayCounts } from "./support/vitest.mjs";

const outcome = await runVitest([...PROTOCOL_TESTS, ...process.argv.slice(2)]);
if (outcome.report !== undefined) sayProtocols(outcome.report);
sayCounts(outcome);
