import { emitWarningIfUnsupportedVersion, loadConfigsForDefaultMode } from "@smithy/smithy-client";
import type { CognitoIdentityProviderClientConfig } from "./CognitoIdentityProviderClient.js";
import { getRuntimeConfig as getSharedRuntimeConfig } from "./runtimeConfig.shared.js";
import { AUTH_SCHEME_PREFERENCE_OPTIONS } from "./support/auth-preference.js";
import { calculateBodyLength } from "./support/bytes.js";
import { credentialDefaultProvider } from "./support/credentials.js";
import { resolveDefaultsModeConfig } from "./support/defaults-mode.js";
import { USER_AGENT_APP_ID, createDefaultUserAgentProvider } from "./support/node-user-agent.js";
import { awsCheckVersion } from "./support/node-version.js";
import { NodeRequestHandler } from "./support/request-handler.js";
import { MAX_ATTEMPTS_OPTIONS, RETRY_MODE_OPTIONS } from "./support/retry-options.js";
import { REGION, USE_DUALSTACK_ENDPOINT, USE_FIPS_ENDPOINT, loadConfig } from "./support/settings.js";
import { streamCollector } from "./support/stream-collector.js";

/**
 * @internal
 */
export const getRuntimeConfig = (config: CognitoIdentityProviderClientConfig) => {
  emitWarningIfUnsupportedVersion(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getSharedRuntimeConfig(config);
  awsCheckVersion(process.version);
  const loaderConfig = {
    ...(config?.profile !== undefined && { profile: config.profile }),
    logger: clientSharedValues.logger,
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? credentialDefaultProvider,
    defaultUserAgentProvider:
      config?.defaultUserAgentProvider ??
      createDefaultUserAgentProvider({
        serviceId: clientSharedValues.serviceId,
        clientVersion: "0.1.0",
      }),
    maxAttempts: config?.maxAttempts ?? loadConfig(MAX_ATTEMPTS_OPTIONS, config),
    region: config?.region ?? loadConfig(REGION, { preferredFile: "credentials", ...loaderConfig }),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(USE_DUALSTACK_ENDPOINT, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(USE_FIPS_ENDPOINT, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(USER_AGENT_APP_ID, loaderConfig),
    requestHandler: NodeRequestHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode:
      config?.retryMode ??
      loadConfig(
        {
          ...RETRY_MODE_OPTIONS,
          default: async () => (await defaultConfigProvider()).retryMode || "standard",
        },
        config,
      ),
  };
};
