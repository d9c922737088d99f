import { type Row, tableOf } from "./compare.ts";

const INTRODUCTION = `# Broken servers

What a call comes to where the server is broken, over real sockets: both generated packages in one column, since they do
the same, beside the newest official client. All have the same limits (\`connectionTimeout\` and \`socketTimeout\`) and
one retry.

- A cell says: the error's name and code, or \`output\`; status and request id as \`$metadata\` holds them; the attempts.
- \`waits\`: the call didn't end by itself within several times its limits, and was ended by an abort signal.
- After each call the same client calls once more, the server being well again; then it is destroyed, and its connections
  are counted. What goes wrong there is said after a semicolon.

The table is written by \`npm run faults:table\`, and \`test/faults/servers.test.ts\` holds the clients to it.

`;

/** The text of `docs/faults.md`. */
export const documentOf = (rows: readonly Row[]): string => `${INTRODUCTION}${tableOf(rows)}\n`;
