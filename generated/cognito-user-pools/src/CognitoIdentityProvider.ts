import { createAggregatedClient } from "@smithy/core/client";
import type { MetricsRecorder as __MetricsRecorder } from "@smithy/types";
import { CognitoIdentityProviderClient } from "./CognitoIdentityProviderClient.js";
import {
  AdminResetUserPasswordCommand,
  type AdminResetUserPasswordCommandInput,
  type AdminResetUserPasswordCommandOutput,
} from "./commands/AdminResetUserPasswordCommand.js";
import {
  ForgotPasswordCommand,
  type ForgotPasswordCommandInput,
  type ForgotPasswordCommandOutput,
} from "./commands/ForgotPasswordCommand.js";
import {
  GetUserAttributeVerificationCodeCommand,
  type GetUserAttributeVerificationCodeCommandInput,
  type GetUserAttributeVerificationCodeCommandOutput,
} from "./commands/GetUserAttributeVerificationCodeCommand.js";
import {
  ResendConfirmationCodeCommand,
  type ResendConfirmationCodeCommandInput,
  type ResendConfirmationCodeCommandOutput,
} from "./commands/ResendConfirmationCodeCommand.js";
import type { CallOptions } from "./support/call-options.js";

const commands = {
  AdminResetUserPasswordCommand,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  ResendConfirmationCodeCommand,
};

/**
 * @public
 *
 * The options of a single call.
 */
export interface CognitoIdentityProviderRequestOptions extends CallOptions {
  metricsRecorder?: __MetricsRecorder<unknown>;
}

export interface CognitoIdentityProvider {
  /**
   * @see {@link AdminResetUserPasswordCommand}
   */
  adminResetUserPassword(
    args: AdminResetUserPasswordCommandInput,
    options?: CognitoIdentityProviderRequestOptions,
  ): Promise<AdminResetUserPasswordCommandOutput>;
  adminResetUserPassword(
    args: AdminResetUserPasswordCommandInput,
    cb: (err: any, data?: AdminResetUserPasswordCommandOutput) => void,
  ): void;
  adminResetUserPassword(
    args: AdminResetUserPasswordCommandInput,
    options: CognitoIdentityProviderRequestOptions,
    cb: (err: any, data?: AdminResetUserPasswordCommandOutput) => void,
  ): void;

  /**
   * @see {@link ForgotPasswordCommand}
   */
  forgotPassword(
    args: ForgotPasswordCommandInput,
    options?: CognitoIdentityProviderRequestOptions,
  ): Promise<ForgotPasswordCommandOutput>;
  forgotPassword(args: ForgotPasswordCommandInput, cb: (err: any, data?: ForgotPasswordCommandOutput) => void): void;
  forgotPassword(
    args: ForgotPasswordCommandInput,
    options: CognitoIdentityProviderRequestOptions,
    cb: (err: any, data?: ForgotPasswordCommandOutput) => void,
  ): void;

  /**
   * @see {@link GetUserAttributeVerificationCodeCommand}
   */
  getUserAttributeVerificationCode(
    args: GetUserAttributeVerificationCodeCommandInput,
    options?: CognitoIdentityProviderRequestOptions,
  ): Promise<GetUserAttributeVerificationCodeCommandOutput>;
  getUserAttributeVerificationCode(
    args: GetUserAttributeVerificationCodeCommandInput,
    cb: (err: any, data?: GetUserAttributeVerificationCodeCommandOutput) => void,
  ): void;
  getUserAttributeVerificationCode(
    args: GetUserAttributeVerificationCodeCommandInput,
    options: CognitoIdentityProviderRequestOptions,
    cb: (err: any, data?: GetUserAttributeVerificationCodeCommandOutput) => void,
  ): void;

  /**
   * @see {@link ResendConfirmationCodeCommand}
   */
  resendConfirmationCode(
    args: ResendConfirmationCodeCommandInput,
    options?: CognitoIdentityProviderRequestOptions,
  ): Promise<ResendConfirmationCodeCommandOutput>;
  resendConfirmationCode(
    args: ResendConfirmationCodeCommandInput,
    cb: (err: any, data?: ResendConfirmationCodeCommandOutput) => void,
  ): void;
  resendConfirmationCode(
    args: ResendConfirmationCodeCommandInput,
    options: CognitoIdentityProviderRequestOptions,
    cb: (err: any, data?: ResendConfirmationCodeCommandOutput) => void,
  ): void;
}

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
 * @public
 */
export class CognitoIdentityProvider extends CognitoIdentityProviderClient implements CognitoIdentityProvider {}
createAggregatedClient(commands, CognitoIdentityProvider);
