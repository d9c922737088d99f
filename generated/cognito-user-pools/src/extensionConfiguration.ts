import type { DefaultExtensionConfiguration } from "@smithy/types";
import type { HttpAuthExtensionConfiguration } from "./auth/httpAuthExtensionConfiguration.js";
import type { AwsRegionExtensionConfiguration, HttpHandlerExtensionConfiguration } from "./support/config-types.js";

/**
 * @internal
 */
export interface CognitoIdentityProviderExtensionConfiguration
  extends HttpHandlerExtensionConfiguration,
    DefaultExtensionConfiguration,
    AwsRegionExtensionConfiguration,
    HttpAuthExtensionConfiguration {}
