import {
  AdaptiveRetryStrategy,
  ConfiguredRetryStrategy,
  DeprecatedAdaptiveRetryStrategy,
  DeprecatedStandardRetryStrategy,
  StandardRetryStrategy,
} from "@smithy/core/retry";
import type { RetryStrategy, RetryStrategyV2 } from "@smithy/types";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type CallPlan, FAILURES, observe, own, published, type Run } from "./retry-runs.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Numbers from 0 up to 1, always the same for a seed (a linear congruential generator). */
const chancesOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const randomRun = (seed: number): Run => {
  const chance = chancesOf(seed);
  const below = (limit: number) => Math.floor(chance() * limit);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const success = chance() * 0.8;
  const attempt = () => ({ takes: below(400), ...(chance() >= success && { fail: pick(FAILURES) }) });
  const call = (): CallPlan => ({
    at: below(pick([1000, 20_000])),
    attempts: Array.from({ length: 1 + below(6) }, attempt),
    context: pick([{}, {}, { partition_id: "aws" }, { __retryLongPoll: true }, { logger: undefined }]),
    body: pick(["text", "text", "text", "text", "node", "web"] as const),
    foreign: below(10) === 0,
    ...(below(6) === 0 && { abortAfter: below(3) * 700 }),
  });
  return {
    config: {
      ...pick([{}, { maxAttempts: 1 + below(6) }, { maxAttempts: async () => 5 }]),
      retryMode: pick(["standard", "adaptive", "wild", async () => "adaptive"]),
    },
    ...(below(3) === 0 && { defaults: { defaultMaxAttempts: 4, defaultBaseDelay: 25 } }),
    calls: Array.from({ length: 1 + below(25) }, call),
    chances: Array.from({ length: 40 }, chance),
  };
};

/** @returns what both saw, which is the same */
const compared = async (run: Run): Promise<readonly unknown[]> => {
  const seen = await observe(own, run);
  expect(seen).toEqual(await observe(published, run));
  return seen;
};

describe("calls with the client's own strategy", () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))("are what the published ones are, seed %i", async (seed) => {
    const run = randomRun(seed);
    expect((await compared(run)).length).toBeGreaterThan(run.calls.length);
  });

  it("run out of capacity together, and those that poll wait before they fail", async () => {
    const fail = FAILURES[0];
    const calls = Array.from({ length: 30 }, (_, index): CallPlan => {
      const polls = index % 2 === 0;
      return {
        at: index * 10_000,
        attempts: [{ takes: 1, ...(fail && { fail }) }],
        context: polls ? { __retryLongPoll: true } : {},
      };
    });
    const seen = await compared({ config: { maxAttempts: 10 }, calls, chances: [0.9, 0.5, 0.3] });
    expect(seen.at(-1)).toEqual({ maxAttempts: 10, mode: "standard", capacity: 500 % 14 });
  });

  it("get capacity back by success", async () => {
    const fail = FAILURES[0];
    const calls = Array.from({ length: 20 }, (_, index): CallPlan => {
      return { at: index * 10_000, attempts: [{ takes: 1, ...(fail && { fail }) }, { takes: 1 }] };
    });
    const seen = await compared({ config: {}, calls, chances: [0.9] });
    expect(seen.at(-1)).toEqual({ maxAttempts: 3, mode: "standard", capacity: 500 });
  });

  it("are held back by the rate that the service can take", async () => {
    const [, throttled] = [FAILURES[0], FAILURES[9]];
    const calls = Array.from({ length: 60 }, (_, index): CallPlan => {
      const fails = index > 20 && index % 4 === 0;
      return {
        at: index * 37,
        attempts: [{ takes: 20, ...(fails && throttled && { fail: throttled }) }, { takes: 5 }],
      };
    });
    const seen = await compared({ config: { retryMode: "adaptive" }, calls, chances: [0.1, 0.7] });
    const last = seen.at(-3) as readonly number[];
    expect(last[0]).toBeGreaterThan(60 * 37 + 5000);
  });
});

describe("calls with a strategy of the user's", () => {
  const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 70 * count });
  const strategies: readonly (readonly [string, () => RetryStrategy | RetryStrategyV2])[] = [
    ["StandardRetryStrategy", () => new StandardRetryStrategy(4)],
    ["AdaptiveRetryStrategy", () => new AdaptiveRetryStrategy(async () => 4)],
    ["ConfiguredRetryStrategy", () => new ConfiguredRetryStrategy(4, (attempt) => attempt * 300)],
    ["the first generation's standard one", () => new DeprecatedStandardRetryStrategy(async () => 4)],
    ["the first generation's adaptive one", () => new DeprecatedAdaptiveRetryStrategy(async () => 4)],
    [
      "one with delays in its tokens",
      () => ({
        acquireInitialRetryToken: async () => token(0),
        refreshRetryTokenForRetry: async (of, { errorType }) => {
          await undefined;
          if (errorType === "CLIENT_ERROR" || of.getRetryCount() > 2) throw new Error("Enough.");
          return token(of.getRetryCount() + 1);
        },
        recordSuccess: () => {},
      }),
    ],
    [
      "one that refuses to begin",
      () => ({
        acquireInitialRetryToken: () => Promise.reject(new Error("Not now.")),
        refreshRetryTokenForRetry: async () => token(1),
        recordSuccess: () => {},
      }),
    ],
    ["one that takes a mode and the call", () => ({ mode: "mine", retry: (next, args) => next(args) as never })],
  ];

  it.each(strategies)("are what the published ones are: %s", async (_, strategy) => {
    for (let seed = 1000; seed < 1010; seed += 1) await compared({ ...randomRun(seed), strategy });
  });
});
