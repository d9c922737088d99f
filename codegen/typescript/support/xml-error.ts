import { decorateServiceException, type ServiceException } from "@smithy/core/client";
import type { HttpResponse, SerdeContext } from "@smithy/types";
import { type ServiceErrors, unmodelled } from "./error-table.js";
import { describeAnswer, deserializeMetadata, ResponseBodyError } from "./response-error.js";
import { type JsonObject, setKey } from "./values.js";
import { readXml } from "./xml-body.js";
import { XmlElement } from "./xml-parser.js";
import { plainMembers } from "./xml-plain.js";
import { readChild } from "./xml-readers.js";
import { asText } from "./xml-values.js";

/** What a service's errors are made of, and what its protocol says of them. */
export interface XmlErrors extends ServiceErrors {
  /** A query protocol: the exception has the parts that all errors have in `Error`, and their type and code. */
  readonly query?: true;
}

/**
 * The exception that an answer means: the modelled one of its `Code`, or the service's base exception with the code as
 * its name. A 404 without a code is `NotFound`, any other `Unknown`; where its body can't be read as XML, the message
 * holds the status, the request id and the body's start.
 *
 * @throws TimeoutError, AbortError where the body never came
 */
export const readXmlError = async (
  response: HttpResponse,
  context: SerdeContext,
  errors: XmlErrors,
): Promise<ServiceException> => {
  const $metadata = deserializeMetadata(response);
  let root = new XmlElement("");
  let unreadable: ResponseBodyError | undefined;
  try {
    root = await readXml(response, context);
  } catch (error) {
    if (!(error instanceof ResponseBodyError)) {
      throw error;
    }
    unreadable = error;
  }
  const data = errorElement(root);
  const requestId = $metadata.requestId ?? textOf(root, "RequestId") ?? textOf(root, "RequestID");
  if (requestId !== undefined) {
    $metadata.requestId = requestId;
  }
  const code = textOf(data, "Code")?.trim() || (response.statusCode === 404 ? "NotFound" : undefined);
  const message = textOf(data, "message") ?? textOf(data, "Message");
  const answer = { data, message, $metadata, output: response };
  const modelled = code ? errors.modelled(code, answer) : undefined;
  const exception = modelled ?? unmodelled(code, $metadata, errors);
  const outside = root === data ? undefined : root;
  decorateServiceException(exception, additions(...(errors.query ? [modelled ? outside : data] : [root, data])));
  if (errors.query) {
    addQueryMembers(exception, plainMembers(data), message ?? "Unknown", modelled !== undefined);
  }
  if (unreadable) {
    exception.message = unreadable.message;
    exception.cause ??= unreadable.cause;
  } else {
    const unknown = errors.query && message === undefined ? "Unknown" : "UnknownError";
    exception.message =
      message ||
      (errors.query && modelled ? undefined : textOf(data, "Message")) ||
      (code || message !== undefined ? unknown : describeAnswer("UnknownError", $metadata, ""));
  }
  return exception;
};

/** The element of the error itself: in `ErrorResponse`, in `Errors` of a `Response`, or the root. */
const errorElement = (root: XmlElement): XmlElement =>
  readChild(root, "Error", itself) ?? readChild(root, "Errors", (list) => readChild(list, "Error", itself)) ?? root;

const itself = (element: XmlElement): XmlElement => element;

const textOf = (element: XmlElement, name: string): string | undefined => readChild(element, name, asText);

/** Members that the model doesn't name stay on the exception; what the client itself says of it is not theirs to say. */
const additions = (...elements: readonly (XmlElement | undefined)[]): JsonObject => {
  const kept: JsonObject = {};
  for (const element of elements) {
    for (const [key, value] of Object.entries(element ? plainMembers(element) : {})) {
      if (!key.startsWith("$") && !(key in Error.prototype) && key !== "cause" && !isNamespace(key)) {
        setKey(kept, key, value);
      }
    }
  }
  return kept;
};

/** What errors of the query protocols have in common; those of the model have their type and code by themselves too. */
const addQueryMembers = (
  exception: ServiceException,
  { Type, Code }: JsonObject,
  Message: string,
  modelled: boolean,
): void => {
  Object.assign(exception, { Error: { Type, Code, Message } }, modelled ? { Type, Code } : {});
};

const isNamespace = (name: string): boolean => name === "xmlns" || name.startsWith("xmlns:");
