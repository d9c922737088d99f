import type { ServiceException } from "@smithy/core/client";
import type { HttpResponse, SerdeContext } from "@smithy/types";
import { type ServiceErrors, unmodelled } from "./error-table.js";
import { readJsonObject } from "./json-body.js";
import { describeAnswer, deserializeMetadata, ResponseBodyError } from "./response-error.js";
import type { JsonObject } from "./values.js";

/** What a service's errors are made of, and how its JSON is read. */
export interface JsonErrors extends ServiceErrors {
  /** How a body is read: `readExactJsonObject` where the service's errors hold numbers that need it. */
  readonly read?: typeof readJsonObject;
  /** Where the code is looked for: `codeOfHeader` with HTTP bindings. */
  readonly codeOf?: CodeOf;
  /** `aws.protocols#awsQueryCompatible`: `queryErrors`. */
  readonly query?: QueryErrors;
}

/** The code that an answer gives; undefined where there is none. */
export type CodeOf = (response: HttpResponse, data: JsonObject) => string | undefined;

/** What a service that once spoke awsQuery has of it: its older codes come in a header and are the error's code. */
export interface QueryErrors {
  readonly codeOf: CodeOf;
  /** Adds what the header says to the body. */
  readonly addError: (data: JsonObject, response: HttpResponse) => void;
  /** Adds what that protocol's errors have. */
  readonly addMembers: (exception: ServiceException, data: JsonObject) => void;
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
  const { query } = errors;
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
  query?.addError(data, response);
  const code = (errors.codeOf ?? query?.codeOf ?? codeOfType)(response, data);
  const answer = { data, message: data["message"], $metadata, output: response };
  const exception = (code && errors.modelled(code, answer)) || unmodelled(code, $metadata, errors);
  if (unreadable) {
    exception.message = unreadable.message;
    exception.cause ??= unreadable.cause;
  }
  addMembers(exception, data);
  exception.message ||= code === undefined ? describeAnswer("UnknownError", $metadata, "") : "UnknownError";
  query?.addMembers(exception, data);
  exception.message = asText(exception.message);
  return exception;
};

/** A message that is no text shows as the JSON that came. */
const asText = (message: unknown): string =>
  typeof message === "object"
    ? JSON.stringify(message, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))
    : String(message);

/**
 * Members that the model doesn't name stay on the exception; what the client itself says of it is not theirs to say. One
 * without a message takes the body's, in either spelling.
 */
const addMembers = (exception: ServiceException & { Message?: string }, data: JsonObject): void => {
  const members = exception as unknown as JsonObject;
  for (const key of Object.keys(data)) {
    const isOurs = key.startsWith("$") || (key in Error.prototype && key !== "message") || key === "cause";
    if (!isOurs && data[key] !== undefined && (members[key] ?? "") === "") {
      members[key] = data[key];
    }
  }
  exception.message ||= exception.Message ?? "";
  delete exception.Message;
};

// Empty codes don't count, and a namespace before `#` or what follows `:` is not part of one:
// `ns#Code:http://example.com/` is `Code`.

/** The code of an error: its `__type`, then its `code` in any case, then the header `x-amzn-errortype`. */
export const codeOfType: CodeOf = (response, data) => inType(data) ?? inBody(data) ?? inHeader(response);

/** With HTTP bindings: the header, the code, the type. */
export const codeOfHeader: CodeOf = (response, data) => inHeader(response) ?? inBody(data) ?? inType(data);

/** For query-compatible services: the code, the header, the type. */
export const codeOfBody: CodeOf = (response, data) => inBody(data) ?? inHeader(response) ?? inType(data);

const inType = (data: JsonObject): string | undefined => sanitized(data["__type"]);
const inBody = (data: JsonObject): string | undefined => codeAt(data, "code");
const inHeader = ({ headers }: HttpResponse): string | undefined => codeAt(headers, "x-amzn-errortype");

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
