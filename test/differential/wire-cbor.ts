import { cbor, dateToTag } from "@smithy/core/cbor";
import { Literal } from "./wire-json.ts";

/** A value as CBOR, dates with their tag, and literals of JSON as the numbers that they are. */
export const toCbor = (value: unknown): Uint8Array => cbor.serialize(tagged(value));

const tagged = (value: unknown): unknown => {
  if (value instanceof Literal) return Number(value.text);
  if (value instanceof Date) return dateToTag(value);
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, tagged(member)]));
};
