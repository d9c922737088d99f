import { normalizeProvider } from "@smithy/core/transport";
import type { Provider, RetryStrategy, RetryStrategyV2 } from "@smithy/types";
import type { RetryInputConfig, RetryResolvedConfig } from "./config-types.js";
import { adaptiveRetries } from "./retry-rate-limit.js";
import { standardRetries } from "./retry-strategy.js";

interface RetryDefaults {
  readonly defaultMaxAttempts?: number;
  /** In milliseconds. */
  readonly defaultBaseDelay?: number;
}

/** Makes providers of the number of attempts and of the strategy, which is made when it is first asked for. */
export const resolveRetryConfig = <T>(
  input: T & RetryInputConfig & { readonly retryMode: string | Provider<string> },
  { defaultMaxAttempts = 3, defaultBaseDelay = 50 }: RetryDefaults = {},
): T & RetryResolvedConfig => {
  const maxAttempts = normalizeProvider(input.maxAttempts ?? defaultMaxAttempts);
  const { retryMode, retryStrategy } = input;
  const makeStrategy = async (): Promise<RetryStrategyV2> => {
    const retries = standardRetries(await maxAttempts(), defaultBaseDelay);
    return (await normalizeProvider(retryMode)()) === "adaptive" ? adaptiveRetries(retries) : retries;
  };
  let strategy: Promise<RetryStrategy | RetryStrategyV2> | undefined = retryStrategy && Promise.resolve(retryStrategy);
  return Object.assign(input, { maxAttempts, retryStrategy: () => (strategy ??= makeStrategy()) });
};
