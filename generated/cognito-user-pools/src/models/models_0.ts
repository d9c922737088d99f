import { SENSITIVE_STRING } from "@smithy/core/client";
import type { DeliveryMediumType } from "./enums.js";

/**
 * Whose password to reset, and in which user pool.
 *
 * @public
 */
export interface AdminResetUserPasswordRequest {
  /**
   * The ID of the user pool that the user belongs to, such as `eu-west-1_a1B2c3D4e`: the region, an underscore, and a
   * name that Amazon Cognito made.
   *
   * Required. Length 1 to 55. Pattern `^[\w-]+_[0-9a-zA-Z]+$`.
   *
   * @public
   */
  UserPoolId: string | undefined;

  /**
   * The user who has to choose a new password: the user name, the `sub` attribute, or an alias such as an email address
   * or a phone number if the user pool signs users in by it. For a user of a third-party identity provider, give the
   * user name that Amazon Cognito made for them.
   *
   * Required. Length 1 to 128. Pattern `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`. Sensitive: left out of logs.
   *
   * @public
   */
  Username: string | undefined;

  /**
   * Values of your own choosing, handed to your Lambda functions. This operation calls the custom message trigger of the
   * user pool, which finds them in its event as `clientMetadata`.
   *
   * > **Note:** Nothing is done with them beyond that. Amazon Cognito keeps no copy, looks at neither keys nor values,
   * > and does not encrypt them, so leave secrets out. Without such a trigger they go nowhere.
   *
   * @public
   */
  ClientMetadata?: Record<string, string> | undefined;
}

/** @internal */
export const AdminResetUserPasswordRequestFilterSensitiveLog = (obj: AdminResetUserPasswordRequest): unknown => ({
  ...obj,
  ...(obj.Username != null && { Username: SENSITIVE_STRING }),
});

/**
 * Empty: that it came at all says that the password was reset and a code sent.
 *
 * @public
 */
export interface AdminResetUserPasswordResponse {}

/**
 * Ties a request to an endpoint of Amazon Pinpoint, so that the user pool's analytics show it there. An endpoint is
 * one place where a user can be reached: a device, an email address or a phone number.
 *
 * Pinpoint isn't available in each region that has user pools;
 * [the guide on analytics](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-pinpoint-integration.html)
 * says which regions go together.
 *
 * @public
 */
export interface AnalyticsMetadataType {
  /**
   * The ID of the Pinpoint endpoint, as your app registered it.
   *
   * Length 0 to 131072.
   *
   * @public
   */
  AnalyticsEndpointId?: string | undefined;
}

/**
 * Where a one-time code went, told in a way that is safe to show to somebody who isn't signed in yet.
 *
 * @public
 */
export interface CodeDeliveryDetailsType {
  /**
   * The email address or phone number, masked but for a few characters: `j***\@e***`, `+*******1234`.
   *
   * Length 0 to 131072.
   *
   * @public
   */
  Destination?: string | undefined;

  /**
   * Whether the code left as an email or as a text message.
   *
   * @public
   */
  DeliveryMedium?: DeliveryMediumType | undefined;

  /**
   * The user attribute that holds the full address or number: `email` or `phone_number`.
   *
   * Length 1 to 32. Pattern `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`.
   *
   * @public
   */
  AttributeName?: string | undefined;
}

/**
 * Who forgot a password, and through which app client they ask for a new one.
 *
 * @public
 */
export interface ForgotPasswordRequest {
  /**
   * The ID of the app client through which the user is signing in. It also names the user pool, since an app client
   * belongs to exactly one.
   *
   * Required. Length 1 to 128. Pattern `^[\w+]+$`. Sensitive: left out of logs.
   *
   * @public
   */
  ClientId: string | undefined;

  /**
   * Proof that the caller knows the app client's secret. Required if, and only if, the app client has one.
   *
   * It is the HMAC-SHA256 of the user name followed by the client ID, keyed with the client secret and written in
   * Base64: see
   * [how a secret hash is made](https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash).
   *
   * Length 1 to 128. Pattern `^[\w+=/]+$`. Sensitive: left out of logs.
   *
   * @public
   */
  SecretHash?: string | undefined;

