/** A value as plain data, which `isDeepStrictEqual` compares as a program would see it. */
export type Plain =
  | null
  | string
  | boolean
  | number
  | bigint
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/**
 * A run-time value as plain data: what isn't is named, `{ "$date": 0 }`, `{ "$bytes": "AA==" }`, `{ "$function": true }`;
 * an object of another prototype than the usual one carries `"$prototype"`, so that a polluted one shows. Own `__proto__`
 * keys stay own keys.
 */
export const plain = (value: unknown): Plain => {
  switch (typeof value) {
    case "function":
      return { $function: true };
    case "symbol":
      return { $symbol: String(value) };
    case "object":
      return value === null ? null : plainObject(value);
    default:
      return value as Plain;
  }
};

const plainObject = (value: object): Plain => {
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
  if (Array.isArray(value)) return value.map(plain);
  const members = Object.entries(value).map(([key, member]): [string, Plain] => [key, plain(member)]);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) members.push(["$prototype", prototypeName(value)]);
  return Object.fromEntries(members);
};

const prototypeName = (value: object): string => {
  const { constructor: maker } = value as { readonly constructor?: unknown };
  return typeof maker === "function" ? maker.name : "object with other members";
};

/** Stands for whatever is there, where what is there follows from something else that is compared. */
export const ANYTHING: Plain = { $anything: true };

/** The same where a text has to be. */
export const ANY_TEXT = "\u0000anything";
