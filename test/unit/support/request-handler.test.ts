import { createServer, Agent as HttpAgent, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PassThrough, Readable } from "node:stream";
import { buildQueryString, HttpRequest } from "@smithy/core/protocols";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { afterEach, describe, expect, it } from "vitest";
import { NodeRequestHandler } from "../../../codegen/typescript/support/request-handler.ts";
import { targetOf } from "../../../codegen/typescript/support/request-target.ts";
import { streamCollector } from "../../../codegen/typescript/support/stream-collector.ts";

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** What a server saw of a request. */
interface Seen {
  readonly line: string;
  readonly headers: readonly string[];
  readonly body: string;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const ok: Answer = (_, response) => response.end("{}");

const serve = async (answer: Answer = ok): Promise<{ port: number; seen: Seen[]; server: Server }> => {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    try {
      for await (const part of request.setEncoding("utf8")) body += part;
    } catch {
      // The client gave the request up.
      return;
    }
    seen.push({ line: `${request.method} ${request.url}`, headers: request.rawHeaders, body });
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  opened.push(() => new Promise((closed) => server.close(closed)));
  opened.push(() => server.closeAllConnections());
  return { port: (server.address() as AddressInfo).port, seen, server };
};

type Options = ConstructorParameters<typeof NodeRequestHandler>[0];

const handlerOf = (options?: Options): NodeRequestHandler => {
  const handler = new NodeRequestHandler(options);
  opened.push(() => handler.destroy());
  return handler;
};

const requestTo = (port: number, facts: Partial<HttpRequest> = {}): HttpRequest =>
  new HttpRequest({
    ...{ protocol: "http:", hostname: "127.0.0.1", port, method: "POST", path: "/", headers: { host: "service" } },
    ...facts,
  });

const text = async (body: unknown): Promise<string> => Buffer.from(await streamCollector(body)).toString();

describe("what a server sees of a request", () => {
  it.each<[string, () => Partial<HttpRequest>]>([
    ["nothing but a method", () => ({ method: "GET" })],
    ["a query", () => ({ query: { b: ["2", "1 &"], a: "ü!'()*", c: null, d: "" } })],
    ["a fragment", () => ({ path: "/a", fragment: "part" })],
    ["a user", () => ({ username: "jane", password: "secret" })],
    ["a user without a password", () => ({ username: "jane" })],
    ["a text", () => ({ body: "tëxt" })],
    ["no text", () => ({ body: "" })],
    ["bytes", () => ({ body: new TextEncoder().encode("bytes") })],
    ["no bytes", () => ({ body: new Uint8Array() })],
    ["a buffer", () => ({ body: Buffer.from("buffer") })],
    ["a part of a buffer", () => ({ body: new DataView(new TextEncoder().encode("abcdef").buffer, 2, 3) })],
    ["a plain buffer", () => ({ body: new TextEncoder().encode("plain").buffer })],
    ["a stream", () => ({ body: Readable.from([Buffer.from("one"), Buffer.from("two")]) })],
    ["a length", () => ({ body: "text", headers: { host: "service", "content-length": "4" } })],
  ])("is as with the published handler: %s", async (_, facts) => {
    const { port, seen } = await serve();
    const published = new NodeHttpHandler();
    opened.push(() => published.destroy());
    for (const handler of [handlerOf(), published]) {
      const { response } = await handler.handle(requestTo(port, facts()));
      expect(await text(response.body)).toBe("{}");
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  it("has the query that the published package makes of it", () => {
    const values = ["", "a b", "ü", "!'()*~-._", "a=b&c", null, ["x", "y z"], [], undefined];
    for (const first of values) {
      for (const second of values) {
        const query = { second, first, "k&y": "v" } as NonNullable<HttpRequest["query"]>;
        expect(targetOf(requestTo(1, { path: "/p", query }))).toBe(`/p?${buildQueryString(query)}`);
      }
    }
    expect(targetOf(requestTo(1, { path: "/p", query: {} }))).toBe("/p");
  });
});

it("gives the head of an answer as the published handler does", async () => {
  const { port } = await serve((_, response) => {
    response.writeHead(418, "Teapot", { "set-cookie": ["a=1", "b=2"], "X-Twice": ["1", "2"] }).end();
  });
  const published = new NodeHttpHandler();
  opened.push(() => published.destroy());
  const heads = [];
  for (const handler of [handlerOf(), published]) {
    const { response } = await handler.handle(requestTo(port));
    const { date: _, ...headers } = response.headers;
    heads.push({ ...response, headers, body: await text(response.body), isResponse: response.constructor.name });
  }
  expect(heads[0]).toEqual(heads[1]);
});

describe("a request that asks for the server's word", () => {
  const facts = { body: "body", headers: { host: "service", expect: "100-continue", "content-length": "4" } };

  it("sends its body once the server says so", async () => {
    const { port, seen } = await serve();
    const { response } = await handlerOf().handle(requestTo(port, facts));
    expect([response.statusCode, seen[0]?.body]).toEqual([200, "body"]);
  });

  it("sends none where the server answers at once, and lets the connection go", async () => {
    const { port, seen, server } = await serve();
    let connections = 0;
    server.on("connection", () => {
      connections += 1;
    });
    server.on("checkContinue", (_, response) => response.writeHead(413).end("too large"));
    const handler = handlerOf();
    for (let call = 0; call < 2; call += 1) {
      const { response } = await handler.handle(requestTo(port, facts));
      expect([response.statusCode, await text(response.body)]).toEqual([413, "too large"]);
    }
    expect([seen.length, connections]).toEqual([0, 2]);
  });
});

describe("a request that fails", () => {
  it("by its own stream, with that one's error", async () => {
    const { port } = await serve();
    const body = new PassThrough();
    body.write("half");
    const sent = handlerOf().handle(requestTo(port, { body }));
    setTimeout(() => body.destroy(new Error("disk failed")), 20);
    await expect(sent).rejects.toThrow("disk failed");
  });

  it("by a body or a header that can't be sent", async () => {
    const { port } = await serve();
    await expect(handlerOf().handle(requestTo(port, { body: {} }))).rejects.toThrow(TypeError);
    await expect(handlerOf().handle(requestTo(port, { headers: { a: "1\n2" } }))).rejects.toThrow(TypeError);
  });

  it("by an abort while it waits for a socket", async () => {
    const { port } = await serve(() => {});
    const handler = handlerOf({ httpAgent: { maxSockets: 1 } });
    const first = handler.handle(requestTo(port));
    first.catch(() => {});
    const caller = new AbortController();
    const waiting = handler.handle(requestTo(port), { abortSignal: caller.signal });
    setTimeout(() => caller.abort(), 20);
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("the limit of a request", () => {
  const logger = () => {
    const lines: string[] = [];
    const note = (line: string) => lines.push(line);
    return { lines, logger: { trace: note, debug: note, info: note, warn: note, error: note } };
  };

  it("ends it where the options say so, and else is a warning", async () => {
    const { port } = await serve((_, response) => void setTimeout(() => response.end("{}"), 80));
    const ending = handlerOf({ requestTimeout: 20, throwOnRequestTimeout: true });
    await expect(ending.handle(requestTo(port))).rejects.toMatchObject({ name: "TimeoutError", code: "ETIMEDOUT" });
    const told = logger();
    const warning = handlerOf({ requestTimeout: 20, logger: told.logger });
    expect((await warning.handle(requestTo(port))).response.statusCode).toBe(200);
    expect(told.lines).toEqual([expect.stringContaining("throwOnRequestTimeout")]);
  });

  it("of silence doesn't count once the answer is there, however late its body is read", async () => {
    const { port } = await serve();
    const { response } = await handlerOf({ socketTimeout: 30 }).handle(requestTo(port));
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await text(response.body)).toBe("{}");
  });

  it("of its own counts before the options'", async () => {
    const { port } = await serve((_, response) => void setTimeout(() => response.end("{}"), 40));
    const handler = handlerOf({ requestTimeout: 1, throwOnRequestTimeout: true });
    expect((await handler.handle(requestTo(port), { requestTimeout: 5_000 })).response.statusCode).toBe(200);
  });

  it("to find a socket is told once, where many wait, to the client's logger", async () => {
    const { port } = await serve((_, response) => void setTimeout(() => response.end("{}"), 60));
    const told = logger();
    const handler = handlerOf({ httpAgent: { maxSockets: 1 }, socketAcquisitionWarningTimeout: 10 });
    handler.updateHttpClientConfig(Symbol.for("logger"), told.logger);
    const calls = Array.from({ length: 4 }, async () => text((await handler.handle(requestTo(port))).response.body));
    await Promise.all(calls);
    expect(told.lines).toEqual([expect.stringContaining("maxSockets")]);
  });
});

describe("connections", () => {
  it("are shared by calls that begin together, and by those that follow", async () => {
    const { port, server } = await serve();
    let connections = 0;
    server.on("connection", () => {
      connections += 1;
    });
    const handler = handlerOf({ httpAgent: { maxSockets: 2 } });
    const call = async () => text((await handler.handle(requestTo(port))).response.body);
    await Promise.all([call(), call(), call(), call()]);
    await call();
    expect(connections).toBe(2);
  });

  it("come from another agent once the options name one", async () => {
    const { port } = await serve();
    const handler = handlerOf();
    await text((await handler.handle(requestTo(port))).response.body);
    const agent = new HttpAgent();
    opened.push(() => agent.destroy());
    handler.updateHttpClientConfig("httpAgent", agent);
    const { response } = await handler.handle(requestTo(port));
    expect(Object.values(agent.sockets)).toHaveLength(1);
    await text(response.body);
    expect(handler.httpHandlerConfigs().httpAgent).toBe(agent);
  });

  it("of the address of IPv6 are made without its brackets", async () => {
    const { response } = await handlerOf()
      .handle(requestTo(1, { hostname: "[::1]" }))
      .catch((error: NodeJS.ErrnoException & { address?: string }) => ({ response: error }));
    expect(response).toMatchObject({ code: "ECONNREFUSED", address: "::1" });
  });
});
