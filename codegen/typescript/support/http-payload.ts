import { Uint8ArrayBlobAdapter } from "@smithy/core/serde";
import type { HttpResponse, SerdeContext } from "@smithy/types";
import { readBytes } from "./http-body.js";

/** The body of an answer as bytes that know how to become text: `transformToString`. Undefined where it is empty. */
export const readBlobPayload = async (
  output: HttpResponse,
  context: SerdeContext,
): Promise<Uint8ArrayBlobAdapter | undefined> => {
  const bytes = await readBytes(output, context);
  return bytes.byteLength > 0 ? Uint8ArrayBlobAdapter.mutate(bytes) : undefined;
};
