import type { Logger, RetryErrorInfo } from "@smithy/types";
import { retryAfter } from "./retry-after.js";

/** What errors of the service, the network and the runtime say of themselves; anything may be thrown. */
interface Failure {
  readonly name?: string;
  readonly message?: string;
  /** Of errors of Node.js. */
  readonly code?: string;
  readonly cause?: unknown;
  readonly $retryable?: { readonly throttling?: boolean };
  readonly $metadata?: { readonly httpStatusCode?: number; readonly clockSkewCorrected?: boolean };
  readonly $response?: { readonly headers?: Readonly<Record<string, unknown>> };
}

/**
 * What a strategy of retries is told of an error: its kind, and when the service wants to be asked again.
 *
 * @param error whatever was thrown
 * @param logger told of headers that say nothing
 */
export const retryErrorInfo = (error: unknown, logger?: Logger): RetryErrorInfo => {
  const failure: Failure = Object(error);
  const { name, $metadata, $response, $retryable } = failure;
  const status = $metadata?.httpStatusCode ?? 0;
  const retryAfterHint = retryAfter($response?.headers ?? {}, logger);
  return {
    error: error as NonNullable<RetryErrorInfo["error"]>,
    errorType:
      status === 429 || THROTTLING.test(`${name}`) || $retryable?.throttling
        ? "THROTTLING"
        : isTransient(failure)
          ? "TRANSIENT"
          : status >= 500 && status < 600
            ? "SERVER_ERROR"
            : "CLIENT_ERROR",
    ...(retryAfterHint && { retryAfterHint }),
  };
};

const THROTTLING =
  /^((Bandwidth|Request)LimitExceeded|LimitExceededException|PriorRequestNotComplete|ProvisionedThroughputExceededException|RequestThrottled|(EC2|Request)?ThrottledException|SlowDown|Throttling(Exception)?|TooManyRequestsException|TransactionInProgressException)$/;
const TIMEOUT = /^(TimeoutError|RequestTimeout(Exception)?)$/;
const NETWORK = /^(ECONNRE(SET|FUSED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What browsers and React Native say when `fetch` got no answer. */
const FETCH =
  /^(Failed to fetch|NetworkError when attempting to fetch resource|The Internet connection appears to be offline|Load failed|Network request failed)$/;

/** Whether the same request may succeed the next time, as far as the error or one of its causes says. */
const isTransient = (error: Failure, depth = 0): boolean => {
  const { name, code, message = "", cause, $metadata, $retryable } = error;
  return (
    name !== "AbortError" &&
    ($retryable !== undefined ||
      Boolean($metadata?.clockSkewCorrected) ||
      TIMEOUT.test(`${name}`) ||
      NETWORK.test(`${code}`) ||
      [500, 502, 503, 504].includes($metadata?.httpStatusCode ?? 0) ||
      (name === "InvalidSignatureException" && message.includes("Signature expired")) ||
      (code === "ERR_HTTP2_STREAM_ERROR" && message.includes("NGHTTP2_REFUSED_STREAM")) ||
      (error instanceof TypeError && FETCH.test(message)) ||
      (cause !== undefined && depth < 11 && isTransient(Object(cause), depth + 1)))
  );
};
