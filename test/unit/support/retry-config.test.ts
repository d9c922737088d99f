import {
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  resolveRetryConfig as publishedConfig,
  StandardRetryStrategy,
} from "@smithy/core/retry";
import { describe, expect, it } from "vitest";
import { resolveRetryConfig } from "../../../codegen/typescript/support/retry-config.ts";
import { MAX_ATTEMPTS_OPTIONS, RETRY_MODE_OPTIONS } from "../../../codegen/typescript/support/retry-options.ts";

/** What a function gives, or the message of what it throws. */
const outcomeOf = (get: () => unknown): unknown => {
  try {
    return get();
  } catch (error) {
    return String(error);
  }
};

describe("the configuration of retries", () => {
  it.each([
    ["environmentVariableSelector", "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE"],
    ["configFileSelector", "max_attempts", "retry_mode"],
  ] as const)("is read as published: %s", (selector, attempts, mode) => {
    for (const text of [undefined, "", "0", "5", "-1", "2.5", "3abc", "many", " 4", "NaN", "1e3"]) {
      const texts = text === undefined ? {} : { [attempts]: text, [mode]: text };
      const own = outcomeOf(() => MAX_ATTEMPTS_OPTIONS[selector](texts));
      expect([text, own]).toEqual([text, outcomeOf(() => NODE_MAX_ATTEMPT_CONFIG_OPTIONS[selector](texts))]);
      expect(RETRY_MODE_OPTIONS[selector](texts)).toBe(NODE_RETRY_MODE_CONFIG_OPTIONS[selector](texts));
    }
    expect(MAX_ATTEMPTS_OPTIONS.default).toBe(NODE_MAX_ATTEMPT_CONFIG_OPTIONS.default);
    expect(RETRY_MODE_OPTIONS.default).toBe(NODE_RETRY_MODE_CONFIG_OPTIONS.default);
  });

  it("is the object that was given, with providers", async () => {
    for (const resolve of [resolveRetryConfig, publishedConfig]) {
      const input = { retryMode: "adaptive", maxAttempts: 7, other: "kept" };
      const config = resolve(input);
      expect(config).toBe(input);
      expect(Object.keys(config)).toEqual(["retryMode", "maxAttempts", "other", "retryStrategy"]);
      expect(await config.maxAttempts()).toBe(7);
      expect(await config.retryStrategy()).toMatchObject({ mode: "adaptive" });
      expect(await config.retryStrategy()).toBe(await config.retryStrategy());
    }
  });

  it("keeps the user's strategy, and asks for nothing else then", async () => {
    const retryStrategy = new StandardRetryStrategy(1);
    const asked: string[] = [];
    const ask = (name: string) => async () => {
      asked.push(name);
      return name as never;
    };
    const config = resolveRetryConfig({ retryStrategy, retryMode: ask("mode"), maxAttempts: ask("attempts") });
    expect(await config.retryStrategy()).toBe(retryStrategy);
    expect(asked).toEqual([]);
  });

  it("tells why it can't be found, each time", async () => {
    const failing = () => Promise.reject(new Error("Nobody knows."));
    const config = resolveRetryConfig({ retryMode: "standard", maxAttempts: failing });
    await expect(config.retryStrategy()).rejects.toThrow("Nobody knows.");
    await expect(config.retryStrategy()).rejects.toThrow("Nobody knows.");
    await expect(resolveRetryConfig({ retryMode: failing }).retryStrategy()).rejects.toThrow("Nobody knows.");
  });
});
