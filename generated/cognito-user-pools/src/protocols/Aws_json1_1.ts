import type { ServiceException as __ServiceException } from "@smithy/core/client";
import type { HttpRequest as __HttpRequest, HttpResponse as __HttpResponse } from "@smithy/core/transport";
import type { HeaderBag as __HeaderBag, SerdeContext as __SerdeContext } from "@smithy/types";
import type {
  AdminResetUserPasswordCommandInput,
  AdminResetUserPasswordCommandOutput,
} from "../commands/AdminResetUserPasswordCommand.js";
import type { ForgotPasswordCommandInput, ForgotPasswordCommandOutput } from "../commands/ForgotPasswordCommand.js";
import type {
  GetUserAttributeVerificationCodeCommandInput,
  GetUserAttributeVerificationCodeCommandOutput,
} from "../commands/GetUserAttributeVerificationCodeCommand.js";
import type {
  ResendConfirmationCodeCommandInput,
  ResendConfirmationCodeCommandOutput,
} from "../commands/ResendConfirmationCodeCommand.js";
import { CognitoIdentityProviderServiceException } from "../models/CognitoIdentityProviderServiceException.js";
import {
  CodeDeliveryFailureException,
  ForbiddenException,
  InternalErrorException,
  InvalidEmailRoleAccessPolicyException,
  InvalidLambdaResponseException,
  InvalidParameterException,
  InvalidSmsRoleAccessPolicyException,
  InvalidSmsRoleTrustRelationshipException,
  LimitExceededException,
  NotAuthorizedException,
  OperationNotEnabledException,
  PasswordResetRequiredException,
  ResourceNotFoundException,
  TooManyRequestsException,
  UnexpectedLambdaException,
  UserLambdaValidationException,
  UserNotConfirmedException,
  UserNotFoundException,
} from "../models/errors.js";
import type {
  AdminResetUserPasswordRequest,
  AdminResetUserPasswordResponse,
  AnalyticsMetadataType,
  CodeDeliveryDetailsType,
  ForgotPasswordRequest,
  ForgotPasswordResponse,
  GetUserAttributeVerificationCodeRequest,
  GetUserAttributeVerificationCodeResponse,
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
  UserContextDataType,
} from "../models/models_0.js";
import { type ErrorTable, modelledBy } from "../support/error-table.js";
import { readJsonObject } from "../support/json-body.js";
import { readServiceError } from "../support/json-error.js";
import { buildRpcRequest, rpcHeaders } from "../support/json-rpc.js";
import { deserializeMetadata, isErrorResponse } from "../support/response-error.js";
import { type Parts, type Received, members, nested, readMembers } from "../support/structures.js";
import { mapMap } from "../support/values.js";

export const se_AdminResetUserPasswordCommand = async (
  input: AdminResetUserPasswordCommandInput,
  context: __SerdeContext,
): Promise<__HttpRequest> => {
  const body = JSON.stringify(se_AdminResetUserPasswordRequest(input));
  return buildRpcRequest(context, headers("AdminResetUserPassword"), body);
};

export const de_AdminResetUserPasswordCommand = async (
  output: __HttpResponse,
  context: __SerdeContext,
): Promise<AdminResetUserPasswordCommandOutput> => {
  if (isErrorResponse(output)) {
    throw await readError(output, context, adminResetUserPasswordErrors());
  }
  const contents = de_AdminResetUserPasswordResponse(await readJsonObject(output, context));
  return { ...contents, $metadata: deserializeMetadata(output) };
};

export const se_ForgotPasswordCommand = async (
  input: ForgotPasswordCommandInput,
  context: __SerdeContext,
): Promise<__HttpRequest> => {
  const body = JSON.stringify(se_ForgotPasswordRequest(input));
  return buildRpcRequest(context, headers("ForgotPassword"), body);
};

export const de_ForgotPasswordCommand = async (
  output: __HttpResponse,
  context: __SerdeContext,
): Promise<ForgotPasswordCommandOutput> => {
  if (isErrorResponse(output)) {
    throw await readError(output, context, forgotPasswordErrors());
  }
  const contents = de_ForgotPasswordResponse(await readJsonObject(output, context));
  return { ...contents, $metadata: deserializeMetadata(output) };
};