  /**
   * What your app knows about the device and the network that the user comes from. With threat protection switched on,
   * Amazon Cognito weighs it when it judges how risky the request is; without, it is ignored.
   *
   * Sensitive: left out of logs.
   *
   * @public
   */
  UserContextData?: UserContextDataType | undefined;

  /**
   * The user who forgot the password: the user name, the `sub` attribute, or an alias such as an email address or a
   * phone number if the user pool signs users in by it. For a user of a third-party identity provider, give the user
   * name that Amazon Cognito made for them.
   *
   * Required. Length 1 to 128. Pattern `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`. Sensitive: left out of logs.
   *
   * @public
   */
  Username: string | undefined;

  /**
   * The Amazon Pinpoint endpoint to count this request for. Only of use in a user pool that is connected to a Pinpoint
   * project.
   *
   * @public
   */
  AnalyticsMetadata?: AnalyticsMetadataType | undefined;

  /**
   * Values of your own choosing, handed to your Lambda functions. This operation calls each of the triggers pre sign-up,
   * custom message and user migration that the user pool has, which finds them in its event as `clientMetadata`.
   *
   * > **Note:** Nothing is done with them beyond that. Amazon Cognito keeps no copy, looks at neither keys nor values,
   * > and does not encrypt them, so leave secrets out. Without such a trigger they go nowhere.
   *
   * @public
   */
  ClientMetadata?: Record<string, string> | undefined;
}

/** @internal */
export const ForgotPasswordRequestFilterSensitiveLog = (obj: ForgotPasswordRequest): unknown => ({
  ...obj,
  ...(obj.ClientId != null && { ClientId: SENSITIVE_STRING }),
  ...(obj.SecretHash != null && { SecretHash: SENSITIVE_STRING }),
  ...(obj.UserContextData != null && { UserContextData: SENSITIVE_STRING }),
  ...(obj.Username != null && { Username: SENSITIVE_STRING }),
});

/**
 * Tells where to look for the code.
 *
 * @public
 */
export interface ForgotPasswordResponse {
  /**
   * Where the code for the new password was sent. Show it to the user, who may have more than one mailbox.
   *
   * @public
   */
  CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined;
}

/**
 * Who wants to verify an attribute, and which one.
 *
 * @public
 */
export interface GetUserAttributeVerificationCodeRequest {
  /**
   * The access token that the user got on signing in; it must be in date, not revoked, and hold the scope
   * `aws.cognito.signin.user.admin`.
   *
   * Required. Pattern `^[A-Za-z0-9-_=.]+$`. Sensitive: left out of logs.
   *
   * @public
   */
  AccessToken: string | undefined;

  /**
   * The attribute to verify: `email` or `phone_number`.
   *
   * Required. Length 1 to 32. Pattern `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`.
   *
   * @public
   */
  AttributeName: string | undefined;

  /**
   * Values of your own choosing, handed to your Lambda functions. This operation calls the custom message trigger of the
   * user pool, which finds them in its event as `clientMetadata`.
   *
   * > **Note:** Nothing is done with them beyond that. Amazon Cognito keeps no copy, looks at neither keys nor values,
   * > and does not encrypt them, so leave secrets out. Without such a trigger they go nowhere.
   *
   * @public
   */
  ClientMetadata?: Record<string, string> | undefined;
}

/** @internal */
export const GetUserAttributeVerificationCodeRequestFilterSensitiveLog = (
  obj: GetUserAttributeVerificationCodeRequest,
): unknown => ({
  ...obj,
  ...(obj.AccessToken != null && { AccessToken: SENSITIVE_STRING }),
});

/**
 * Tells where the code for the attribute went.
 *
 * @public
 */
export interface GetUserAttributeVerificationCodeResponse {
  /**
   * The address or number that is waiting to be verified, and how the code travelled there.
   *
   * @public
   */
  CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined;
}

