import { say } from "./vitest.mjs";

/** The files of the official protocol tests. */
export const PROTOCOL_TESTS = ["core", "client"].map(
  (runtime) => `test/conformance/official-smithy-${runtime}.test.ts`,
);

/**
 * Says for each protocol how its official tests went, `PROTOCOL: N passed, N failed, N skipped`, both runtimes together;
 * nothing where they weren't run.
 */
export const sayProtocols = (report) => {
  const files = report.testResults.filter(({ name }) =>
    PROTOCOL_TESTS.some((file) => name.replaceAll("\\", "/").endsWith(file)),
  );
  const results = files.flatMap(({ assertionResults }) => assertionResults);
  const protocolOf = ({ ancestorTitles, title }) => ancestorTitles[0] ?? title;
  if (results.length > 0) say("Official protocol tests:");
  for (const protocol of [...new Set(results.map(protocolOf))]) {
    const ofProtocol = results.filter((result) => protocolOf(result) === protocol);
    const count = (wanted) => ofProtocol.filter(({ status }) => status === wanted).length;
    const [passed, failed] = [count("passed"), count("failed")];
    say(`  ${protocol}: ${passed} passed, ${failed} failed, ${ofProtocol.length - passed - failed} skipped`);
  }
};
