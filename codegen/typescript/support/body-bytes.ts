import type { HttpRequest } from "@smithy/core/protocols";
import type { Decoder, StreamCollector } from "@smithy/types";

/** What of a client's configuration reads a body. */
export interface BodyBytesConfig {
  readonly utf8Decoder: Decoder;
  readonly streamCollector: StreamCollector;
}

/** The bytes of a request's body. A stream is read to its end, and its bytes are sent in its place. */
export const bodyBytes = async (request: HttpRequest, config: BodyBytesConfig): Promise<Uint8Array> => {
  const body: unknown = request.body;
  if (body === undefined || body === null) {
    return new Uint8Array();
  }
  if (typeof body === "string") {
    return config.utf8Decoder(body);
  }
  if (ArrayBuffer.isView(body)) {
    return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  }
  if (body instanceof ArrayBuffer) {
    return new Uint8Array(body);
  }
  request.body = await config.streamCollector(body);
  return request.body;
};
