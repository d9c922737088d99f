import { Command as $Command } from "@smithy/smithy-client";
import type { MetadataBearer as __MetadataBearer } from "@smithy/types";
import type {
  CognitoIdentityProviderClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes,
} from "../CognitoIdentityProviderClient.js";
import { commonParams } from "../endpoint/EndpointParameters.js";
import {
  type AdminResetUserPasswordRequest,
  AdminResetUserPasswordRequestFilterSensitiveLog,
  type AdminResetUserPasswordResponse,
} from "../models/models_0.js";
import { de_AdminResetUserPasswordCommand, se_AdminResetUserPasswordCommand } from "../protocols/Aws_json1_1.js";
import { $OperationCommand } from "../support/command.js";
import { getEndpointPlugin } from "../support/endpoint-plugin.js";
import { getSerdePlugin } from "../support/serde-plugin.js";
import { getInputValidationPlugin } from "../support/validation.js";
import { validateAdminResetUserPasswordRequest } from "../validation.js";

/**
 * @public
 */
export type { __MetadataBearer };
export { $Command };

/**
 * @public
 *
 * The input for {@link AdminResetUserPasswordCommand}.
 */
export interface AdminResetUserPasswordCommandInput extends AdminResetUserPasswordRequest {}

/**
 * @public
 *
 * The output of {@link AdminResetUserPasswordCommand}.
 */
export interface AdminResetUserPasswordCommandOutput extends AdminResetUserPasswordResponse, __MetadataBearer {}

const AdminResetUserPasswordCommand_base: {
  new (
    input: AdminResetUserPasswordCommandInput,
  ): import("@smithy/smithy-client").CommandImpl<
    AdminResetUserPasswordCommandInput,
    AdminResetUserPasswordCommandOutput,
    CognitoIdentityProviderClientResolvedConfig,
    ServiceInputTypes,
    ServiceOutputTypes
  >;
  new (
    input: AdminResetUserPasswordCommandInput,
  ): import("@smithy/smithy-client").CommandImpl<
    AdminResetUserPasswordCommandInput,
    AdminResetUserPasswordCommandOutput,
    CognitoIdentityProviderClientResolvedConfig,
    ServiceInputTypes,
    ServiceOutputTypes
  >;
  getEndpointParameterInstructions(): import("@smithy/middleware-endpoint").EndpointParameterInstructions;
} = $OperationCommand
  .classBuilder<
    AdminResetUserPasswordCommandInput,
    AdminResetUserPasswordCommandOutput,
    CognitoIdentityProviderClientResolvedConfig,
    ServiceInputTypes,
    ServiceOutputTypes
  >()
  .ep(commonParams)
  .m((Command, _clientStack, config, options) => [
    getSerdePlugin(config),
    getEndpointPlugin(config, Command.getEndpointParameterInstructions()),
    getInputValidationPlugin(
      "Cognito Identity Provider AdminResetUserPassword",
      validateAdminResetUserPasswordRequest,
      config,
      options,
    ),
  ])
  .s("AWSCognitoIdentityProviderService", "AdminResetUserPassword", {})
  .n("CognitoIdentityProviderClient", "AdminResetUserPasswordCommand")
  .f(AdminResetUserPasswordRequestFilterSensitiveLog)
  .ser(se_AdminResetUserPasswordCommand)
  .de(de_AdminResetUserPasswordCommand)
  .build();

/**
 * Makes a user choose a new password, on behalf of an administrator. The user moves to the status `RESET_REQUIRED` and
 * is sent a code by email or text message; until the code and a new password have arrived through
 * `ConfirmForgotPassword`, each sign-in ends in `PasswordResetRequiredException`.
 *
 * The code goes to an address or number that the user has verified, in the order that the user pool's account recovery
 * setting says. A pool in which only administrators may recover accounts refuses the call.
 *
 * > **Note:** Where the code goes out as a text message, Amazon SNS delivers it and the account that owns the user
 * > pool pays for it. An account that is still in the SNS sandbox reaches verified numbers only, and some countries,
 * > the United States among them, want a registered sender before a single message gets through: see
 * > [SMS settings of a user pool](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html).
 *
 * > **Note:** The request is signed with AWS credentials whose IAM policy allows `cognito-idp:AdminResetUserPassword`
 * > on the user pool. Keep it on a server.
 *
 * @example
 * Use a bare-bones client and the command you need to make an API call.
 * ```javascript
 * import { CognitoIdentityProviderClient, AdminResetUserPasswordCommand } from "@example/cognito-user-pools-smithy-client"; // ES Modules import
 * // const { CognitoIdentityProviderClient, AdminResetUserPasswordCommand } = require("@example/cognito-user-pools-smithy-client"); // CommonJS import
 * const client = new CognitoIdentityProviderClient(config);
 * const input = { // AdminResetUserPasswordRequest
 *   UserPoolId: "STRING_VALUE", // required
 *   Username: "STRING_VALUE", // required
 *   ClientMetadata: { // ClientMetadataType
 *     "<keys>": "STRING_VALUE",
 *   },
 * };
 * const command = new AdminResetUserPasswordCommand(input);
 * const response = await client.send(command);
 * // {};
 * ```
 *
 * @param AdminResetUserPasswordCommandInput - {@link AdminResetUserPasswordCommandInput}
 * @returns {@link AdminResetUserPasswordCommandOutput}
 * @see {@link AdminResetUserPasswordCommandInput} for command's `input` shape.
 * @see {@link AdminResetUserPasswordCommandOutput} for command's `response` shape.
 * @see {@link CognitoIdentityProviderClientResolvedConfig | config} for CognitoIdentityProviderClient's `config` shape.
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
 * @throws {@link UserNotFoundException} (client fault)
 * The user pool has no user of this name. App clients that hide whether a user exists don't say so, but answer as if
 * there were one.
 *
 * @throws {@link CognitoIdentityProviderServiceException}
 * Base exception class for all service exceptions from CognitoIdentityProvider service.
 *
 * @public
 */
export class AdminResetUserPasswordCommand extends AdminResetUserPasswordCommand_base {
  /** @internal type navigation helper, not in runtime. */
  declare protected static __types: {
    api: {
      input: AdminResetUserPasswordRequest;
      output: {};
    };
    sdk: {
      input: AdminResetUserPasswordCommandInput;
      output: AdminResetUserPasswordCommandOutput;
    };
  };
}
