import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  type RuntimeExtension,
} from "@aws-sdk/client-cognito-identity-provider";

class Ours implements RuntimeExtension {
  configure(extensionConfiguration: Parameters<RuntimeExtension["configure"]>[0]): void {
    const region: () => Promise<string> = async () => "eu-west-1";
    extensionConfiguration.setRegion(region);
    extensionConfiguration.setHttpHandler(extensionConfiguration.httpHandler());
    extensionConfiguration.setCredentials({ accessKeyId: "AKID", secretAccessKey: "secret" });
    void extensionConfiguration.httpAuthSchemes().map(({ schemeId }) => schemeId);
  }
}

const config: CognitoIdentityProviderClientConfig = { extensions: [new Ours()] };
export const client = new CognitoIdentityProviderClient(config);
