import {
  getHttpAuthExtensionConfiguration,
  resolveHttpAuthRuntimeConfig,
} from "./auth/httpAuthExtensionConfiguration.js";
import type { CognitoIdentityProviderExtensionConfiguration } from "./extensionConfiguration.js";
import {
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getHttpHandlerExtensionConfiguration,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveHttpHandlerRuntimeConfig,
} from "./support/extension-parts.js";

/**
 * @public
 */
export interface RuntimeExtension {
  configure(extensionConfiguration: CognitoIdentityProviderExtensionConfiguration): void;
}

/**
 * @public
 */
export interface RuntimeExtensionsConfig {
  extensions: RuntimeExtension[];
}

/**
 * @internal
 */
export const resolveRuntimeExtensions = (runtimeConfig: any, extensions: RuntimeExtension[]) => {
  const extensionConfiguration: CognitoIdentityProviderExtensionConfiguration = Object.assign(
    getAwsRegionExtensionConfiguration(runtimeConfig),
    getDefaultExtensionConfiguration(runtimeConfig),
    getHttpHandlerExtensionConfiguration(runtimeConfig),
    getHttpAuthExtensionConfiguration(runtimeConfig),
  );
  for (const extension of extensions) {
    extension.configure(extensionConfiguration);
  }
  return Object.assign(
    runtimeConfig,
    resolveAwsRegionExtensionConfiguration(extensionConfiguration),
    resolveDefaultRuntimeConfig(extensionConfiguration),
    resolveHttpHandlerRuntimeConfig(extensionConfiguration),
    resolveHttpAuthRuntimeConfig(extensionConfiguration),
  );
};
