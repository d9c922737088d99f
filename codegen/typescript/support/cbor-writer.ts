import { NumericValue } from "@smithy/core/serde";

/** What is written so far. */
interface Output {
  bytes: Uint8Array;
  view: DataView;
  /** Where the next byte goes. */
  at: number;
}

const UNSIGNED = 0x00;
const NEGATIVE = 0x20;
const BYTES = 0x40;
const TEXT = 0x60;
const LIST = 0x80;
const MAP = 0xa0;
const TIMESTAMP = 0xc1;
const POSITIVE_BIG = 0xc2;
const NEGATIVE_BIG = 0xc3;
const DECIMAL = 0xc4;
const DOUBLE = 0xfb;

const encoder = new TextEncoder();

/**
 * A value as CBOR (RFC 8949): dates as tag 1, big integers beyond 64 bits as tags 2 and 3, `NumericValue` as tag 4. Numbers
 * without a fraction go as integers, all others as doubles. Members that are undefined are left out.
 *
 * @throws TypeError where a date is invalid, or a value is of no such kind
 */
export const encodeCbor = (value: unknown): Uint8Array => {
  const bytes = new Uint8Array(512);
  const out: Output = { bytes, view: new DataView(bytes.buffer), at: 0 };
  write(out, value);
  return out.bytes.slice(0, out.at);
};

const write = (out: Output, value: unknown): void => {
  switch (typeof value) {
    case "string":
      writeText(out, value);
      break;
    case "number":
      writeNumber(out, value);
      break;
    case "boolean":
      writeByte(out, value ? 0xf5 : 0xf4);
      break;
    case "bigint":
      writeBigInteger(out, value);
      break;
    case "object":
      writeObject(out, value);
      break;
    default:
      throw new TypeError(`A ${typeof value} can't be sent.`);
  }
};

const writeObject = (out: Output, value: object | null): void => {
  if (value === null) {
    writeByte(out, 0xf6);
  } else if (Array.isArray(value)) {
    writeHead(out, LIST, value.length);
    for (const element of value) {
      write(out, element ?? null);
    }
  } else if (ArrayBuffer.isView(value)) {
    writeHead(out, BYTES, value.byteLength);
    const at = reserve(out, value.byteLength);
    out.bytes.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), at);
  } else if (value instanceof Date) {
    writeByte(out, TIMESTAMP);
    writeNumber(out, seconds(value));
  } else if (value instanceof NumericValue) {
    writeDecimal(out, value.string);
  } else if (value instanceof String) {
    writeText(out, String(value));
  } else {
    writeMap(out, value as Readonly<Record<string, unknown>>);
  }
};

const writeMap = (out: Output, map: Readonly<Record<string, unknown>>): void => {
  const keys = Object.keys(map);
  let count = 0;
  for (const key of keys) {
    if (map[key] !== undefined) {
      count += 1;
    }
  }
  writeHead(out, MAP, count);
  for (const key of keys) {
    const member = map[key];
    if (member !== undefined) {
      writeText(out, key);
      write(out, member);
    }
  }
};

const seconds = (date: Date): number => {
  const milliseconds = date.getTime();
  if (Number.isNaN(milliseconds)) {
    throw new TypeError(`A timestamp must be a valid Date: ${String(date)}`);
  }
  return milliseconds / 1000;
};

const writeNumber = (out: Output, value: number): void => {
  // All integers of 53 bits and a sign: what official clients write as integers.
  if (Number.isInteger(value) && value >= -(2 ** 53) && value < 2 ** 53 && !Object.is(value, -0)) {
    writeHead(out, value < 0 ? NEGATIVE : UNSIGNED, value < 0 ? -1 - value : value);
  } else {
    const at = reserve(out, 9);
    out.bytes[at] = DOUBLE;
    out.view.setFloat64(at + 1, value);
  }
};

const writeBigInteger = (out: Output, value: bigint): void => {
  const size = value < 0n ? -1n - value : value;
  if (value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) {
    writeNumber(out, Number(value));
  } else if (size < 1n << 64n) {
    const at = reserve(out, 9);
    out.bytes[at] = (value < 0n ? NEGATIVE : UNSIGNED) | 27;
    out.view.setBigUint64(at + 1, size);
  } else {
    const hex = size.toString(16);
    const digits = hex.length % 2 === 0 ? hex : `0${hex}`;
    writeByte(out, value < 0n ? NEGATIVE_BIG : POSITIVE_BIG);
    writeHead(out, BYTES, digits.length / 2);
    for (let i = 0; i < digits.length; i += 2) {
      writeByte(out, Number.parseInt(digits.slice(i, i + 2), 16));
    }
  }
};

/** `-1.50e3` is 150 with the exponent 1. */
const writeDecimal = (out: Output, text: string): void => {
  const [, whole = "", fraction = "", exponent = "0"] = /^([-+]?\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text) ?? [];
  writeByte(out, DECIMAL);
  writeHead(out, LIST, 2);
  writeBigInteger(out, BigInt(exponent) - BigInt(fraction.length));
  writeBigInteger(out, BigInt(whole + fraction));
};

const writeText = (out: Output, text: string): void => {
  if (text.length < 0x100 && writeAscii(out, text)) {
    return;
  }
  // A character is three bytes at most, and mostly one.
  const head = headLength(text.length);
  const at = reserve(out, text.length * 3 + 9);
  const { written } = encoder.encodeInto(text, out.bytes.subarray(at + head));
  if (headLength(written) > head) {
    out.bytes.copyWithin(at + headLength(written), at + head, at + head + written);
  }
  out.at = at;
  writeHead(out, TEXT, written);
  out.at += written;
};

/** Texts that aren't long, names of members above all, are faster to write by hand. False where a character isn't ASCII. */
const writeAscii = (out: Output, text: string): boolean => {
  const start = out.at;
  writeHead(out, TEXT, text.length);
  const at = reserve(out, text.length);
  const { bytes } = out;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) {
      out.at = start;
      return false;
    }
    bytes[at + i] = code;
  }
  return true;
};

const headLength = (value: number): number =>
  value < 24 ? 1 : value < 0x100 ? 2 : value < 0x10000 ? 3 : value < 0x1_0000_0000 ? 5 : 9;

/** A kind of value and its number, in as few bytes as there are for it. */
const writeHead = (out: Output, kind: number, value: number): void => {
  const length = headLength(value);
  const at = reserve(out, length);
  switch (length) {
    case 1:
      out.bytes[at] = kind | value;
      break;
    case 2:
      out.bytes[at] = kind | 24;
      out.bytes[at + 1] = value;
      break;
    case 3:
      out.bytes[at] = kind | 25;
      out.view.setUint16(at + 1, value);
      break;
    case 5:
      out.bytes[at] = kind | 26;
      out.view.setUint32(at + 1, value);
      break;
    default:
      out.bytes[at] = kind | 27;
      out.view.setUint32(at + 1, Math.floor(value / 0x1_0000_0000));
      out.view.setUint32(at + 5, value % 0x1_0000_0000);
  }
};

const writeByte = (out: Output, byte: number): void => {
  const at = reserve(out, 1);
  out.bytes[at] = byte;
};

/** Room for some bytes more, and where they go. */
const reserve = (out: Output, length: number): number => {
  const { at } = out;
  out.at += length;
  if (out.at > out.bytes.length) {
    const bytes = new Uint8Array(Math.max(out.bytes.length * 2, out.at));
    bytes.set(out.bytes);
    out.bytes = bytes;
    out.view = new DataView(bytes.buffer);
  }
  return at;
};