/**
 * Who is waiting for a confirmation code, and through which app client they signed up.
 *
 * @public
 */
export interface ResendConfirmationCodeRequest {
  /**
   * The ID of the app client through which the user signed up. It also names the user pool, since an app client belongs
   * to exactly one.
   *
   * Required. Length 1 to 128. Pattern `^[\w+]+$`. Sensitive: left out of logs.
   *
   * @public
   */
  ClientId: string | undefined;

  /**
   * Proof that the caller knows the app client's secret. Required if, and only if, the app client has one.
   *
   * It is the HMAC-SHA256 of the user name followed by the client ID, keyed with the client secret and written in
   * Base64: see
   * [how a secret hash is made](https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash).
   *
   * Length 1 to 128. Pattern `^[\w+=/]+$`. Sensitive: left out of logs.
   *
   * @public
   */
  SecretHash?: string | undefined;

  /**
   * What your app knows about the device and the network that the user comes from. With threat protection switched on,
   * Amazon Cognito weighs it when it judges how risky the request is; without, it is ignored.
   *
   * Sensitive: left out of logs.
   *
   * @public
   */
  UserContextData?: UserContextDataType | undefined;

  /**
   * The user who is to be confirmed: the user name, the `sub` attribute, or an alias such as an email address or a phone
   * number if the user pool signs users in by it. For a user of a third-party identity provider, give the user name that
   * Amazon Cognito made for them.
   *
   * Required. Length 1 to 128. Pattern `^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$`. Sensitive: left out of logs.
   *
   * @public
   */
  Username: string | undefined;

  /**
   * The Amazon Pinpoint endpoint to count this request for. Only of use in a user pool that is connected to a Pinpoint
   * project.
   *
   * @public
   */
  AnalyticsMetadata?: AnalyticsMetadataType | undefined;

  /**
   * Values of your own choosing, handed to your Lambda functions. This operation calls the custom message trigger of the
   * user pool, which finds them in its event as `clientMetadata`.
   *
   * > **Note:** Nothing is done with them beyond that. Amazon Cognito keeps no copy, looks at neither keys nor values,
   * > and does not encrypt them, so leave secrets out. Without such a trigger they go nowhere.
   *
   * @public
   */
  ClientMetadata?: Record<string, string> | undefined;
}

/** @internal */
export const ResendConfirmationCodeRequestFilterSensitiveLog = (obj: ResendConfirmationCodeRequest): unknown => ({
  ...obj,
  ...(obj.ClientId != null && { ClientId: SENSITIVE_STRING }),
  ...(obj.SecretHash != null && { SecretHash: SENSITIVE_STRING }),
  ...(obj.UserContextData != null && { UserContextData: SENSITIVE_STRING }),
  ...(obj.Username != null && { Username: SENSITIVE_STRING }),
});

/**
 * Tells where the new confirmation code went.
 *
 * @public
 */
export interface ResendConfirmationCodeResponse {
  /**
   * Where the user should look for the confirmation code.
   *
   * @public
   */
  CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined;
}

/**
 * The device and the network behind a request, as seen by your app. Threat protection compares them with what it knows
 * of the user, to tell a familiar device from a stranger's: see
 * [how an app collects them](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-viewing-threat-protection-app.html).
 *
 * @public
 */
export interface UserContextDataType {
  /**
   * The user's own IP address. Worth giving from a server, whose own address would otherwise be taken for the user's;
   * the app client must have a secret and accept additional context data.
   *
   * Length 0 to 131072.
   *
   * @public
   */
  IpAddress?: string | undefined;

  /**
   * A fingerprint of the user's device, in the encoded form that Amazon Cognito's context data library gives to a web
   * page or an app. Pass it on as it is.
   *
   * Length 0 to 131072.
   *
   * @public
   */
  EncodedData?: string | undefined;
}

/** @internal */
export const UserContextDataTypeFilterSensitiveLog = (_obj: UserContextDataType): unknown => SENSITIVE_STRING;
