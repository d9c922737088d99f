import { CognitoIdentityProviderClient, ForgotPasswordCommand } from "@aws-sdk/client-cognito-identity-provider";
import { type AwsClientStub, mockClient } from "aws-sdk-client-mock";

const mock: AwsClientStub<CognitoIdentityProviderClient> = mockClient(CognitoIdentityProviderClient);
mock.on(ForgotPasswordCommand, { Username: "user" }).resolves({ CodeDeliveryDetails: { Destination: "a***" } });
mock.on(ForgotPasswordCommand).rejects("No.");
export const calls = mock.commandCalls(ForgotPasswordCommand).map(({ args: [command] }) => command.input.Username);
