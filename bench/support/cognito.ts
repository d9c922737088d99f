import { repositoryPath, sharedPath } from "../../test/support/paths.ts";

/** Of the four operations, AdminResetUserPassword alone is signed. */
export const FOUR = [
  "ForgotPassword",
  "AdminResetUserPassword",
  "ResendConfirmationCode",
  "GetUserAttributeVerificationCode",
] as const;
export const UNSIGNED = FOUR.filter((operation) => operation !== "AdminResetUserPassword");

/** The repository's own model: the four operations and what they reach. */
export const SLICE = repositoryPath("model", "cognito-user-pools.json");

/** The whole model of Amazon Cognito's user pools; undefined where there is no folder `../shared`. */
export const cognitoModel = (): string | undefined => sharedPath("models", "cognito-identity-provider-2016-04-18.json");
