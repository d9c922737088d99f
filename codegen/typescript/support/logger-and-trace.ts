import {
  getLoggerPlugin as publishedLogger,
  getRecursionDetectionPlugin as publishedTrace,
} from "@aws-sdk/core/client";
import { NoOpLogger } from "@smithy/core/client";
import type { InitializeHandlerOptions, MetadataBearer, Pluggable } from "@smithy/types";
import { type Call, middlewareOf, type StepMiddleware } from "./steps.js";

/** The published plugin, left out of calls whose logger writes nothing. */
export const getLoggerPlugin = <Input extends object, Output extends MetadataBearer>(
  config: object,
): Pluggable<Input, Output> =>
  leftOutWhere(
    ({ context }) => isSilent(context.logger),
    LOGGER,
    () => publishedLogger(config),
  );

/** The published plugin, left out of calls that nobody traces. */
export const getRecursionDetectionPlugin = <Input extends object, Output extends MetadataBearer>(
  config: object,
): Pluggable<Input, Output> => leftOutWhere(isUntraced, TRACE, () => publishedTrace(config as never));

const LOGGER = {
  name: "loggerMiddleware",
  step: "initialize",
  tags: ["LOGGER"],
  override: true,
} as const;

const TRACE = {
  name: "recursionDetectionMiddleware",
  step: "build",
  priority: "low",
  tags: ["RECURSION_DETECTION", "TRACE_CONTEXT_PROPAGATION"],
  override: true,
} as const;

/** A plugin's one middleware, made when a call first needs it, so that nothing is loaded for those that don't. */
const leftOutWhere = <Input extends object, Output extends object>(
  idle: (call: Call) => boolean,
  options: typeof LOGGER | typeof TRACE,
  published: () => { readonly applyToStack: (stack: never) => void },
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    let middleware: StepMiddleware | undefined;
    const add = (made: StepMiddleware): void => {
      middleware = made;
    };
    const step = middlewareOf({
      idle,
      around: (call, rest) => {
        if (!middleware) {
          published().applyToStack({ add } as never);
        }
        return (middleware as unknown as StepMiddleware)(
          ({ request }) => rest({ ...call, request }),
          call.context,
        )(call);
      },
    });
    stack.add(step, { ...options, tags: [...options.tags] } as InitializeHandlerOptions);
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
