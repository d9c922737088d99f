import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repositoryPath, sharedPath } from "../support/paths.ts";
import { type DeclarationFile, readDeclarations } from "./declarations.ts";
import { type Document, documents, readDocument, readSeed, recordedDocumentPath, recordOf } from "./documented.ts";

const official = "@aws-sdk/client-cognito-identity-provider";
const seeds = sharedPath("seeds");

/** A command's declaration file as an installed official package has it. */
function officialDeclarations(installed: string, { operation }: Document): DeclarationFile {
  const file = repositoryPath("node_modules", installed, "dist-types", "commands", `${operation}Command.d.ts`);
  return readDeclarations(readFileSync(file, "utf8"), official);
}

describe.skipIf(seeds === undefined)(
  `recorded documents (the seeds are ${seeds === undefined ? "not " : ""}here)`,
  () => {
    it.each(documents)("hold what the seed gives: $seed", (document) => {
      expect(readFileSync(recordedDocumentPath(document), "utf8")).toBe(recordOf(readSeed(document)));
    });
  },
);

describe("recorded documents, beside the declarations of official releases", () => {
  const older = documents.filter(({ runtime }) => runtime === "smithy-client");
  const newer = documents.filter(({ runtime }) => runtime === "smithy-core");

  it.each(older)("equal 3.782.0's, but for a parameter's name: $operation", (document) => {
    const text = JSON.stringify(officialDeclarations(`${official}-3.782.0`, document));
    const named = text.replaceAll("__0_0: ", "input: ");
    expect(named).not.toBe(text);
    expect(JSON.parse(named)).toEqual(readDocument(document));
  });

  it.each(newer)("have the comments of the newest's: $operation", (document) => {
    const docs = (file: DeclarationFile): unknown =>
      file.declarations
        .filter(({ name }) => !name.startsWith("export"))
        .map((one) => [one.name, one.docs, one.memberDocs]);
    expect(docs(readDocument(document))).toEqual(docs(officialDeclarations(official, document)));
  });

  it.each(newer)("declare the types of the newest's: $operation", (document) => {
    const texts = (file: DeclarationFile): unknown =>
      file.declarations.filter(({ name }) => !/^export|_base$/.test(name)).map(({ text }) => text);
    expect(texts(readDocument(document))).toEqual(texts(officialDeclarations(official, document)));
  });
});
