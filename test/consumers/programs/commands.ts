import {
  AdminResetUserPasswordCommand,
  type CodeDeliveryDetailsType,
  CognitoIdentityProviderClient,
  DeliveryMediumType,
  ForgotPasswordCommand,
  type ForgotPasswordCommandInput,
  type ForgotPasswordCommandOutput,
  GetUserAttributeVerificationCodeCommand,
  ResendConfirmationCodeCommand,
} from "@aws-sdk/client-cognito-identity-provider";

const client = new CognitoIdentityProviderClient({ region: "eu-west-1" });
const input: ForgotPasswordCommandInput = { ClientId: "client", Username: "user", ClientMetadata: { key: "value" } };

export const forgot = async (): Promise<string> => {
  const output: ForgotPasswordCommandOutput = await client.send(new ForgotPasswordCommand(input));
  const details: CodeDeliveryDetailsType | undefined = output.CodeDeliveryDetails;
  if (details?.DeliveryMedium === DeliveryMediumType.EMAIL) return details.Destination ?? "";
  const id: string | undefined = output.$metadata.requestId;
  return id ?? String(output.$metadata.httpStatusCode satisfies number | undefined);
};

export const others = async () => {
  const { signal } = new AbortController();
  const empty = await client.send(new AdminResetUserPasswordCommand({ UserPoolId: "pool", Username: "user" }), {
    abortSignal: signal,
  });
  const resent = await client.send(new ResendConfirmationCodeCommand(input));
  const sent = await client.send(
    new GetUserAttributeVerificationCodeCommand({ AccessToken: "token", AttributeName: "email" }),
  );
  return [empty.$metadata, resent.CodeDeliveryDetails?.AttributeName, sent.CodeDeliveryDetails?.Destination] as const;
};

client.send(new ForgotPasswordCommand(input), (error, output) => {
  const problem: unknown = error;
  const destination: string | undefined = output?.CodeDeliveryDetails?.Destination;
  void [problem, destination];
});
client.send(new ForgotPasswordCommand(input), { requestTimeout: 1_000 }, () => client.destroy());

// @ts-expect-error an input is needed
new ForgotPasswordCommand();
// @ts-expect-error a required member is missing
new ForgotPasswordCommand({ ClientId: "client" });
// @ts-expect-error a member of another type
new ForgotPasswordCommand({ ...input, Username: 1 });
