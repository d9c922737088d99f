import { collectWebBody } from "./collect-web-body.js";

/**
 * Collects a web stream or a blob.
 *
 * @param limit bytes after which the rest isn't waited for: what is given is then longer than the limit
 * @throws TypeError from the promise for any other body
 */
export const streamCollector = (body: unknown, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array> =>
  collectWebBody(body, limit);
