import { Readable } from "node:stream";
import { HttpRequest, HttpResponse } from "@smithy/core/protocols";
import { resolveRetryConfig as publishedConfig, getRetryPlugin as publishedPlugin } from "@smithy/core/retry";
import type { RetryStrategy, RetryStrategyV2 } from "@smithy/types";
import { vi } from "vitest";
import { resolveRetryConfig } from "../../../codegen/typescript/support/retry-config.ts";
import { getRetryPlugin } from "../../../codegen/typescript/support/retry-plugin.ts";

/** What makes a client's retries: this project's support files, or the published package. */
export interface Retries {
  readonly resolve: typeof publishedConfig;
  readonly plugin: typeof publishedPlugin;
}

export const own = { resolve: resolveRetryConfig, plugin: getRetryPlugin } as unknown as Retries;
export const published: Retries = { resolve: publishedConfig, plugin: publishedPlugin };

/** How an attempt ends: after so many milliseconds with a success or with what is thrown. */
export interface Attempt {
  readonly takes: number;
  /** Made anew for each run, since errors are written to. */
  readonly fail?: () => unknown;
}

export interface CallPlan {
  /** Milliseconds after the begin of the run. */
  readonly at: number;
  /** The last one stands for all that follow. */
  readonly attempts: readonly Attempt[];
  readonly context?: Readonly<Record<string, unknown>>;
  /** Milliseconds after the call's begin; 0 for a call that is aborted before it begins. */
  readonly abortAfter?: number;
  readonly body?: "text" | "node" | "web";
  /** Whether the request isn't one of HTTP. */
  readonly foreign?: boolean;
}

export interface Run {
  readonly config: Readonly<Record<string, unknown>>;
  readonly calls: readonly CallPlan[];
  /** Of `Math.random`, by the number of the attempt of all calls. */
  readonly chances: readonly number[];
  /** A strategy of the user's, new for each run. */
  readonly strategy?: () => RetryStrategy | RetryStrategyV2;
  readonly defaults?: { readonly defaultMaxAttempts?: number; readonly defaultBaseDelay?: number };
}

const BEGIN = Date.parse("2026-03-04T05:06:07.089Z");

/** Everything that can be seen of calls: when attempts begin, with which headers, what comes of calls, what is logged. */
export const observe = async (retries: Retries, run: Run): Promise<readonly unknown[]> => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: BEGIN });
  let attempt = 0;
  vi.spyOn(Math, "random").mockImplementation(() => run.chances[attempt % run.chances.length] ?? 0);
  const seen: unknown[] = [];
  const note = (...what: readonly unknown[]) => seen.push([Date.now() - BEGIN, ...what]);
  const logger = { trace: () => {}, debug() {}, info() {}, warn: (text: unknown) => note("warn", text), error() {} };
  const warn = vi.spyOn(console, "warn").mockImplementation((text) => note("console", text));
  const given = { retryMode: "standard", logger, ...run.config };
  const config = retries.resolve({ ...given, ...(run.strategy && { retryStrategy: run.strategy() }) }, run.defaults);
  type Middleware = (next: unknown, context: object) => (args: object) => Promise<{ output: { $metadata: object } }>;
  let middleware: Middleware | undefined;
  retries.plugin(config).applyToStack({
    add: (added: Middleware, options: object) => {
      note("added", options);
      middleware = added;
    },
  } as never);
  const call = async (plan: CallPlan, index: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, plan.at));
    const ids = new Set<unknown>();
    const request = plan.foreign ? { headers: { a: "b" } } : requestWith(plan.body);
    const input = { input: index };
    const controller = new AbortController();
    const { signal } = controller;
    if (plan.abortAfter === 0) controller.abort();
    else if (plan.abortAfter !== undefined) setTimeout(() => controller.abort(), plan.abortAfter);
    const context = {
      logger,
      ...plan.context,
      ...(plan.abortAfter !== undefined && { __smithy_context: { abortSignal: signal } }),
    };
    let attempts = 0;
    const next = async (args: { readonly request: typeof request; readonly input: unknown }) => {
      const planned = plan.attempts[Math.min(attempts, plan.attempts.length - 1)];
      attempts += 1;
      attempt += 1;
      const { "amz-sdk-invocation-id": id, ...headers } = args.request.headers as Record<string, string>;
      ids.add(id);
      note(index, "attempt", headers, ids.size, typeof id, args.request === request, args.input === input);
      await new Promise((resolve) => setTimeout(resolve, planned?.takes));
      if (planned?.fail) throw planned.fail();
      return { response: { of: index }, output: { $metadata: {}, index } };
    };
    try {
      note(index, "result", await middleware?.(next, context)({ input, request }));
    } catch (error) {
      note(index, "error", told(error));
    }
    note(index, "context", (context as { readonly userAgent?: unknown }).userAgent);
  };
  let going = true;
  const all = Promise.all(run.calls.map(call)).finally(() => {
    going = false;
  });
  while (going) await vi.advanceTimersByTimeAsync(1000);
  await all;
  const strategy: object = await config.retryStrategy();
  const capacity = "getCapacity" in strategy && typeof strategy.getCapacity === "function" && strategy.getCapacity();
  const mode = (strategy as { readonly mode?: unknown }).mode;
  seen.push({ maxAttempts: await config.maxAttempts(), mode, ...(mode === "standard" && { capacity }) });
  warn.mockRestore();
  vi.restoreAllMocks();
  vi.useRealTimers();
  return seen;
};

