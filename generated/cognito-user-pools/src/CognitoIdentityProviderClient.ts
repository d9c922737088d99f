import {
  Client as __Client,
  type DefaultsMode as __DefaultsMode,
  type SmithyConfiguration as __SmithyConfiguration,
  type SmithyResolvedConfiguration as __SmithyResolvedConfiguration,
} from "@smithy/core/client";
import type {
  AwsCredentialIdentityProvider,
  BodyLengthCalculator as __BodyLengthCalculator,
  ChecksumConstructor as __ChecksumConstructor,
  Decoder as __Decoder,
  Encoder as __Encoder,
  HashConstructor as __HashConstructor,
  HttpHandlerOptions as __HttpHandlerOptions,
  Logger as __Logger,
  Provider as __Provider,
  StreamCollector as __StreamCollector,
  UrlParser as __UrlParser,
  UserAgent as __UserAgent,
} from "@smithy/types";
import {
  type HttpAuthSchemeInputConfig,
  type HttpAuthSchemeResolvedConfig,
  defaultCognitoIdentityProviderHttpAuthSchemeParametersProvider,
  resolveHttpAuthSchemeConfig,
} from "./auth/httpAuthSchemeProvider.js";
import type {
  AdminResetUserPasswordCommandInput,
  AdminResetUserPasswordCommandOutput,
} from "./commands/AdminResetUserPasswordCommand.js";
import type { ForgotPasswordCommandInput, ForgotPasswordCommandOutput } from "./commands/ForgotPasswordCommand.js";
import type {
  GetUserAttributeVerificationCodeCommandInput,
  GetUserAttributeVerificationCodeCommandOutput,
} from "./commands/GetUserAttributeVerificationCodeCommand.js";
import type {
  ResendConfirmationCodeCommandInput,
  ResendConfirmationCodeCommandOutput,
} from "./commands/ResendConfirmationCodeCommand.js";
import {
  type ClientInputEndpointParameters,
  type ClientResolvedEndpointParameters,
  type EndpointParameters,
  resolveClientEndpointParameters,
} from "./endpoint/EndpointParameters.js";
import { getRuntimeConfig } from "./runtimeConfig.js";
import { type RuntimeExtension, type RuntimeExtensionsConfig, resolveRuntimeExtensions } from "./runtimeExtensions.js";
import { getHttpAuthSchemeEndpointRuleSetPlugin, getHttpSigningPlugin } from "./support/auth-plugin.js";
import { getContentLengthPlugin, getHostHeaderPlugin, resolveHostHeaderConfig } from "./support/call-headers.js";
import type { CallOptions } from "./support/call-options.js";
import type {
  EndpointInputConfig,
  EndpointResolvedConfig,
  HostHeaderInputConfig,
  HostHeaderResolvedConfig,
  HttpHandlerUserInput,
  RegionInputConfig,
  RegionResolvedConfig,
  RetryInputConfig,
  RetryResolvedConfig,
  UserAgentInputConfig,
  UserAgentResolvedConfig,
} from "./support/config-types.js";
import { resolveEndpointConfig } from "./support/endpoint-config.js";
import { DefaultIdentityProviderConfig } from "./support/identity.js";
import { getLoggerPlugin, getRecursionDetectionPlugin } from "./support/logger-and-trace.js";
import { keepConstants } from "./support/providers.js";
import { resolveRegionConfig } from "./support/region-config.js";
import { rememberOrder } from "./support/remember-order.js";
import { resolveRetryConfig } from "./support/retry-config.js";
import { getRetryPlugin } from "./support/retry-plugin.js";
import { getSerdePlugin } from "./support/serde-plugin.js";
import { getUserAgentPlugin, resolveUserAgentConfig } from "./support/user-agent.js";

export { __Client };

/**
 * @public
 */
export type ServiceInputTypes =
  | AdminResetUserPasswordCommandInput
  | ForgotPasswordCommandInput
  | GetUserAttributeVerificationCodeCommandInput
  | ResendConfirmationCodeCommandInput;

/**
 * @public
 */
export type ServiceOutputTypes =
  | AdminResetUserPasswordCommandOutput
  | ForgotPasswordCommandOutput
  | GetUserAttributeVerificationCodeCommandOutput
  | ResendConfirmationCodeCommandOutput;

