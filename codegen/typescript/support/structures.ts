import type { SerdeContext } from "@smithy/types";
import { type JsonObject, keepUnknown, readUnknown, setKey, writeUnknown } from "./values.js";

/**
 * The JSON object of a structure or union as it came: its members by name, and by the names that they have on the wire
 * alone, each perhaps absent, and of any type.
 */
export type Received<T, Wire extends string = never> = { readonly [Member in keyof T | Wire]?: unknown };

/** A structure of the given members, without those that are null or undefined. */
export const members = <T>(values: JsonObject): T => {
  const target: JsonObject = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined && value !== null) {
      setKey(target, name, value);
    }
  }
  return target as T;
};

/**
 * A structure as it came, whose known members are given. One that names its type keeps what else it holds; what isn't an
 * object is passed on as it is.
 */
export const readMembers = <T>(data: unknown, values: JsonObject): T =>
  typeof data === "object" ? keepUnknown(members<T & object>(values), data) : (data as T);

/** A union on its way to the wire: what is set of the members that are known, or else what `$unknown` holds. */
export const writeUnion = (input: unknown, values: JsonObject): unknown => {
  const known = members<object>(values);
  return Object.keys(known).length === 0 ? writeUnknown(input) : known;
};

/** A union as it came, whose known members are given; without any of them it is `{ $unknown: [name, value] }`. */
export const readUnion = <T>(data: unknown, values: JsonObject): T => {
  const known = members<T & object>(values);
  return Object.keys(known).length === 0 ? readUnknown(data) : known;
};

/** A structure or union through its function. What isn't an object is passed on as it is. */
export const nested = <T>(value: unknown, convert: (value: never) => T): T =>
  typeof value === "object" && value !== null ? convert(value as never) : (value as T);

/** A member whose name every object has, `constructor` for one: its own, or undefined. */
export const own = <Value>(object: object, name: string): Value =>
  (Object.hasOwn(object, name) ? (object as JsonObject)[name] : undefined) as Value;

/** A blob out of base64. What isn't text is passed on as it came. */
export const readBlob = (value: unknown, context: SerdeContext): Uint8Array =>
  typeof value === "string" ? context.base64Decoder(value) : (value as Uint8Array);
