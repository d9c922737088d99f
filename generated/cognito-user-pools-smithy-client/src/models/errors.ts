import type { ExceptionOptionType as __ExceptionOptionType } from "@smithy/smithy-client";
import { CognitoIdentityProviderServiceException } from "./CognitoIdentityProviderServiceException.js";

/**
 * The code was made but couldn't be sent: the service that carries emails or text messages refused it, or the limit on
 * spending for text messages is used up.
 *
 * @public
 */
export class CodeDeliveryFailureException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#CodeDeliveryFailureException";
  override readonly name = "CodeDeliveryFailureException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<CodeDeliveryFailureException, CognitoIdentityProviderServiceException>) {
    super({ name: "CodeDeliveryFailureException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, CodeDeliveryFailureException.prototype);
  }
}

/**
 * An AWS WAF web ACL in front of the user pool turned the request away before Amazon Cognito looked at it.
 *
 * @public
 */
export class ForbiddenException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#ForbiddenException";
  override readonly name = "ForbiddenException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<ForbiddenException, CognitoIdentityProviderServiceException>) {
    super({ name: "ForbiddenException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, ForbiddenException.prototype);
  }
}

/**
 * Something failed inside Amazon Cognito. The request may be right: try it again after a pause.
 *
 * @public
 */
export class InternalErrorException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#InternalErrorException";
  override readonly name = "InternalErrorException" as const;
  override readonly $fault = "server" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<InternalErrorException, CognitoIdentityProviderServiceException>) {
    super({ name: "InternalErrorException", $fault: "server", ...opts });
    Object.setPrototypeOf(this, InternalErrorException.prototype);
  }
}

/**
 * The user pool may not send email from the address that it is set up with, because Amazon SES has no verified
 * identity for it or the identity's policy leaves Amazon Cognito out. It is for the owner of the pool to mend.
 *
 * @public
 */
