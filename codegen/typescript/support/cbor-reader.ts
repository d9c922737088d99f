import { NumericValue } from "@smithy/core/serde";
import { type JsonObject, setKey } from "./values.js";

/** What is left to read. */
interface Input {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where the next byte is. */
  at: number;
  /** Lists, maps and tags around it. */
  depth: number;
  /** Short texts that were read, each where its bytes say: names of members come again and again. */
  readonly texts: (string | undefined)[];
}

/** The `break` that closes what was begun without a length. */
const BREAK = 0xff;
const MAX_DEPTH = 1000;
/** Digits and zeros of a decimal that is written out; longer ones are refused, or written with an exponent. */
const MAX_DIGITS = 4096;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The value of CBOR (RFC 8949). Maps are objects, and of two entries with the same key the later counts; tag 1 is a date,
 * tags 2 and 3 are bigints, tag 4 is a `NumericValue`, other tags say nothing of their value. An integer that a number
 * can't hold exactly is a bigint. No length is believed before that many bytes are there.
 *
 * @throws SyntaxError where the bytes are no such value, hold more than one, or nest deeper than a thousand levels
 */
export const decodeCbor = (bytes: Uint8Array): unknown => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const input: Input = { bytes, view, at: 0, depth: 0, texts: [] };
  const value = read(input);
  if (input.at < bytes.length) {
    throw new SyntaxError(`A value ends at byte ${input.at}, and more follows.`);
  }
  return value;
};

/** A timestamp; seconds without the tag, too. Anything else is passed on as it came. */
export const readCborTimestamp = (value: unknown): Date =>
  typeof value === "number" ? fromSeconds(value) : (value as Date);

const fromSeconds = (seconds: number): Date => new Date(Math.round(seconds * 1000));

const read = (input: Input): unknown => {
  const first = next(input);
  const kind = first >> 5;
  const info = first & 31;
  if (kind === 7) {
    return readSimple(input, info);
  }
  if (info === 31) {
    return readOpen(input, kind);
  }
  const value = readArgument(input, info);
  switch (kind) {
    case 0:
      return value;
    case 1:
      return typeof value === "number" && value < Number.MAX_SAFE_INTEGER ? -1 - value : -1n - BigInt(value);
    case 2:
      return takeBytes(input, value).slice();
    case 3:
      return readText(input, take(input, Number(value)));
    case 4:
      return readList(input, counted(input, value, 1));
    case 5:
      return readMap(input, counted(input, value, 2));
    default:
      return readTagged(input, value);
  }
};

/** What is begun without a length, and goes on until a `break`. */
const readOpen = (input: Input, kind: number): unknown => {
  switch (kind) {
    case 2:
      return joined(input, kind);
    case 3:
      return decoder.decode(joined(input, kind));
    case 4:
      return readList(input, Number.POSITIVE_INFINITY);
    case 5:
      return readMap(input, Number.POSITIVE_INFINITY);
    default:
      throw unexpected(input);
  }
};

const readList = (input: Input, count: number): unknown[] => {
  const list: unknown[] = [];
  enter(input);
  while (list.length < count && !closes(input, count)) {
    list.push(read(input));
  }
  input.depth--;
  return list;
};

const readMap = (input: Input, count: number): JsonObject => {
  const map: JsonObject = {};
  enter(input);
  for (let i = 0; i < count && !closes(input, count); i++) {
    const key = read(input);
    if (typeof key !== "string") {
      throw unexpected(input);
    }
    setKey(map, key, read(input));
  }
  input.depth--;
  return map;
};

/** Whether the `break` is next of what has no length; it is taken then. */
const closes = (input: Input, count: number): boolean => {
  if (count !== Number.POSITIVE_INFINITY || input.bytes[input.at] !== BREAK) {
    return false;
  }
  input.at++;
  return true;
};

/** The pieces of bytes or text without a length. Each piece has one. */
const joined = (input: Input, kind: number): Uint8Array => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let first = next(input); first !== BREAK; first = next(input)) {
    if (first >> 5 !== kind || (first & 31) === 31) {
      throw unexpected(input);
    }
    const piece = takeBytes(input, readArgument(input, first & 31));
    pieces.push(piece);
    length += piece.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

const readSimple = (input: Input, info: number): unknown => {
  switch (info) {
    case 20:
      return false;
    case 21:
      return true;
    case 22:
    case 23:
      return null;
    case 25:
      return half(input.view.getUint16(take(input, 2)));
    case 26:
      return input.view.getFloat32(take(input, 4));
    case 27:
      return input.view.getFloat64(take(input, 8));
    default:
      throw unexpected(input);
  }
};

/** A float of 16 bits: one of sign, five of exponent, ten of fraction. */
const half = (bits: number): number => {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) {
    return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  }
  return exponent === 0 ? sign * 2 ** -24 * fraction : sign * 2 ** (exponent - 25) * (1024 + fraction);
};

const readTagged = (input: Input, tag: number | bigint): unknown => {
  enter(input);
  const value = read(input);
  input.depth--;
  switch (tag) {
    case 1:
      return readCborTimestamp(value);
    case 2:
      return value instanceof Uint8Array ? bigInteger(value) : value;
    case 3:
      return value instanceof Uint8Array ? -1n - bigInteger(value) : value;
    case 4:
      return Array.isArray(value) ? decimal(value) : value;
    default:
      return value;
  }
};

