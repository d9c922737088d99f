import { readFileSync } from "node:fs";
import { repositoryPath, sharedPath } from "../support/paths.ts";
import { type DeclarationFile, readDeclarations } from "./declarations.ts";

/** One of the documents that the packages' signatures must equal. */
export interface Document {
  readonly operation: string;
  readonly runtime: "smithy-client" | "smithy-core";
  /** Its file among the shared seeds. */
  readonly seed: string;
}

/** The documents, in code-unit order of their operations. */
export const documents: readonly Document[] = [
  {
    operation: "AdminResetUserPassword",
    runtime: "smithy-client",
    seed: "admin-reset-user-password.smithy-client.d.ts.txt",
  },
  { operation: "ForgotPassword", runtime: "smithy-core", seed: "forgot-password.smithy-core.d.ts.txt" },
  {
    operation: "GetUserAttributeVerificationCode",
    runtime: "smithy-client",
    seed: "get-user-attribute-verification-code.smithy-client.d.ts.txt",
  },
  {
    operation: "ResendConfirmationCode",
    runtime: "smithy-core",
    seed: "resend-confirmation-code.smithy-core.d.ts.txt",
  },
];

/** The package that the documents come from, as their examples name it. */
const documentedPackage = "@aws-sdk/client-cognito-identity-provider";

/**
 * Reads a document out of its seed.
 *
 * What stands before the first import is the page it was found on. Where the page's text lost `<...>`, the type arguments
 * of `CommandImpl` and the key of the example's map are put back; the two documents that kept them say what they are, and
 * the imports of the others, which name the same types, confirm it. Lost tags of descriptions don't count.
 * @throws Error when the seed isn't there or doesn't look as described.
 */
export function readSeed({ operation, seed }: Document): DeclarationFile {
  const path = sharedPath("seeds", seed);
  if (path === undefined) throw new Error(`${seed} isn't on this machine.`);
  const text = readFileSync(path, "utf8");
  const start = text.indexOf("import {");
  if (start < 0) throw new Error(`${seed} holds no import.`);
  const command = `${operation}Command`;
  const types = `${command}Input, ${command}Output, CognitoIdentityProviderClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes`;
  const whole = text
    .slice(start)
    .replaceAll(".CommandImpl;", `.CommandImpl<${types}>;`)
    .replaceAll(' "": "STRING_VALUE"', ' "<keys>": "STRING_VALUE"');
  return readDeclarations(whole, documentedPackage);
}

/** Where a document's facts are kept in the repository. */
export function recordedDocumentPath({ operation, runtime }: Document): string {
  return repositoryPath("test", "signatures", "documented", `${operation}.${runtime}.json`);
}

/** A document's facts as the repository keeps them. */
export function readDocument(document: Document): DeclarationFile {
  return JSON.parse(readFileSync(recordedDocumentPath(document), "utf8"));
}

/** The text of the file that keeps a document's facts. */
export function recordOf(file: DeclarationFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
