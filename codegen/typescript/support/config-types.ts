import type { HttpRequest, HttpResponse } from "@smithy/core/transport";
import type {
  Endpoint,
  EndpointParameters,
  EndpointV2,
  FetchHttpHandlerOptions,
  HttpHandlerOptions,
  Logger,
  NodeHttpHandlerOptions,
  Provider,
  RequestHandler,
  RetryStrategy,
  RetryStrategyV2,
} from "@smithy/types";

/*
 * Parts of a client's configuration. The published packages have the same types, which are assignable both ways, but
 * behind index files of some hundred declarations, that a compiler would read for every program that uses the client.
 */

/** What is told of the caller in the user agent. */
export interface UserAgentInputConfig {
  /** Names and versions that are added to the user agent: `"app/1.0"`, or pairs of them. */
  customUserAgent?: string | [name: string, version?: string][];
  /** Names the application, in 50 characters at most. */
  userAgentAppId?: string | undefined | Provider<string | undefined>;
}

export interface UserAgentResolvedConfig {
  defaultUserAgentProvider: Provider<[name: string, version?: string][]>;
  customUserAgent?: [name: string, version?: string][];
  runtime: string;
  userAgentAppId: Provider<string | undefined>;
}

/** How calls are tried again. */
export interface RetryInputConfig {
  /** How often a call is tried at most, the first attempt included. */
  maxAttempts?: number | Provider<number>;
  /** Decides in place of `maxAttempts` and `retryMode`. */
  retryStrategy?: RetryStrategy | RetryStrategyV2;
}

export interface RetryResolvedConfig {
  maxAttempts: Provider<number>;
  retryStrategy: Provider<RetryStrategyV2 | RetryStrategy>;
  logger?: Logger;
}

/** Where calls go. */
export interface RegionInputConfig {
  /** The AWS region of the endpoints. */
  region?: string | Provider<string>;
  /** Whether endpoints are those that comply with FIPS. */
  useFipsEndpoint?: boolean | Provider<boolean>;
}

export interface RegionResolvedConfig {
  region: Provider<string>;
  useFipsEndpoint: Provider<boolean>;
}

/** Nothing: the host's header needs no configuration of its own. */
// biome-ignore lint/suspicious/noEmptyInterface: it is one of the names of a client's configuration.
export interface HostHeaderInputConfig {}

export interface HostHeaderResolvedConfig {
  // biome-ignore lint/suspicious/noExplicitAny: as the published type has it.
  requestHandler: RequestHandler<any, any>;
}

/** Which endpoint calls go to. */
export interface EndpointInputConfig<T extends EndpointParameters = EndpointParameters> {
  /** The endpoint of all calls, in place of the one that the service's rules give. */
  endpoint?: string | Endpoint | Provider<Endpoint> | EndpointV2 | Provider<EndpointV2>;
  /** The service's rules. */
  endpointProvider?: (params: T, context?: { logger?: Logger }) => EndpointV2;
  /** Whether calls are encrypted; true where it is left out. */
  tls?: boolean;
  /** Whether endpoints have an address by IPv6 too. */
  useDualstackEndpoint?: boolean | Provider<boolean | undefined>;
  useFipsEndpoint?: boolean | Provider<boolean | undefined>;
  /** Whether endpoints in the environment and in configuration files don't count. */
  ignoreConfiguredEndpointUrls?: boolean;
  /** Found in the environment and in configuration files alone. */
  serviceConfiguredEndpoint?: never;
}

export interface EndpointResolvedConfig<T extends EndpointParameters = EndpointParameters> {
  endpoint?: Provider<Endpoint>;
  endpointProvider: (params: T, context?: { logger?: Logger }) => EndpointV2;
  tls: boolean;
  /** Whether `endpoint` was given. */
  isCustomEndpoint?: boolean;
  useDualstackEndpoint: Provider<boolean>;
  useFipsEndpoint: Provider<boolean>;
  serviceId?: string;
  ignoreConfiguredEndpointUrls: boolean;
  serviceConfiguredEndpoint?: Provider<string | undefined>;
}

type HttpHandler<Options extends object> = RequestHandler<HttpRequest, HttpResponse, HttpHandlerOptions> & {
  updateHttpClientConfig(key: keyof Options, value: Options[typeof key]): void;
  httpHandlerConfigs(): Options;
};

/** A handler of requests, or options for the platform's own. */
export type HttpHandlerUserInput =
  // biome-ignore lint/complexity/noBannedTypes: as the published type has it.
  HttpHandler<{}> | NodeHttpHandlerOptions | FetchHttpHandlerOptions | Record<string, unknown>;

// biome-ignore lint/complexity/noBannedTypes: as the published type has it.
export interface HttpHandlerExtensionConfiguration<Options extends object = {}> {
  setHttpHandler(handler: HttpHandler<Options>): void;
  httpHandler(): HttpHandler<Options>;
  updateHttpClientConfig(key: keyof Options, value: Options[typeof key]): void;
  httpHandlerConfigs(): Options;
}

export interface AwsRegionExtensionConfiguration {
  setRegion(region: Provider<string>): void;
  region(): Provider<string>;
}
