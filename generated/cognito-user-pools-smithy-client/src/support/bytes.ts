import { fstatSync, lstatSync, ReadStream } from "node:fs";

// As the published functions of these names do in Node.js, which bring streams, hashes and endpoints along.

/** @throws TypeError for what is no text in base64 */
export const fromBase64 = (input: string): Uint8Array => {
  if (input.length % 4 !== 0) {
    throw new TypeError("Incorrect padding on base64 string.");
  }
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(input)) {
    throw new TypeError("Invalid base64 string.");
  }
  return bytesOf(input, "base64");
};

export const toBase64 = (input: Uint8Array | string): string =>
  bufferOf(typeof input === "string" ? fromUtf8(input) : input, "base64: toBase64").toString("base64");

export const fromUtf8 = (input: string): Uint8Array => bytesOf(input, "utf8");

export const toUtf8 = (input: Uint8Array | string): string =>
  typeof input === "string" ? input : bufferOf(input, "utf8: toUtf8").toString("utf8");

const bytesOf = (input: unknown, encoding: "base64" | "utf8"): Uint8Array => {
  if (typeof input !== "string") {
    throw new TypeError(`The "input" argument must be of type string. Received type ${typeof input} (${input})`);
  }
  const { buffer, byteOffset, byteLength } = Buffer.from(input, encoding);
  return new Uint8Array(buffer, byteOffset, byteLength);
};

/** The same memory, not a copy. */
const bufferOf = (input: Uint8Array, name: string): Buffer => {
  if (typeof input !== "object" || typeof input.byteOffset !== "number" || typeof input.byteLength !== "number") {
    throw new Error(`@smithy/util-${name} encoder function only accepts string | Uint8Array.`);
  }
  return Buffer.from(input.buffer, input.byteOffset, input.byteLength);
};

/** What a body may be, seen by where its length stands. */
interface Body {
  readonly byteLength?: unknown;
  readonly size?: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
}

/**
 * The length of a body in bytes; that of a file that is read from its beginning to its end is the file's.
 *
 * @throws Error where nobody knows it
 */
export const calculateBodyLength = (body: unknown): number => {
  if (!body) {
    return 0;
  }
  if (typeof body === "string") {
    return Buffer.byteLength(body);
  }
  const { byteLength, size, start, end } = body as Body;
  if (typeof byteLength === "number") {
    return byteLength;
  }
  if (typeof size === "number") {
    return size;
  }
  if (typeof start === "number" && typeof end === "number") {
    return end + 1 - start;
  }
  if (body instanceof ReadStream) {
    const { path, fd } = body as { path?: string | Buffer | null; fd?: unknown };
    if (path != null) {
      return lstatSync(path).size;
    }
    if (typeof fd === "number") {
      return fstatSync(fd).size;
    }
  }
  throw new Error(`Body Length computation failed for ${body}`);
};
