/**
 * Writes `docs/faults.md`: what clients make of each broken server.
 *
 *     npm run faults:table
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { repositoryPath } from "../../support/paths.ts";
import { compareAll } from "./compare.ts";
import { documentOf } from "./faults-document.ts";

const { rows, complete } = await compareAll();
if (!complete) throw new Error("The rows of TLS need `openssl`, which isn't installed.");
mkdirSync(repositoryPath("docs"), { recursive: true });
writeFileSync(repositoryPath("docs", "faults.md"), documentOf(rows));
process.stdout.write(`docs/faults.md: ${rows.length} rows\n`);
