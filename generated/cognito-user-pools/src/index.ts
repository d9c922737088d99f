/**
 * User pools of Amazon Cognito: directories of users that your app signs up, signs in and looks after. Reduced to four
 * operations, all of which end with a one-time code on its way to a user by email or text message.
 *
 * - `ForgotPassword`: a user who can't sign in asks for a code to set a new password with.
 * - `AdminResetUserPassword`: an administrator makes a user choose a new password.
 * - `ResendConfirmationCode`: a user who has just signed up wants the confirmation code once more.
 * - `GetUserAttributeVerificationCode`: a signed-in user wants to prove that an email address or a phone number is
 *   theirs.
 *
 * Only `AdminResetUserPassword` is signed with AWS credentials. The other three are meant for code that has none, in a
 * browser or on a phone. The difference is told at length in
 * [the chapter on public and server-side authentication](https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html).
 *
 * @packageDocumentation
 */
export * from "./CognitoIdentityProviderClient.js";
export * from "./CognitoIdentityProvider.js";
export type { ClientInputEndpointParameters } from "./endpoint/EndpointParameters.js";
export type { RuntimeExtension } from "./runtimeExtensions.js";
export type { CognitoIdentityProviderExtensionConfiguration } from "./extensionConfiguration.js";
export * from "./commands/index.js";
export { Command as $Command } from "@smithy/core/client";
export * from "./models/index.js";
export { CognitoIdentityProviderServiceException } from "./models/CognitoIdentityProviderServiceException.js";
export type { CallOptions } from "./support/call-options.js";
export { ResponseBodyError, ResponseBodyTooLargeError } from "./support/response-error.js";
export { type ResultMetadata, resultMetadata } from "./support/result-metadata.js";
export { wireLogPlugin } from "./support/wire-log.js";
export { type InputFailure, InputValidationError } from "./support/validation.js";
