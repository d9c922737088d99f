import * as newest from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isolate } from "./environment.ts";
import { type ClientConfig, commandOf, type Official, pairs } from "./packages.ts";
import { Recorder } from "./recorder.ts";

let cleanUp: () => void = () => {};
afterEach(() => {
  cleanUp();
  vi.unstubAllEnvs();
});

/** A value of a resolved configuration, or how asking for it fails. */
const outcomeOf = async (get: () => unknown): Promise<unknown> => {
  try {
    return await get();
  } catch (error) {
    return String(error);
  }
};

/** What a client makes of its configuration, its surroundings, and what its first request shows of them. */
const observe = async (sdk: Official, given: ClientConfig) => {
  const requestHandler = new Recorder();
  const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
  const client = new sdk.CognitoIdentityProviderClient({ credentials, ...given, requestHandler });
  const { config } = client;
  const seen = {
    region: await outcomeOf(() => config.region()),
    maxAttempts: await outcomeOf(() => config.maxAttempts()),
    retryMode: await outcomeOf(() => (config.retryMode as () => unknown)()),
    retryStrategy: await outcomeOf(async () => ((await config.retryStrategy()) as { readonly mode?: string }).mode),
    useFipsEndpoint: await outcomeOf(() => config.useFipsEndpoint()),
    useDualstackEndpoint: await outcomeOf(() => config.useDualstackEndpoint()),
    userAgentAppId: await outcomeOf(() => config.userAgentAppId()),
    defaultsMode: await outcomeOf(() => (config.defaultsMode as () => unknown)()),
    authSchemePreference: await outcomeOf(() => config.authSchemePreference()),
    isCustomEndpoint: config.isCustomEndpoint,
    runtime: config.runtime,
    serviceId: config.serviceId,
    apiVersion: config.apiVersion,
  };
  const failure = await outcomeOf(async () => {
    await client.send(commandOf(sdk, "AdminResetUserPassword") as never);
  });
  const requests = requestHandler.requests.map(({ protocol, hostname, port, path, query, headers }) => ({
    ...{ protocol, hostname, port, path, query, names: Object.keys(headers).sort() },
    agent: [headers["user-agent"], headers["x-amz-user-agent"]].map(withoutVersions),
    scope: /Credential=[^,]*/.exec(headers["authorization"] ?? "")?.[0],
  }));
  return { ...seen, failure, requests };
};

