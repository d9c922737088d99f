import type { SerdeContext } from "@smithy/types";
import { type Convert, type JsonObject, keepUnknown, readUnknown, setKey, writeUnknown } from "./values.js";

/**
 * The JSON object of a structure or union as it came: its members by name, and by the names that they have on the wire
 * alone, each perhaps absent, and of any type.
 */
export type Received<T, Wire extends string = never> = { readonly [Member in keyof T | Wire]?: unknown };

/** What a structure is put together of, member by member. */
export type Parts<T> = { -readonly [Member in keyof T]?: unknown };

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
 *
 * @param renamed names that known members have on the wire alone
 */
export const readMembers = <T>(data: unknown, known: Parts<T>, ...renamed: readonly string[]): T =>
  typeof data === "object" ? (keepUnknown(known, data, renamed) as T) : (data as T);

/**
 * The name of the one member that is set of a union; undefined where there is none, where it is null, where there is
 * anything beside it, or where the union is an instance of some class, which may hide members or write itself.
 */
export const setMember = (union: unknown): string | undefined => {
  const prototype: unknown = Object.getPrototypeOf(union);
  if (prototype !== Object.prototype && prototype !== null) {
    return undefined;
  }
  let set: string | undefined;
  for (const name in union as JsonObject) {
    if (set !== undefined || (union as JsonObject)[name] == null) {
      return undefined;
    }
    set = name;
  }
  return set;
};

/**
 * A union on its way to the wire that isn't just one known member: what is set of those that are known, each as `write`
 * writes it alone, or else what `$unknown` holds.
 */
export const writeUnion = (
  input: unknown,
  names: readonly string[],
  write: Convert<unknown>,
  context?: SerdeContext,
): unknown => eachMember(input, names, write, context) ?? writeUnknown(input);

/** The same of a union as it came; without any known member it is `{ $unknown: [name, value] }`. */
export const readUnion = <T>(
  data: unknown,
  names: readonly string[],
  read: Convert<T & object>,
  context?: SerdeContext,
): T => (eachMember(data, names, read, context) as T | undefined) ?? readUnknown(data);

const eachMember = (
  union: unknown,
  names: readonly string[],
  convert: Convert,
  context?: SerdeContext,
): JsonObject | undefined => {
  let target: JsonObject | undefined;
  for (const name of names) {
    const member = name in Object.prototype ? own(Object(union), name) : (union as JsonObject)[name];
    if (member !== undefined && member !== null) {
      // Without a prototype it holds this one member, whatever became of that of all objects.
      const alone: JsonObject = Object.create(null);
      alone[name] = member;
      const converted = convert(alone as never, context as never) as JsonObject;
      target ??= {};
      for (const key of Object.keys(converted)) {
        setKey(target, key, converted[key]);
      }
    }
  }
  return target;
};

/** A structure or union through its function. What isn't an object is passed on as it is. */
export const nested = <T>(value: unknown, convert: Convert<T>, context?: SerdeContext): T =>
  typeof value === "object" && value !== null ? convert(value as never, context as never) : ((value ?? undefined) as T);

/** A member whose name every object has, `constructor` for one: its own, or undefined. */
export const own = <Value>(object: object, name: string): Value =>
  (Object.hasOwn(object, name) ? (object as JsonObject)[name] : undefined) as Value;

/** A blob out of base64. What isn't text is passed on as it came. */
export const readBlob = (value: unknown, context: SerdeContext): Uint8Array =>
  typeof value === "string" ? context.base64Decoder(value) : (value as Uint8Array);

/** A blob as base64, whatever the model's type calls it. */
export const writeBlob = (value: unknown, context: SerdeContext): string | undefined =>
  value === null || value === undefined ? undefined : context.base64Encoder(value as Uint8Array);
