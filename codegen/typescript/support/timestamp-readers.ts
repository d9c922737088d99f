import { parseEpochTimestamp, parseRfc3339DateTimeWithOffset, parseRfc7231DateTime } from "@smithy/core/serde";
import { readNumber } from "./values.js";

// Each gives undefined for undefined and null, though its type says what a member that is there gives.

/** Seconds since the epoch. @throws TypeError where the value is no such number */
export const readEpochSeconds = (value: unknown): Date => parseEpochTimestamp(readNumber(value)) as Date;

/** `1985-04-12T23:20:50.52+01:00`. @throws TypeError where the value is no such text */
export const readDateTime = (value: unknown): Date => parseRfc3339DateTimeWithOffset(value) as Date;

/** `Tue, 29 Apr 2014 18:30:38 GMT`. @throws TypeError where the value is no such text */
export const readHttpDate = (value: unknown): Date => parseRfc7231DateTime(value) as Date;
