import { getSmithyContext } from "@smithy/core/client";
import {
  deserializerMiddleware,
  deserializerMiddlewareOption,
  serializerMiddleware,
  serializerMiddlewareOption,
} from "@smithy/core/serde";
import type {
  DeserializeMiddleware,
  HandlerExecutionContext,
  HttpRequest,
  HttpResponse,
  MetadataBearer,
  Pluggable,
  SerdeContext,
  SerdeFunctions,
  SerializeMiddleware,
} from "@smithy/types";
import { abortError, type CallAbortSignal, onAbort } from "./abort.js";
import { discardBody } from "./discard-body.js";
import { deserializeMetadata } from "./response-error.js";
import { recordResult } from "./result-metadata.js";

/** What a generated command brings: `se_XCommand` and `de_XCommand`. */
interface SerdeCommand {
  serialize(input: unknown, context: SerdeContext): Promise<HttpRequest>;
  deserialize(output: HttpResponse, context: SerdeContext): Promise<MetadataBearer>;
}

/**
 * Serializes and deserializes with the functions of the command that is sent, so that one plugin serves a client's
 * stack as well as a command's. The published middleware is used, under its published names.
 */
export const getSerdePlugin = <Input extends object, Output extends MetadataBearer>(
  config: SerdeFunctions,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add(serialize<Input, Output>(config), serializerMiddlewareOption);
    stack.add(deserialize<Input, Output>(config), deserializerMiddlewareOption);
  },
});

const serialize =
  <Input extends object, Output extends MetadataBearer>(config: SerdeFunctions): SerializeMiddleware<Input, Output> =>
  (next, context) =>
    serializerMiddleware<Input, Output>(config, async (input: unknown, serdeContext: SerdeContext) => {
      try {
        return await commandOf(context).serialize(input, serdeContext);
      } catch (error) {
        throw error instanceof RangeError ? tooDeep(error) : error;
      }
    })(next, context);

// A structure that holds itself ends as a stack overflow, whose own message names neither input nor reason.
const tooDeep = (cause: RangeError): Error =>
  /call stack/.test(cause.message)
    ? new TypeError("The input is nested too deep, or refers to itself.", { cause })
    : cause;

/**
 * Times are taken around `next` here, and not in a middleware of their own, so that the stack shows no name that
 * the published client doesn't have.
 */
const deserialize =
  <Input extends object, Output extends MetadataBearer>(config: SerdeFunctions): DeserializeMiddleware<Input, Output> =>
  (next, context) =>
  async (args) => {
    const sentAt = Date.now();
    let receivedAt = sentAt;
    let received: HttpResponse | undefined;
    const handler = deserializerMiddleware<Input, Output>(
      config,
      (response: HttpResponse, serdeContext: SerdeContext) =>
        untilAborted(commandOf(context).deserialize(response, serdeContext), response, signalOf(context)),
    )(async (handlerArgs) => {
      const result = await next(handlerArgs);
      receivedAt = Date.now();
      received = result.response as HttpResponse;
      return result;
    }, context);
    try {
      const result = await handler(args);
      if (received && result.output) {
        recordResult(result.output, received, sentAt, receivedAt);
      }
      return result;
    } catch (error) {
      if (received && typeof error === "object" && error !== null) {
        recordResult(error, received, sentAt, receivedAt);
      }
      throw error;
    }
  };

const commandOf = (context: HandlerExecutionContext): SerdeCommand =>
  getSmithyContext(context)["commandInstance"] as SerdeCommand;

const signalOf = (context: HandlerExecutionContext): CallAbortSignal | undefined =>
  getSmithyContext(context)["abortSignal"] as CallAbortSignal | undefined;

/** Request handlers know the signal until the head is there; from then on the body is given up here. */
const untilAborted = async <Output>(
  reading: Promise<Output>,
  response: HttpResponse,
  signal: CallAbortSignal | undefined,
): Promise<Output> => {
  if (!signal) {
    return reading;
  }
  let forget = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const giveUp = () => {
      const error = Object.assign(abortError(signal), { $metadata: deserializeMetadata(response) });
      reject(error);
      discardBody(response.body, error);
    };
    if (signal.aborted) {
      giveUp();
    } else {
      forget = onAbort(signal, giveUp);
    }
  });
  try {
    return await Promise.race([reading, aborted]);
  } finally {
    forget();
  }
};
