import { PassThrough } from "node:stream";
import { HttpResponse } from "@smithy/core/protocols";
import { describe, expect, it } from "vitest";
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
