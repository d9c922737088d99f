import { getSmithyContext } from "@smithy/core/client";
import { retryMiddleware, retryMiddlewareOptions } from "@smithy/core/retry";
import { generateIdempotencyToken } from "@smithy/core/serde";
import { HttpRequest } from "@smithy/core/transport";
import type { Logger, MetadataBearer, Pluggable, RetryStrategy, RetryStrategyV2 } from "@smithy/types";
import { ask } from "./providers.js";
import { middlewareOf, type Rest, type Result } from "./steps.js";

/** How often a call is tried, as the client's configuration has it. */
interface RetryConfig {
  readonly retryStrategy: () => Promise<RetryStrategyV2 | RetryStrategy>;
  readonly maxAttempts: () => Promise<number>;
  readonly logger?: Logger;
}

/**
 * Tries calls again, as the published middleware of this name does. An attempt that succeeds at once is all that is made
 * here; from the first failure on, and wherever else there is more to do than to count, it is the published middleware
 * itself that goes on.
 */
export const getRetryPlugin = <Input extends object, Output extends MetadataBearer>(
  config: RetryConfig,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add(tryOnce(config), retryMiddlewareOptions);
  },
});

const tryOnce = (config: RetryConfig): never =>
  middlewareOf({
    around: async (call, rest) => {
      const { context, request } = call;
      const strategy = await ask(config.retryStrategy);
      const asPublished = (retry: RetryConfig, next: Rest): Promise<Result> =>
        retryMiddleware(retry)((args) => next({ ...call, request: args.request }) as never, context)({
          input: call.input,
          request,
        }) as Promise<Result>;
      if (
        getSmithyContext(context)["abortSignal"] ||
        !HttpRequest.isInstance(request) ||
        !isSecondGeneration(strategy)
      ) {
        return asPublished({ ...optionsOf(config), retryStrategy: async () => strategy }, rest);
      }
      const maxAttempts = await ask(config.maxAttempts);
      const scope = `${context["partition_id"] ?? ""}${context["__retryLongPoll"] ? ":longpoll" : ""}`;
      const token = await strategy.acquireInitialRetryToken(scope);
      const id = generateIdempotencyToken();
      request.headers["amz-sdk-invocation-id"] = id;
      request.headers["amz-sdk-request"] = `attempt=1; max=${maxAttempts}`;
      let failure: unknown;
      try {
        const result = await rest(call);
        strategy.recordSuccess(token);
        const { $metadata } = result.output;
        $metadata.attempts = 1;
        $metadata.totalRetryDelay = 0;
        return result;
      } catch (error) {
        failure = error;
      }
      let failed = false;
      const again: Rest = async (of) => {
        if (failed) {
          return rest(of);
        }
        failed = true;
        request.headers["amz-sdk-invocation-id"] = id;
        throw failure;
      };
      const resumed: RetryStrategyV2 = {
        acquireInitialRetryToken: async () => token,
        refreshRetryTokenForRetry: (of, info) => strategy.refreshRetryTokenForRetry(of, info),
        recordSuccess: (of) => strategy.recordSuccess(of),
      };
      const options = {
        ...optionsOf(config),
        retryStrategy: async () => resumed,
        maxAttempts: async () => maxAttempts,
      };
      return asPublished(options, again);
    },
  });

/** What the published middleware reads of the configuration. */
const optionsOf = ({ retryStrategy, maxAttempts, logger }: RetryConfig): RetryConfig => ({
  retryStrategy,
  maxAttempts,
  ...(logger && { logger }),
});

const isSecondGeneration = (strategy: RetryStrategyV2 | RetryStrategy): strategy is RetryStrategyV2 =>
  "acquireInitialRetryToken" in strategy && "refreshRetryTokenForRetry" in strategy && "recordSuccess" in strategy;
