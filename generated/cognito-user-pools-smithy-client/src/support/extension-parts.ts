import type {
  ChecksumAlgorithm,
  ChecksumConstructor,
  DefaultExtensionConfiguration,
  HashConstructor,
  Provider,
  RetryStrategy,
  RetryStrategyV2,
} from "@smithy/types";
import type { AwsRegionExtensionConfiguration, HttpHandlerExtensionConfiguration } from "./config-types.js";

// What extensions of a client see and set of its region, its checksums and retries, and its request handler, as the
// published functions of these names have it.

interface RegionConfig {
  region: Provider<string>;
}

export const getAwsRegionExtensionConfiguration = (config: RegionConfig): AwsRegionExtensionConfiguration => ({
  setRegion: (region) => {
    config.region = region;
  },
  region: () => config.region,
});

export const resolveAwsRegionExtensionConfiguration = (extended: AwsRegionExtensionConfiguration): RegionConfig => ({
  region: extended.region(),
});

type Checksum = ChecksumConstructor | HashConstructor;
type Retries = Provider<RetryStrategy | RetryStrategyV2>;

interface DefaultConfig {
  retryStrategy: Retries;
  checksumAlgorithms?: Record<string, Checksum>;
}

/** The algorithms that have a place of their own in a client's configuration. */
const KNOWN = ["md5", "crc32", "crc32c", "sha1", "sha256"];

export const getDefaultExtensionConfiguration = (config: DefaultConfig): DefaultExtensionConfiguration => {
  const algorithmOf = (id: string, get: () => Checksum): ChecksumAlgorithm => ({
    algorithmId: () => id as never,
    checksumConstructor: get,
  });
  const own = config as unknown as Readonly<Record<string, Checksum>>;
  const algorithms = [
    ...KNOWN.filter((id) => own[id] !== undefined).map((id) => algorithmOf(id, () => own[id] as Checksum)),
    ...Object.entries(config.checksumAlgorithms ?? {}).map(([id, checksum]) => algorithmOf(id, () => checksum)),
  ];
  return {
    addChecksumAlgorithm: (algorithm) => {
      const id = algorithm.algorithmId();
      config.checksumAlgorithms ??= {};
      config.checksumAlgorithms[KNOWN.includes(id) ? id.toUpperCase() : id] = algorithm.checksumConstructor();
      algorithms.push(algorithm);
    },
    checksumAlgorithms: () => algorithms,
    setRetryStrategy: (strategy) => {
      config.retryStrategy = strategy;
    },
    retryStrategy: () => config.retryStrategy,
  };
};

export const resolveDefaultRuntimeConfig = (extended: DefaultExtensionConfiguration): object => {
  const known = extended.checksumAlgorithms().filter((algorithm) => KNOWN.includes(algorithm.algorithmId()));
  return {
    ...Object.fromEntries(known.map((algorithm) => [algorithm.algorithmId(), algorithm.checksumConstructor()])),
    retryStrategy: extended.retryStrategy(),
  };
};

type Handler = ReturnType<HttpHandlerExtensionConfiguration["httpHandler"]>;

interface HandlerConfig {
  requestHandler: Handler;
}

/** What the published function reads of a client besides. */
interface Told {
  readonly logger?: object;
  readonly defaultSocketTimeout?: number;
}

/** A client's own logger is told to the handler. */
export const getHttpHandlerExtensionConfiguration = (config: HandlerConfig): HttpHandlerExtensionConfiguration => {
  const tell = (name: string, value: unknown): void => {
    config.requestHandler?.updateHttpClientConfig?.(Symbol.for(name) as never, value as never);
  };
  const { logger, defaultSocketTimeout } = config as Told;
  if (logger && logger.constructor?.name !== "NoOpLogger") {
    tell("logger", logger);
  }
  if (defaultSocketTimeout) {
    tell("@smithy/defaultSocketTimeout", defaultSocketTimeout);
  }
  return {
    setHttpHandler: (handler) => {
      config.requestHandler = handler;
    },
    httpHandler: () => config.requestHandler,
    updateHttpClientConfig: (key, value) => config.requestHandler?.updateHttpClientConfig(key, value),
    httpHandlerConfigs: () => config.requestHandler.httpHandlerConfigs(),
  };
};

export const resolveHttpHandlerRuntimeConfig = (extended: HttpHandlerExtensionConfiguration): HandlerConfig => ({
  requestHandler: extended.httpHandler(),
});
