import { streamCollector as publishedCollector } from "@smithy/fetch-http-handler";
import { collectWebStream, isWebStream } from "./collect-web-stream.js";

/**
 * Collects a web stream, and leaves any other kind of body to the published collector.
 *
 * @param limit bytes after which the rest isn't waited for: what is given is then longer than the limit
 */
export const streamCollector = (body: unknown, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array> =>
  isWebStream(body)
    ? collectWebStream(body, limit)
    : publishedCollector(body as Parameters<typeof publishedCollector>[0]);
