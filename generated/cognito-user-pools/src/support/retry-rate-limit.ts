import { pause } from "./pause.js";
import type { ClientRetries } from "./retry-strategy.js";

/**
 * Retries that also hold back first attempts as soon as the service is overloaded: the client then sends as many a second
 * as its rate allows. The rate falls to seven tenths with each such answer, and rises again with all others by the cubic
 * curve that TCP has for congestion, to twice what was sent at most.
 */
export const adaptiveRetries = (retries: ClientRetries): ClientRetries => {
  const { send, learn } = rateLimit();
  return {
    mode: "adaptive",
    getCapacity: retries.getCapacity,
    acquireInitialRetryToken: async (scope) => {
      const token = await retries.acquireInitialRetryToken(scope);
      await send();
      return token;
    },
    refreshRetryTokenForRetry: async (token, info) => {
      learn(info.errorType === "THROTTLING");
      const next = await retries.refreshRetryTokenForRetry(token, info);
      await send();
      return next;
    },
    recordSuccess: (token) => {
      learn(false);
      retries.recordSuccess(token);
    },
  };
};

/** A bucket of requests that may be sent; times are in seconds, rates in requests per second. */
const rateLimit = () => {
  let isLimited = false;
  let rate = 0.5;
  let room = 1;
  let available = 0;
  let filledAt = 0;
  /** Of the answers counted until now; each half of a second starts anew. */
  let measuredRate = 0;
  let measuredAt = Math.floor(seconds());
  let count = 0;
  /** The rate at which the service was overloaded, and when. */
  let highestRate = 0;
  let throttledAt = seconds();

  const fill = (): void => {
    const now = seconds();
    available = Math.min(room, available + (now - (filledAt || now)) * rate);
    filledAt = now;
  };

  return {
    /** Waits until a request may be sent. */
    send: async (): Promise<void> => {
      if (isLimited) {
        fill();
        while (available < 1) {
          await pause(((1 - available) / rate) * 1000);
          fill();
        }
        available -= 1;
      }
    },
    /** Finds the new rate after an answer. */
    learn: (isThrottled: boolean): void => {
      const now = seconds();
      const half = Math.floor(now * 2) / 2;
      count += 1;
      if (half > measuredAt) {
        measuredRate = rounded((count / (half - measuredAt)) * 0.8 + measuredRate * (1 - 0.8));
        count = 0;
        measuredAt = half;
      }
      let next: number;
      if (isThrottled) {
        highestRate = isLimited ? Math.min(measuredRate, rate) : measuredRate;
        throttledAt = now;
        isLimited = true;
        next = rounded(highestRate * 0.7);
      } else {
        const back = rounded(((highestRate * (1 - 0.7)) / 0.4) ** (1 / 3));
        next = rounded(0.4 * (now - throttledAt - back) ** 3 + highestRate);
      }
      next = Math.min(next, 2 * measuredRate);
      fill();
      rate = Math.max(next, 0.5);
      room = Math.max(next, 1);
      available = Math.min(available, room);
    },
  };
};

const seconds = (): number => Date.now() / 1000;

/** To eight digits behind the point. */
const rounded = (value: number): number => Number(value.toFixed(8));
