import { getLoggerPlugin as publishedPlugin } from "@aws-sdk/core/client";
import { constructStack, NoOpLogger } from "@smithy/core/client";
import { describe, expect, it } from "vitest";
import { getLoggerPlugin } from "../../../codegen/typescript/support/logger-and-trace.ts";

type Plugin = typeof getLoggerPlugin;
type Filters = Readonly<Record<string, (value: object) => unknown>>;

const hiding = (text: string) => (value: object) => ({ ...value, secret: text });

/** What a logger is told of a call, and how the call ends. */
const told = async (plugin: Plugin, outcome: "success" | Error, filters: Filters, own?: Filters): Promise<object> => {
  const lines: (readonly [string, unknown])[] = [];
  const note = (level: string) => (line: unknown) => void lines.push([level, line]);
  const logger = { info: note("info"), error: note("error"), warn: note("warn"), debug: note("debug") };
  const stack = constructStack<object, { $metadata: object }>();
  stack.use(plugin({}) as never);
  const end = async () => {
    if (outcome !== "success") throw outcome;
    return { response: {}, output: { $metadata: { attempts: 2 }, name: "n", secret: "s" } };
  };
  const context = {
    ...{ logger, clientName: "Client", commandName: "Command", ...filters },
    ...(own && { dynamoDbDocumentClientOptions: own }),
  };
  const handler = stack.resolve(end as never, context as never);
  const result = await handler({ input: { user: "u", secret: "s" } } as never).catch((error: unknown) => ({ error }));
  return { lines, result };
};

const filters: Filters = {
  inputFilterSensitiveLog: hiding("input hidden"),
  outputFilterSensitiveLog: hiding("output hidden"),
};
const own: Filters = {
  overrideInputFilterSensitiveLog: hiding("by the document client"),
  overrideOutputFilterSensitiveLog: hiding("by it too"),
};
const broken: Filters = {
  ...filters,
  outputFilterSensitiveLog: () => {
    throw new Error("no filter");
  },
};

describe("the logger's plugin", () => {
  it.each<[string, "success" | Error, Filters, Filters?]>([
    ["a success", "success", filters],
    ["an error of the service", Object.assign(new Error("refused"), { $metadata: { attempts: 1 } }), filters],
    ["any other error", new Error("reset"), filters],
    ["filters of the document client", "success", filters, own],
    ["an error with these", new Error("reset"), filters, own],
    ["a filter that fails", "success", broken],
  ])("tells what the published one tells: %s", async (_, outcome, given, override) => {
    const ours = await told(getLoggerPlugin, outcome, given, override);
    expect(ours).toEqual(await told(publishedPlugin as Plugin, outcome, given, override));
    expect(ours).toMatchObject({ lines: [expect.anything()] });
  });

  it("has the published one's place in the stack", () => {
    const [ours, published] = [getLoggerPlugin, publishedPlugin as Plugin].map((plugin) => {
      const stack = constructStack<object, { $metadata: object }>();
      stack.use(plugin({}) as never);
      return stack.identify();
    });
    expect(ours).toEqual(published);
  });

  it("minds no logger that writes nothing", async () => {
    const stack = constructStack<object, { $metadata: object }>();
    stack.use(getLoggerPlugin({}) as never);
    const end = async () => ({ response: {}, output: { $metadata: {} } });
    const handler = stack.resolve(end as never, { logger: new NoOpLogger(), ...broken } as never);
    await expect(handler({ input: {} } as never)).resolves.toMatchObject({ output: { $metadata: {} } });
  });
});
