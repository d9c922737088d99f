/** The two calls that are measured: one without a signature, one with. */
export type Operation = "ForgotPassword" | "AdminResetUserPassword";

export const OPERATIONS = ["ForgotPassword", "AdminResetUserPassword"] as const;

/** The region of all clients, and so of the signatures. */
export const REGION = "eu-west-1";

/** Headers of all requests by hand, as Amazon Cognito asks for them. */
export const CONTENT_TYPE = "application/x-amz-json-1.1";
export const TARGET = "AWSCognitoIdentityProviderService";

/** Inputs, with the members that a caller of these operations gives. */
export const INPUTS = {
  ForgotPassword: {
    ClientId: "1example23456789",
    Username: "jane.doe@example.com",
    SecretHash: "c2VjcmV0IGhhc2ggb2YgdGhlIHVzZXI=",
    ClientMetadata: { channel: "web", locale: "de-CH" },
  },
  AdminResetUserPassword: {
    UserPoolId: "eu-west-1_ExaMPle",
    Username: "jane.doe@example.com",
    ClientMetadata: { channel: "web", locale: "de-CH" },
  },
} as const;

const TEXTS: Readonly<Record<Operation, string>> = {
  ForgotPassword: JSON.stringify({
    CodeDeliveryDetails: { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: "j***@e***" },
  }),
  AdminResetUserPassword: "{}",
};

/** Bodies of the answers. */
export const ANSWERS: Readonly<Record<Operation, Uint8Array>> = {
  ForgotPassword: new TextEncoder().encode(TEXTS.ForgotPassword),
  AdminResetUserPassword: new TextEncoder().encode(TEXTS.AdminResetUserPassword),
};

/** Headers of the answers, anew each time: clients may change what they get. */
export const answerHeaders = (operation: Operation): Record<string, string> => ({
  "content-type": CONTENT_TYPE,
  "content-length": String(ANSWERS[operation].length),
  "x-amzn-requestid": "0f8a2f3e-0000-4000-8000-1234567890ab",
});

/** The operation of a request's target: `AWSCognitoIdentityProviderService.ForgotPassword`. */
export const operationOf = (target: unknown): Operation =>
  typeof target === "string" && target.endsWith("AdminResetUserPassword") ? "AdminResetUserPassword" : "ForgotPassword";
