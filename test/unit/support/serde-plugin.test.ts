import { PassThrough } from "node:stream";
import { HttpResponse } from "@smithy/core/protocols";
import { deserializerMiddleware } from "@smithy/core/serde";
import { describe, expect, it, vi } from "vitest";
import { resultMetadata } from "../../../codegen/typescript/support/result-metadata.ts";
import { getSerdePlugin } from "../../../codegen/typescript/support/serde-plugin.ts";
import { PingCommand, pingClient } from "../../faults/support-client.ts";

/** A user's own handler, which knows nothing of limits. */
const handler = (answer: () => Promise<HttpResponse>) => ({
  metadata: { handlerProtocol: "mock" },
  handle: async () => ({ response: await answer() }),
});

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the serde plugin", () => {
  it("shows the published names in their steps, on a client's stack and on a command's", () => {
    const client = pingClient(
      1,
      handler(async () => new HttpResponse({ statusCode: 200 })),
    );
    const names = client.middlewareStack.identify().map((line) => line.split(" ")[0]);
    expect(names).toContain("serializerMiddleware");
    expect(names).toContain("deserializerMiddleware");
    const command = new PingCommand({});
    command.middlewareStack.use(getSerdePlugin(client.config));
    expect(command.middlewareStack.identify()).toEqual([
      "serializerMiddleware - serialize",
      "deserializerMiddleware - deserialize",
    ]);
  });

  it("an output is only what the service said; the rest is beside it", async () => {
    const response = new HttpResponse({ statusCode: 200, body: bytes('{"Text":"x"}') });
    const output = await pingClient(
      1,
      handler(async () => response),
    ).send(new PingCommand({}));
    expect(output).toEqual({ Text: "x", $metadata: expect.anything() });
    expect(resultMetadata(output)?.response).toBe(response);
    for (const other of [undefined, null, 5, {}, new Error("x")]) {
      expect(resultMetadata(other)).toBeUndefined();
    }
  });

  it("a caller's signal ends the reading of a body, whoever's handler made it", async () => {
    for (const older of [false, true]) {
      const caller = new AbortController();
      const deprecated = { aborted: false, onabort: null as (() => void) | null };
      const silent = new ReadableStream({});
      const client = pingClient(
        1,
        handler(async () => new HttpResponse({ statusCode: 200, body: silent })),
      );
      const call = client.send(new PingCommand({}), { abortSignal: older ? deprecated : caller.signal });
      setTimeout(() => (older ? deprecated.onabort?.() : caller.abort(new Error("enough"))), 20);
      await expect(call).rejects.toMatchObject({ name: "AbortError", message: "Request aborted" });
    }
  });

  it("a signal that was late for the head destroys the body, without harm to the process", async () => {
    const body = new PassThrough();
    const caller = new AbortController();
    const client = pingClient(
      1,
      handler(async () => {
        caller.abort();
        return new HttpResponse({ statusCode: 200, body });
      }),
    );
    class LazyCommand extends PingCommand {
      deserialize = () => new Promise(() => {});
    }
    const call = client.send(new LazyCommand({}), { abortSignal: caller.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(body.destroyed).toBe(true);
  });

  it("an input that holds itself, or is too deep, is refused with a reason and without a request", async () => {
    const input: { Text?: string; self?: unknown } = {};
    input.self = input;
    const never = handler(() => expect.unreachable());
    await expect(pingClient(1, never).send(new PingCommand(input))).rejects.toThrow(/circular/i);
    let deep: unknown = null;
    for (let depth = 0; depth < 100_000; depth += 1) {
      deep = [deep];
    }
    await expect(pingClient(1, never).send(new PingCommand({ Text: deep as string }))).rejects.toThrow(
      /nested too deep/,
    );
  });
});

describe("an answer that can't be read", () => {
  /** An error as the middleware of a stack passes it on, where reading the answer ends with it. */
  const shown = async (read: Middleware, logger: object | undefined): Promise<unknown> => {
    try {
      return await read(async () => ({ response: answer(), output: {} }), { logger } as never)({ input: {} });
    } catch (error) {
      const own = error as Record<string, unknown>;
      // Stacks tell where an error was made.
      if (!Object.isFrozen(own)) own["stack"] = "";
      return [Object.getOwnPropertyDescriptors(own), String(own), own["$response"], own["$metadata"]];
    }
  };
  const frozen = Object.freeze(new Error("frozen"));
  type Middleware = (next: unknown, context: object) => (args: object) => Promise<unknown>;
  const headers = { "x-amzn-requestid": "1", "x-amz-other-request-id": "2", "x-amz-id-2": "3", "x-amz-cf-id": "4" };
  const answer = () => new HttpResponse({ statusCode: 500, headers, body: "raw" });

  it.each([
    ["an error", () => new Error("unreadable")],
    ["an error of the service", () => Object.assign(new Error("denied"), { $metadata: {}, $response: undefined })],
    ["an error with the body's text", () => Object.assign(new TypeError("no JSON"), { $responseBodyText: "text" })],
    ["an error whose message stays", () => Object.defineProperty(new Error("x"), "message", { value: "fixed" })],
    ["a frozen error", () => frozen],
    ["a text", () => "thrown"],
  ])("fails as published: %s", async (_, make) => {
    const told: unknown[][] = [];
    const warnings = vi.spyOn(console, "warn").mockImplementation((...words) => void told.push(words));
    try {
      for (const logger of [undefined, { warn: (...words: unknown[]) => told.push(words) }]) {
        const fail = () => Promise.reject(make());
        const own: Middleware[] = [];
        const stack = { add: (middleware: Middleware) => own.push(middleware) };
        getSerdePlugin({} as never).applyToStack(stack as never);
        const context = { deserialize: fail };
        const ours: Middleware = (next, given) =>
          (own[1] as Middleware)(next, { ...given, __smithy_context: { commandInstance: context } });
        const theirs = deserializerMiddleware({} as never, fail as never) as unknown as Middleware;
        const results = [await shown(ours, logger), told.splice(0), await shown(theirs, logger), told.splice(0)];
        expect(results.slice(0, 2)).toEqual(results.slice(2));
      }
    } finally {
      warnings.mockRestore();
    }
  });
});
