import { getSmithyContext, normalizeProvider } from "@smithy/core/client";
import type {
  HandlerExecutionContext,
  HttpAuthOption,
  HttpAuthScheme,
  HttpAuthSchemeParameters,
  HttpAuthSchemeParametersProvider,
  HttpAuthSchemeProvider,
  Provider as __Provider,
} from "@smithy/types";
import type { CognitoIdentityProviderClientResolvedConfig } from "../CognitoIdentityProviderClient.js";
import { type Awaitable, ask, when } from "../support/providers.js";
import { resolveAwsSdkSigV4Config } from "../support/sigv4-config.js";
import type {
  AwsSdkSigV4AuthInputConfig,
  AwsSdkSigV4AuthResolvedConfig,
  AwsSdkSigV4PreviouslyResolved,
} from "../support/sigv4-types.js";

/**
 * @internal
 */
export interface CognitoIdentityProviderHttpAuthSchemeParameters extends HttpAuthSchemeParameters {
  region?: string;
}

/**
 * @internal
 */
export interface CognitoIdentityProviderHttpAuthSchemeParametersProvider
  extends HttpAuthSchemeParametersProvider<
    CognitoIdentityProviderClientResolvedConfig,
    HandlerExecutionContext,
    CognitoIdentityProviderHttpAuthSchemeParameters,
    object
  > {}

/**
 * @internal
 */
export const defaultCognitoIdentityProviderHttpAuthSchemeParametersProvider = (
  config: CognitoIdentityProviderClientResolvedConfig,
  context: HandlerExecutionContext,
  _input: object,
): Awaitable<CognitoIdentityProviderHttpAuthSchemeParameters> => {
  const operation = getSmithyContext(context)["operation"] as string;
  return when(ask(normalizeProvider(config.region)), (region) => {
    if (!region) throw new Error("No region is configured.");
    return { operation, region };
  });
};

/**
 * @internal
 */
export interface CognitoIdentityProviderHttpAuthSchemeProvider
  extends HttpAuthSchemeProvider<CognitoIdentityProviderHttpAuthSchemeParameters> {}

function createAwsAuthSigv4HttpAuthOption(
  authParameters: CognitoIdentityProviderHttpAuthSchemeParameters,
): HttpAuthOption {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "cognito-idp",
      region: authParameters.region,
    },
    propertiesExtractor: (config: object, context: unknown) => ({
      signingProperties: { config, context },
    }),
  };
}

function createSmithyApiNoAuthHttpAuthOption(): HttpAuthOption {
  return {
    schemeId: "smithy.api#noAuth",
  };
}

/**
 * @internal
 */
export const defaultCognitoIdentityProviderHttpAuthSchemeProvider: CognitoIdentityProviderHttpAuthSchemeProvider = (
  authParameters,
) => {
  switch (authParameters.operation) {
    case "AdminResetUserPassword":
      return [createAwsAuthSigv4HttpAuthOption(authParameters)];
    default:
      return [createSmithyApiNoAuthHttpAuthOption()];
  }
};

/**
 * @public
 */
export interface HttpAuthSchemeInputConfig extends AwsSdkSigV4AuthInputConfig {
  /**
   * A comma-separated list of case-sensitive auth scheme names.
   * An auth scheme name is a fully qualified auth scheme ID with the namespace prefix trimmed.
   * For example, the auth scheme with ID aws.auth#sigv4 is named sigv4.
   * @public
   */
  authSchemePreference?: string[] | __Provider<string[]>;

  /**
   * Configuration of HttpAuthSchemes for a client which provides default identity providers and signers per auth scheme.
   * @internal
   */
  httpAuthSchemes?: HttpAuthScheme[];

  /**
   * Configuration of an HttpAuthSchemeProvider for a client which resolves which HttpAuthScheme to use.
   * @internal
   */
  httpAuthSchemeProvider?: CognitoIdentityProviderHttpAuthSchemeProvider;
}

/**
 * @internal
 */
export interface HttpAuthSchemeResolvedConfig extends AwsSdkSigV4AuthResolvedConfig {
  /**
   * The names of auth schemes in the order in which they are to be tried.
   * @public
   */
  readonly authSchemePreference: __Provider<string[]>;

  /**
   * Configuration of HttpAuthSchemes for a client which provides default identity providers and signers per auth scheme.
   * @internal
   */
  readonly httpAuthSchemes: HttpAuthScheme[];

  /**
   * Configuration of an HttpAuthSchemeProvider for a client which resolves which HttpAuthScheme to use.
   * @internal
   */
  readonly httpAuthSchemeProvider: CognitoIdentityProviderHttpAuthSchemeProvider;
}

/**
 * @internal
 */
export const resolveHttpAuthSchemeConfig = <T>(
  config: T & HttpAuthSchemeInputConfig & AwsSdkSigV4PreviouslyResolved,
): T & HttpAuthSchemeResolvedConfig =>
  Object.assign(resolveAwsSdkSigV4Config(config), {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? []),
  }) as T & HttpAuthSchemeResolvedConfig;
