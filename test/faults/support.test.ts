import { Agent } from "node:http";
import { createServer as createHttpsServer, Agent as HttpsAgent } from "node:https";
import type { AddressInfo } from "node:net";
import type { HttpRequest } from "@smithy/core/protocols";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { afterEach, describe, expect, it } from "vitest";
import type { CallOptions } from "../../codegen/typescript/support/call-options.ts";
import { FetchRequestHandler } from "../../codegen/typescript/support/request-handler.browser.ts";
import { NodeRequestHandler } from "../../codegen/typescript/support/request-handler.ts";
import { resultMetadata } from "../../codegen/typescript/support/result-metadata.ts";
import { answerText, type RawServer, rawServer } from "./raw-server.ts";
import { BusyException, PingCommand, PingServiceException, pingClient } from "./support-client.ts";

const opened: { close?(): Promise<void>; destroy?(): void }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0)) {
    await thing.close?.();
    thing.destroy?.();
  }
});

const serve = async (answer: Parameters<typeof rawServer>[0]): Promise<RawServer> => {
  const server = await rawServer(answer);
  opened.push(server);
  return server;
};

const nodeHandler = (options: ConstructorParameters<typeof NodeRequestHandler>[0] = {}) => {
  const handler = new NodeRequestHandler(options);
  opened.push(handler);
  return handler;
};

/** The error of one call, with what the retry middleware says of it. */
const failure = async (
  port: number,
  handler: Parameters<typeof pingClient>[1],
  options?: CallOptions,
  attempts = 3,
): Promise<Error & { $metadata?: { httpStatusCode?: number; requestId?: string; attempts?: number } }> => {
  try {
    await pingClient(port, handler, { attempts }).send(new PingCommand({ Text: "x" }), options);
  } catch (error) {
    return error as Error;
  }
  throw new Error("The call did not fail.");
};

const HEAD = answerText(200, "", { "content-length": "100" });

const handlers = [
  { name: "Node.js", make: (socketTimeout: number) => nodeHandler({ socketTimeout }) },
  { name: "fetch", make: (socketTimeout: number) => new FetchRequestHandler({ socketTimeout }) },
];

describe.each(handlers)("a server that stops talking ($name)", ({ make }) => {
  it("before the head: a TimeoutError that is tried again", async () => {
    const server = await serve(() => {});
    const error = await failure(server.port, make(60));
    expect(error).toMatchObject({ name: "TimeoutError", $metadata: { attempts: 3 } });
    expect(error.message).toMatch(/60 ms.*`socketTimeout`/);
  });

  it("within the head", async () => {
    const server = await serve((socket) => socket.write("HTTP/1.1 200 OK\r\nx-am"));
    expect(await failure(server.port, make(60))).toMatchObject({ name: "TimeoutError", $metadata: { attempts: 3 } });
  });

  it("after the head, and within the body: with the status", async () => {
    for (const sent of [HEAD, `${HEAD}{"Text`]) {
      const server = await serve((socket) => socket.write(sent));
      const error = await failure(server.port, make(400), {}, 2);
      expect(error).toMatchObject({
        name: "TimeoutError",
        $metadata: { httpStatusCode: 200, requestId: "request-1", attempts: 2 },
      });
      expect(error.message).toMatch(/400 ms.*`socketTimeout`/);
    }
  });

  it("is waited for as long as bytes come, however slowly", async () => {
    const server = await serve((socket) => {
      const bytes = answerText(200, '{"Text":"slow"}');
      const parts = [0, 20, 40, 60, 80, 85].map((from, index, all) => bytes.slice(from, all[index + 1]));
      parts.forEach((part, index) => {
        setTimeout(() => socket.write(part), 250 * index);
      });
    });
    const output = await pingClient(server.port, make(1_000)).send(new PingCommand({}));
    expect(output["Text"]).toBe("slow");
  });

  it("a call's own limit beats the client's", async () => {
    const server = await serve(() => {});
    expect(await failure(server.port, make(60_000), { socketTimeout: 60 }, 1)).toMatchObject({ name: "TimeoutError" });
  });

  it("is told good-bye by the caller's signal, at every stage, and once only", async () => {
    for (const sent of ["", HEAD, `${HEAD}{"Text`]) {
      const caller = new AbortController();
      const server = await serve((socket) => {
        socket.write(sent);
        setTimeout(() => caller.abort(), 30);
      });
      const error = await failure(server.port, make(60_000), { abortSignal: caller.signal });
      expect(error.name).toBe("AbortError");
      expect(server.requests()).toBe(1);
    }
    const server = await serve(() => {});
    expect(await failure(server.port, make(60_000), { abortSignal: AbortSignal.abort() })).toMatchObject({
      name: "AbortError",
    });
    expect(server.requests()).toBe(0);
  });
});

