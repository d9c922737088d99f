import type { HttpResponse, SerdeContext } from "@smithy/types";
import { discardBody } from "./discard-body.js";
import { type Awaitable, when } from "./providers.js";
import { deserializeMetadata, ResponseBodyError, ResponseBodyTooLargeError } from "./response-error.js";

/** Bytes of a body that are held in memory, where the configuration doesn't say how many: 64 MiB. */
const MAX_BODY_SIZE = 67_108_864;

/** What the configuration says of bodies beside the published part. */
interface BodyContext {
  readonly maxResponseBodySize?: number;
  /** A collector of the user's own knows no limit. */
  readonly streamCollector: (body: unknown, limit: number) => Promise<Uint8Array>;
}

/**
 * Reads a body as bytes, as the client's configuration collects it.
 *
 * @throws ResponseBodyTooLargeError where it is longer than the configuration's `maxResponseBodySize`
 * @throws ResponseBodyError where it ends too soon
 * @throws TimeoutError, AbortError where it never came
 */
export const readBytes = (response: HttpResponse, context: SerdeContext): Awaitable<Uint8Array> => {
  const body: unknown = response.body;
  if (typeof body === "string") {
    return context.utf8Decoder(body);
  }
  if (!body) {
    return new Uint8Array();
  }
  const limit = limitOf(context);
  if (Number(response.headers["content-length"]) > limit) {
    discardBody(body);
    throw new ResponseBodyTooLargeError(response, limit);
  }
  return when(body instanceof Uint8Array ? body : collected(response, context), (bytes) => {
    if (bytes.byteLength > limit) {
      throw new ResponseBodyTooLargeError(response, limit);
    }
    return bytes;
  });
};

const limitOf = (context: BodyContext): number => context.maxResponseBodySize ?? MAX_BODY_SIZE;

const collected = async (response: HttpResponse, context: BodyContext): Promise<Uint8Array> => {
  try {
    return await context.streamCollector(response.body, limitOf(context));
  } catch (error) {
    // These two say themselves what happened, and callers and retry strategies know them by name.
    if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) {
      throw Object.assign(error, { $metadata: deserializeMetadata(response) });
    }
    throw new ResponseBodyError("the body could not be read to its end", response, "", error);
  }
};

/**
 * Reads a body of which nothing is wanted, so that its connection can be used again. The length that the head tells
 * doesn't count: in answers to HEAD it is that of a body that never comes.
 *
 * @throws ResponseBodyError, TimeoutError, AbortError as `readBytes` does
 */
export const readNothing = async (response: HttpResponse, context: SerdeContext): Promise<void> => {
  const body: unknown = response.body;
  if (typeof body === "object" && body !== null && !(body instanceof Uint8Array)) {
    await collected(response, context);
  }
};

/** Reads a body as text, as the client's configuration collects and decodes it. @throws as `readBytes` does */
export const readText = (response: HttpResponse, context: SerdeContext): Awaitable<string> => {
  const body: unknown = response.body;
  if (typeof body === "string") {
    return body;
  }
  return body ? when(readBytes(response, context), (bytes) => context.utf8Encoder(bytes)) : "";
};
