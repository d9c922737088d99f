import type { HeaderBag, SerdeContext } from "@smithy/types";
import { setKey } from "./values.js";

// The readers give undefined for a header that isn't there, though their types say what one that is there gives. What
// isn't as the model says is passed on as it came.

/** `true` or `false`. */
export const readBooleanHeader = (text: string | undefined): boolean =>
  text === "true" ? true : text === "false" ? false : (text as unknown as boolean);

/** A number; `NaN`, `Infinity` and `-Infinity` too. */
export const readNumberHeader = (text: string | undefined): number => {
  const value = Number(text);
  return text?.trim() && (!Number.isNaN(value) || text === "NaN") ? value : (text as unknown as number);
};

/** A `long`: a number where a number holds it exactly, and a bigint where it doesn't. */
export const readLongHeader = (text: string | undefined): number => {
  const value = readNumberHeader(text);
  return text !== undefined && /^-?\d{16,20}$/.test(text) && !Number.isSafeInteger(value)
    ? (BigInt(text) as unknown as number)
    : value;
};

/** A text in base64, as those with a media type are. */
export const readEncodedHeader = (text: string | undefined, context: SerdeContext): string =>
  text === undefined ? (text as unknown as string) : context.utf8Encoder(context.base64Decoder(text));

/** A list in one header: elements between commas, quoted where they hold one. An empty header is an empty list. */
export const readHeaderList = <T>(text: string | undefined, each?: (element: string) => unknown): T =>
  mapped(text, /"(?:[^"\\]|\\.)*"|[^,]+/g, each);

/** A list of dates such as `Mon, 16 Dec 2019 23:48:18 GMT`, each of which has a comma. */
export const readHeaderDates = <T>(text: string | undefined, each: (element: string) => unknown): T =>
  mapped(text, /[^,]+,[^,]+/g, each);

const mapped = <T>(text: string | undefined, element: RegExp, each: ((element: string) => unknown) | undefined): T => {
  const found = text?.match(element) ?? (text === undefined ? undefined : []);
  return found?.map((part) => (each ? each(unquoted(part.trim())) : unquoted(part.trim()))) as T;
};

const unquoted = (part: string): string => (/^".*"$/s.test(part) ? part.slice(1, -1).replace(/\\(.)/gs, "$1") : part);

/** The headers with a prefix, by the rest of their names. */
export const readPrefixedHeaders = (headers: HeaderBag, prefix: string): Record<string, string> => {
  const target: Record<string, unknown> = {};
  for (const name of Object.keys(headers)) {
    if (name.startsWith(prefix)) {
      setKey(target, name.slice(prefix.length), headers[name]);
    }
  }
  return target as Record<string, string>;
};
