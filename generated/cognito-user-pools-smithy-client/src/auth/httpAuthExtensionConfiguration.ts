import type { AwsCredentialIdentity, AwsCredentialIdentityProvider, HttpAuthScheme } from "@smithy/types";
import type { CognitoIdentityProviderHttpAuthSchemeProvider } from "./httpAuthSchemeProvider.js";

/**
 * @internal
 */
export interface HttpAuthExtensionConfiguration {
  setHttpAuthScheme(httpAuthScheme: HttpAuthScheme): void;
  httpAuthSchemes(): HttpAuthScheme[];
  setHttpAuthSchemeProvider(httpAuthSchemeProvider: CognitoIdentityProviderHttpAuthSchemeProvider): void;
  httpAuthSchemeProvider(): CognitoIdentityProviderHttpAuthSchemeProvider;
  setCredentials(credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider): void;
  credentials(): AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
}

/**
 * @internal
 */
export type HttpAuthRuntimeConfig = Partial<{
  httpAuthSchemes: HttpAuthScheme[];
  httpAuthSchemeProvider: CognitoIdentityProviderHttpAuthSchemeProvider;
  credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider;
}>;

/**
 * @internal
 */
export const getHttpAuthExtensionConfiguration = (
  runtimeConfig: HttpAuthRuntimeConfig,
): HttpAuthExtensionConfiguration => {
  const schemes = runtimeConfig.httpAuthSchemes ?? [];
  let provider = runtimeConfig.httpAuthSchemeProvider as CognitoIdentityProviderHttpAuthSchemeProvider;
  let credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = schemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) schemes.push(httpAuthScheme);
      else schemes.splice(index, 1, httpAuthScheme);
    },
    httpAuthSchemes: () => schemes,
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      provider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider: () => provider,
    setCredentials(given) {
      credentials = given;
    },
    credentials: () => credentials,
  };
};

/**
 * @internal
 */
export const resolveHttpAuthRuntimeConfig = (config: HttpAuthExtensionConfiguration): HttpAuthRuntimeConfig => {
  const credentials = config.credentials();
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    ...(credentials !== undefined && { credentials }),
  };
};
