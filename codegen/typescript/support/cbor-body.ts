import type { HttpResponse, SerdeContext } from "@smithy/types";
import { decodeCbor } from "./cbor-reader.js";
import { readBytes } from "./http-body.js";
import { ResponseBodyError } from "./response-error.js";
import { isObject, type JsonObject } from "./values.js";

/**
 * The value in an answer's body; undefined where the body is empty.
 *
 * @throws ResponseBodyError where the body is no CBOR, or ends too soon
 */
export const readCbor = async (response: HttpResponse, context: SerdeContext): Promise<unknown> => {
  const bytes = await readBytes(response, context);
  try {
    return bytes.length === 0 ? undefined : decodeCbor(bytes);
  } catch (error) {
    throw new ResponseBodyError("the body is not CBOR", response, startOf(bytes, context), error);
  }
};

/**
 * The map in an answer's body. An empty body and `null` are an empty map.
 *
 * @throws ResponseBodyError where the body is anything else, or ends too soon
 */
export const readCborObject = async (response: HttpResponse, context: SerdeContext): Promise<JsonObject> => {
  const value = (await readCbor(response, context)) ?? {};
  if (!isObject(value)) {
    throw new ResponseBodyError("the body is not a map in CBOR", response, "");
  }
  return value;
};

/** What comes in place of CBOR is mostly text, such as the page of a proxy. */
const startOf = (bytes: Uint8Array, context: SerdeContext): string => context.utf8Encoder(bytes.subarray(0, 800));
