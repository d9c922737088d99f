import type {
  CognitoIdentityProvider,
  CognitoIdentityProviderClient,
  ForgotPasswordCommandOutput,
} from "@aws-sdk/client-cognito-identity-provider";
import { ForgotPasswordCommand } from "@aws-sdk/client-cognito-identity-provider";
import type { AssertiveClient, UncheckedClient } from "@smithy/types";

export const asserted = async (client: CognitoIdentityProviderClient) => {
  const sure = client as AssertiveClient<CognitoIdentityProviderClient>;
  const output = await sure.send(new ForgotPasswordCommand({ ClientId: "client", Username: "user" }));
  return output;
};

export const unchecked = async (client: CognitoIdentityProvider) => {
  const sure = client as UncheckedClient<CognitoIdentityProvider>;
  const output = await sure.forgotPassword({ ClientId: "client", Username: "user" });
  const destination: string = output.CodeDeliveryDetails.Destination;
  return destination;
};

/** A wrapper of the user's own, over any client with a `send`. */
export class Caller<C extends Pick<CognitoIdentityProviderClient, "send">> {
  readonly #client: C;

  constructor(client: C) {
    this.#client = client;
  }

  forgot(Username: string): Promise<ForgotPasswordCommandOutput> {
    return this.#client.send(new ForgotPasswordCommand({ ClientId: "client", Username }));
  }
}
