import { describe, expect, it } from "vitest";
import { commandOf, type Middleware, type Official, type Operation, operations, pairs, stackOf } from "./packages.ts";
import { Recorder } from "./recorder.ts";

const newClient = (sdk: Official, requestHandler = new Recorder()) =>
  new sdk.CognitoIdentityProviderClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    requestHandler,
  });

/** The names of the stack that a call goes through: the client's joined with the command's once it is resolved. */
const stackOfCall = (sdk: Official, operation: Operation): string[] => {
  const client = newClient(sdk);
  const command = commandOf(sdk, operation);
  const clientStack = stackOf(client);
  command.resolveMiddleware(client.middlewareStack as never, client.config as never, {});
  return clientStack.concat(stackOf(command)).identify();
};

const ADDED = "inputValidationMiddleware - initialize";

describe.each(pairs)("the middleware stack of $name", ({ ours, official }) => {
  it("shows a client's middleware as the official one does", () => {
    expect(newClient(ours).middlewareStack.identify()).toEqual(newClient(official).middlewareStack.identify());
  });

  it.each(operations)("shows that of %s in full, and the check of inputs last of its step", (operation) => {
    const names = stackOfCall(ours, operation);
    expect(names.filter((name) => name !== ADDED)).toEqual(stackOfCall(official, operation));
    expect(names.filter((name) => name === ADDED)).toHaveLength(1);
    expect(names.findLastIndex((name) => name.endsWith(" - initialize"))).toBe(names.indexOf(ADDED));
  });

  it("takes middleware before and after each official one", async () => {
    const names = stackOfCall(official, "AdminResetUserPassword").map((line) => /^\S+/.exec(line)?.[0] ?? "");
    for (const sdk of [ours, official]) {
      for (const toMiddleware of names) {
        const client = newClient(sdk);
        const command = commandOf(sdk, "AdminResetUserPassword");
        const stack = stackOf(command);
        let calls = 0;
        for (const relation of ["before", "after"] as const) {
          stack.addRelativeTo(
            (next) => (args) => {
              calls += 1;
              return next(args);
            },
            { relation, toMiddleware, name: `${relation}Test` },
          );
        }
        await client.send(command as never);
        expect([toMiddleware, calls]).toEqual([toMiddleware, 2]);
      }
    }
  });

  it.each(["initialize", "serialize", "build", "finalizeRequest", "deserialize"] as const)(
    "calls middleware added at %s, before and after the first call, by client and by command",
    async (step) => {
      const seen: string[][] = [];
      for (const sdk of [ours, official]) {
        const calls: string[] = [];
        const note =
          (name: string): Middleware =>
          (next) =>
          (args) => {
            calls.push(name);
            return next(args);
          };
        const client = newClient(sdk);
        const stack = stackOf(client);
        const command = commandOf(sdk, "ForgotPassword");
        stack.add(note("low"), { step, priority: "low" });
        stack.add(note("first"), { step, name: "first" });
        await client.send(command as never);
        stack.add(note("later"), { step, name: "later", priority: "high" });
        stackOf(command).add(note("of the command"), { step });
        await client.send(command as never);
        stack.remove("first");
        stack.add(note("instead of later"), { step, name: "later", priority: "high", override: true });
        stack.use({ applyToStack: (to) => to.add(note("of a plugin"), { step, tags: ["T"] }) });
        await client.send(command as never);
        stack.removeByTag("T");
        await client.send(commandOf(sdk, "ForgotPassword") as never);
        seen.push(calls);
      }
      expect(seen[0]).toEqual(seen[1]);
      expect(seen[0]).toHaveLength(12);
    },
  );

  it("gives each call a context of its own, with the official client's keys and names", async () => {
    const seen = [];
    for (const sdk of [ours, official]) {
      const contexts: Record<string, unknown>[] = [];
      const client = newClient(sdk);
      client.middlewareStack.add(
        (next, context) => (args) => {
          contexts.push(context as Record<string, unknown>);
          return next(args);
        },
        { step: "initialize" },
      );
      const command = commandOf(sdk, "ForgotPassword");
      await client.send(command as never);
      await client.send(command as never);
      const [first, second] = contexts;
      expect(first).not.toBe(second);
      const { clientName, commandName, dynamoDbDocumentClientOptions, endpointV2 } = first ?? {};
      seen.push({ clientName, commandName, dynamoDbDocumentClientOptions, endpointV2, keys: keysOf(first) });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toMatchObject({
      clientName: "CognitoIdentityProviderClient",
      commandName: "ForgotPasswordCommand",
    });
  });
});

/** What the official clients keep of schemas is theirs. */
const keysOf = (context: object | undefined): string[] =>
  Object.keys(context ?? {})
    .filter((key) => !key.startsWith("__smithy"))
    .sort();
