import { NumericValue } from "@smithy/core/serde";

/**
 * A `float`, `double` or an integer of 32 bits or fewer, of an enum too: the three strings above are numbers, and nothing
 * is exact.
 */
export const readNumber = <T extends number = number>(value: unknown): T => {
  switch (typeof value) {
    case "string":
      return value === "NaN" || value === "Infinity" || value === "-Infinity" ? (Number(value) as T) : (value as never);
    case "bigint":
      return Number(value) as T;
    case "object":
      return value instanceof NumericValue ? (Number(value.string) as T) : (value as never);
    default:
      return value as never;
  }
};
