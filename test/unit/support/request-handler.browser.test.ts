import { HttpRequest } from "@smithy/core/protocols";
import { describe, expect, it } from "vitest";
import { FetchRequestHandler } from "../../../codegen/typescript/support/request-handler.browser.ts";

const request = new HttpRequest({ hostname: "example.com", method: "POST", body: "{}" });

const handler = (customFetch: typeof fetch, socketTimeout = 40) =>
  new FetchRequestHandler({ customFetch, socketTimeout });

const read = async (body: ReadableStream<Uint8Array>) => new Response(body).text();

describe("the handler for browsers", () => {
  it("ends a fetch that minds no signal", async () => {
    const deaf = handler(() => new Promise(() => {}));
    await expect(deaf.handle(request)).rejects.toMatchObject({ name: "TimeoutError" });
    const caller = new AbortController();
    const call = handler(() => new Promise(() => {}), 60_000).handle(request, { abortSignal: caller.signal });
    setTimeout(() => caller.abort(new Error("enough")), 10);
    await expect(call).rejects.toMatchObject({ name: "AbortError", cause: { message: "enough" } });
  });

  it("ends a body that minds no signal, and cancels it", async () => {
    let cancelled: unknown;
    const silent = new ReadableStream({
      cancel: (reason) => {
        cancelled = reason;
      },
    });
    const { response } = await handler(async () => new Response(silent)).handle(request);
    await expect(read(response.body)).rejects.toMatchObject({ name: "TimeoutError" });
    expect(cancelled).toMatchObject({ name: "TimeoutError" });
  });

  it("a slow reader is not a silent server", async () => {
    const chunks = ["a", "b", "c"].map((text) => new TextEncoder().encode(text));
    const body = new ReadableStream({
      pull: (stream) => {
        const chunk = chunks.shift();
        if (chunk) {
          stream.enqueue(chunk);
        } else {
          stream.close();
        }
      },
    });
    const { response } = await handler(async () => new Response(body)).handle(request);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await read(response.body)).toBe("abc");
  });

  it("gives a body that is no stream as it came", async () => {
    const { response } = await handler(async () => {
      const answer = new Response("text");
      Object.defineProperty(answer, "body", { value: undefined });
      return answer;
    }).handle(request);
    expect(await (response.body as Blob).text()).toBe("text");
  });

  it("no limit, no clock: the body is the published handler's", async () => {
    const answer = new Response("text");
    const { response } = await handler(async () => answer, 0).handle(request);
    expect(response.body).toBe(answer.body);
  });

  it("passes a cancelled reading on", async () => {
    let cancelled: unknown;
    const body = new ReadableStream({
      cancel: (reason) => {
        cancelled = reason;
      },
    });
    const { response } = await handler(async () => new Response(body), 60_000).handle(request);
    await response.body.cancel("no need");
    expect(cancelled).toBe("no need");
  });
});
