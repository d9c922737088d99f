import {
  CognitoIdentityProvider,
  type CognitoIdentityProviderClientConfig,
  type ForgotPasswordCommandInput,
  type ForgotPasswordRequest,
} from "@aws-sdk/client-cognito-identity-provider";

declare module "@aws-sdk/client-cognito-identity-provider" {
  interface CognitoIdentityProvider {
    readonly tenant: string;
  }
  interface CognitoIdentityProviderClientConfig {
    tenant?: string;
  }
}

export const config: CognitoIdentityProviderClientConfig = { region: "eu-west-1", tenant: "one" };
export const tenantOf = (client: CognitoIdentityProvider): string => client.tenant;
export const same = (input: ForgotPasswordRequest): ForgotPasswordCommandInput => input;

/** Types of the user's own, made of the package's. */
export interface Remembered extends ForgotPasswordCommandInput {
  readonly at: Date;
}
export type Sender = InstanceType<typeof CognitoIdentityProvider>["send"];
export class Own extends CognitoIdentityProvider {
  override readonly tenant = "own";
  forget(Username: string) {
    return this.forgotPassword({ ClientId: "client", Username });
  }
}
