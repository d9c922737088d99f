import { NumericValue } from "@smithy/core/serde";

/** A `long`: a number where a number holds it exactly, and a bigint where it doesn't. */
export const readLong = (value: unknown): number =>
  value instanceof NumericValue ? Number(value.string) : (value as number);

/** A `bigInteger`. Text or a number that is no integer is passed on as it came. */
export const readBigInteger = (value: unknown): bigint => {
  if (typeof value === "number" ? Number.isInteger(value) : typeof value === "string" && /^-?\d{1,4096}$/.test(value)) {
    return BigInt(value as number | string);
  }
  return value as bigint;
};

/** A `bigDecimal`. Text that is no number is passed on as it came. */
export const readBigDecimal = (value: unknown): NumericValue => {
  if (typeof value === "number" || typeof value === "bigint") {
    return new NumericValue(String(value), "bigDecimal");
  }
  if (typeof value !== "string") {
    return value as NumericValue;
  }
  try {
    return new NumericValue(value, "bigDecimal");
  } catch {
    return value as unknown as NumericValue;
  }
};

/** A `bigInteger` or a `bigDecimal` as the text that some protocols send in its place. */
export const writeBigNumber = (value: bigint | number | NumericValue | null | undefined): string | undefined =>
  value === undefined || value === null ? undefined : value instanceof NumericValue ? value.string : String(value);
