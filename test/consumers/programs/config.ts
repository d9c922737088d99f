import { Agent } from "node:https";
import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  type CognitoIdentityProviderClientResolvedConfig,
} from "@aws-sdk/client-cognito-identity-provider";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";

const configs: readonly CognitoIdentityProviderClientConfig[] = [
  {},
  { region: "eu-west-1", maxAttempts: 5, retryMode: "adaptive", logger: console },
  { region: async () => "eu-west-1", maxAttempts: async () => 5, useFipsEndpoint: true, useDualstackEndpoint: false },
  { endpoint: "http://localhost:9229", credentials: { accessKeyId: "AKID", secretAccessKey: "secret" } },
  { endpoint: { protocol: "http:", hostname: "localhost", port: 9229, path: "/" } },
  { endpoint: async () => ({ protocol: "http:", hostname: "localhost", path: "/" }) },
  { credentials: async () => ({ accessKeyId: "AKID", secretAccessKey: "secret", expiration: new Date() }) },
  { requestHandler: new NodeHttpHandler({ httpsAgent: new Agent({ maxSockets: 50 }), requestTimeout: 5_000 }) },
  { requestHandler: new FetchHttpHandler({ requestTimeout: 5_000 }) },
  { requestHandler: { requestTimeout: 5_000, connectionTimeout: 1_000, httpsAgent: { maxSockets: 50 } } },
  { customUserAgent: [["tenant", "one"]], disableHostPrefix: true, defaultsMode: "in-region" },
];
export const clients = configs.map((config) => new CognitoIdentityProviderClient(config));
export const nothing = new CognitoIdentityProviderClient();

export const resolved = async (client: CognitoIdentityProviderClient) => {
  const config: CognitoIdentityProviderClientResolvedConfig = client.config;
  const [region, attempts]: [string, number] = [await config.region(), await config.maxAttempts()];
  const { accessKeyId } = await config.credentials();
  return [region, attempts, accessKeyId, config.serviceId satisfies string] as const;
};

// @ts-expect-error a number is no region
new CognitoIdentityProviderClient({ region: 1 });
// @ts-expect-error no such option
new CognitoIdentityProviderClient({ regoin: "eu-west-1" });