const bigInteger = (bytes: Uint8Array): bigint => {
  let hex = "0x0";
  for (const byte of bytes) {
    hex += byte.toString(16).padStart(2, "0");
  }
  return BigInt(hex);
};

/** `[-2, 150]` is 1.50. A pair of anything but integers is passed on as it came. */
const decimal = (pair: readonly unknown[]): unknown => {
  const [exponent, mantissa] = pair;
  if (pair.length !== 2 || !isInteger(exponent) || !isInteger(mantissa)) {
    return pair;
  }
  // Without this, a few bytes could ask for a number of millions of digits.
  if (typeof mantissa === "bigint" && mantissa.toString(16).length > MAX_DIGITS) {
    throw new SyntaxError("A decimal has too many digits.");
  }
  const sign = mantissa < 0 ? "-" : "";
  const digits = String(mantissa).replace("-", "");
  const places = -Number(exponent);
  if (Math.abs(places) > MAX_DIGITS) {
    return new NumericValue(`${sign}${digits}e${exponent}`, "bigDecimal");
  }
  const padded = digits.padStart(places + 1, "0");
  const whole = places > 0 ? padded.slice(0, -places) : digits === "0" ? digits : digits + "0".repeat(-places);
  return new NumericValue(`${sign}${whole}${places > 0 ? `.${padded.slice(-places)}` : ""}`, "bigDecimal");
};

const isInteger = (value: unknown): value is number | bigint =>
  typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));

/** The number behind a head: a count, a length, a tag or an integer. */
const readArgument = (input: Input, info: number): number | bigint => {
  if (info < 24) {
    return info;
  }
  switch (info) {
    case 24:
      return next(input);
    case 25:
      return input.view.getUint16(take(input, 2));
    case 26:
      return input.view.getUint32(take(input, 4));
    case 27: {
      const value = input.view.getBigUint64(take(input, 8));
      return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
    }
    default:
      throw unexpected(input);
  }
};

/** A count of elements that can be there, each of at least that many bytes. */
const counted = (input: Input, count: number | bigint, bytes: number): number => {
  if (Number(count) * bytes > input.bytes.length - input.at) {
    throw unexpected(input);
  }
  return Number(count);
};

const takeBytes = (input: Input, length: number | bigint): Uint8Array => {
  const at = take(input, Number(length));
  // A view of these bytes alone, and no `Buffer`, so that `slice` copies them.
  return new Uint8Array(input.bytes.buffer, input.bytes.byteOffset + at, Number(length));
};

/** Where the next bytes are, once they are known to be there. */
const take = (input: Input, length: number): number => {
  const { at } = input;
  if (length > input.bytes.length - at) {
    throw unexpected(input);
  }
  input.at += length;
  return at;
};

const next = (input: Input): number => {
  const byte = input.bytes[input.at];
  if (byte === undefined) {
    throw unexpected(input);
  }
  input.at++;
  return byte;
};

/** Text from some byte on to the next to read. A short one that was read before is taken from there. */
const readText = ({ bytes, at: end, texts }: Input, start: number): string => {
  const length = end - start;
  if (length > LONGEST_KEPT || length === 0) {
    return decoder.decode(bytes.subarray(start, end));
  }
  const place = placeOf(bytes, start, length);
  const kept = texts[place];
  if (kept !== undefined && isAt(kept, bytes, start, length)) {
    return kept;
  }
  const text = length > LONGEST_BY_HAND ? decoder.decode(bytes.subarray(start, end)) : shortText(bytes, start, end);
  texts[place] = text;
  return text;
};

const LONGEST_KEPT = 40;
const LONGEST_BY_HAND = 12;
const PLACES = 512;

/** Texts share a place where their length and four of their bytes say the same; the later is kept. */
const placeOf = (bytes: Uint8Array, start: number, length: number): number => {
  const last = start + length - 1;
  const middle = bytes[start + (length >> 1)] ?? 0;
  return (
    (length * 67 + (bytes[start] ?? 0) * 31 + middle * 17 + (bytes[last - 1] ?? 0) * 7 + (bytes[last] ?? 0)) % PLACES
  );
};

/** Whether a text is what some bytes say; never where it isn't ASCII. */
const isAt = (text: string, bytes: Uint8Array, start: number, length: number): boolean => {
  if (text.length !== length) {
    return false;
  }
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code !== bytes[start + i] || code > 127) {
      return false;
    }
  }
  return true;
};

const shortText = (bytes: Uint8Array, start: number, end: number): string => {
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) {
      return decoder.decode(bytes.subarray(start, end));
    }
    text += String.fromCharCode(byte);
  }
  return text;
};

const enter = (input: Input): void => {
  if (++input.depth > MAX_DEPTH) {
    throw new SyntaxError(`Values are nested deeper than ${MAX_DEPTH} levels.`);
  }
};

const unexpected = (input: Input): SyntaxError => new SyntaxError(`No CBOR around byte ${input.at}.`);
