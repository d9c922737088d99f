import { parseEpochTimestamp, parseRfc3339DateTimeWithOffset, parseRfc7231DateTime } from "@smithy/core/serde";
import { readNumber } from "./read-number.js";

// Each gives undefined for undefined and null, though its type says what a member that is there gives.

/** Seconds since the epoch. @throws TypeError where the value is no such number */
export const readEpochSeconds = (value: unknown): Date => parseEpochTimestamp(readNumber(value)) as Date;

/** `1985-04-12T23:20:50.52+01:00`, rounded to milliseconds. @throws TypeError where the value is no such text */
export const readDateTime = (value: unknown): Date => {
  if (typeof value !== "string") {
    return parseRfc3339DateTimeWithOffset(value) as Date;
  }
  if (COMMON.test(value)) {
    const date = new Date(value);
    // A day that its month doesn't have would be one of the next, and 24 o'clock is the next day too.
    if (date.getUTCDate() === Number(value.slice(8, 10))) {
      return date;
    }
  }
  // `Date.UTC` takes years before 100 for those of the 20th century; dates repeat every 400 years.
  const early = value.startsWith("00");
  const date = parseRfc3339DateTimeWithOffset(early ? `04${value.slice(2)}` : value) as Date;
  const milliseconds = 1000 * Number(/\.\d{4,}/.exec(value)?.[0] ?? 0);
  const rest = Math.round(milliseconds) - Math.trunc(milliseconds);
  return early || rest > 0 ? new Date(date.getTime() - (early ? FOUR_CENTURIES : 0) + rest) : date;
};

/** How services write most dates. */
const COMMON = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** In milliseconds. */
const FOUR_CENTURIES = 146_097 * 86_400_000;

/** `Tue, 29 Apr 2014 18:30:38 GMT`. @throws TypeError where the value is no such text */
export const readHttpDate = (value: unknown): Date => {
  const early = typeof value === "string" && / 00\d\d /.test(value);
  const date = parseRfc7231DateTime(early ? value.replace(/ 00(?=\d\d )/, " 04") : value) as Date;
  return early ? new Date(date.getTime() - FOUR_CENTURIES) : date;
};
