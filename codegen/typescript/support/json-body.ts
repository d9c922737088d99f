import type { HttpResponse, SerdeContext } from "@smithy/types";
import { discardBody } from "./discard-body.js";
import { parseExact } from "./json-numbers.js";
import { deserializeMetadata, ResponseBodyError, ResponseBodyTooLargeError } from "./response-error.js";
import { isObject, type JsonObject } from "./values.js";

/** Bytes of a body that are held in memory, where the configuration doesn't say how many: 64 MiB. */
const MAX_BODY_SIZE = 67_108_864;

/** What the configuration says of bodies beside the published part. */
interface BodyContext extends Pick<SerdeContext, "utf8Encoder"> {
  readonly maxResponseBodySize?: number;
  /** A collector of the user's own knows no limit. */
  readonly streamCollector: (body: unknown, limit: number) => Promise<Uint8Array>;
}

/**
 * Reads a body as text, as the client's configuration collects and decodes it.
 *
 * @throws ResponseBodyTooLargeError where it is longer than the configuration's `maxResponseBodySize`
 * @throws ResponseBodyError where it ends too soon
 * @throws TimeoutError, AbortError where it never came
 */
export const readText = async (response: HttpResponse, context: SerdeContext): Promise<string> => {
  const body: unknown = response.body;
  if (typeof body === "string") {
    return body;
  }
  if (!body) {
    return "";
  }
  const limited: BodyContext = context;
  const limit = limited.maxResponseBodySize ?? MAX_BODY_SIZE;
  if (Number(response.headers["content-length"]) > limit) {
    discardBody(body);
    throw new ResponseBodyTooLargeError(response, limit);
  }
  let bytes: Uint8Array;
  try {
    bytes = body instanceof Uint8Array ? body : await limited.streamCollector(body, limit);
  } catch (error) {
    // These two say themselves what happened, and callers and retry strategies know them by name.
    if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) {
      throw Object.assign(error, { $metadata: deserializeMetadata(response) });
    }
    throw new ResponseBodyError("the body could not be read to its end", response, "", error);
  }
  if (bytes.byteLength > limit) {
    throw new ResponseBodyTooLargeError(response, limit);
  }
  return limited.utf8Encoder(bytes);
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
