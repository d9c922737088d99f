import type { HttpResponse } from "@smithy/types";

/** What is known of a call beside its output or error. */
export interface ResultMetadata {
  /** The last response as it came from the request handler; its body has been read. */
  readonly response: HttpResponse;
  /** When the last attempt was handed to the request handler. */
  readonly sentAt: Date;
  /** When the head of the last response was there. */
  readonly receivedAt: Date;
  /** How many attempts the call took. */
  readonly attempts: number;
}

/** Milliseconds since the epoch; dates are made only for those who ask. */
interface Times {
  readonly response: HttpResponse;
  readonly sentAt: number;
  readonly receivedAt: number;
}

// Kept beside the output, which so stays equal to what the service answered.
const known = /* @__PURE__ */ new WeakMap<object, Times>();

/** Remembers what `resultMetadata` gives for an output or an error. */
export const recordResult = (result: object, response: HttpResponse, sentAt: number, receivedAt: number): void => {
  known.set(result, { response, sentAt, receivedAt });
};

/**
 * The raw response, the times sent and received, and the attempts of the call that gave this output or threw this
 * error. `undefined` for anything else, and for an error without a response (no connection, an abort).
 */
export const resultMetadata = (result: unknown): ResultMetadata | undefined => {
  if (typeof result !== "object" || result === null) {
    return undefined;
  }
  const times = known.get(result);
  if (!times) {
    return undefined;
  }
  const { $metadata } = result as { $metadata?: { attempts?: number } };
  return {
    response: times.response,
    sentAt: new Date(times.sentAt),
    receivedAt: new Date(times.receivedAt),
    attempts: $metadata?.attempts ?? 1,
  };
};