const requestWith = (body: CallPlan["body"]): HttpRequest =>
  new HttpRequest({
    method: "POST",
    headers: { host: "example.com" },
    body: body === "node" ? Readable.from(["a"]) : body === "web" ? new Blob(["a"]).stream() : "text",
  });

const told = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { name, message, ...members } = error;
  return { name, message, members, type: error.constructor.name };
};

const thrown = (members: object, message = "no"): Error => Object.assign(new Error(message), members);
const answer = (httpStatusCode: number, headers?: Readonly<Record<string, string>>, members: object = {}) =>
  thrown({
    $metadata: { httpStatusCode },
    ...(headers && { $response: new HttpResponse({ statusCode: httpStatusCode, headers }) }),
    ...members,
  });

/** All kinds of what is thrown, by the moment at which it is. */
export const FAILURES: readonly (() => unknown)[] = [
  () => answer(500),
  () => answer(501),
  () => answer(503, { "Retry-After": "2" }),
  () => answer(503, { "retry-after": "30" }),
  () => answer(429, { "x-amz-retry-after": "1500" }),
  () => answer(429, { "retry-after": new Date(Date.now() + 4000).toUTCString() }),
  () => answer(503, { "retry-after": new Date(Date.now() - 4000).toUTCString() }),
  () => answer(503, { "retry-after": `${new Date().toUTCString()}, 0.5` }),
  () => answer(500, { "retry-after": "soon", "x-amz-retry-after": "10" }),
  () => answer(400, undefined, { name: "ThrottlingException" }),
  () => answer(400, undefined, { name: "TooManyRequestsException", $retryable: {} }),
  () => answer(400, undefined, { $retryable: { throttling: true } }),
  () => answer(400, undefined, { $retryable: {} }),
  () => answer(400, undefined, { name: "ValidationException" }),
  () => answer(403, undefined, { name: "RequestTimeTooSkewed" }),
  () => answer(403, undefined, { name: "RequestTimeTooSkewed", $metadata: { clockSkewCorrected: true } }),
  () => thrown({ name: "InvalidSignatureException" }, "Signature expired: 20260304T050607Z"),
  () => thrown({ name: "TimeoutError" }, "Socket timed out"),
  () => thrown({ code: "ECONNRESET" }),
  () => thrown({ code: "ENOTFOUND" }),
  () => thrown({ code: "ERR_HTTP2_STREAM_ERROR" }, "Stream closed with error code NGHTTP2_REFUSED_STREAM"),
  () => new TypeError("Failed to fetch"),
  () => new Error("outer", { cause: thrown({ code: "EPIPE" }) }),
  () => thrown({ name: "AbortError", code: "ECONNRESET" }),
  () => ({ name: "SlowDown", message: "plain" }),
  () => "text",
];
