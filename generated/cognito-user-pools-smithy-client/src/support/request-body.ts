import type { ClientRequest, IncomingMessage } from "node:http";

/** Milliseconds that a server has to say whether it wants the body of a request that asks for its word. */
const CONTINUE_TIMEOUT = 6_000;

/**
 * Ends a request with its body. With `Expect: 100-continue` the body waits for the server's word, for six seconds or the
 * request's own limit if that is longer. A server that answers at once gets no body, and its connection isn't kept.
 *
 * @param body text, bytes in any of their forms, or a Node.js stream; whatever fails in a stream ends the request
 * @param limit the request's own limit, in milliseconds
 */
export const writeBody = (sent: ClientRequest, body: unknown, limit = 0): void => {
  if (sent.getHeader("expect") !== "100-continue") {
    write(sent, body);
    return;
  }
  const settle = () => {
    clearTimeout(timer);
    sent.off("continue", wanted).off("response", unwanted).off("close", settle);
  };
  const wanted = () => {
    settle();
    write(sent, body);
  };
  const unwanted = (response: IncomingMessage) => {
    settle();
    response.once("end", () => sent.destroy());
  };
  const timer = setTimeout(wanted, Math.max(CONTINUE_TIMEOUT, limit));
  sent.once("continue", wanted).once("response", unwanted).once("close", settle);
};

const write = (sent: ClientRequest, body: unknown): void => {
  if (!body || (body as { readonly byteLength?: number }).byteLength === 0) {
    sent.end();
  } else if (isStream(body)) {
    body.on("error", (error) => sent.destroy(error));
    body.pipe(sent);
  } else {
    sent.end(typeof body === "string" || body instanceof Uint8Array ? body : bytesOf(body));
  }
};

const isStream = (body: unknown): body is NodeJS.ReadableStream =>
  typeof body === "object" && body !== null && "pipe" in body && typeof body.pipe === "function";

/** @throws TypeError for what has no bytes */
const bytesOf = (body: unknown): Uint8Array =>
  ArrayBuffer.isView(body)
    ? Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    : Buffer.from(body as ArrayBuffer);
