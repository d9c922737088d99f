import { decorateServiceException, type ServiceException } from "@smithy/core/client";
import type { HttpResponse, SerdeContext } from "@smithy/types";
import { type ServiceErrors, unmodelled } from "./error-table.js";
import { readJsonObject } from "./json-body.js";
import { describeAnswer, deserializeMetadata, ResponseBodyError } from "./response-error.js";
import { isObject, type JsonObject, setKey } from "./values.js";

/** What a service's errors are made of, and how its JSON is read. */
export interface JsonErrors extends ServiceErrors {
  /** How a body is read: `readExactJsonObject` where the service's errors hold numbers that need it. */
  readonly read?: typeof readJsonObject;
  /** `aws.protocols#awsQueryCompatible`: the service's older codes come in a header and are the error's code. */
  readonly queryCompatible?: true;
  /** A protocol with HTTP bindings: the code in the header comes first. */
  readonly headerFirst?: true;
}

/**
 * The exception that an answer means: the modelled one of its code, or the service's base exception with the code as
 * its name. An answer without a code is named `Unknown`; where its body can't be read as JSON, the message holds the
 * status, the request id and the body's start.
 *
 * @throws TimeoutError, AbortError where the body never came
 */
export const readServiceError = async (
  response: HttpResponse,
  context: SerdeContext,
  errors: JsonErrors,
): Promise<ServiceException> => {
  const $metadata = deserializeMetadata(response);
  let data: JsonObject = {};
  let unreadable: ResponseBodyError | undefined;
  try {
    data = await (errors.read ?? readJsonObject)(response, context);
  } catch (error) {
    if (!(error instanceof ResponseBodyError)) {
      throw error;
    }
    unreadable = error;
  }
  if (errors.queryCompatible) {
    addQueryError(data, response);
  }
  const code = errorCode(response, data, errors);
  const answer = { data, message: data["message"], $metadata, output: response };
  const exception = (code && errors.modelled(code, answer)) || unmodelled(code, $metadata, errors);
  if (unreadable) {
    exception.message = unreadable.message;
    exception.cause ??= unreadable.cause;
  } else if (code === undefined && !hasMessage(data)) {
    exception.message = describeAnswer("UnknownError", $metadata, "");
  }
  decorateServiceException(exception, additions(data));
  if (errors.queryCompatible) {
    addQueryMembers(exception, data);
  }
  exception.message = asText(exception.message);
  return exception;
};

/** A message that is no text shows as the JSON that came. */
const asText = (message: unknown): string =>
  typeof message === "object"
    ? JSON.stringify(message, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))
    : String(message);

const hasMessage = (data: JsonObject): boolean => Boolean(data["message"] || data["Message"]);

/** Members that the model doesn't name stay on the exception; what the client itself says of it is not theirs to say. */
const additions = (data: JsonObject): JsonObject => {
  const kept: JsonObject = {};
  for (const key of Object.keys(data)) {
    if (!key.startsWith("$") && !(key in Error.prototype && key !== "message") && key !== "cause") {
      kept[key] = data[key];
    }
  }
  return kept;
};

/**
 * The code of an error: its `__type`, then its `code` in any case, then the header `x-amzn-errortype`; for
 * query-compatible services the code, the header and the type; with HTTP bindings the header, the code and the type. Empty ones don't count, and a namespace before `#` or
 * what follows `:` is not part of it: `ns#Code:http://example.com/` is `Code`.
 */
export const errorCode = (
  response: HttpResponse,
  data: JsonObject,
  { queryCompatible, headerFirst }: Pick<JsonErrors, "queryCompatible" | "headerFirst">,
): string | undefined => {
  const type = () => sanitized(data["__type"]);
  const code = () => codeAt(data, "code");
  const header = () => codeAt(response.headers, "x-amzn-errortype");
  if (headerFirst) {
    return header() ?? code() ?? type();
  }
  return queryCompatible ? (code() ?? header() ?? type()) : (type() ?? code() ?? header());
};

/** The first code under a key that may be written in any case. */
const codeAt = (object: object, lowerCase: string): string | undefined => {
  for (const [key, value] of Object.entries(object)) {
    const code = key.toLowerCase() === lowerCase ? sanitized(value) : undefined;
    if (code) {
      return code;
    }
  }
  return undefined;
};

const sanitized = (value: unknown): string | undefined => {
  if (typeof value !== "string" && typeof value !== "number") {
    return undefined;
  }
  const [code = ""] = String(value).split(/[,:]/, 1);
  return code.slice(code.indexOf("#") + 1).trim() || undefined;
};

/** `x-amzn-query-error: AWS.SimpleQueueService.NonExistentQueue;Sender`: what the body says of the two gives way. */
const addQueryError = (data: JsonObject, response: HttpResponse): void => {
  const header = response.headers["x-amzn-query-error"];
  if (typeof header !== "string") {
    return;
  }
  const [Code, Type] = header.split(";");
  const error: JsonObject = { Code, Type };
  for (const key of Object.keys(data)) {
    if (key !== "__type" && key !== "Code" && key !== "Type") {
      setKey(error, key === "message" ? "Message" : key, data[key]);
    }
  }
  Object.assign(data, { Code, Type, Error: error });
};

const addQueryMembers = (exception: ServiceException, data: JsonObject): void => {
  const error = isObject(data["Error"]) ? data["Error"] : {};
  const { requestId } = exception.$metadata;
  const message = data["Message"];
  if (message) {
    exception.message = message as string;
  }
  const Message = error["message"] ?? error["Message"] ?? message;
  Object.assign(
    exception,
    { Error: { ...error, Type: error["Type"], Code: error["Code"], Message } },
    requestId ? { RequestId: requestId } : {},
  );
};
