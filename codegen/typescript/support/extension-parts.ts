import type { Provider } from "@smithy/types";
import type { AwsRegionExtensionConfiguration, HttpHandlerExtensionConfiguration } from "./config-types.js";

// What extensions of a client see and set of its region and its request handler, as the published functions of these
// names have it.

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
