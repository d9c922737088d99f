import type { Logger } from "@smithy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isolate } from "./environment.ts";
import { type ClientConfig, commandOf, inputs, type Official, operations, pairs } from "./packages.ts";
import { bodyText, Recorder, type Reply } from "./recorder.ts";

let cleanUp: () => void = () => {};
beforeEach(() => {
  cleanUp = isolate();
});
afterEach(() => {
  cleanUp();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const base: ClientConfig = { region: "eu-west-1", credentials: { accessKeyId: "AKID", secretAccessKey: "secret" } };
const details = {
  CodeDeliveryDetails: { Destination: "a***@example.com", DeliveryMedium: "EMAIL", AttributeName: "email" },
};
const delivered: Reply = { body: JSON.stringify(details) };
const refused: Reply = { status: 400, body: '{"__type":"UserNotFoundException","message":"No such user."}' };

/** What a runtime extension is given, as far as these tests use it. */
interface Extended {
  httpHandler(): unknown;
  httpAuthSchemes(): readonly { readonly schemeId: string }[];
  setRegion(region: () => Promise<string>): void;
  setHttpHandler(handler: Recorder): void;
  setCredentials(credentials: object): void;
  setHttpAuthSchemeProvider(provider: (parameters: { readonly operation: string }) => readonly object[]): void;
}

const propertiesExtractor = (config: object, context: object) => ({ signingProperties: { config, context } });

const clientOf = (sdk: Official, config: ClientConfig = {}, ...replies: readonly Reply[]) => {
  const requestHandler = new Recorder(...replies);
  return { client: new sdk.CognitoIdentityProvider({ ...base, requestHandler, ...config }), requestHandler };
};

/** What a callback is called with. */
const called = (start: (callback: (...result: unknown[]) => void) => unknown): Promise<unknown[]> =>
  new Promise((resolve) => {
    const returned = start((...result) => resolve([returned, ...result]));
  });

/** An error as its own facts, since those of two packages have two classes. */
const plain = (value: unknown): unknown =>
  value instanceof Error ? { ...value, name: value.name, message: value.message, $response: undefined } : value;

/** A line of the logger's middleware, with its error made plain. */
const logged = (line: unknown): unknown =>
  typeof line === "object" && line !== null && "error" in line ? { ...line, error: plain(line.error) } : line;

describe.each(pairs)("calls of $name", ({ ours, official }) => {
  it.each(operations)(
    "give the official result as promise, to callbacks, and by the aggregated client: %s",
    async (operation) => {
      const method = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}` as "forgotPassword";
      const input = inputs[operation] as (typeof inputs)["ForgotPassword"];
      const seen = [];
      for (const sdk of [ours, official]) {
        // The older client keeps members that the model doesn't have.
        const good = operation === "AdminResetUserPassword" ? {} : delivered;
        const { client, requestHandler } = clientOf(sdk, {}, good, refused, good, refused, good);
        const send = client.send.bind(client) as (...args: unknown[]) => Promise<unknown>;
        const answers = [
          await send(commandOf(sdk, operation)),
          await called((callback) => send(commandOf(sdk, operation), callback)),
          await called((callback) => send(commandOf(sdk, operation), { requestTimeout: 5 }, callback)),
          await client[method](input).catch((error: Error) => error),
          await client[method](input, { requestTimeout: 6 }),
          await called((callback) => client[method](input, callback)),
          await called((callback) => client[method](input, { requestTimeout: 7 }, callback)),
        ];
        const results = answers.map((answer) => (Array.isArray(answer) ? answer.map(plain) : plain(answer)));
        const wrong = await send(commandOf(sdk, operation), 5).catch((error: Error) => error.name);
        seen.push({ results, options: requestHandler.options.slice(0, 7), wrong });
      }
      expect(seen[0]).toEqual(seen[1]);
      const [promised, toCallback] = seen[0]?.results ?? [];
      expect(promised).toMatchObject(operation === "AdminResetUserPassword" ? {} : details);
      expect(toCallback).toMatchObject([undefined, { name: "UserNotFoundException" }]);
    },
  );

  it("without input go as officially where inputs aren't checked, and are refused where they are", async () => {
    const bodies = [];
    for (const sdk of [ours, official]) {
      const { client, requestHandler } = clientOf(sdk, { validation: "off" } as object);
      const Command = sdk.ForgotPasswordCommand as unknown as new (
        input?: null,
      ) => InstanceType<typeof sdk.ForgotPasswordCommand>;
      const command = new Command();
      expect(command.input).toEqual({});
      await client.send(command);
      await client.send(new Command(null));
      await (client.forgotPassword as (input?: object) => Promise<unknown>)();
      bodies.push(requestHandler.requests.map(bodyText));
    }
    expect(bodies).toEqual([
      ["{}", "{}", "{}"],
      ["{}", "{}", "{}"],
    ]);
    const { client, requestHandler } = clientOf(ours);
    const call = (client.forgotPassword as (input?: object) => Promise<unknown>)();
    await expect(call).rejects.toMatchObject({ name: "InputValidationError" });
    expect(requestHandler.requests).toEqual([]);
  });

  it("end with the client's handler when it is destroyed", () => {
    for (const sdk of [ours, official]) {
      const { client, requestHandler } = clientOf(sdk);
      expect(client.destroy()).toBeUndefined();
      expect(requestHandler.destroyed).toBe(1);
    }
  });

  it("do as runtime extensions say", async () => {
    const seen = [];
    for (const sdk of [ours, official]) {
      const { client, requestHandler } = clientOf(sdk, {}, delivered);
      const other = new Recorder(delivered);
      const configured: unknown[] = [];
      const extension = {
        configure(extended: Extended) {
          configured.push(Object.keys(extended).sort(), extended.httpHandler() === requestHandler);
          configured.push(extended.httpAuthSchemes().map(({ schemeId }) => schemeId));
          extended.setRegion(async () => "ap-south-2");
          extended.setHttpHandler(other);
          extended.setCredentials({ accessKeyId: "EXTENDED", secretAccessKey: "secret" });
          extended.setHttpAuthSchemeProvider(({ operation }) =>
            operation === "ForgotPassword"
              ? [
                  {
                    schemeId: "aws.auth#sigv4",
                    signingProperties: { name: "other", region: "us-west-1" },
                    propertiesExtractor,
                  },
                ]
              : [{ schemeId: "smithy.api#noAuth" }],
          );
        },
      };
      const extended = clientOf(sdk, { requestHandler, extensions: [extension as never] }).client;
      await extended.send(commandOf(sdk, "ForgotPassword") as never).catch((error) => configured.push(String(error)));
      await extended
        .send(commandOf(sdk, "AdminResetUserPassword") as never)
        .catch((error) => configured.push(String(error)));
      client.destroy();
      seen.push({
        configured,
        region: await extended.config.region(),
        extensions: extended.config.extensions.length,
        requests: other.requests.map(({ hostname, headers }) => [
          hostname,
          /Credential=[^,]*/.exec(headers["authorization"] ?? "")?.[0],
        ]),
      });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.requests).toHaveLength(2);
  });

  it.each<[string, readonly Reply[]]>([
    ["one attempt", [delivered]],
    ["a modelled error", [refused]],
    ["attempts that fail and one that doesn't", [{ status: 500 }, { status: 503, body: "busy" }, delivered]],
    ["throttling", [{ status: 400, body: '{"__type":"TooManyRequestsException"}' }, delivered]],
    ["a wait that the server asks for", [{ status: 503, headers: { "retry-after": "2" } }, delivered]],
    ["attempts that all fail", [{ status: 502, body: '{"__type":"InternalErrorException","message":"Bad."}' }]],
    ["broken connections", [Object.assign(new Error("reset"), { code: "ECONNRESET" }), delivered]],
    ["an error that isn't retried", [new Error("odd")]],
    ["other headers for ids", [{ headers: { "x-amz-id-2": "extended", "x-amz-cf-id": "front" } }]],
  ])("have the official metadata and pauses after %s", async (_, replies) => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const seen = [];
    for (const sdk of [ours, official]) {
      const { client, requestHandler } = clientOf(sdk, {}, ...replies);
      const call = client.send(commandOf(sdk, "ForgotPassword") as never).then(
        (output: { $metadata?: object }) => output.$metadata,
        ({ name, message, $metadata, $fault, $retryable }) => ({ name, message, $metadata, $fault, $retryable }),
      );
      let going = true;
      const ended = () => {
        going = false;
      };
      call.then(ended, ended);
      while (going) {
        await vi.runAllTimersAsync();
        await new Promise((resolve) => setImmediate(resolve));
      }
      seen.push({ result: await call, requests: requestHandler.requests.length });
    }
    expect(seen[0]).toEqual(seen[1]);
  });

  it("log what the official client logs, without sensitive members", async () => {
    const seen = [];
    for (const sdk of [ours, official]) {
      const lines: unknown[][] = [];
      const note =
        (level: string) =>
        (...args: unknown[]) =>
          lines.push([level, ...args.map(logged)]);
      const logger: Logger = { debug: note("debug"), error: note("error"), info: note("info"), warn: note("warn") };
      const { client } = clientOf(sdk, { logger }, delivered, refused);
      const input = {
        ...{ ClientId: "secret-1", Username: "secret-2", SecretHash: "secret-3", ClientMetadata: { key: "value" } },
        UserContextData: { IpAddress: "secret-4", EncodedData: "secret-5" },
        AnalyticsMetadata: { AnalyticsEndpointId: "endpoint" },
      };
      await client.forgotPassword(input);
      await client.forgotPassword(input).catch(() => undefined);
      await client
        .getUserAttributeVerificationCode({ AccessToken: "secret-6", AttributeName: "email" })
        .catch(() => undefined);
      await client.adminResetUserPassword({ UserPoolId: "pool", Username: "secret-7" }).catch(() => undefined);
      // How configuration is looked for is said as it happens, in no order of its own.
      seen.push(lines.filter(([level]) => level !== "debug"));
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toHaveLength(4);
    expect(JSON.stringify(seen[0])).not.toContain("secret-");
  });

  it("go through the same middleware once it is kept (cacheMiddleware)", async () => {
    const seen = [];
    for (const sdk of [ours, official]) {
      const { client, requestHandler } = clientOf(
        sdk,
        { cacheMiddleware: true } as ClientConfig,
        delivered,
        refused,
        delivered,
      );
      const send = (Username: string) => client.send(new sdk.ForgotPasswordCommand({ ClientId: "client", Username }));
      const outcomes = [await send("a"), plain(await send("b").catch((error: Error) => error)), await send("c")];
      await client.adminResetUserPassword(inputs.AdminResetUserPassword);
      seen.push({ outcomes, bodies: requestHandler.requests.map(bodyText) });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.bodies.map((body) => JSON.parse(body).Username)).toEqual(["a", "b", "c", "user"]);
  });

  it("may be watched by replacing send and the stack's methods, as instrumentations do", async () => {
    const seen = [];
    for (const sdk of [ours, official]) {
      const names: string[] = [];
      const { client } = clientOf(sdk, {}, delivered);
      const { middlewareStack } = client;
      const send = client.send.bind(client) as (...args: unknown[]) => Promise<unknown>;
      Object.assign(client, {
        send: (command: object, ...others: unknown[]) => {
          names.push(`send ${command.constructor.name}`);
          return send(command, ...others);
        },
      });
      const concat = middlewareStack.concat.bind(middlewareStack);
      Object.assign(middlewareStack, {
        concat: (other: never) => {
          names.push("concat");
          return concat(other);
        },
      });
      const command = new sdk.ForgotPasswordCommand({ ...inputs.ForgotPassword });
      const resolve = command.resolveMiddleware.bind(command);
      command.resolveMiddleware = (...args) => {
        names.push("resolveMiddleware");
        const handler = resolve(...args);
        return async (given) => {
          names.push("handler");
          return handler(given);
        };
      };
      await client.send(command);
      await client.forgotPassword({ ...inputs.ForgotPassword });
      seen.push(names);
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toEqual([
      ...["send ForgotPasswordCommand", "resolveMiddleware", "concat", "handler"],
      ...["send ForgotPasswordCommand", "concat"],
    ]);
  });
});
