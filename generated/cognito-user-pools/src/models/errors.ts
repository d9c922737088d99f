import type { ExceptionOptionType as __ExceptionOptionType } from "@smithy/core/client";
import { CognitoIdentityProviderServiceException } from "./CognitoIdentityProviderServiceException.js";

/**
 * The code was made but couldn't be sent: the service that carries emails or text messages refused it, or the limit on
 * spending for text messages is used up.
 *
 * @public
 */
export class CodeDeliveryFailureException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#CodeDeliveryFailureException";
  declare readonly name: "CodeDeliveryFailureException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<CodeDeliveryFailureException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "CodeDeliveryFailureException", $fault: "client" });
  }
}

/**
 * An AWS WAF web ACL in front of the user pool turned the request away before Amazon Cognito looked at it.
 *
 * @public
 */
export class ForbiddenException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#ForbiddenException";
  declare readonly name: "ForbiddenException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<ForbiddenException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "ForbiddenException", $fault: "client" });
  }
}

/**
 * Something failed inside Amazon Cognito. The request may be right: try it again after a pause.
 *
 * @public
 */
export class InternalErrorException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#InternalErrorException";
  declare readonly name: "InternalErrorException";
  declare readonly $fault: "server";

  /** @internal */
  constructor(opts: __ExceptionOptionType<InternalErrorException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "InternalErrorException", $fault: "server" });
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
  declare readonly name: "InvalidEmailRoleAccessPolicyException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(
    opts: __ExceptionOptionType<InvalidEmailRoleAccessPolicyException, CognitoIdentityProviderServiceException>,
  ) {
    super({ ...opts, name: "InvalidEmailRoleAccessPolicyException", $fault: "client" });
  }
}

/**
 * A Lambda trigger of the user pool ran, but what it returned isn't what the trigger has to return.
 *
 * @public
 */
export class InvalidLambdaResponseException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#InvalidLambdaResponseException";
  declare readonly name: "InvalidLambdaResponseException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<InvalidLambdaResponseException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "InvalidLambdaResponseException", $fault: "client" });
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
  declare readonly name: "InvalidParameterException";
  declare readonly $fault: "client";
  /**
   * A code for the reason, where the service has one to give.
   *
   * @public
   */
  reasonCode?: string | undefined;

  /** @internal */
  constructor(opts: __ExceptionOptionType<InvalidParameterException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "InvalidParameterException", $fault: "client" });
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
  declare readonly name: "InvalidSmsRoleAccessPolicyException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(
    opts: __ExceptionOptionType<InvalidSmsRoleAccessPolicyException, CognitoIdentityProviderServiceException>,
  ) {
    super({ ...opts, name: "InvalidSmsRoleAccessPolicyException", $fault: "client" });
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
  declare readonly name: "InvalidSmsRoleTrustRelationshipException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(
    opts: __ExceptionOptionType<InvalidSmsRoleTrustRelationshipException, CognitoIdentityProviderServiceException>,
  ) {
    super({ ...opts, name: "InvalidSmsRoleTrustRelationshipException", $fault: "client" });
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
  declare readonly name: "LimitExceededException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<LimitExceededException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "LimitExceededException", $fault: "client" });
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
  declare readonly name: "NotAuthorizedException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<NotAuthorizedException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "NotAuthorizedException", $fault: "client" });
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
  declare readonly name: "OperationNotEnabledException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<OperationNotEnabledException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "OperationNotEnabledException", $fault: "client" });
  }
}

/**
 * An administrator has reset the user's password, and nothing else works until the user has chosen a new one.
 *
 * @public
 */
export class PasswordResetRequiredException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#PasswordResetRequiredException";
  declare readonly name: "PasswordResetRequiredException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<PasswordResetRequiredException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "PasswordResetRequiredException", $fault: "client" });
  }
}

/**
 * There is no such user pool or app client in this region. Look at the region first: each pool lives in one.
 *
 * @public
 */
export class ResourceNotFoundException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#ResourceNotFoundException";
  declare readonly name: "ResourceNotFoundException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<ResourceNotFoundException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "ResourceNotFoundException", $fault: "client" });
  }
}

/**
 * The account makes requests of this kind faster than its quota allows. Slow down, and retry with growing pauses.
 *
 * @public
 */
export class TooManyRequestsException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#TooManyRequestsException";
  declare readonly name: "TooManyRequestsException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<TooManyRequestsException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "TooManyRequestsException", $fault: "client" });
  }
}

/**
 * A Lambda trigger of the user pool couldn't be called, or broke off without an answer.
 *
 * @public
 */
export class UnexpectedLambdaException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#UnexpectedLambdaException";
  declare readonly name: "UnexpectedLambdaException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<UnexpectedLambdaException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "UnexpectedLambdaException", $fault: "client" });
  }
}

/**
 * A Lambda trigger of the user pool looked at the request and said no, by throwing an error of its own.
 *
 * @public
 */
export class UserLambdaValidationException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#UserLambdaValidationException";
  declare readonly name: "UserLambdaValidationException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<UserLambdaValidationException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "UserLambdaValidationException", $fault: "client" });
  }
}

/**
 * The user has signed up but never given back the confirmation code; `ResendConfirmationCode` sends another.
 *
 * @public
 */
export class UserNotConfirmedException extends CognitoIdentityProviderServiceException {
  static override readonly shapeId: string = "com.amazonaws.cognitoidentityprovider#UserNotConfirmedException";
  declare readonly name: "UserNotConfirmedException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<UserNotConfirmedException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "UserNotConfirmedException", $fault: "client" });
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
  declare readonly name: "UserNotFoundException";
  declare readonly $fault: "client";

  /** @internal */
  constructor(opts: __ExceptionOptionType<UserNotFoundException, CognitoIdentityProviderServiceException>) {
    super({ ...opts, name: "UserNotFoundException", $fault: "client" });
  }
}
