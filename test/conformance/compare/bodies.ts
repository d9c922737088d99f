import { cbor } from "@smithy/core/cbor";
import { parseExactJson } from "../exact-json.ts";
import { different } from "./values.ts";
import { canonicalXml } from "./xml.ts";

/**
 * What is wrong with a body, by the media type that the test gives.
 *
 * @param body the octets that were sent
 * @param expected the text that the test has; "" means that there must be no body
 */
export const bodyDifferences = (body: Uint8Array, expected: string, mediaType?: string): readonly string[] => {
  if (expected === "") return body.byteLength === 0 ? [] : [`body: ${body.byteLength} octets, expected none`];
  try {
    const [got, wanted] = meanings(body, expected, mediaType);
    return different("body", got, wanted);
  } catch (error) {
    return [`body: ${String(error)}`];
  }
};

/** What the octets and the expected text stand for, so that the two are deeply equal where they mean the same. */
const meanings = (body: Uint8Array, expected: string, mediaType?: string): readonly [unknown, unknown] => {
  const both = (read: (text: string) => unknown) => [read(textOf(body)), read(expected)] as const;
  switch (mediaType) {
    case "application/json":
      return both(parseExactJson);
    case "application/xml":
      return both(canonicalXml);
    case "application/x-www-form-urlencoded":
      return both(pairs);
    case "application/cbor":
      return [cbor.deserialize(body), cbor.deserialize(Buffer.from(expected, "base64"))];
    default:
      return [hex(body), hex(new TextEncoder().encode(expected))];
  }
};

const textOf = (body: Uint8Array): string => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);

/** The pairs of a form in no order. The line breaks that tests are laid out with stand between pairs only. */
const pairs = (text: string): readonly string[] =>
  text
    .split("&")
    .map((pair) => pair.trim())
    .sort();

// Octets that aren't text shouldn't look equal once they are shown as text.
const hex = (octets: Uint8Array): string => Buffer.from(octets).toString("hex");

/** All octets of a body of any kind that requests and outputs have, streams read to their end. */
export const octetsOf = async (body: unknown): Promise<Uint8Array> => {
  if (body === undefined || body === null) return new Uint8Array();
  if (typeof body === "string") return new TextEncoder().encode(body);
  if (body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (typeof body === "object" && Symbol.asyncIterator in body) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body as AsyncIterable<unknown>) chunks.push(await octetsOf(chunk));
    return Buffer.concat(chunks);
  }
  throw new TypeError(`A body that is ${Object.prototype.toString.call(body)}`);
};
