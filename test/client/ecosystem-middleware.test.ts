import type { HttpRequest } from "@smithy/core/protocols";
import type {
  EndpointV2,
  HandlerExecutionContext,
  MetadataBearer,
  MiddlewareStack,
  Pluggable,
  RequestHandler,
} from "@smithy/types";
import { describe, expect, it, vi } from "vitest";
import { type ClientConfig, commandOf, inputs, type Official, type Operation, operations, pairs } from "./packages.ts";
import { bodyText, Recorder } from "./recorder.ts";

const newClient = (sdk: Official, requestHandler: ClientConfig["requestHandler"]) =>
  new sdk.CognitoIdentityProviderClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    ...(requestHandler === undefined ? {} : { requestHandler }),
  });

type Next = (args: never) => Promise<never>;

/** A plugin as users write one for any client. */
type Plugin = Pluggable<object, MetadataBearer>;
type AnyStack = MiddlewareStack<object, MetadataBearer>;

const use = (of: { readonly middlewareStack: { use(plugin: never): void } }, plugin: Plugin): void =>
  of.middlewareStack.use(plugin as never);

const requestOf = (args: { readonly request?: unknown }): HttpRequest => args.request as HttpRequest;

/** Adds a header at each step. There is no request yet at the first one, which leaves its header to a later step. */
const headersAtAllSteps = (priority: "high" | "normal" | "low"): Plugin => ({
  applyToStack: (stack: AnyStack) => {
    stack.add(
      (next, context) => (args) => {
        context["header of initialize"] = "initialize";
        return next(args);
      },
      { step: "initialize", priority, name: "at initialize" },
    );
    stack.add(
      (next, context) => (args) => {
        const { headers } = requestOf(args);
        headers["x-serialize"] = "serialize";
        headers["x-initialize"] = String(context["header of initialize"]);
        return next(args);
      },
      // The request is made at the end of this step.
      { step: "serialize", priority: "low", name: "at serialize" },
    );
    for (const step of ["build", "finalizeRequest", "deserialize"] as const) {
      const middleware = (next: Next) => (args: { readonly request?: unknown }) => {
        requestOf(args).headers[`x-${step}`] = step;
        return next(args as never);
      };
      stack.add(middleware as never, { step, priority, name: `at ${step}` } as never);
    }
  },
});

const ADDED = ["x-build", "x-deserialize", "x-finalizerequest", "x-initialize", "x-serialize"];

/** What a request shows of a plugin: the headers added, and which of them the signature covers. */
const shown = ({ headers, protocol, hostname, port, path, method }: HttpRequest) => {
  const names = Object.keys(headers).filter((name) => ADDED.includes(name.toLowerCase()));
  const signed = /SignedHeaders=([^,]*)/.exec(headers["authorization"] ?? "")?.[1]?.split(";") ?? [];
  return {
    added: Object.fromEntries(names.sort().map((name) => [name, headers[name]])),
    signed: signed.filter((name) => ADDED.includes(name)),
    hasSignature: signed.length > 0,
    to: { protocol, hostname, port, path, method },
    host: headers["host"],
  };
};

const sent = async (sdk: Official, operation: Operation, plugin: Plugin, on: "client" | "command") => {
  const handler = new Recorder();
  const client = newClient(sdk, handler);
  const command = commandOf(sdk, operation);
  use(on === "client" ? client : command, plugin);
  await client.send(command as never);
  return handler.requests;
};