/** `aws-sdk-js/3.1.0 api/x#3.1.0` without the packages' own versions. */
const withoutVersions = (agent: string | undefined): string | undefined =>
  agent?.replace(/(aws-sdk-js\/|api\/[\w-]+#)\S+/g, "$1<version>");

interface Surroundings {
  readonly name: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly config?: ClientConfig;
}

const regional = { AWS_REGION: "eu-north-1" };
const services = `[default]
region = eu-south-1
services = local
endpoint_url = http://localhost:1111
[services local]
cognito_identity_provider =
  endpoint_url = http://localhost:2222/path
s3 =
  endpoint_url = http://localhost:3333
[profile other]
region = ap-south-1
retry_mode = adaptive
max_attempts = 9
use_fips_endpoint = true
use_dualstack_endpoint = true
sdk_ua_app_id = other-app
defaults_mode = cross-region
auth_scheme_preference = sigv4a, sigv4
`;

const cases: readonly Surroundings[] = [
  { name: "nothing" },
  { name: "a region", variables: regional },
  { name: "the region's older variable", variables: { AWS_DEFAULT_REGION: "eu-north-1" } },
  { name: "a region given and one around", variables: regional, config: { region: "sa-east-1" } },
  { name: "retry mode and attempts", variables: { ...regional, AWS_RETRY_MODE: "adaptive", AWS_MAX_ATTEMPTS: "5" } },
  { name: "a retry mode that isn't one", variables: { ...regional, AWS_RETRY_MODE: "wild" } },
  { name: "attempts that are no number", variables: { ...regional, AWS_MAX_ATTEMPTS: "many" } },
  { name: "an app's id", variables: { ...regional, AWS_SDK_UA_APP_ID: "app" } },
  { name: "FIPS", variables: { ...regional, AWS_USE_FIPS_ENDPOINT: "true", AWS_REGION: "us-east-1" } },
  { name: "dual stack", variables: { ...regional, AWS_USE_DUALSTACK_ENDPOINT: "true" } },
  { name: "FIPS that is no boolean", variables: { ...regional, AWS_USE_FIPS_ENDPOINT: "maybe" } },
  { name: "a defaults mode", variables: { ...regional, AWS_DEFAULTS_MODE: "in-region" } },
  { name: "an endpoint", variables: { ...regional, AWS_ENDPOINT_URL: "http://localhost:9/x" } },
  {
    name: "the service's endpoint",
    variables: {
      ...regional,
      AWS_ENDPOINT_URL: "http://localhost:9",
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: "http://localhost:10/service?a=b",
    },
  },
  {
    name: "an endpoint given and one around",
    variables: { ...regional, AWS_ENDPOINT_URL: "http://localhost:9" },
    config: { endpoint: "http://localhost:11" },
  },
  {
    name: "endpoints to be ignored",
    variables: { ...regional, AWS_ENDPOINT_URL: "http://localhost:9", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" },
  },
  { name: "a file with services", file: services },
  { name: "a file's other profile", file: services, variables: { AWS_PROFILE: "other" } },
  { name: "a profile given", file: services, config: { profile: "other" } },
  { name: "a profile that isn't there", file: services, config: { profile: "absent" } },
  { name: "a file and variables", file: services, variables: { ...regional, AWS_ENDPOINT_URL: "http://localhost:9" } },
  { name: "schemes preferred", variables: { ...regional, AWS_AUTH_SCHEME_PREFERENCE: "noAuth, sigv4" } },
  {
    name: "values",
    config: {
      ...{ region: "eu-west-1", maxAttempts: 4, retryMode: "adaptive", userAgentAppId: "mine", useFipsEndpoint: false },
      ...{ useDualstackEndpoint: false, defaultsMode: "mobile" },
    },
  },
  {
    name: "providers",
    config: {
      ...{ region: async () => "eu-west-1", maxAttempts: async () => 4, retryMode: async () => "adaptive" },
      ...{ userAgentAppId: async (): Promise<string> => "mine", useFipsEndpoint: async () => false },
      ...{ useDualstackEndpoint: async () => false, defaultsMode: async () => "mobile" as const },
      ...{ credentials: async () => ({ accessKeyId: "A", secretAccessKey: "s" }) },
    },
  },
  {
    name: "providers that fail",
    config: {
      region: (): Promise<string> => Promise.reject(new Error("No region.")),
      maxAttempts: () => Promise.reject(new Error("No.")),
    },
  },
];

describe.each(pairs)("the configuration of $name", ({ ours, official }) => {
  it.each(cases)("is resolved as officially: $name", async ({ variables, file, config = {} }) => {
    cleanUp = isolate(variables, file);
    const seen = await observe(ours, config);
    expect(seen).toEqual(await observe(newest, config));
    const older = await observe(official, config);
    // Unknown to the older release: the preference, and part of what its agent tells of credentials.
    const requests = seen.requests.map((request, index) => ({ ...request, agent: older.requests[index]?.agent }));
    expect({ ...seen, authSchemePreference: older.authSchemePreference, requests }).toEqual(older);
  });

  it("has the official properties, and none of the schemas'", () => {
    cleanUp = isolate();
    const propertiesOf = (sdk: Official): string[] => {
      const { config } = new sdk.CognitoIdentityProviderClient({ region: "eu-west-1" });
      return Object.entries(config).map(([key, value]) => `${key}: ${typeof value}`);
    };
    // The time limits of ours are the request handler's.
    const theirs = /^(protocol|protocolSettings|defaultSocketTimeout): /;
    const expected = (sdk: Official) => propertiesOf(sdk).filter((property) => !theirs.test(property));
    expect(propertiesOf(ours).sort()).toEqual(expected(newest).sort());
    expect(propertiesOf(ours)).toEqual(expect.arrayContaining(expected(official)));
  });
});
