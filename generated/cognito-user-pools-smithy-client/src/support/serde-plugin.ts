import { getSmithyContext, HttpResponse as PublishedResponse } from "@smithy/core/transport";
import type {
  EndpointV2,
  HandlerExecutionContext,
  HttpRequest,
  HttpResponse,
  Logger,
  MetadataBearer,
  Pluggable,
  SerdeContext,
  SerdeFunctions,
} from "@smithy/types";
import { abortError, type CallAbortSignal, onAbort } from "./abort.js";
import { discardBody } from "./discard-body.js";
import { addressProvider } from "./endpoint-address.js";
import { deserializeMetadata } from "./response-error.js";
import { recordResult } from "./result-metadata.js";
import { middlewareOf } from "./steps.js";

/** What a generated command brings: `se_XCommand` and `de_XCommand`. */
interface SerdeCommand {
  serialize(input: unknown, context: SerdeContext): Promise<HttpRequest>;
  deserialize(output: HttpResponse, context: SerdeContext): Promise<MetadataBearer>;
}

/**
 * Serializes and deserializes with the functions of the command that is sent, so that one plugin serves a client's
 * stack as well as a command's, under the published names.
 */
export const getSerdePlugin = <Input extends object, Output extends MetadataBearer>(
  config: SerdeFunctions,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    stack.add(serialize(config), {
      name: "serializerMiddleware",
      step: "serialize",
      tags: ["SERIALIZER"],
      override: true,
    });
    stack.add(deserialize(config), {
      name: "deserializerMiddleware",
      step: "deserialize",
      tags: ["DESERIALIZER"],
      override: true,
    });
  },
});

const serialize = (config: SerdeFunctions): never => {
  const contextOf = serdeContexts(config);
  return middlewareOf({
    before: (call) =>
      commandOf(call.context)
        .serialize(call.input, contextOf(call.context.endpointV2))
        .then(
          (request) => {
            call.request = request;
          },
          (error) => {
            throw error instanceof RangeError ? tooDeep(error) : error;
          },
        ),
  });
};

/**
 * The configuration with the endpoint of a call. To copy it for each call would take longer than to serialize, so it is
 * kept with its endpoint, which the rules give again for the same parameters.
 *
 * @throws Error where neither the rules nor the configuration give an endpoint
 */
const serdeContexts = (config: SerdeFunctions): ((endpoint: EndpointV2 | undefined) => SerdeContext) => {
  const known = new WeakMap<EndpointV2, SerdeContext>();
  const withEndpoint = (endpoint: SerdeContext["endpoint"]): SerdeContext =>
    Object.assign(Object.create(config), { endpoint });
  return (endpointV2) => {
    if (!endpointV2) {
      const { endpoint } = config as Partial<SerdeContext>;
      if (!endpoint) {
        throw new Error("No valid endpoint provider available.");
      }
      return withEndpoint(endpoint);
    }
    let context = known.get(endpointV2);
    if (!context) {
      context = withEndpoint(addressProvider(endpointV2));
      known.set(endpointV2, context);
    }
    return context;
  };
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
const deserialize = (config: SerdeFunctions): never =>
  middlewareOf({
    around: async (call, rest) => {
      const { context } = call;
      const sentAt = Date.now();
      const result = await rest(call);
      const receivedAt = Date.now();
      const response = result.response as HttpResponse;
      try {
        const reading = commandOf(context).deserialize(response, config as SerdeContext);
        const signal = signalOf(context);
        const output = await (signal ? untilAborted(reading, response, signal) : reading);
        recordResult(output, response, sentAt, receivedAt);
        return { response, output };
      } catch (error) {
        showResponse(error as Shown, response, context.logger);
        recordResult(error as Shown, response, sentAt, receivedAt);
        throw error;
      }
    },
  });

/** What an error says of the answer that it was made of. */
interface Shown {
  message: string;
  $metadata?: object;
  readonly $responseBodyText?: unknown;
  readonly $response?: HttpResponse;
}

/**
 * Shows an error's response as the published middleware does, hidden from logs, and where the error is none of the
 * service's, what it knows of the response.
 *
 * @throws TypeError for what can't have properties
 */
const showResponse = (error: Shown, response: HttpResponse, logger: Logger | undefined): void => {
  Object.defineProperty(error, "$response", {
    value: response,
    enumerable: false,
    writable: false,
    configurable: false,
  });
  if ("$metadata" in error) {
    return;
  }
  const hint =
    "Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.";
  try {
    error.message += `\n  ${hint}`;
  } catch {
    const log = logger && logger.constructor?.name !== "NoOpLogger" ? logger : console;
    log.warn?.(hint);
  }
  if (error.$responseBodyText !== undefined && error.$response) {
    error.$response.body = error.$responseBodyText;
  }
  try {
    if (PublishedResponse.isInstance(response)) {
      const headers = Object.entries(response.headers ?? {});
      const find = (name: RegExp): string | undefined => headers.find(([key]) => name.test(key))?.[1];
      error.$metadata = {
        httpStatusCode: response.statusCode,
        requestId: find(/^x-[\w-]+-request-?id$/),
        extendedRequestId: find(/^x-[\w-]+-id-2$/),
        cfId: find(/^x-[\w-]+-cf-id$/),
      };
    }
  } catch {
    // A frozen error says nothing more.
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