export class InvalidEmailRoleAccessPolicyException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string =
    "com.amazonaws.cognitoidentityprovider#InvalidEmailRoleAccessPolicyException";
  override readonly name = "InvalidEmailRoleAccessPolicyException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(
    opts: __ExceptionOptionType<InvalidEmailRoleAccessPolicyException, CognitoIdentityProviderServiceException>,
  ) {
    super({ name: "InvalidEmailRoleAccessPolicyException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, InvalidEmailRoleAccessPolicyException.prototype);
  }
}

/**
 * A Lambda trigger of the user pool ran, but what it returned isn't what the trigger has to return.
 *
 * @public
 */
export class InvalidLambdaResponseException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#InvalidLambdaResponseException";
  override readonly name = "InvalidLambdaResponseException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<InvalidLambdaResponseException, CognitoIdentityProviderServiceException>) {
    super({ name: "InvalidLambdaResponseException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, InvalidLambdaResponseException.prototype);
  }
}

/**
 * A value of the request is malformed, or makes no sense for this user or user pool: a user without a verified
 * address, for one.
 *
 * @public
 */
export class InvalidParameterException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#InvalidParameterException";
  override readonly name = "InvalidParameterException" as const;
  override readonly $fault = "client" as const;
  /**
   * A code for the reason, where the service has one to give.
   *
   * @public
   */
  reasonCode?: string | undefined;

  /** @internal */
  constructor(opts: __ExceptionOptionType<InvalidParameterException, CognitoIdentityProviderServiceException>) {
    super({ name: "InvalidParameterException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, InvalidParameterException.prototype);
    this.reasonCode = opts.reasonCode;
  }
}

/**
 * The IAM role through which the user pool sends text messages isn't allowed to call `sns:Publish`. It is for the
 * owner of the pool to mend.
 *
 * @public
 */
export class InvalidSmsRoleAccessPolicyException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string =
    "com.amazonaws.cognitoidentityprovider#InvalidSmsRoleAccessPolicyException";
  override readonly name = "InvalidSmsRoleAccessPolicyException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(
    opts: __ExceptionOptionType<InvalidSmsRoleAccessPolicyException, CognitoIdentityProviderServiceException>,
  ) {
    super({ name: "InvalidSmsRoleAccessPolicyException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, InvalidSmsRoleAccessPolicyException.prototype);
  }
}

/**
 * Amazon Cognito can't assume the IAM role for text messages. Either the role's trust policy leaves out
 * `cognito-idp.amazonaws.com`, or it asks for another external ID than the one in the user pool's settings.
 *
 * @public
 */
export class InvalidSmsRoleTrustRelationshipException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string =
    "com.amazonaws.cognitoidentityprovider#InvalidSmsRoleTrustRelationshipException";
  override readonly name = "InvalidSmsRoleTrustRelationshipException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(
    opts: __ExceptionOptionType<InvalidSmsRoleTrustRelationshipException, CognitoIdentityProviderServiceException>,
  ) {
    super({ name: "InvalidSmsRoleTrustRelationshipException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, InvalidSmsRoleTrustRelationshipException.prototype);
  }
}

/**
 * A limit was reached, most often the number of codes that one user may ask for in a given time. Wait before you try
 * again; a retry at once only prolongs it.
 *
 * @public
 */
export class LimitExceededException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#LimitExceededException";
  override readonly name = "LimitExceededException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<LimitExceededException, CognitoIdentityProviderServiceException>) {
    super({ name: "LimitExceededException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, LimitExceededException.prototype);
  }
}

/**
 * The caller may not do this: the secret hash is wrong or missing, the access token has run out, the user is disabled,
 * or the AWS credentials lack the permission.
 *
 * @public
 */
export class NotAuthorizedException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#NotAuthorizedException";
  override readonly name = "NotAuthorizedException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<NotAuthorizedException, CognitoIdentityProviderServiceException>) {
    super({ name: "NotAuthorizedException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, NotAuthorizedException.prototype);
  }
}

/**
 * The operation isn't offered here: the region doesn't have it, as with the secondary region of a replicated user
 * pool, or the settings of this user pool rule it out.
 *
 * @public
 */
export class OperationNotEnabledException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#OperationNotEnabledException";
  override readonly name = "OperationNotEnabledException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<OperationNotEnabledException, CognitoIdentityProviderServiceException>) {
    super({ name: "OperationNotEnabledException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, OperationNotEnabledException.prototype);
  }
}

/**
 * An administrator has reset the user's password, and nothing else works until the user has chosen a new one.
 *
 * @public
 */
export class PasswordResetRequiredException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#PasswordResetRequiredException";
  override readonly name = "PasswordResetRequiredException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<PasswordResetRequiredException, CognitoIdentityProviderServiceException>) {
    super({ name: "PasswordResetRequiredException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, PasswordResetRequiredException.prototype);
  }
}

/**
 * There is no such user pool or app client in this region. Look at the region first: each pool lives in one.
 *
 * @public
 */
export class ResourceNotFoundException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#ResourceNotFoundException";
  override readonly name = "ResourceNotFoundException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<ResourceNotFoundException, CognitoIdentityProviderServiceException>) {
    super({ name: "ResourceNotFoundException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, ResourceNotFoundException.prototype);
  }
}

/**
 * The account makes requests of this kind faster than its quota allows. Slow down, and retry with growing pauses.
 *
 * @public
 */
export class TooManyRequestsException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#TooManyRequestsException";
  override readonly name = "TooManyRequestsException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<TooManyRequestsException, CognitoIdentityProviderServiceException>) {
    super({ name: "TooManyRequestsException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, TooManyRequestsException.prototype);
  }
}

/**
 * A Lambda trigger of the user pool couldn't be called, or broke off without an answer.
 *
 * @public
 */
export class UnexpectedLambdaException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#UnexpectedLambdaException";
  override readonly name = "UnexpectedLambdaException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<UnexpectedLambdaException, CognitoIdentityProviderServiceException>) {
    super({ name: "UnexpectedLambdaException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, UnexpectedLambdaException.prototype);
  }
}

/**
 * A Lambda trigger of the user pool looked at the request and said no, by throwing an error of its own.
 *
 * @public
 */
export class UserLambdaValidationException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#UserLambdaValidationException";
  override readonly name = "UserLambdaValidationException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<UserLambdaValidationException, CognitoIdentityProviderServiceException>) {
    super({ name: "UserLambdaValidationException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, UserLambdaValidationException.prototype);
  }
}

/**
 * The user has signed up but never given back the confirmation code; `ResendConfirmationCode` sends another.
 *
 * @public
 */
export class UserNotConfirmedException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#UserNotConfirmedException";
  override readonly name = "UserNotConfirmedException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<UserNotConfirmedException, CognitoIdentityProviderServiceException>) {
    super({ name: "UserNotConfirmedException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, UserNotConfirmedException.prototype);
  }
}

/**
 * The user pool has no user of this name. App clients that hide whether a user exists don't say so, but answer as if
 * there were one.
 *
 * @public
 */
export class UserNotFoundException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#UserNotFoundException";
  override readonly name = "UserNotFoundException" as const;
  override readonly $fault = "client" as const;

  /** @internal */
  constructor(opts: __ExceptionOptionType<UserNotFoundException, CognitoIdentityProviderServiceException>) {
    super({ name: "UserNotFoundException", $fault: "client", ...opts });
    Object.setPrototypeOf(this, UserNotFoundException.prototype);
  }
}
