/** Refreshes the recorded facts of the documents from the shared seeds: `npm run record:signatures`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { documents, readSeed, recordedDocumentPath, recordOf } from "./documented.ts";

for (const document of documents) {
  const path = recordedDocumentPath(document);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, recordOf(readSeed(document)));
}
