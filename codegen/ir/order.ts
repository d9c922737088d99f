import { byCodeUnits } from "../smithy/order.ts";

/** Compares things by a text of theirs, in code units. */
export const byKey =
  <T>(key: (value: T) => string) =>
  (a: T, b: T): number =>
    byCodeUnits(key(a), key(b));