/**
 * @public
 */
export interface ClientDefaults extends Partial<__SmithyConfiguration<__HttpHandlerOptions>> {
  /**
   * The HTTP handler to use or its constructor options. Fetch in browser and Https in Nodejs.
   */
  requestHandler?: HttpHandlerUserInput;

  /**
   * A constructor for a class implementing the {@link @smithy/types#ChecksumConstructor} interface
   * that computes the SHA-256 HMAC or checksum of a string or binary buffer.
   * @internal
   */
  sha256?: __ChecksumConstructor | __HashConstructor;

  /**
   * The function that will be used to convert strings into HTTP endpoints.
   * @internal
   */
  urlParser?: __UrlParser;

  /**
   * A function that can calculate the length of a request body.
   * @internal
   */
  bodyLengthChecker?: __BodyLengthCalculator;

  /**
   * A function that converts a stream into an array of bytes.
   * @internal
   */
  streamCollector?: __StreamCollector;

  /**
   * The function that will be used to convert a base64-encoded string to a byte array.
   * @internal
   */
  base64Decoder?: __Decoder;

  /**
   * The function that will be used to convert binary data to a base64-encoded string.
   * @internal
   */
  base64Encoder?: __Encoder;

  /**
   * The function that will be used to convert a UTF8-encoded string to a byte array.
   * @internal
   */
  utf8Decoder?: __Decoder;

  /**
   * The function that will be used to convert binary data to a UTF-8 encoded string.
   * @internal
   */
  utf8Encoder?: __Encoder;

  /**
   * The runtime environment.
   * @internal
   */
  runtime?: string;

  /**
   * Disable dynamically changing the endpoint of the client based on the hostPrefix
   * trait of an operation.
   */
  disableHostPrefix?: boolean;

  /**
   * Unique service identifier.
   * @internal
   */
  serviceId?: string;

  /**
   * Enables IPv6/IPv4 dualstack endpoint.
   */
  useDualstackEndpoint?: boolean | __Provider<boolean>;

  /**
   * Enables FIPS compatible endpoints.
   */
  useFipsEndpoint?: boolean | __Provider<boolean>;

  /**
   * The AWS region to which this client will send requests
   */
  region?: string | __Provider<string>;

  /**
   * The profile of the AWS configuration files from which this client reads what code and environment leave open;
   * like AWS_PROFILE, for this client alone.
   */
  profile?: string;

  /**
   * The provider populating default tracking information to be sent with `user-agent`, `x-amz-user-agent` header
   * @internal
   */
  defaultUserAgentProvider?: __Provider<__UserAgent>;

  /**
   * Default credentials provider; Not available in browser runtime.
   * @deprecated
   * @internal
   */
  credentialDefaultProvider?: (input: any) => AwsCredentialIdentityProvider;

  /**
   * Value for how many times a request will be made at most in case of retry.
   */
  maxAttempts?: number | __Provider<number>;

  /**
   * Specifies which retry algorithm to use: "standard" or "adaptive".
   */
  retryMode?: string | __Provider<string>;

  /**
   * Optional logger for logging debug/info/warn/error.
   */
  logger?: __Logger;

  /**
   * Optional extensions
   */
  extensions?: RuntimeExtension[];

  /**
   * The {@link @smithy/smithy-client#DefaultsMode} that will be used to determine how certain default configuration options are resolved in the SDK.
   */
  defaultsMode?: __DefaultsMode | __Provider<__DefaultsMode>;
}

/**
 * @public
 *
 * What a client does beside the official one's options.
 */
export interface AddedInputConfig {
  /**
   * How large the body of a response may be that is held in memory, in bytes. 64 MiB where it is left out; `Infinity`
   * for no limit. A larger one ends the call with a `ResponseBodyTooLargeError`. Streams have no limit.
   */
  maxResponseBodySize?: number;

  /**
   * Whether an input without its required members is refused before anything is sent. "required" where it is left out.
   */
  validation?: "required" | "off";
}

/**
 * @public
 */
