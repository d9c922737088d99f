import type {
  AdminResetUserPasswordRequest,
  ForgotPasswordRequest,
  GetUserAttributeVerificationCodeRequest,
  ResendConfirmationCodeRequest,
} from "./models/models_0.js";
import type { InputCheck } from "./support/validation.js";

export const validateAdminResetUserPasswordRequest = (
  input: AdminResetUserPasswordRequest,
  check: InputCheck,
): void => {
  check.required(input.UserPoolId, "UserPoolId");
  check.required(input.Username, "Username");
};

export const validateForgotPasswordRequest = (input: ForgotPasswordRequest, check: InputCheck): void => {
  check.required(input.ClientId, "ClientId");
  check.required(input.Username, "Username");
};

export const validateGetUserAttributeVerificationCodeRequest = (
  input: GetUserAttributeVerificationCodeRequest,
  check: InputCheck,
): void => {
  check.required(input.AccessToken, "AccessToken");
  check.required(input.AttributeName, "AttributeName");
};

export const validateResendConfirmationCodeRequest = (
  input: ResendConfirmationCodeRequest,
  check: InputCheck,
): void => {
  check.required(input.ClientId, "ClientId");
  check.required(input.Username, "Username");
};
