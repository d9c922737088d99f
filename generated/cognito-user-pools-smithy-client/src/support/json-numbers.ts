import { NumericValue } from "@smithy/smithy-client";
import { toBase64 } from "./bytes.js";

/**
 * As `JSON.parse`, with no number losing a digit: an integer outside the safe range is a bigint, a number that a
 * double would change is a `NumericValue`, and every other one is a number.
 *
 * @throws SyntaxError as `JSON.parse` does
 */
export const parseExact = (text: string): unknown =>
  MAY_LOSE_DIGITS.test(text) ? JSON.parse(markNumbers(text), reviveNumber) : JSON.parse(text);

// A double holds every number of 15 digits. Texts that only look like a long number cost time and nothing else.
const MAY_LOSE_DIGITS = /[\d.]{16}|\d[eE](?:\+?\d|-\d\d)\d/;

// JSON has no control characters in its strings, so this one can only stand there escaped, as an own string's mark
// or as text that itself begins with it, which is then marked too. No answer can pass text off as a number.
const MARK = "\\u0001";
const MARKED = 1;

/** Writes each number that a double would change as a marked string: `12345678901234567890` as `"\u000112345678901234567890"`. */
const markNumbers = (text: string): string => {
  let marked = "";
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (text.startsWith(MARK, at + 1) && !isKey(text, end)) {
        marked += `${text.slice(copied, at + 1)}${MARK}`;
        copied = at + 1;
      }
      at = end;
    } else if (code === MINUS || isDigit(code)) {
      const end = endOfNumber(text, at);
      const literal = text.slice(at, end);
      // What isn't a number is left to JSON.parse, to be refused.
      if (JSON_NUMBER.test(literal) && !isExact(literal)) {
        marked += `${text.slice(copied, at)}"${MARK}${literal}"`;
        copied = end;
      }
      at = end;
    } else {
      at += 1;
    }
  }
  return marked + text.slice(copied);
};

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** A digit, or one of `+ - . E e`; not the end of the text. */
const isPartOfNumber = (code: number): boolean =>
  isDigit(code) || code === 0x2b || code === MINUS || code === 0x2e || code === 0x45 || code === 0x65;

/** The place behind the closing quote, or the end of a text that is cut short. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      return at + 1;
    }
    if (code === BACKSLASH) {
      at += 1;
    }
  }
  return text.length;
};

const endOfNumber = (text: string, start: number): number => {
  let at = start + 1;
  while (isPartOfNumber(text.charCodeAt(at))) {
    at += 1;
  }
  return at;
};

const isKey = (text: string, end: number): boolean => {
  let at = end;
  while (text.charCodeAt(at) === 0x20 || (text.charCodeAt(at) >= 0x09 && text.charCodeAt(at) <= 0x0d)) {
    at += 1;
  }
  return text.charAt(at) === ":";
};

const isExact = (literal: string): boolean => {
  const value = Number(literal);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return false;
  }
  return literal === String(value) || normalized(literal) === normalized(String(value));
};

/** The same text for every way to write a number: `1.50`, `15e-1` are both `15e-1`; every zero is `0`. */
const normalized = (literal: string): string => {
  const { negative, digits, exponent } = parts(literal);
  const significant = digits.replace(/^0+/, "");
  if (significant === "") {
    return "0";
  }
  const trimmed = trimEndZeros(significant);
  return `${negative ? "-" : ""}${trimmed}e${exponent + significant.length - trimmed.length}`;
};

// A regular expression for the zeros at the end takes quadratic time over zeros in the middle.
const trimEndZeros = (digits: string): string => {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) {
    end -= 1;
  }
  return digits.slice(0, end);
};

/** `-12.5e3` is -125 times ten to the second. */
const parts = (literal: string): { negative: boolean; digits: string; exponent: number; fraction: number } => {
  const negative = literal.startsWith("-");
  const [mantissa = "", exponent = "0"] = literal.slice(negative ? 1 : 0).split(/[eE]/);
  const [whole = "", fraction = ""] = mantissa.split(".");
  return {
    negative,
    digits: whole + fraction,
    exponent: Number(exponent) - fraction.length,
    fraction: fraction.length,
  };
};

const reviveNumber = (_key: string, value: unknown): unknown => {
  if (typeof value !== "string" || value.charCodeAt(0) !== MARKED) {
    return value;
  }
  const text = value.slice(1);
  return text.charCodeAt(0) === MARKED ? text : exactNumber(text);
};

// Ten to the power of a billion is a short literal and no bigint that fits into memory.
const MAX_INTEGER_DIGITS = 4096;

const exactNumber = (literal: string): bigint | NumericValue => {
  const { negative, digits, exponent, fraction } = parts(literal);
  const writtenAsFraction = fraction > 0 && exponent === -fraction;
  if (exponent < 0 || writtenAsFraction || digits.length + exponent > MAX_INTEGER_DIGITS) {
    return new NumericValue(literal, "bigDecimal");
  }
  const integer = BigInt(digits + "0".repeat(exponent));
  return negative ? -integer : integer;
};

/**
 * As `JSON.stringify`, with bigints and `NumericValue`s written as the numbers that they are, blobs in base64, dates
 * as seconds since the epoch, and the three numbers that JSON can't hold as strings.
 *
 * @throws TypeError where the value refers to itself, or is nested too deep
 */
export const stringifyExact = (value: unknown): string => write(value, 0) ?? "null";

const MAX_DEPTH = 1000;

const write = (value: unknown, depth: number): string | undefined => {
  switch (typeof value) {
    case "bigint":
      return String(value);
    case "number":
      return Number.isFinite(value) ? String(value) : `"${value}"`;
    case "object":
      return value === null ? "null" : writeObject(value, depth);
    default:
      return JSON.stringify(value);
  }
};

const writeObject = (value: object, depth: number): string => {
  if (depth > MAX_DEPTH) {
    throw new TypeError("The input is nested too deep, or refers to itself.");
  }
  if (Array.isArray(value)) {
    return `[${value.map((element) => write(element, depth + 1) ?? "null").join(",")}]`;
  }
  if (value instanceof NumericValue) {
    return value.string;
  }
  if (value instanceof Date) {
    return String(value.getTime() / 1000);
  }
  if (value instanceof Uint8Array) {
    return JSON.stringify(toBase64(value));
  }
  let text = "";
  for (const key of Object.keys(value)) {
    const member = write((value as Record<string, unknown>)[key], depth + 1);
    if (member !== undefined) {
      text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${member}`;
    }
  }
  return `{${text}}`;
};
