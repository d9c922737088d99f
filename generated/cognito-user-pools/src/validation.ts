import type {
  AdminResetUserPasswordRequest,
  ForgotPasswordRequest,
  GetUserAttributeVerificationCodeRequest,
  ResendConfirmationCodeRequest,
} from "./models/models_0.js";
import { type InputCheck, checkRequired } from "./support/validation.js";

export const validateAdminResetUserPasswordRequest = (
  input: AdminResetUserPasswordRequest,
  check: InputCheck,
): void => {
  checkRequired(check, input.UserPoolId, "UserPoolId");
  checkRequired(check, input.Username, "Username");
};

export const validateForgotPasswordRequest = (input: ForgotPasswordRequest, check: InputCheck): void => {
  checkRequired(check, input.ClientId, "ClientId");
  checkRequired(check, input.Username, "Username");
};

export const validateGetUserAttributeVerificationCodeRequest = (
  input: GetUserAttributeVerificationCodeRequest,
  check: InputCheck,
): void => {
  checkRequired(check, input.AccessToken, "AccessToken");
  checkRequired(check, input.AttributeName, "AttributeName");
};

export const validateResendConfirmationCodeRequest = (
  input: ResendConfirmationCodeRequest,
  check: InputCheck,
): void => {
  checkRequired(check, input.ClientId, "ClientId");
  checkRequired(check, input.Username, "Username");
};
