import { NumericValue } from "@smithy/core/serde";

/** A JSON object as it is read or written. */
export type JsonObject = Record<string, unknown>;

// The readers below give what the wire holds under the type that the model names, without checking it: a value of
// another type is passed on as it came, since a service that says more than its model must not break its clients.

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Sets a key of any name as the object's own, `__proto__` too. */
export const setKey = (target: JsonObject, key: string, value: unknown): void => {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[key] = value;
  }
};

/** A structure whose members go to the wire, and come from it, as they are: `names` without those that are null. */
export const copyMembers = <T>(value: unknown, names: readonly string[]): T => {
  if (typeof value !== "object" || value === null) {
    return value as T;
  }
  const source = value as JsonObject;
  const target: JsonObject = {};
  for (const name of names) {
    // `in` and a plain read would find what the prototype has.
    const member = name in Object.prototype && !Object.hasOwn(source, name) ? undefined : source[name];
    if (member !== undefined && member !== null) {
      setKey(target, name, member);
    }
  }
  return target as T;
};

/**
 * Members that the model doesn't name are dropped, but for those of a structure that names its type: `__type` and
 * all beside it are kept.
 */
export const keepUnknown = <T extends object>(target: T, source: unknown): T => {
  if (isObject(source) && typeof source["__type"] === "string") {
    for (const key of Object.keys(source)) {
      if (!Object.hasOwn(target, key)) {
        setKey(target as JsonObject, key, source[key]);
      }
    }
  }
  return target;
};

/** A list without its nulls, each element through `each` (as it is, where there is none). */
export const mapList = <T>(value: unknown, each?: (element: never) => unknown): T => {
  if (!Array.isArray(value)) {
    return value as T;
  }
  const target: unknown[] = [];
  for (const element of value) {
    if (element !== undefined && element !== null) {
      target.push(each ? each(element as never) : element);
    }
  }
  return target as T;
};

/** A sparse list: nulls stay, and what is undefined is null. */
export const mapSparseList = <T>(value: unknown, each?: (element: never) => unknown): T => {
  if (!Array.isArray(value)) {
    return value as T;
  }
  const target: unknown[] = [];
  for (const element of value) {
    target.push(element === undefined || element === null ? null : each ? each(element as never) : element);
  }
  return target as T;
};

/** A map without its nulls, each value through `each` (as it is, where there is none). */
export const mapMap = <T>(value: unknown, each?: (element: never) => unknown): T => {
  if (!isObject(value)) {
    return value as T;
  }
  const target: JsonObject = {};
  for (const key of Object.keys(value)) {
    const element = value[key];
    if (element !== undefined && element !== null) {
      setKey(target, key, each ? each(element as never) : element);
    }
  }
  return target as T;
};

/** A sparse map: nulls stay; what is undefined isn't there. */
export const mapSparseMap = <T>(value: unknown, each?: (element: never) => unknown): T => {
  if (!isObject(value)) {
    return value as T;
  }
  const target: JsonObject = {};
  for (const key of Object.keys(value)) {
    const element = value[key];
    if (element !== undefined) {
      setKey(target, key, element === null ? null : each ? each(element as never) : element);
    }
  }
  return target as T;
};

/**
 * A union none of whose members is known: `{ $unknown: [name, value] }`. `__type` and nulls don't count; a value that
 * then holds nothing, or more than one thing, is an empty object.
 */
export const readUnknown = <T>(value: unknown): T => {
  if (!isObject(value)) {
    return value as T;
  }
  const names = Object.keys(value).filter((name) => name !== "__type" && value[name] !== null);
  const [name] = names;
  return (name !== undefined && names.length === 1 ? { $unknown: [name, value[name]] } : {}) as T;
};

/** The way back: `{ $unknown: [name, value] }` goes to the wire as `{ name: value }`. */
export const writeUnknown = (value: unknown): unknown => {
  if (!isObject(value)) {
    return value;
  }
  const target: JsonObject = {};
  const unknown = value["$unknown"];
  if (Array.isArray(unknown) && typeof unknown[0] === "string") {
    setKey(target, unknown[0], unknown[1]);
  }
  return target;
};

/** A number for the wire: what JSON can't hold goes as `"NaN"`, `"Infinity"` or `"-Infinity"`. */
export const writeFloat = (value: number | null | undefined): unknown =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;

/** A `float`, `double` or an integer of 32 bits or fewer: the three strings above are numbers, and nothing is exact. */
export const readNumber = (value: unknown): number => {
  switch (typeof value) {
    case "string":
      return value === "NaN" || value === "Infinity" || value === "-Infinity" ? Number(value) : (value as never);
    case "bigint":
      return Number(value);
    case "object":
      return value instanceof NumericValue ? Number(value.string) : (value as never);
    default:
      return value as never;
  }
};