describe.each(pairs)("plugins of users on $name", ({ ours, official }) => {
  it.each(operations)("add a header at each step of %s, signed and sent as officially", async (operation) => {
    for (const priority of ["high", "normal", "low"] as const) {
      for (const on of ["client", "command"] as const) {
        const [mine, theirs] = await Promise.all(
          [ours, official].map((sdk) => sent(sdk, operation, headersAtAllSteps(priority), on)),
        );
        expect(mine?.map(shown)).toEqual(theirs?.map(shown));
        expect(Object.values(mine?.map(shown)[0]?.added ?? {}).sort()).toEqual([
          "build",
          "deserialize",
          "finalizeRequest",
          "initialize",
          "serialize",
        ]);
      }
    }
  });

  const toLoopback: Plugin = {
    applyToStack: (stack) =>
      stack.add(
        (next) => (args) => {
          const request = requestOf(args);
          Object.assign(request, {
            protocol: "http:",
            hostname: "127.0.0.1",
            port: 8080,
            path: `/proxy${request.path}`,
          });
          request.headers["host"] = "127.0.0.1:8080";
          return next(args);
        },
        { step: "build", name: "toLoopback" },
      ),
  };

  const toAnotherHost: Plugin = {
    applyToStack: (stack) => {
      const move = (next: Next, context: HandlerExecutionContext) => (args: never) => {
        const endpoint = context["endpointV2"] as EndpointV2;
        context["endpointV2"] = { ...endpoint, url: new URL("https://idp.example.com/other/") };
        return next(args);
      };
      stack.addRelativeTo(move as never, { relation: "after", toMiddleware: "endpointV2Middleware", name: "move" });
    },
  };

  it.each([
    ["in the request", toLoopback, { protocol: "http:", hostname: "127.0.0.1", port: 8080, path: "/proxy/" }],
    ["in the context", toAnotherHost, { protocol: "https:", hostname: "idp.example.com", path: "/other/" }],
  ])("change the endpoint %s", async (_, plugin, expected) => {
    for (const operation of operations) {
      const [mine, theirs] = await Promise.all([ours, official].map((sdk) => sent(sdk, operation, plugin, "command")));
      expect(mine?.map(shown)).toEqual(theirs?.map(shown));
      expect(mine?.map(shown)[0]?.to).toMatchObject(expected);
    }
  });

  it("see a context of their own in each of 200 calls at once", async () => {
    for (const sdk of [ours, official]) {
      const contexts = new Set<object>();
      const answered: string[] = [];
      const echo: RequestHandler<HttpRequest, never> = {
        handle: async (request) => {
          const { response } = await new Recorder({ body: "{}" }).handle(request);
          response.headers["x-user"] = JSON.parse(bodyText(request)).Username;
          // Some calls overtake others.
          for (let turn = Number(response.headers["x-user"]) % 7; turn > 0; turn -= 1) await Promise.resolve();
          return { response } as never;
        },
      };
      const client = newClient(sdk, echo as never);
      use(client, {
        applyToStack: (stack: AnyStack) => {
          stack.add(
            (next, context) => async (args) => {
              contexts.add(context);
              expect(context["user"]).toBeUndefined();
              context["user"] = (args.input as { readonly Username: string }).Username;
              const result = await next(args);
              answered.push(`${context["user"]} ${context["answer"]}`);
              return result;
            },
            { step: "initialize", name: "remember" },
          );
          stack.add(
            (next, context) => async (args) => {
              const result = await next(args);
              context["answer"] = (result.response as { readonly headers: Record<string, string> }).headers["x-user"];
              return result;
            },
            { step: "deserialize", priority: "low", name: "note" },
          );
        },
      });
      const users = Array.from({ length: 200 }, (_, index) => String(index));
      // One command sent again and again, too.
      const again = new sdk.ForgotPasswordCommand({ ...inputs.ForgotPassword, Username: "same" });
      await Promise.all([
        ...users.map((Username) => client.send(new sdk.ForgotPasswordCommand({ ...inputs.ForgotPassword, Username }))),
        ...users.map(() => client.send(again)),
      ]);
      expect(contexts.size).toBe(400);
      expect(answered.sort()).toEqual(
        [...users.map((user) => `${user} ${user}`), ...users.map(() => "same same")].sort(),
      );
    }
  });

  it("that watch `resolve`, `clone` and `concat` of the stack are called as often as officially", async () => {
    const counts = [];
    for (const sdk of [ours, official]) {
      const client = newClient(sdk, new Recorder() as never);
      const methods = (["resolve", "clone", "concat"] as const).map((name) => vi.spyOn(client.middlewareStack, name));
      await client.send(commandOf(sdk, "ForgotPassword") as never);
      await client.send(commandOf(sdk, "AdminResetUserPassword") as never);
      counts.push(methods.map((method) => method.mock.calls.length));
    }
    expect(counts[0]).toEqual(counts[1]);
  });
});
