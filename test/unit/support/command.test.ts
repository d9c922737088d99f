import { SENSITIVE_STRING } from "@smithy/core/client";
import type { HandlerExecutionContext } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { $OperationCommand } from "../../../codegen/typescript/support/command.ts";

const hidden = (input: { list: readonly { secret: string }[] }): unknown =>
  input.list.map(({ secret }) => secret.length);

const Command = $OperationCommand
  .classBuilder<object, { $metadata: object }, { requestHandler: never }>()
  .ep({})
  .m(() => [])
  .s("Service", "Do", { more: 1 })
  .n("ServiceClient", "DoCommand")
  .f(hidden, hidden)
  .ser(async () => undefined as never)
  .de(async () => undefined as never)
  .build();

/** The context that the middleware of a call get. */
const contextOf = (options: object): HandlerExecutionContext => {
  const seen: HandlerExecutionContext[] = [];
  const joined = {
    resolve: (_: unknown, context: HandlerExecutionContext) => {
      seen.push(context);
      return async () => ({});
    },
  };
  const client = { concat: () => joined };
  new Command({}).resolveMiddleware(client as never, { requestHandler: {} } as never, options);
  const [context] = seen;
  if (context === undefined) throw new Error("The client's stack wasn't asked.");
  return context;
};

describe("the base of commands", () => {
  it("tells middleware of the operation and the call", () => {
    const context = contextOf({ abortSignal: "signal", metricsRecorder: "recorder" });
    expect(context).toMatchObject({ clientName: "ServiceClient", commandName: "DoCommand" });
    expect(context["__smithy_context"]).toMatchObject({
      service: "Service",
      operation: "Do",
      more: 1,
      abortSignal: "signal",
      metricsRecorder: "recorder",
    });
  });

  it("hides from logs what isn't of its type, and doesn't fail over it", () => {
    const { inputFilterSensitiveLog: shown } = contextOf({});
    expect(shown?.({ list: [{ secret: "four" }] })).toEqual([4]);
    expect(shown?.({ list: [undefined] })).toBe(SENSITIVE_STRING);
  });

  it("makes the command's stack for those who look at it", () => {
    const command = new Command({});
    expect(command.middlewareStack.identify()).toEqual([]);
    expect(command.middlewareStack).toBe(command.middlewareStack);
  });
});