describe("an answer that ends too soon", () => {
  it("a reset within the body says status, request id and cause, and is tried again", async () => {
    const server = await serve((socket) => {
      socket.write(`${HEAD}{"Text`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
    const error = await failure(server.port, nodeHandler());
    expect(error).toMatchObject({
      name: "ResponseBodyError",
      cause: { code: "ECONNRESET" },
      $metadata: { httpStatusCode: 200, requestId: "request-1", attempts: 3 },
    });
    expect(error.message).toContain("HTTP 200, request id request-1: the body could not be read to its end");
  });

  it("so does a body shorter than announced", async () => {
    const server = await serve((socket) => socket.end(`${HEAD}{"Text`));
    expect(await failure(server.port, nodeHandler())).toMatchObject({
      name: "ResponseBodyError",
      $metadata: { httpStatusCode: 200, attempts: 3 },
    });
  });

  it("before or within the head it is tried again as well", async () => {
    for (const sent of ["", "HTTP/1.1 200 OK\r\nx-am"]) {
      const server = await serve((socket) => socket.end(sent));
      expect(await failure(server.port, nodeHandler())).toMatchObject({ $metadata: { attempts: 3 } });
      expect(server.requests()).toBe(3);
    }
  });

  it("JSON cut short is an error with the body's start, and not tried again", async () => {
    const server = await serve((socket) => socket.write(answerText(200, '{"Text":"ab')));
    const error = await failure(server.port, nodeHandler());
    expect(error).toMatchObject({
      name: "ResponseBodyError",
      bodyStart: '{"Text":"ab',
      cause: { name: "SyntaxError" },
      $metadata: { httpStatusCode: 200, requestId: "request-1", attempts: 1 },
    });
    expect(error.message).toContain(String.raw`{\"Text\":\"ab`);
  });
});

describe("error answers over a socket", () => {
  it("a page of a proxy: the base exception with status, request id and the body's start, tried again", async () => {
    const server = await serve((socket) => socket.write(answerText(503, "<html>\r\n\u001b[31mno</html>")));
    const error = await failure(server.port, nodeHandler());
    expect(error).toBeInstanceOf(PingServiceException);
    expect(error).toMatchObject({ name: "Unknown", $fault: "server", $metadata: { httpStatusCode: 503, attempts: 3 } });
    expect(error.message).toContain("HTTP 503, request id request-1: the body is not JSON");
    expect(error.message).toContain(String.raw`<html>\r\n\u001b[31mno</html>`);
  });

  it("an error after a success does not close the connection, and a later success works", async () => {
    const server = await serve((socket, request) =>
      socket.write(request === 1 ? answerText(400, '{"__type":"ns#BusyException"}') : answerText(200, '{"Text":"y"}')),
    );
    const handler = nodeHandler();
    expect(await failure(server.port, handler)).toBeInstanceOf(BusyException);
    const output = await pingClient(server.port, handler).send(new PingCommand({}));
    expect(output["Text"]).toBe("y");
    expect(server.connections()).toBe(1);
  });

  it("an output's response, times and attempts are kept beside it", async () => {
    const server = await serve((socket, request) =>
      socket.write(request === 1 ? answerText(500, "") : answerText(200, "{}")),
    );
    const output = await pingClient(server.port, nodeHandler()).send(new PingCommand({}));
    expect(Object.keys(output)).toEqual(["$metadata"]);
    const metadata = resultMetadata(output);
    expect(metadata).toMatchObject({ response: { statusCode: 200 }, attempts: 2 });
    expect(Number(metadata?.receivedAt)).toBeGreaterThanOrEqual(Number(metadata?.sentAt));
    expect(
      resultMetadata(await failure((await serve((s) => s.write(answerText(400, "")))).port, nodeHandler())),
    ).toMatchObject({
      response: { statusCode: 400 },
      attempts: 1,
    });
  });
});

describe("connecting", () => {
  it("a handshake that never ends is a TimeoutError", async () => {
    const server = await serve(() => {});
    const client = pingClient(server.port, nodeHandler({ connectionTimeout: 60 }), { protocol: "https:" });
    const error: Error = await client.send(new PingCommand({})).then(
      () => expect.unreachable(),
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ name: "TimeoutError", $metadata: { attempts: 3 } });
    expect(error.message).toMatch(/60 ms.*`connectionTimeout`/);
  });

  it("a handshake that ends is all that the limit asks for", async () => {
    // A key known to both sides spares the test a certificate.
    const psk = Buffer.alloc(32, 1);
    const tls = { ciphers: "PSK", maxVersion: "TLSv1.2" as const };
    const server = createHttpsServer({ ...tls, pskCallback: () => psk }, (_, response) => {
      setTimeout(() => response.end('{"Text":"x"}'), 600);
    });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });
    const handler = nodeHandler({
      connectionTimeout: 500,
      httpsAgent: {
        ...tls,
        pskCallback: () => ({ psk, identity: "test" }),
        checkServerIdentity: () => undefined,
      },
    });
    const output = await pingClient(port, handler, { protocol: "https:" }).send(new PingCommand({}));
    expect(output).toMatchObject({ Text: "x", $metadata: { attempts: 1 } });
    handler.destroy();
    server.close();
  });

  it("waiting for a socket of the agent is not connecting", async () => {
    const server = await serve((socket) => setTimeout(() => socket.write(answerText(200, "{}")), 500));
    const client = pingClient(server.port, nodeHandler({ connectionTimeout: 400, httpAgent: { maxSockets: 1 } }));
    const outputs = await Promise.all([1, 2, 3].map(() => client.send(new PingCommand({}))));
    expect(outputs.map(({ $metadata }) => $metadata.attempts)).toEqual([1, 1, 1]);
    expect(server.connections()).toBe(1);
  });

  it("an agent that the user made has the published limit, where one is asked for", async () => {
    const server = await serve(() => {});
    const own = new HttpsAgent({ keepAlive: true });
    const connect = own.createConnection;
    const handler = nodeHandler({ connectionTimeout: 60, socketTimeout: 90, httpsAgent: own });
    await expect(
      pingClient(server.port, handler, { protocol: "https:", attempts: 1 }).send(new PingCommand({})),
    ).rejects.toMatchObject({ name: "TimeoutError" });
    expect(own.createConnection).toBe(connect);
    expect(handler.httpHandlerConfigs()).toMatchObject({ connectionTimeout: 60, httpsAgent: own });
  });

  it("a limit changed later holds for the next connection", async () => {
    const server = await serve(() => {});
    const handler = nodeHandler({ connectionTimeout: 0 });
    handler.updateHttpClientConfig("connectionTimeout", 60);
    await expect(
      pingClient(server.port, handler, { protocol: "https:", attempts: 1 }).send(new PingCommand({})),
    ).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

describe("one socket, many calls", () => {
  it("leaves no listener and no limit behind, and warns of nothing", async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on("warning", note);
    const counts: number[] = [];
    const server = await serve((socket) => socket.write(answerText(200, '{"Text":"x"}')));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const handler = nodeHandler({ httpAgent: agent, socketTimeout: 5_000 });
    const client = pingClient(server.port, handler);
    const { signal } = new AbortController();
    for (let call = 0; call < 1_000; call += 1) {
      const options: CallOptions =
        call % 3 === 0 ? { abortSignal: signal, socketTimeout: 2_000 + (call % 2) } : { abortSignal: signal };
      await client.send(new PingCommand({}), options);
      if (call === 10 || call === 999) {
        const [socket] = Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? []);
        counts.push(socket?.eventNames().reduce((sum, name) => sum + socket.listenerCount(name), 0) ?? -1);
        expect(socket?.timeout).toBe(0);
      }
    }
    process.off("warning", note);
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(counts[0]);
    expect(warnings).toEqual([]);
    expect(server.connections()).toBe(1);
  });

  it("an idle connection that the server closed is replaced without using an attempt", async () => {
    const server = await serve((socket) => {
      socket.write(answerText(200, "{}"));
      setTimeout(() => socket.end(), 10);
    });
    const agent = new Agent({ keepAlive: true });
    const client = pingClient(server.port, nodeHandler({ httpAgent: agent }));
    await client.send(new PingCommand({}));
    while (Object.keys(agent.freeSockets).length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect((await client.send(new PingCommand({}))).$metadata.attempts).toBe(1);
  });
});

describe("whose handler it is", () => {
  it("a user's own handler is left alone", () => {
    const own = new NodeHttpHandler({});
    const any = { handle: async (_: HttpRequest) => expect.unreachable() };
    expect(NodeRequestHandler.create(own)).toBe(own);
    expect(NodeRequestHandler.create(any)).toBe(any);
    expect(FetchRequestHandler.create(any)).toBe(any);
    expect(NodeRequestHandler.create({ socketTimeout: 1 })).toBeInstanceOf(NodeRequestHandler);
  });

  it("has the default limits unless told otherwise, from a provider too", async () => {
    const limits = async (handler: NodeRequestHandler, server: RawServer) => {
      opened.push(handler);
      await pingClient(server.port, handler).send(new PingCommand({}));
      const { connectionTimeout, socketTimeout } = handler.httpHandlerConfigs();
      return { connectionTimeout, socketTimeout };
    };
    const server = await serve((socket) => socket.write(answerText(200, "{}")));
    expect(await limits(new NodeRequestHandler(), server)).toEqual({
      connectionTimeout: 10_000,
      socketTimeout: 300_000,
    });
    expect(await limits(new NodeRequestHandler({}, 900_000), server)).toMatchObject({ socketTimeout: 900_000 });
    const provided = new NodeRequestHandler(async () => ({ connectionTimeout: 3_100 }));
    expect(await limits(provided, server)).toEqual({ connectionTimeout: 3_100, socketTimeout: 300_000 });
    expect(await limits(new NodeRequestHandler(async () => undefined), server)).toMatchObject({
      connectionTimeout: 10_000,
    });
  });

  it("a provider of options that fails is the error of the call, and of nothing else", async () => {
    const handlers = [NodeRequestHandler, FetchRequestHandler].map(
      (Handler) => new Handler(() => Promise.reject(new Error("no options"))),
    );
    for (const handler of handlers) {
      await expect(pingClient(1, handler, { attempts: 1 }).send(new PingCommand({}))).rejects.toThrow("no options");
    }
  });
});
