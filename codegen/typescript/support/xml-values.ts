import type { LazyJsonString, NumericValue } from "@smithy/core/serde";
import type { DocumentType, SerdeContext } from "@smithy/types";
import { readBigDecimal, readBigInteger } from "./big-numbers.js";
import { readJsonString } from "./json-strings.js";
import { readDateTime, readEpochSeconds, readHttpDate } from "./timestamp-readers.js";

// What each makes of text that isn't what the model says is what the published clients make of it: `NaN`, or a
// TypeError for timestamps.

/** An element or an attribute, of which only the text counts. */
interface Text {
  readonly text: string;
}

/** The text as it came; white space belongs to it. */
export const asText = ({ text }: Text): string => text;

/** A `float`, `double` or an integer of 32 bits or fewer, `NaN` and `-Infinity` too. */
export const asNumber = ({ text }: Text): number => Number(text);

/** A `long`: a number where a number holds it exactly, and a bigint where it doesn't. */
export const asLong = ({ text }: Text): number => {
  const value = Number(text);
  return Number.isSafeInteger(value) || !/^[-+]?\d{1,20}$/.test(text) ? value : (BigInt(text) as unknown as number);
};

/** A `bigInteger`. Text that is no integer is passed on as it came. */
export const asBigInteger = ({ text }: Text): bigint => readBigInteger(text);

/** A `bigDecimal`. Text that is no number is passed on as it came. */
export const asBigDecimal = ({ text }: Text): NumericValue => readBigDecimal(text);

/** `true` in any case; all else is false. */
export const asBoolean = ({ text }: Text): boolean => text.toLowerCase() === "true";

/** `1985-04-12T23:20:50.52+01:00`. @throws TypeError where the value is no such text */
export const asDateTime = ({ text }: Text): Date => readDateTime(text);

/** `Tue, 29 Apr 2014 18:30:38 GMT`. @throws TypeError where the value is no such text */
export const asHttpDate = ({ text }: Text): Date => readHttpDate(text);

/** Seconds since the epoch. @throws TypeError where the value is no such text */
export const asEpochSeconds = ({ text }: Text): Date => readEpochSeconds(text);

/** A blob out of base64. */
export const asBlob = ({ text }: Text, context: SerdeContext): Uint8Array => context.base64Decoder(text);

/** A document, which is JSON within the element, since XML has no form for it. @throws SyntaxError where it isn't JSON */
export const asDocument = ({ text }: Text): DocumentType => JSON.parse(text);

/** A string of a JSON media type, which knows how to parse itself. */
export const asJsonString = ({ text }: Text): LazyJsonString => readJsonString(text);
