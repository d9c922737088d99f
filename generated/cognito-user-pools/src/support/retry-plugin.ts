import { NoOpLogger } from "@smithy/core/client";
import { getSmithyContext, HttpRequest } from "@smithy/core/transport";
import type { Logger, MetadataBearer, Pluggable, RetryStrategy, RetryStrategyV2 } from "@smithy/types";
import { abortError, type CallAbortSignal, onAbort } from "./abort.js";
import { pause } from "./pause.js";
import { ask, when } from "./providers.js";
import { retryErrorInfo } from "./retry-errors.js";
import type { ClientRetries } from "./retry-strategy.js";
import { type Call, middlewareOf, type Rest, type Result } from "./steps.js";
import { randomUuid } from "./uuid.js";

/** How often a call is tried, as the client's configuration has it. */
interface RetryConfig {
  readonly retryStrategy: () => Promise<RetryStrategyV2 | RetryStrategy>;
  readonly maxAttempts: () => Promise<number>;
  readonly logger?: Logger;
}

/**
 * Tries calls again as often as the client's strategy allows, with the request of the first attempt. Outputs and errors
 * tell the number of attempts and how long was waited between them, in milliseconds; requests tell both the attempt and
 * what all attempts of a call have in common. A stream is sent once, since part of it may be gone.
 */
export const getRetryPlugin = <Input extends object, Output extends MetadataBearer>(
  config: RetryConfig,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add(tryAgain(config), {
      name: "retryMiddleware",
      tags: ["RETRY"],
      step: "finalizeRequest",
      priority: "high",
      override: true,
    });
  },
});

const tryAgain = (config: RetryConfig): never =>
  middlewareOf({
    around: (call, rest) =>
      when(ask(config.retryStrategy), (strategy) => {
        if ("acquireInitialRetryToken" in strategy) {
          return when(ask(config.maxAttempts), (most) =>
            attempts(call, rest, { strategy, most, logger: config.logger }),
          );
        }
        const { context, input, request } = call;
        if (strategy.mode) {
          context.userAgent = [...(context.userAgent ?? []), ["cfg/retry-mode", strategy.mode]];
        }
        const next = (args: object) => rest({ ...call, ...args }) as never;
        return strategy.retry(next, { input, request }) as Promise<Result>;
      }) as Promise<Result>,
  });

/** How often to try, and who is told of answers that say nothing of it. */
interface Attempts {
  readonly strategy: RetryStrategyV2 & Partial<ClientRetries>;
  readonly most: number;
  readonly logger: Logger | undefined;
}

const attempts = async (call: Call, rest: Rest, { strategy, most, logger }: Attempts): Promise<Result> => {
  const { context, request } = call;
  const http = HttpRequest.isInstance(request) ? request : undefined;
  const { abortSignal: signal }: { abortSignal?: CallAbortSignal } = getSmithyContext(context);
  const scope = `${context["partition_id"] ?? ""}${context["__retryLongPoll"] ? ":longpoll" : ""}`;
  let token =
    (signal?.aborted ? undefined : strategy.firstToken?.(scope)) ??
    (await unlessAborted(strategy.acquireInitialRetryToken(scope), signal));
  let count = 1;
  let totalRetryDelay = 0;
  if (http) {
    http.headers["amz-sdk-invocation-id"] = randomUuid();
  }
  while (true) {
    try {
      if (http) {
        http.headers["amz-sdk-request"] = `attempt=${count}; max=${most}`;
      }
      call.request = request;
      const result = await rest(call);
      strategy.recordSuccess(token);
      const { $metadata } = result.output;
      $metadata.attempts = count;
      $metadata.totalRetryDelay = totalRetryDelay;
      return result;
    } catch (thrown) {
      const error = errorOf(thrown);
      if (http && isStream(http.body)) {
        const { logger: ofCall } = context;
        (ofCall instanceof NoOpLogger ? console : ofCall)?.warn(
          "An error was encountered in a non-retryable streaming request.",
        );
        throw error;
      }
      try {
        const info = retryErrorInfo(thrown, logger);
        token = await unlessAborted(strategy.refreshRetryTokenForRetry(token, info), signal);
      } catch {
        if (signal?.aborted) {
          throw abortError(signal);
        }
        error.$metadata = Object.assign(error.$metadata ?? {}, { attempts: count, totalRetryDelay });
        throw error;
      }
      const delay = token.getRetryDelay();
      count = token.getRetryCount() + 1;
      totalRetryDelay += delay + (token.$retryLog?.acquisitionDelay ?? 0);
      if (delay > 0) {
        await unlessAborted(pause(delay), signal);
      }
    }
  }
};

/** What was waited for, or the error of an aborted call, whatever is there first. */
const unlessAborted = <T>(waiting: Promise<T>, signal: CallAbortSignal | undefined): Promise<T> => {
  if (!signal) {
    return waiting;
  }
  let forget = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(abortError(signal));
    if (signal.aborted) {
      abort();
    }
    forget = onAbort(signal, abort);
  });
  return Promise.race([waiting, aborted]).finally(forget);
};

/** Anything may be thrown; what is no error becomes one with its properties, or with its text as message. */
const errorOf = (thrown: unknown): Error & { $metadata?: object } =>
  thrown instanceof Error
    ? thrown
    : Object(thrown) === thrown
      ? Object.assign(new Error(), thrown)
      : new Error(String(thrown));

/** Of Node.js or of the web. */
const isStream = (body: Partial<Record<"pipe" | "getReader", unknown>> | undefined): boolean =>
  typeof (body?.pipe ?? body?.getReader) === "function";
