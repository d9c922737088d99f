import {
  ServiceException as __ServiceException,
  type ServiceExceptionOptions as __ServiceExceptionOptions,
} from "@smithy/smithy-client";

export type { __ServiceExceptionOptions };
export { __ServiceException };

/**
 * @public
 *
 * Base exception class for all service exceptions from CognitoIdentityProvider service.
 */
export class CognitoIdentityProviderServiceException extends __ServiceException {
  /** @internal */
  constructor(options: __ServiceExceptionOptions) {
    super(options);
  }
}
