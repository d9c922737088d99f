import type { CognitoIdentityProviderClientConfig } from "./CognitoIdentityProviderClient.js";
import { getRuntimeConfig as getBrowserRuntimeConfig } from "./runtimeConfig.browser.js";

/**
 * @internal
 */
export const getRuntimeConfig = (config: CognitoIdentityProviderClientConfig) => ({
  ...getBrowserRuntimeConfig(config),
  runtime: "react-native",
});
