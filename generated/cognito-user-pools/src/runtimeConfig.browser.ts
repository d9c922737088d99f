import { createDefaultUserAgentProvider } from "@aws-sdk/core/client";
import { invalidProvider, loadConfigsForDefaultMode } from "@smithy/core/client";
import type { CognitoIdentityProviderClientConfig } from "./CognitoIdentityProviderClient.js";
import { getRuntimeConfig as getSharedRuntimeConfig } from "./runtimeConfig.shared.js";
import { calculateBodyLength } from "./support/bytes.browser.js";
import { resolveDefaultsModeConfig } from "./support/defaults-mode.browser.js";
import { FetchRequestHandler } from "./support/request-handler.browser.js";
import { streamCollector } from "./support/stream-collector.browser.js";

/**
 * @internal
 */
export const getRuntimeConfig = (config: CognitoIdentityProviderClientConfig) => {
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getSharedRuntimeConfig(config);
  return {
    ...clientSharedValues,
    ...config,
    runtime: "browser",
    defaultsMode,
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider:
      config?.credentialDefaultProvider ?? ((_: unknown) => () => Promise.reject(new Error("Credential is missing"))),
    defaultUserAgentProvider:
      config?.defaultUserAgentProvider ??
      createDefaultUserAgentProvider({
        serviceId: clientSharedValues.serviceId,
        clientVersion: "0.1.0",
      }),
    maxAttempts: config?.maxAttempts ?? 3,
    region: config?.region ?? invalidProvider("Region is missing"),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? (() => Promise.resolve(false)),
    useFipsEndpoint: config?.useFipsEndpoint ?? (() => Promise.resolve(false)),
    requestHandler: FetchRequestHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? (async () => (await defaultConfigProvider()).retryMode || "standard"),
  };
};
