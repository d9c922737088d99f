import type { HttpResponse, SerdeContext } from "@smithy/types";
import { parseExact } from "./json-numbers.js";
import { deserializeMetadata, ResponseBodyError } from "./response-error.js";
import { isObject, type JsonObject } from "./values.js";

/** Reads a body as text, as the client's configuration collects and decodes it. */
export const readText = async (response: HttpResponse, context: SerdeContext): Promise<string> => {
  const body: unknown = response.body;
  if (typeof body === "string") {
    return body;
  }
  if (!body) {
    return "";
  }
  try {
    return context.utf8Encoder(body instanceof Uint8Array ? body : await context.streamCollector(body));
  } catch (error) {
    // These two say themselves what happened, and callers and retry strategies know them by name.
    if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) {
      throw Object.assign(error, { $metadata: deserializeMetadata(response) });
    }
    throw new ResponseBodyError("the body could not be read to its end", response, "", error);
  }
};

/**
 * The object in an answer's body. An empty body and `null` are an empty object.
 *
 * @param parse makes a value of JSON text; a body that it refuses is not JSON
 * @throws ResponseBodyError where the body is anything else, or ends too soon
 */
export const readJsonObject = async (
  response: HttpResponse,
  context: SerdeContext,
  parse: (text: string) => unknown = JSON.parse,
): Promise<JsonObject> => {
  const text = await readText(response, context);
  // An answer without a body is the common one, and `{}` the next.
  if (text === "" || text === "{}") {
    return {};
  }
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    if (text.trim() === "") {
      return {};
    }
    throw new ResponseBodyError("the body is not JSON", response, text, error);
  }
  if (value === null) {
    return {};
  }
  if (!isObject(value)) {
    throw new ResponseBodyError("the body is not a JSON object", response, text);
  }
  return value;
};

/** The same with every number exact, for services with 64-bit integers, big numbers or documents. */
export const readExactJsonObject = (response: HttpResponse, context: SerdeContext): Promise<JsonObject> =>
  readJsonObject(response, context, parseExact);
