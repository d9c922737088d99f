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

/** Gives another object instead of a new one, so that a class that extends it puts its fields there. */
class Onto {
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: what the class is for
    return target;
  }
}

/**
 * Times that an output or error has as a private field: nobody sees them there, so that the output stays equal to what
 * the service answered, and the collector of garbage has no more to do, as it would have with each entry of a WeakMap.
 */
class Known extends Onto {
  #times: Times;

  constructor(target: object, times: Times) {
    super(target);
    this.#times = times;
  }

  static set(target: object, times: Times): void {
    if (#times in target) {
      target.#times = times;
    } else {
      new Known(target, times);
    }
  }

  static get(target: object): Times | undefined {
    return #times in target ? target.#times : undefined;
  }
}

/** Remembers what `resultMetadata` gives for an output or an error. */
export const recordResult = (result: object, response: HttpResponse, sentAt: number, receivedAt: number): void => {
  Known.set(result, { response, sentAt, receivedAt });
};

/**
 * The raw response, the times sent and received, and the attempts of the call that gave this output or threw this
 * error. `undefined` for anything else, and for an error without a response (no connection, an abort).
 */
export const resultMetadata = (result: unknown): ResultMetadata | undefined => {
  if (typeof result !== "object" || result === null) {
    return undefined;
  }
  const times = Known.get(result);
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
