import type { HttpResponse, SerdeContext } from "@smithy/types";
import { readText } from "./http-body.js";
import { parseExact } from "./json-numbers.js";
import { type Awaitable, when } from "./providers.js";
import { ResponseBodyError } from "./response-error.js";
import { isObject, type JsonObject } from "./values.js";

/** JSON text as a value, `JSON.parse` for one; a text that it refuses is not JSON. */
type Parse = (text: string) => unknown;

/**
 * The value in an answer's body; undefined where the body is empty.
 *
 * @throws ResponseBodyError where the body is no JSON, or ends too soon
 */
export const readJson = async (
  response: HttpResponse,
  context: SerdeContext,
  parse: Parse = JSON.parse,
): Promise<unknown> => parsed(await readText(response, context), response, parse);

const parsed = (text: string, response: HttpResponse, parse: Parse): unknown => {
  try {
    return text === "" ? undefined : parse(text);
  } catch (error) {
    if (text.trim() === "") {
      return undefined;
    }
    throw new ResponseBodyError("the body is not JSON", response, text, error);
  }
};

/**
 * The object in an answer's body. An empty body and `null` are an empty object.
 *
 * @throws ResponseBodyError where the body is anything else, or ends too soon
 */
export const readJsonObject = (
  response: HttpResponse,
  context: SerdeContext,
  parse: Parse = JSON.parse,
): Awaitable<JsonObject> =>
  when(readText(response, context), (text) => {
    // An answer without a body is the common one, and `{}` the next.
    if (text === "" || text === "{}") {
      return {};
    }
    const value = parsed(text, response, parse) ?? {};
    if (!isObject(value)) {
      throw new ResponseBodyError("the body is not a JSON object", response, text);
    }
    return value;
  });

/** The same with every number exact, for services with 64-bit integers, big numbers or documents. */
export const readExactJson = (response: HttpResponse, context: SerdeContext): Promise<unknown> =>
  readJson(response, context, parseExact);

/** The same of an object. */
export const readExactJsonObject = (response: HttpResponse, context: SerdeContext): Awaitable<JsonObject> =>
  readJsonObject(response, context, parseExact);
