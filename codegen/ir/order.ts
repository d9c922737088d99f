/** The one order of names in output: by UTF-16 code units, the same on every machine. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same, of things by a key of theirs. */
export const byKey =
  <T>(key: (value: T) => string) =>
  (a: T, b: T): number =>
    byCodeUnit(key(a), key(b));