export const se_GetUserAttributeVerificationCodeCommand = async (
  input: GetUserAttributeVerificationCodeCommandInput,
  context: __SerdeContext,
): Promise<__HttpRequest> => {
  const body = JSON.stringify(se_GetUserAttributeVerificationCodeRequest(input));
  return buildRpcRequest(context, headers("GetUserAttributeVerificationCode"), body);
};

export const de_GetUserAttributeVerificationCodeCommand = async (
  output: __HttpResponse,
  context: __SerdeContext,
): Promise<GetUserAttributeVerificationCodeCommandOutput> => {
  if (isErrorResponse(output)) {
    throw await readError(output, context, getUserAttributeVerificationCodeErrors());
  }
  const contents = de_GetUserAttributeVerificationCodeResponse(await readJsonObject(output, context));
  return { ...contents, $metadata: deserializeMetadata(output) };
};

export const se_ResendConfirmationCodeCommand = async (
  input: ResendConfirmationCodeCommandInput,
  context: __SerdeContext,
): Promise<__HttpRequest> => {
  const body = JSON.stringify(se_ResendConfirmationCodeRequest(input));
  return buildRpcRequest(context, headers("ResendConfirmationCode"), body);
};

export const de_ResendConfirmationCodeCommand = async (
  output: __HttpResponse,
  context: __SerdeContext,
): Promise<ResendConfirmationCodeCommandOutput> => {
  if (isErrorResponse(output)) {
    throw await readError(output, context, forgotPasswordErrors());
  }
  const contents = de_ResendConfirmationCodeResponse(await readJsonObject(output, context));
  return { ...contents, $metadata: deserializeMetadata(output) };
};

const se_AdminResetUserPasswordRequest = (input: AdminResetUserPasswordRequest): unknown => ({
  UserPoolId: input.UserPoolId ?? undefined,
  Username: input.Username ?? undefined,
  ClientMetadata: mapMap(input.ClientMetadata),
});

const se_AnalyticsMetadataType = (input: AnalyticsMetadataType): unknown => ({
  AnalyticsEndpointId: input.AnalyticsEndpointId ?? undefined,
});

const se_ForgotPasswordRequest = (input: ForgotPasswordRequest): unknown => ({
  ClientId: input.ClientId ?? undefined,
  Username: input.Username ?? undefined,
  SecretHash: input.SecretHash ?? undefined,
  UserContextData: nested(input.UserContextData, se_UserContextDataType),
  AnalyticsMetadata: nested(input.AnalyticsMetadata, se_AnalyticsMetadataType),
  ClientMetadata: mapMap(input.ClientMetadata),
});

const se_GetUserAttributeVerificationCodeRequest = (input: GetUserAttributeVerificationCodeRequest): unknown => ({
  AccessToken: input.AccessToken ?? undefined,
  AttributeName: input.AttributeName ?? undefined,
  ClientMetadata: mapMap(input.ClientMetadata),
});

const se_ResendConfirmationCodeRequest = (input: ResendConfirmationCodeRequest): unknown => ({
  ClientId: input.ClientId ?? undefined,
  Username: input.Username ?? undefined,
  SecretHash: input.SecretHash ?? undefined,
  UserContextData: nested(input.UserContextData, se_UserContextDataType),
  AnalyticsMetadata: nested(input.AnalyticsMetadata, se_AnalyticsMetadataType),
  ClientMetadata: mapMap(input.ClientMetadata),
});

const se_UserContextDataType = (input: UserContextDataType): unknown => ({
  IpAddress: input.IpAddress ?? undefined,
  EncodedData: input.EncodedData ?? undefined,
});

const de_AdminResetUserPasswordResponse = (
  data: Received<AdminResetUserPasswordResponse>,
): AdminResetUserPasswordResponse => readMembers(data, {});

const de_CodeDeliveryDetailsType = (data: Received<CodeDeliveryDetailsType>): CodeDeliveryDetailsType => {
  const known: Parts<CodeDeliveryDetailsType> = {};
  if (data.Destination != null) known.Destination = data.Destination;
  if (data.DeliveryMedium != null) known.DeliveryMedium = data.DeliveryMedium;
  if (data.AttributeName != null) known.AttributeName = data.AttributeName;
  return readMembers(data, known);
};

