import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nameOf } from "../../../codegen/smithy/shape-id.ts";
import { commandDocs } from "../../../codegen/typescript/docs/command.ts";
import { docComment } from "../../../codegen/typescript/docs/comment.ts";
import { withoutShared } from "../../support/shared.ts";
import { classComment, type Section, sectionsOf } from "./sections.ts";
import { type Ast, tinyIr } from "./tiny-ir.ts";

const SEEDS = new URL("../../../../shared/seeds/", import.meta.url);
const MODEL = new URL("../../../model/cognito-user-pools.json", import.meta.url);
/** The service has gained this error since the older two documents were written. */
const GAINED = "{@link OperationNotEnabledException} (client fault)";

const seeds = [
  { operation: "ForgotPassword", file: "forgot-password.smithy-core.d.ts.txt" },
  { operation: "ResendConfirmationCode", file: "resend-confirmation-code.smithy-core.d.ts.txt" },
  { operation: "AdminResetUserPassword", file: "admin-reset-user-password.smithy-client.d.ts.txt" },
  {
    operation: "GetUserAttributeVerificationCode",
    file: "get-user-attribute-verification-code.smithy-client.d.ts.txt",
  },
];

/**
 * What two comments have in common whatever their sentences: an error's name and fault, but not what is said of it.
 * The documents taken from web pages lost `<keys>`.
 */
const shapeOf = ({ tag, words }: Section): string => {
  if (tag === "") return words === "" ? "no summary" : "summary";
  const said = tag === "@throws" ? (/^\{@link \w+\}(?: \(\w+ fault\))?/.exec(words)?.[0] ?? words) : words;
  return `${tag} ${said.replaceAll('"<keys>"', '""')}`.trim();
};

const ours = (name: string, configLines: boolean): readonly Section[] => {
  const { types, operations } = tinyIr(JSON.parse(readFileSync(MODEL, "utf8")) as Ast);
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(`${name} is not in the model`);
  const names = {
    packageName: "@aws-sdk/client-cognito-identity-provider",
    service: "CognitoIdentityProvider",
    client: "CognitoIdentityProviderClient",
    serviceException: "CognitoIdentityProviderServiceException",
    command: `${name}Command`,
    error: nameOf,
  };
  return sectionsOf(docComment(commandDocs(operation, types, names, { format: "markdown", configLines })) ?? "");
};

describe.skipIf(!existsSync(SEEDS))(`the documented comments of the four commands${withoutShared}`, () => {
  test.each(seeds)("$operation", ({ operation, file }) => {
    const documented = sectionsOf(classComment(readFileSync(new URL(file, SEEDS), "utf8"))).map(shapeOf);
    const written = ours(operation, file.includes("smithy-core")).map(shapeOf);
    const allowed = documented.includes(`@throws ${GAINED}`) ? "" : `@throws ${GAINED}`;
    expect(written.filter((section) => section !== allowed)).toEqual(documented);
    expect(written.filter((section) => section === `@throws ${GAINED}`)).toHaveLength(1);
  });

  test("the base exception's sentence", () => {
    const base = ours("ForgotPassword", true).findLast(({ tag }) => tag === "@throws");
    expect(base?.words).toBe(
      "{@link CognitoIdentityProviderServiceException} " +
        "Base exception class for all service exceptions from CognitoIdentityProvider service.",
    );
  });
});
