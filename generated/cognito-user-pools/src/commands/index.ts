export * from "./AdminResetUserPasswordCommand.js";
export * from "./ForgotPasswordCommand.js";
export * from "./GetUserAttributeVerificationCodeCommand.js";
export * from "./ResendConfirmationCodeCommand.js";
