import { isDeepStrictEqual } from "node:util";
import { NumericValue } from "@smithy/core/serde";

/** What is wrong with a value: nothing, or one line that shows both. */
export const different = (what: string, got: unknown, expected: unknown): readonly string[] =>
  isDeepStrictEqual(comparable(got), comparable(expected))
    ? []
    : [`${what}: ${shown(got)}, expected ${shown(expected)}`];

/**
 * A value in a form in which class and identity don't count, and kind does: `1` is no `1n`, a date no number. Members
 * that are undefined aren't there.
 */
const comparable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return { octets: Buffer.from(value).toString("hex") };
  if (value instanceof Date) return { milliseconds: value.getTime() };
  if (value instanceof NumericValue) return { decimal: value.string };
  // JSON in a text comes as a text with methods of its own.
  if (value instanceof String) return String(value);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return { members: new Map(entries.map(([key, entry]) => [key, comparable(entry)])) };
};

const shown = (value: unknown): string =>
  JSON.stringify(comparable(value), (_, entry: unknown) => {
    if (entry instanceof Map) return Object.fromEntries(entry);
    if (typeof entry === "bigint") return `${entry}n`;
    return typeof entry === "number" && !Number.isFinite(entry) ? String(entry) : entry;
  })?.replaceAll('{"members":{', "{{") ?? "nothing";
