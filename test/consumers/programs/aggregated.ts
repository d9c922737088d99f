import {
  CognitoIdentityProvider,
  type CognitoIdentityProviderClient,
  type ForgotPasswordCommandOutput,
} from "@aws-sdk/client-cognito-identity-provider";

const client = new CognitoIdentityProvider({ region: "eu-west-1" });
export const asClient: CognitoIdentityProviderClient = client;
const input = { ClientId: "client", Username: "user" };

export const outputs: readonly Promise<object>[] = [
  client.forgotPassword(input),
  client.forgotPassword(input, { requestTimeout: 1_000 }),
  client.adminResetUserPassword({ UserPoolId: "pool", Username: "user" }),
  client.resendConfirmationCode(input),
  client.getUserAttributeVerificationCode({ AccessToken: "token", AttributeName: "email" }),
];
export const output: Promise<ForgotPasswordCommandOutput> = client.forgotPassword(input);
client.forgotPassword(input, (error: unknown, data?: ForgotPasswordCommandOutput) => void [error, data]);
client.forgotPassword(input, {}, (_error, data) => void data?.CodeDeliveryDetails?.DeliveryMedium);
// @ts-expect-error a required member is missing
client.forgotPassword({ ClientId: "client" });
