import type { CognitoIdentityProviderClientConfig } from "./CognitoIdentityProviderClient.js";
import { getRuntimeConfig as getBrowserRuntimeConfig } from "./runtimeConfig.browser.js";

/**
 * @internal
 */
export const getRuntimeConfig = (config: CognitoIdentityProviderClientConfig) => {
  const browserDefaults = getBrowserRuntimeConfig(config);
  return {
    ...browserDefaults,
    ...config,
    runtime: "react-native",
  };
};
