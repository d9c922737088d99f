import type { RetryStrategyV2, StandardRetryToken } from "@smithy/types";
import { pause } from "./pause.js";

/** How a client tries its calls again, where the user has no strategy of its own. */
export interface ClientRetries extends RetryStrategyV2 {
  /** What the user agent says of it. */
  readonly mode: string;
  /** The token of a first attempt, where nobody has to wait for it. */
  readonly firstToken?: (scope: string) => StandardRetryToken;
  /** What is left of what all retries of the client have together. */
  readonly getCapacity: () => number;
}

/** Successes give back what the retries took, up to this. */
const CAPACITY = 500;

/**
 * Waits longer after each failure: by chance up to the delay given, or up to a second where the service is overloaded,
 * twice as long each time, never more than 20 seconds. A service that says itself when to come again is waited for up to
 * 5 seconds longer. Retries of a client whose calls fail all the time run out of capacity; a call that polls then waits
 * before it fails, since it will be made again at once.
 *
 * @param maxAttempts the first one included
 * @param baseDelay in milliseconds
 */
export const standardRetries = (maxAttempts: number, baseDelay: number): ClientRetries => {
  let capacity = CAPACITY;
  const firstToken = (scope: string): StandardRetryToken => tokenOf(0, scope.includes(":longpoll"));
  return {
    firstToken,
    mode: "standard",
    getCapacity: () => capacity,
    acquireInitialRetryToken: async (scope) => firstToken(scope),
    refreshRetryTokenForRetry: async (token, { errorType, retryAfterHint }) => {
      const isThrottling = errorType === "THROTTLING";
      const count = token.getRetryCount();
      const polls = token.isLongPoll?.() ?? false;
      const cost = isThrottling ? 5 : 14;
      const isAffordable = capacity >= cost;
      if ((isThrottling || errorType === "TRANSIENT") && count + 1 < maxAttempts && (isAffordable || polls)) {
        let delay = Math.floor(Math.random() * Math.min((isThrottling ? 1000 : baseDelay) * 2 ** count, 20_000));
        if (retryAfterHint instanceof Date) {
          delay = Math.max(delay, Math.min(retryAfterHint.getTime() - Date.now(), delay + 5000));
        }
        if (isAffordable) {
          capacity -= cost;
        }
        await pause(delay);
        if (isAffordable) {
          return tokenOf(count + 1, polls, cost, delay);
        }
      }
      throw new Error("No retry token available");
    },
    recordSuccess: (token: Partial<StandardRetryToken>) => {
      capacity = Math.min(CAPACITY, capacity + (token.getRetryCost?.() ?? 1));
    },
  };
};

/** The delay is the one waited for already, so that nobody has to wait for the token any more. */
const tokenOf = (count: number, polls: boolean, cost?: number, acquisitionDelay = 0): StandardRetryToken => ({
  $retryLog: { acquisitionDelay },
  getRetryCount: () => count,
  getRetryDelay: () => 0,
  getRetryCost: () => cost,
  isLongPoll: () => polls,
});
