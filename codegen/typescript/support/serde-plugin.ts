import { getSmithyContext } from "@smithy/core/client";
import { deserializerMiddleware, deserializerMiddlewareOption, serializerMiddlewareOption } from "@smithy/core/serde";
import type {
  DeserializeHandler,
  DeserializeHandlerOutput,
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
import { endpointAddress } from "./endpoint-address.js";
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
  async (args) => {
    const { endpointV2 } = context;
    const endpoint = endpointV2 ? async () => endpointAddress(endpointV2) : (config as Partial<SerdeContext>).endpoint;
    if (!endpoint) {
      throw new Error("No valid endpoint provider available.");
    }
    // The configuration with the call's endpoint; to copy it for each call would take longer than to serialize.
    const serdeContext: SerdeContext = Object.assign(Object.create(config), { endpoint });
    let request: HttpRequest;
    try {
      request = await commandOf(context).serialize(args.input, serdeContext);
    } catch (error) {
      throw error instanceof RangeError ? tooDeep(error) : error;
    }
    return next({ ...args, request });
  };

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
    const result = await next(args);
    const receivedAt = Date.now();
    const response = result.response as HttpResponse;
    try {
      const reading = commandOf(context).deserialize(response, config as SerdeContext);
      const signal = signalOf(context);
      const output = (await (signal ? untilAborted(reading, response, signal) : reading)) as Output;
      recordResult(output, response, sentAt, receivedAt);
      return { response, output };
    } catch (error) {
      return await withResponse(error, { next: async () => result, config, context }).catch((thrown: unknown) => {
        if (typeof thrown === "object" && thrown !== null) {
          recordResult(thrown, response, sentAt, receivedAt);
        }
        throw thrown;
      });
    }
  };

/** Fails as the published middleware does, which says what an error shows of its response. */
const withResponse = <Output extends MetadataBearer>(
  error: unknown,
  call: {
    readonly next: DeserializeHandler<object, Output>;
    readonly config: SerdeFunctions;
    readonly context: HandlerExecutionContext;
  },
): Promise<DeserializeHandlerOutput<Output>> =>
  deserializerMiddleware<object, Output>(call.config, () => Promise.reject(error))(call.next, call.context)({
    input: {},
    request: undefined,
  });

const commandOf = (context: HandlerExecutionContext): SerdeCommand =>
  getSmithyContext(context)["commandInstance"] as SerdeCommand;

const signalOf = (context: HandlerExecutionContext): CallAbortSignal | undefined =>
  getSmithyContext(context)["abortSignal"] as CallAbortSignal | undefined;

/** Request handlers know the signal until the head is there; from then on the body is given up here. */
const untilAborted = async <Output>(
  reading: Promise<Output>,
  response: HttpResponse,
  signal: CallAbortSignal,
): Promise<Output> => {
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
