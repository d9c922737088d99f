import { ConfiguredRetryStrategy } from "@smithy/core/retry";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { afterEach, describe, expect, it } from "vitest";
import { answerText, type RawServer, rawServer } from "../faults/raw-server.ts";
import { type CallOptions, type ClientConfig, commandOf, inputs, type Official, pairs } from "./packages.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const serving = async (answer: Parameters<typeof rawServer>[0]): Promise<RawServer> => {
  const server = await rawServer(answer);
  open.push(server);
  return server;
};

/** What a head says is to come, and never does. */
const HEAD = "HTTP/1.1 200 OK\r\nx-amzn-requestid: request-1\r\ncontent-length: 100\r\n\r\n";

const clientOf = (sdk: Official, server: { readonly port: number }, config: ClientConfig = {}) => {
  const client = new sdk.CognitoIdentityProviderClient({
    ...{ region: "eu-west-1", endpoint: `http://127.0.0.1:${server.port}` },
    retryStrategy: new ConfiguredRetryStrategy(2, 0),
    ...config,
  });
  open.push({ close: () => client.destroy() });
  return client;
};

const configsOf = async (
  sdk: Official,
  requestHandler?: ClientConfig["requestHandler"],
): Promise<object | undefined> => {
  const server = await serving((socket) => socket.write(answerText(200, "{}")));
  const client = clientOf(sdk, server, requestHandler === undefined ? {} : { requestHandler });
  // Options are resolved by the first call.
  await client.send(commandOf(sdk, "ForgotPassword") as never);
  const { connectionTimeout, socketTimeout, requestTimeout } = (
    client.config.requestHandler as NodeHttpHandler
  ).httpHandlerConfigs();
  return { connectionTimeout, socketTimeout, requestTimeout };
};

