import { Command as $Command } from "@smithy/core/client";
import type { MetadataBearer as __MetadataBearer } from "@smithy/types";
import type {
  CognitoIdentityProviderClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from "../CognitoIdentityProviderClient.js";
import { commonParams } from "../endpoint/EndpointParameters.js";
import {
  type GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeRequestFilterSensitiveLog,
  type GetUserAttributeVerificationCodeResponse,
} from "../models/models_0.js";
import {
  de_GetUserAttributeVerificationCodeCommand,
  se_GetUserAttributeVerificationCodeCommand,
} from "../protocols/Aws_json1_1.js";
import { $OperationCommand } from "../support/command.js";
import { getEndpointPlugin } from "../support/endpoint-plugin.js";
import { getInputValidationPlugin } from "../support/validation.js";
import { validateGetUserAttributeVerificationCodeRequest } from "../validation.js";

/**
 * @public
 */
export type { __MetadataBearer };
export { $Command };

/**
 * @public
 *
 * The input for {@link GetUserAttributeVerificationCodeCommand}.
 */
export interface GetUserAttributeVerificationCodeCommandInput extends GetUserAttributeVerificationCodeRequest {}

/**
 * @public
 *
 * The output of {@link GetUserAttributeVerificationCodeCommand}.
 */
export interface GetUserAttributeVerificationCodeCommandOutput
  extends GetUserAttributeVerificationCodeResponse,
    __MetadataBearer {}

const GetUserAttributeVerificationCodeCommand_base: {
  new (
    input: GetUserAttributeVerificationCodeCommandInput,
  ): import("@smithy/core/client").CommandImpl<
    GetUserAttributeVerificationCodeCommandInput,
    GetUserAttributeVerificationCodeCommandOutput,
    CognitoIdentityProviderClientResolvedConfig,
    ServiceInputTypes,
    ServiceOutputTypes
  >;
  new (
    input: GetUserAttributeVerificationCodeCommandInput,
  ): import("@smithy/core/client").CommandImpl<
    GetUserAttributeVerificationCodeCommandInput,
    GetUserAttributeVerificationCodeCommandOutput,
    CognitoIdentityProviderClientResolvedConfig,
    ServiceInputTypes,
    ServiceOutputTypes
  >;
  getEndpointParameterInstructions(): { [x: string]: unknown };
} = $OperationCommand
  .classBuilder<
    GetUserAttributeVerificationCodeCommandInput,
    GetUserAttributeVerificationCodeCommandOutput,
    CognitoIdentityProviderClientResolvedConfig,
    ServiceInputTypes,
    ServiceOutputTypes
  >()
  .ep(commonParams)
  .m((Command, _clientStack, config, options) => [
    getEndpointPlugin(config, Command.getEndpointParameterInstructions()),
    getInputValidationPlugin(
      "Cognito Identity Provider GetUserAttributeVerificationCode",
      validateGetUserAttributeVerificationCodeRequest,
      config,
      options,
    ),
  ])
  .s("AWSCognitoIdentityProviderService", "GetUserAttributeVerificationCode", {})
  .n("CognitoIdentityProviderClient", "GetUserAttributeVerificationCodeCommand")
  .f(GetUserAttributeVerificationCodeRequestFilterSensitiveLog)
  .ser(se_GetUserAttributeVerificationCodeCommand)
  .de(de_GetUserAttributeVerificationCodeCommand)
  .build();

/**
 * Sends a signed-in user a one-time code to the email address or phone number in one of their attributes. Given back
 * through `VerifyUserAttribute`, the code proves that the address or number is theirs, and the attribute counts as
 * verified from then on.
 *
 * Use it after a user has entered a new address, or when an earlier code was lost or has run out.
 *
 * The user is known by the access token, so no user name and no app client are asked for.
 *
 * > **Note:** Where the code goes out as a text message, Amazon SNS delivers it and the account that owns the user
 * > pool pays for it. An account that is still in the SNS sandbox reaches verified numbers only, and some countries,
 * > the United States among them, want a registered sender before a single message gets through: see
 * > [SMS settings of a user pool](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html).
 *
 * > **Note:** This is a public operation: the request carries no AWS signature, and IAM policies have no say in it.
 * > What limits its use is the app client, its secret if it has one, and any AWS WAF web ACL in front of the user
 * > pool.
 *
 * @example
 * Use a bare-bones client and the command you need to make an API call.
 * ```javascript
 * import { CognitoIdentityProviderClient, GetUserAttributeVerificationCodeCommand } from "@example/cognito-user-pools"; // ES Modules import
 * // const { CognitoIdentityProviderClient, GetUserAttributeVerificationCodeCommand } = require("@example/cognito-user-pools"); // CommonJS import
 * // import type { CognitoIdentityProviderClientConfig } from "@example/cognito-user-pools";
 * const config = {}; // type is CognitoIdentityProviderClientConfig
 * const client = new CognitoIdentityProviderClient(config);
 * const input = { // GetUserAttributeVerificationCodeRequest
 *   AccessToken: "STRING_VALUE", // required
 *   AttributeName: "STRING_VALUE", // required
 *   ClientMetadata: { // ClientMetadataType
 *     "<keys>": "STRING_VALUE",
 *   },
 * };
 * const command = new GetUserAttributeVerificationCodeCommand(input);
 * const response = await client.send(command);
 * // { // GetUserAttributeVerificationCodeResponse
 * //   CodeDeliveryDetails: { // CodeDeliveryDetailsType
 * //     Destination: "STRING_VALUE",
 * //     DeliveryMedium: "SMS" || "EMAIL",
 * //     AttributeName: "STRING_VALUE",
 * //   },
 * // };
 * ```
 *
 * @param GetUserAttributeVerificationCodeCommandInput - {@link GetUserAttributeVerificationCodeCommandInput}
 * @returns {@link GetUserAttributeVerificationCodeCommandOutput}
 * @see {@link GetUserAttributeVerificationCodeCommandInput} for command's `input` shape.
 * @see {@link GetUserAttributeVerificationCodeCommandOutput} for command's `response` shape.
 * @see {@link CognitoIdentityProviderClientResolvedConfig | config} for CognitoIdentityProviderClient's `config` shape.
 *
 * @throws {@link CodeDeliveryFailureException} (client fault)
 * The code was made but couldn't be sent: the service that carries emails or text messages refused it, or the limit on
 * spending for text messages is used up.
 *
 * @throws {@link ForbiddenException} (client fault)
 * An AWS WAF web ACL in front of the user pool turned the request away before Amazon Cognito looked at it.
 *
 * @throws {@link InternalErrorException} (server fault)
 * Something failed inside Amazon Cognito. The request may be right: try it again after a pause.
 *
 * @throws {@link InvalidEmailRoleAccessPolicyException} (client fault)
 * The user pool may not send email from the address that it is set up with, because Amazon SES has no verified
 * identity for it or the identity's policy leaves Amazon Cognito out. It is for the owner of the pool to mend.
 *
 * @throws {@link InvalidLambdaResponseException} (client fault)
 * A Lambda trigger of the user pool ran, but what it returned isn't what the trigger has to return.
 *
 * @throws {@link InvalidParameterException} (client fault)
 * A value of the request is malformed, or makes no sense for this user or user pool: a user without a verified
 * address, for one.
 *
 * @throws {@link InvalidSmsRoleAccessPolicyException} (client fault)
 * The IAM role through which the user pool sends text messages isn't allowed to call `sns:Publish`. It is for the
 * owner of the pool to mend.
 *
 * @throws {@link InvalidSmsRoleTrustRelationshipException} (client fault)
 * Amazon Cognito can't assume the IAM role for text messages. Either the role's trust policy leaves out
 * `cognito-idp.amazonaws.com`, or it asks for another external ID than the one in the user pool's settings.
 *
 * @throws {@link LimitExceededException} (client fault)
 * A limit was reached, most often the number of codes that one user may ask for in a given time. Wait before you try
 * again; a retry at once only prolongs it.
 *
 * @throws {@link NotAuthorizedException} (client fault)
 * The caller may not do this: the secret hash is wrong or missing, the access token has run out, the user is disabled,
 * or the AWS credentials lack the permission.
 *
 * @throws {@link OperationNotEnabledException} (client fault)
 * The operation isn't offered here: the region doesn't have it, as with the secondary region of a replicated user
 * pool, or the settings of this user pool rule it out.
 *
 * @throws {@link PasswordResetRequiredException} (client fault)
 * An administrator has reset the user's password, and nothing else works until the user has chosen a new one.
 *
 * @throws {@link ResourceNotFoundException} (client fault)
 * There is no such user pool or app client in this region. Look at the region first: each pool lives in one.
 *
 * @throws {@link TooManyRequestsException} (client fault)
 * The account makes requests of this kind faster than its quota allows. Slow down, and retry with growing pauses.
 *
 * @throws {@link UnexpectedLambdaException} (client fault)
 * A Lambda trigger of the user pool couldn't be called, or broke off without an answer.
 *
 * @throws {@link UserLambdaValidationException} (client fault)
 * A Lambda trigger of the user pool looked at the request and said no, by throwing an error of its own.
 *
 * @throws {@link UserNotConfirmedException} (client fault)
 * The user has signed up but never given back the confirmation code; `ResendConfirmationCode` sends another.
 *
 * @throws {@link UserNotFoundException} (client fault)
 * The user pool has no user of this name. App clients that hide whether a user exists don't say so, but answer as if
 * there were one.
 *
 * @throws {@link CognitoIdentityProviderServiceException}
 * Base exception class for all service exceptions from CognitoIdentityProvider service.
 *
 * @public
 */
export class GetUserAttributeVerificationCodeCommand extends GetUserAttributeVerificationCodeCommand_base {
  /** @internal type navigation helper, not in runtime. */
  declare protected static __types: {
    api: {
      input: GetUserAttributeVerificationCodeRequest;
      output: GetUserAttributeVerificationCodeResponse;
    };
    sdk: {
      input: GetUserAttributeVerificationCodeCommandInput;
      output: GetUserAttributeVerificationCodeCommandOutput;
    };
  };
}