export type CognitoIdentityProviderClientConfigType = Partial<__SmithyConfiguration<__HttpHandlerOptions>> &
  ClientDefaults &
  UserAgentInputConfig &
  RetryInputConfig &
  RegionInputConfig &
  HostHeaderInputConfig &
  EndpointInputConfig<EndpointParameters> &
  HttpAuthSchemeInputConfig &
  ClientInputEndpointParameters &
  AddedInputConfig;

/**
 * @public
 *
 *  The configuration interface of CognitoIdentityProviderClient class constructor that set the region, credentials and other options.
 */
export interface CognitoIdentityProviderClientConfig extends CognitoIdentityProviderClientConfigType {}

/**
 * @public
 */
export type CognitoIdentityProviderClientResolvedConfigType = __SmithyResolvedConfiguration<CallOptions> &
  Required<ClientDefaults> &
  RuntimeExtensionsConfig &
  UserAgentResolvedConfig &
  RetryResolvedConfig &
  RegionResolvedConfig &
  HostHeaderResolvedConfig &
  EndpointResolvedConfig<EndpointParameters> &
  HttpAuthSchemeResolvedConfig &
  ClientResolvedEndpointParameters &
  AddedInputConfig;

/**
 * @public
 *
 *  The resolved configuration interface of CognitoIdentityProviderClient class. This is resolved and normalized from the {@link CognitoIdentityProviderClientConfig | constructor configuration interface}.
 */
export interface CognitoIdentityProviderClientResolvedConfig extends CognitoIdentityProviderClientResolvedConfigType {}

/**
 * User pools of Amazon Cognito: directories of users that your app signs up, signs in and looks after. Reduced to four
 * operations, all of which end with a one-time code on its way to a user by email or text message.
 *
 * - `ForgotPassword`: a user who can't sign in asks for a code to set a new password with.
 * - `AdminResetUserPassword`: an administrator makes a user choose a new password.
 * - `ResendConfirmationCode`: a user who has just signed up wants the confirmation code once more.
 * - `GetUserAttributeVerificationCode`: a signed-in user wants to prove that an email address or a phone number is
 *   theirs.
 *
 * Only `AdminResetUserPassword` is signed with AWS credentials. The other three are meant for code that has none, in a
 * browser or on a phone. The difference is told at length in
 * [the chapter on public and server-side authentication](https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-public-server-side.html).
 *
 * @public
 */
export class CognitoIdentityProviderClient extends __Client<
  CallOptions,
  ServiceInputTypes,
  ServiceOutputTypes,
  CognitoIdentityProviderClientResolvedConfig
> {
  /**
   * The resolved configuration of CognitoIdentityProviderClient class. This is resolved and normalized from the {@link CognitoIdentityProviderClientConfig | constructor configuration interface}.
   */
  override readonly config: CognitoIdentityProviderClientResolvedConfig;

  constructor(...[configuration]: [] | [CognitoIdentityProviderClientConfig]) {
    const defaults = getRuntimeConfig(configuration ?? {});
    super(defaults as any);
    this.initConfig = defaults;
    const config0 = resolveClientEndpointParameters(defaults);
    const config1 = resolveUserAgentConfig(config0);
    const config2 = resolveRetryConfig(config1);
    const config3 = resolveRegionConfig(config2);
    const config4 = resolveHostHeaderConfig(config3);
    const config5 = resolveEndpointConfig(config4);
    const config6 = resolveHttpAuthSchemeConfig(config5);
    keepConstants(config6, configuration);
    this.config = resolveRuntimeExtensions(config6, configuration?.extensions ?? []);
    this.middlewareStack.use(getSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(
      getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
        httpAuthSchemeParametersProvider: defaultCognitoIdentityProviderHttpAuthSchemeParametersProvider,
        identityProviderConfigProvider: (config: CognitoIdentityProviderClientResolvedConfig) =>
          new DefaultIdentityProviderConfig({
            "aws.auth#sigv4": config.credentials,
          }),
      }),
    );
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
    rememberOrder(this.middlewareStack);
  }

  /**
   * Destroy underlying resources, like sockets. It's usually not necessary to do this.
   * However in Node.js, it's best to explicitly shut down the client's agent when it is no longer needed.
   * Otherwise, sockets might stay open for quite a long time before the server terminates them.
   */
  override destroy(): void {
    super.destroy();
  }
}