const de_ForgotPasswordResponse = (data: Received<ForgotPasswordResponse>): ForgotPasswordResponse => {
  const known: Parts<ForgotPasswordResponse> = {};
  if (data.CodeDeliveryDetails != null)
    known.CodeDeliveryDetails = nested(data.CodeDeliveryDetails, de_CodeDeliveryDetailsType);
  return readMembers(data, known);
};

const de_GetUserAttributeVerificationCodeResponse = (
  data: Received<GetUserAttributeVerificationCodeResponse>,
): GetUserAttributeVerificationCodeResponse => {
  const known: Parts<GetUserAttributeVerificationCodeResponse> = {};
  if (data.CodeDeliveryDetails != null)
    known.CodeDeliveryDetails = nested(data.CodeDeliveryDetails, de_CodeDeliveryDetailsType);
  return readMembers(data, known);
};

const de_InvalidParameterException = (data: Received<InvalidParameterException>): InvalidParameterException =>
  members({
    message: data.message,
    reasonCode: data.reasonCode,
  });

const de_ResendConfirmationCodeResponse = (
  data: Received<ResendConfirmationCodeResponse>,
): ResendConfirmationCodeResponse => {
  const known: Parts<ResendConfirmationCodeResponse> = {};
  if (data.CodeDeliveryDetails != null)
    known.CodeDeliveryDetails = nested(data.CodeDeliveryDetails, de_CodeDeliveryDetailsType);
  return readMembers(data, known);
};

const adminResetUserPasswordErrors = (): ErrorTable => ({
  InternalErrorException,
  InvalidEmailRoleAccessPolicyException,
  InvalidLambdaResponseException,
  InvalidParameterException: [InvalidParameterException, de_InvalidParameterException],
  InvalidSmsRoleAccessPolicyException,
  InvalidSmsRoleTrustRelationshipException,
  LimitExceededException,
  NotAuthorizedException,
  OperationNotEnabledException,
  ResourceNotFoundException,
  TooManyRequestsException,
  UnexpectedLambdaException,
  UserLambdaValidationException,
  UserNotFoundException,
});

const forgotPasswordErrors = (): ErrorTable => ({
  CodeDeliveryFailureException,
  ForbiddenException,
  InternalErrorException,
  InvalidEmailRoleAccessPolicyException,
  InvalidLambdaResponseException,
  InvalidParameterException: [InvalidParameterException, de_InvalidParameterException],
  InvalidSmsRoleAccessPolicyException,
  InvalidSmsRoleTrustRelationshipException,
  LimitExceededException,
  NotAuthorizedException,
  OperationNotEnabledException,
  ResourceNotFoundException,
  TooManyRequestsException,
  UnexpectedLambdaException,
  UserLambdaValidationException,
  UserNotFoundException,
});

const getUserAttributeVerificationCodeErrors = (): ErrorTable => ({
  CodeDeliveryFailureException,
  ForbiddenException,
  InternalErrorException,
  InvalidEmailRoleAccessPolicyException,
  InvalidLambdaResponseException,
  InvalidParameterException: [InvalidParameterException, de_InvalidParameterException],
  InvalidSmsRoleAccessPolicyException,
  InvalidSmsRoleTrustRelationshipException,
  LimitExceededException,
  NotAuthorizedException,
  OperationNotEnabledException,
  PasswordResetRequiredException,
  ResourceNotFoundException,
  TooManyRequestsException,
  UnexpectedLambdaException,
  UserLambdaValidationException,
  UserNotConfirmedException,
  UserNotFoundException,
});

/** The exception that an answer means to an operation with these errors. */
const readError = (output: __HttpResponse, context: __SerdeContext, errors: ErrorTable): Promise<__ServiceException> =>
  readServiceError(output, context, {
    base: CognitoIdentityProviderServiceException,
    modelled: modelledBy(errors, context),
  });

/** What each request says of itself. */
const headers = (operation: string): __HeaderBag =>
  rpcHeaders("application/x-amz-json-1.1", `AWSCognitoIdentityProviderService.${operation}`);