describe.each(pairs)("the time limits of $name", ({ ours, official }) => {
  it.each<[string, ClientConfig["requestHandler"], object]>([
    ["nothing", undefined, { connectionTimeout: 10_000, socketTimeout: 300_000, requestTimeout: undefined }],
    ["an empty object", {}, { connectionTimeout: 10_000, socketTimeout: 300_000, requestTimeout: undefined }],
    ["limits", { connectionTimeout: 1_000, socketTimeout: 0 }, { connectionTimeout: 1_000, socketTimeout: 0 }],
    ["one limit", { socketTimeout: 7_000 }, { connectionTimeout: 10_000, socketTimeout: 7_000 }],
    ["the limit of a whole call", { requestTimeout: 9_000 }, { requestTimeout: 9_000, socketTimeout: 300_000 }],
    [
      "a handler of the user's own",
      new NodeHttpHandler({ socketTimeout: 5_000 }),
      { socketTimeout: 5_000, connectionTimeout: undefined },
    ],
  ])("are these where the user gives %s", async (_, given, expected) => {
    expect(await configsOf(ours, given)).toMatchObject(expected);
  });

  it.each(["legacy", "standard", "in-region", "cross-region", "mobile"] as const)(
    "to connect are the official ones where a mode has one: %s",
    async (defaultsMode) => {
      const limits = [];
      for (const sdk of [ours, official]) {
        const server = await serving((socket) => socket.write(answerText(200, "{}")));
        const client = clientOf(sdk, server, { defaultsMode });
        await client.send(commandOf(sdk, "ForgotPassword") as never);
        const handler = client.config.requestHandler as NodeHttpHandler;
        limits.push(handler.httpHandlerConfigs().connectionTimeout);
      }
      expect(limits).toEqual([limits[1] ?? 10_000, limits[1]]);
    },
  );

  it("leave the agents' options to the user", async () => {
    const options = [];
    for (const sdk of [ours, official]) {
      for (const protocol of ["http", "https"]) {
        // Nobody listens there; what counts is the agent.
        const nowhere = { port: 1 };
        const client = clientOf(sdk, nowhere, {
          endpoint: `${protocol}://127.0.0.1:${nowhere.port}`,
          requestHandler: { httpAgent: { maxSockets: 7 }, httpsAgent: { keepAlive: false } },
        });
        await client.send(commandOf(sdk, "ForgotPassword") as never).catch(() => {});
        const { [`${protocol}Agent`]: agent } = (
          client.config.requestHandler as NodeHttpHandler
        ).httpHandlerConfigs() as Record<string, { maxSockets?: number; keepAlive?: boolean }>;
        options.push([agent?.maxSockets, agent?.keepAlive]);
      }
    }
    expect(options).toEqual([
      [7, true],
      [50, false],
      [7, true],
      [50, false],
    ]);
  });

  it("end with the client, as its connections do", async () => {
    for (const sdk of [ours, official]) {
      const closed: Promise<void>[] = [];
      const server = await serving((socket) => {
        closed.push(new Promise((resolve) => socket.once("close", () => resolve())));
        socket.write(answerText(200, "{}"));
      });
      const client = clientOf(sdk, server);
      await client.send(commandOf(sdk, "ForgotPassword") as never);
      client.destroy();
      await Promise.all(closed);
      expect(closed).toHaveLength(1);
    }
  });

  it("leave a handler of the user's own as it is", () => {
    const requestHandler = new NodeHttpHandler();
    const { config } = clientOf(ours, { port: 1 }, { requestHandler });
    expect(config.requestHandler).toBe(requestHandler);
    expect(Object.hasOwn(requestHandler, "handle")).toBe(false);
  });

  it.each<[string, string]>([
    ["head", ""],
    ["body", HEAD],
  ])("end a call whose %s doesn't come, after it was tried again", async (_, written) => {
    const server = await serving((socket) => void socket.write(written));
    const error = {
      name: "TimeoutError",
      message: expect.stringContaining("socketTimeout"),
      $metadata: { attempts: 2 },
    };
    const limited = clientOf(ours, server, { requestHandler: { socketTimeout: 40 } });
    await expect(limited.send(commandOf(ours, "ForgotPassword") as never)).rejects.toMatchObject(error);
    expect(server.requests()).toBe(2);
    const client = clientOf(ours, server);
    const options: CallOptions = { socketTimeout: 40 };
    await expect(client.send(commandOf(ours, "ForgotPassword") as never, options)).rejects.toMatchObject(error);
    expect(server.requests()).toBe(4);
  });

  it("end a connection that isn't made", async () => {
    // TCP connects, and the handshake of TLS never ends.
    const server = await serving(() => undefined);
    const endpoint = `https://127.0.0.1:${server.port}`;
    const error = { name: "TimeoutError", message: expect.stringContaining("connectionTimeout") };
    const limited = clientOf(ours, server, { endpoint, requestHandler: { connectionTimeout: 40 } });
    await expect(limited.send(commandOf(ours, "ForgotPassword") as never)).rejects.toMatchObject(error);
    expect(server.connections()).toBe(2);
    const options: CallOptions = { connectionTimeout: 40 };
    await expect(
      clientOf(ours, server, { endpoint }).send(commandOf(ours, "ForgotPassword") as never, options),
    ).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("let a call have more time to connect than the client", async () => {
    const server = await serving(() => undefined);
    const endpoint = `https://127.0.0.1:${server.port}`;
    const requestHandler = { connectionTimeout: 1 };
    const client = clientOf(ours, server, {
      endpoint,
      requestHandler,
      retryStrategy: new ConfiguredRetryStrategy(1, 0),
    });
    const options: CallOptions = { connectionTimeout: 40 };
    const sent = client.send(commandOf(ours, "ForgotPassword") as never, options);
    await expect(sent).rejects.toMatchObject({ message: expect.stringContaining(" 40 ms") });
  });

  it("let calls with limits of their own use the client's connections", async () => {
    const server = await serving((socket) => socket.write(answerText(200, "{}")));
    const client = clientOf(ours, server);
    const limits: readonly CallOptions[] = [
      {},
      { connectionTimeout: 5_000 },
      { socketTimeout: 5_000 },
      { connectionTimeout: 0 },
      {},
    ];
    for (const options of limits) await client.send(commandOf(ours, "ForgotPassword") as never, options);
    expect([server.requests(), server.connections()]).toEqual([5, 1]);
  });

  it("give way to a server that is slow and not silent, and to an attempt that succeeds", async () => {
    const server = await serving((socket, request) => void (request > 1 && socket.write(answerText(200, "{}"))));
    const client = clientOf(ours, server, { requestHandler: { socketTimeout: 40 } });
    const output = await client.send(new ours.ForgotPasswordCommand(inputs.ForgotPassword));
    expect(output.$metadata).toMatchObject({ attempts: 2, httpStatusCode: 200 });
  });
});

describe.each(pairs)("an abort of a call of $name", ({ ours, official }) => {
  it.each(["before it is sent", "while it connects", "before the head", "within the body"] as const)(
    "%s ends it",
    async (stage) => {
      const seen = [];
      for (const sdk of stage === "within the body" ? [ours] : [ours, official]) {
        const caller = new AbortController();
        const server = await serving((socket) => {
          if (stage === "within the body") socket.write(HEAD);
          if (stage === "before the head") caller.abort();
        });
        const endpoint = `${stage === "while it connects" ? "https" : "http"}://127.0.0.1:${server.port}`;
        const client = clientOf(sdk, server, { endpoint });
        if (stage === "before it is sent") caller.abort();
        const sent = client.send(commandOf(sdk, "ForgotPassword") as never, { abortSignal: caller.signal });
        const outcome = sent.catch((error: Error) => error.name);
        if (stage === "while it connects") await waitFor(() => server.connections() > 0);
        if (stage === "within the body") {
          await waitFor(() => server.requests() > 0);
          // The head is written by now; the turns of the loop that follow bring it to the client, or the abort comes first.
          for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        }
        caller.abort();
        seen.push([await outcome, server.requests()]);
      }
      expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(seen[0]?.[0]).toBe("AbortError");
    },
  );
});

const waitFor = async (come: () => boolean): Promise<void> => {
  while (!come()) await new Promise((resolve) => setImmediate(resolve));
};
