import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttp2Server, type Http2Server } from "node:http2";
import type { AddressInfo, Server } from "node:net";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttp2Handler, NodeHttpHandler } from "@smithy/node-http-handler";
import { afterEach, describe, expect, it } from "vitest";
import { type ClientConfig, commandOf, inputs, type Official, operations, pairs } from "./packages.ts";

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const REFUSAL = '{"__type":"UserNotFoundException","message":"No such user."}';
const DELIVERY = '{"CodeDeliveryDetails":{"Destination":"a***@e***","DeliveryMedium":"EMAIL"}}';

/** What a server saw of a request. */
interface Seen {
  readonly version: string;
  readonly target: string | undefined;
  readonly body: unknown;
}

/** A loopback server that keeps what it saw, and answers: users called "absent" aren't there. */
class Service {
  readonly seen: Seen[] = [];
  connections = 0;
  endpoint = "";
  #server: Server;

  constructor(kind: "http" | "http2") {
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      let text = "";
      for await (const part of request.setEncoding("utf8")) text += part;
      const target = request.headers["x-amz-target"];
      this.seen.push({
        version: request.httpVersion,
        target: typeof target === "string" ? target : undefined,
        body: JSON.parse(text),
      });
      const absent = /"absent"/.test(text);
      response.writeHead(absent ? 400 : 200, {
        "content-type": "application/x-amz-json-1.1",
        "x-amzn-requestid": `request-${this.seen.length}`,
      });
      response.end(absent ? REFUSAL : String(target).endsWith("AdminResetUserPassword") ? "{}" : DELIVERY);
    };
    this.#server =
      kind === "http" ? createServer(answer) : (createHttp2Server(answer as never) as Http2Server as unknown as Server);
    this.#server.on("connection", () => {
      this.connections += 1;
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((listening) => this.#server.listen(0, "127.0.0.1", listening));
    open.push(() => new Promise((closed) => this.#server.close(closed)));
    this.endpoint = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }
}

const clientOf = (sdk: Official, service: Service, requestHandler: ClientConfig["requestHandler"]) => {
  const client = new sdk.CognitoIdentityProviderClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    endpoint: service.endpoint,
    ...(requestHandler === undefined ? {} : { requestHandler }),
  });
  open.push(() => client.destroy());
  return client;
};

/** What a call gives, or how it fails, and what the server saw of it. */
const called = async (
  sdk: Official,
  kind: "http" | "http2",
  handler: () => ClientConfig["requestHandler"],
): Promise<object> => {
  const service = await new Service(kind).start();
  const client = clientOf(sdk, service, handler());
  const outputs = [];
  for (const operation of operations) outputs.push(await client.send(commandOf(sdk, operation) as never));
  const refused: unknown = await client
    .send(new sdk.ForgotPasswordCommand({ ...inputs.ForgotPassword, Username: "absent" }))
    .catch((error: unknown) => error);
  if (!(refused instanceof sdk.UserNotFoundException)) throw refused;
  const { name, message, $fault, $metadata } = refused;
  return { outputs, refused: { name, message, $fault, $metadata }, seen: service.seen };
};

const handlers: readonly [string, "http" | "http2", () => ClientConfig["requestHandler"]][] = [
  ["@smithy/fetch-http-handler", "http", () => new FetchHttpHandler({ requestTimeout: 30_000 })],
  ["@smithy/node-http-handler with an agent of the user's own", "http", () => agents(new Agent({ keepAlive: false }))],
  [
    "@smithy/node-http-handler with an agent's options",
    "http",
    () => new NodeHttpHandler({ httpAgent: { maxSockets: 1 } }),
  ],
  ["the options of a handler alone, with an agent", "http", () => ({ httpAgent: new Agent({ maxSockets: 1 }) })],
  ["HTTP/2", "http2", () => new NodeHttp2Handler()],
  ["HTTP/2 with a session for each call", "http2", () => new NodeHttp2Handler({ disableConcurrentStreams: true })],
];

const agents = (httpAgent: Agent): NodeHttpHandler => {
  open.push(() => httpAgent.destroy());
  return new NodeHttpHandler({ httpAgent });
};

describe.each(pairs)("request handlers of users in $name", ({ ours, official }) => {
  it.each(handlers)("are called as officially: %s", async (_, kind, handler) => {
    const mine = await called(ours, kind, handler);
    expect(mine).toEqual(await called(official, kind, handler));
    expect(mine).toMatchObject({
      outputs: [{ CodeDeliveryDetails: { Destination: "a***@e***" } }, {}, {}, {}],
      refused: { name: "UserNotFoundException", $metadata: { httpStatusCode: 400 } },
      seen: [...operations, "ForgotPassword"].map((operation) => ({
        version: kind === "http" ? "1.1" : "2.0",
        target: `AWSCognitoIdentityProviderService.${operation}`,
      })),
    });
  });

  it("keep to the sockets of the user's agent, 20 calls at once", async () => {
    for (const sdk of [ours, official]) {
      const service = await new Service("http").start();
      const client = clientOf(sdk, service, agents(new Agent({ keepAlive: true, maxSockets: 3 })));
      await Promise.all(Array.from({ length: 20 }, () => client.send(commandOf(sdk, "ForgotPassword") as never)));
      expect([service.seen.length, service.connections]).toEqual([20, 3]);
    }
  });

  it("share one session of HTTP/2, 20 calls at once", async () => {
    for (const sdk of [ours, official]) {
      const service = await new Service("http2").start();
      const client = clientOf(sdk, service, new NodeHttp2Handler());
      await Promise.all(Array.from({ length: 20 }, () => client.send(commandOf(sdk, "ForgotPassword") as never)));
      expect([service.seen.length, service.connections]).toEqual([20, 1]);
    }
  });

  it.each([
    ["fetch", "http", () => new FetchHttpHandler()],
    ["HTTP/2", "http2", () => new NodeHttp2Handler()],
  ] as const)("let a call be aborted: %s", async (_, kind, handler) => {
    const names = [];
    for (const sdk of [ours, official]) {
      const service = await new Service(kind).start();
      const client = clientOf(sdk, service, handler());
      const abort = new AbortController();
      abort.abort();
      const error: unknown = await client
        .send(commandOf(sdk, "ForgotPassword") as never, { abortSignal: abort.signal })
        .catch((thrown: unknown) => thrown);
      names.push(error instanceof Error ? error.name : error);
      expect(service.seen).toEqual([]);
    }
    expect(names).toEqual(["AbortError", "AbortError"]);
  });
});
