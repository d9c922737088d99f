import { getRecursionDetectionPlugin as publishedTrace } from "@aws-sdk/core/client";
import { NoOpLogger } from "@smithy/core/client";
import type { HandlerExecutionContext, InitializeHandlerOptions, MetadataBearer, Pluggable } from "@smithy/types";
import { type Call, middlewareOf, type StepMiddleware } from "./steps.js";

/** Tells the client's logger of each call, as the published plugin does; calls whose logger writes nothing leave it out. */
export const getLoggerPlugin = <Input extends object, Output extends MetadataBearer>(
  _config: object,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    const step = middlewareOf({
      idle: ({ context }) => isSilent(context.logger),
      around: async (call, rest) => {
        const { context, input } = call;
        const { clientName, commandName, logger } = context;
        const told = () => ({ clientName, commandName, input: filterOf(context, "Input")(input) });
        try {
          const result = await rest(call);
          const { $metadata: metadata, ...output } = result.output;
          logger?.info?.({ ...told(), output: filterOf(context, "Output")(output), metadata });
          return result;
        } catch (error) {
          logger?.error?.({ ...told(), error, metadata: (error as Partial<MetadataBearer>).$metadata });
          throw error;
        }
      },
    });
    stack.add(step, { name: "loggerMiddleware", step: "initialize", tags: ["LOGGER"], override: true });
  },
});

type Filter = (value: unknown) => unknown;

/** What hides the sensitive parts of a command's input or output; DynamoDB's document client brings its own. */
const filterOf = (context: HandlerExecutionContext, of: "Input" | "Output"): Filter => {
  const { dynamoDbDocumentClientOptions: own }: { dynamoDbDocumentClientOptions?: Readonly<Record<string, Filter>> } =
    context;
  return (
    own?.[`override${of}FilterSensitiveLog`] ??
    (context[`${of === "Input" ? "in" : "out"}putFilterSensitiveLog`] as Filter)
  );
};

/** The published plugin, left out of calls that nobody traces, and loaded by the first one that somebody does. */
export const getRecursionDetectionPlugin = <Input extends object, Output extends MetadataBearer>(
  config: object,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    let middleware: StepMiddleware | undefined;
    const add = (made: StepMiddleware): void => {
      middleware = made;
    };
    const step = middlewareOf({
      idle: isUntraced,
      around: (call, rest) => {
        if (!middleware) {
          publishedTrace(config as never).applyToStack({ add } as never);
        }
        return (middleware as unknown as StepMiddleware)(
          ({ request }) => rest({ ...call, request }),
          call.context,
        )(call);
      },
    });
    stack.add(step, {
      name: "recursionDetectionMiddleware",
      step: "build",
      priority: "low",
      tags: ["RECURSION_DETECTION", "TRACE_CONTEXT_PROPAGATION"],
      override: true,
    } as unknown as InitializeHandlerOptions);
  },
});

const isSilent = (logger: Call["context"]["logger"]): boolean =>
  !logger || (logger.info === NoOpLogger.prototype.info && logger.error === NoOpLogger.prototype.error);

/** Whether no Lambda function runs here, nothing has told of a trace, and no header of one waits to be respelled. */
const isUntraced = ({ request }: Call): boolean => {
  if (invokeStore()?.hasContext() || globalThis.process?.env?.["AWS_LAMBDA_FUNCTION_NAME"]) {
    return false;
  }
  const { headers } = (request ?? {}) as { readonly headers?: object };
  for (const name of Object.keys(headers ?? {})) {
    if (isRespelled(name)) {
      return false;
    }
  }
  return true;
};

interface InvokeStore {
  readonly hasContext: () => boolean;
}

/** Where Lambda keeps what belongs to an invocation, unless it is told to keep it to itself. */
const invokeStore = (): InvokeStore | undefined =>
  (globalThis as { awslambda?: { InvokeStore?: InvokeStore } }).awslambda?.InvokeStore;

/** Headers of traces go out in lower case. */
const isRespelled = (name: string): boolean => {
  if (name.length < 7 || name.length > 11) {
    return false;
  }
  const lower = name.toLowerCase();
  return name !== lower && (lower === "traceparent" || lower === "tracestate" || lower === "baggage");
};
