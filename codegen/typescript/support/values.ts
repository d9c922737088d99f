import type { SerdeContext } from "@smithy/types";

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

/**
 * Members that the model doesn't name are dropped, but for those of a structure that names its type: `__type` and
 * all beside it are kept.
 */
export const keepUnknown = <T extends object>(target: T, source: unknown, renamed: readonly string[] = []): T => {
  if (isObject(source) && typeof source["__type"] === "string") {
    for (const key of Object.keys(source)) {
      if (!Object.hasOwn(target, key) && !renamed.includes(key)) {
        setKey(target as JsonObject, key, source[key]);
      }
    }
  }
  return target;
};

/** A function that a value goes through, with the context where it asks for that. */
export type Convert<T = unknown> = (value: never, context: never) => T;

const isNothing = (value: unknown): value is null | undefined => value === undefined || value === null;

// What a caller gave is never changed. What is undefined is left out by whoever writes the text or the bytes.

/** A list on its way to the wire: without its nulls, each element through `each` (as it is, where there is none). */
export const mapList = <T>(value: unknown, each?: Convert, context?: SerdeContext): T => {
  if (!Array.isArray(value)) {
    return (value ?? undefined) as T;
  }
  const target: unknown[] = [];
  for (const element of value) {
    if (!isNothing(element)) {
      target.push(each ? each(element as never, context as never) : element);
    }
  }
  return target as T;
};

/** A sparse list on its way to the wire: nulls stay, and what is undefined is null. */
export const mapSparseList = <T>(value: unknown, each?: Convert, context?: SerdeContext): T => {
  if (!Array.isArray(value)) {
    return (value ?? undefined) as T;
  }
  const target: unknown[] = [];
  for (const element of value) {
    target.push(isNothing(element) ? null : each ? each(element as never, context as never) : element);
  }
  return target as T;
};

/** A map on its way to the wire: nulls become undefined, each value through `each` (as it is, where there is none). */
export const mapMap = <T>(value: unknown, each?: Convert, context?: SerdeContext): T => {
  if (!isObject(value)) {
    return (value ?? undefined) as T;
  }
  // A copy of all keys at once is several times as quick as one key after the other, and makes `__proto__` an own key.
  const target = { ...value };
  for (const key in target) {
    if (Object.hasOwn(target, key)) {
      const element = target[key];
      const written = isNothing(element) ? undefined : each ? each(element as never, context as never) : element;
      if (written !== element) {
        target[key] = written;
      }
    }
  }
  return target as T;
};

/** A sparse map on its way to the wire: nulls stay. */
export const mapSparseMap = <T>(value: unknown, each?: Convert, context?: SerdeContext): T => {
  if (!isObject(value)) {
    return (value ?? undefined) as T;
  }
  const target = { ...value };
  if (each) {
    for (const key of Object.keys(target)) {
      const element = target[key];
      if (!isNothing(element)) {
        target[key] = each(element as never, context as never);
      }
    }
  }
  return target as T;
};

// What came is nobody else's, so it is changed where it stands.

/** A list as it came: without its nulls, each element through `each` (as it is, where there is none). */
export const readList = <T>(value: unknown, each?: Convert, context?: SerdeContext): T => {
  if (!Array.isArray(value)) {
    return value as T;
  }
  let length = 0;
  for (const element of value) {
    if (!isNothing(element)) {
      value[length] = each ? each(element as never, context as never) : element;
      length += 1;
    }
  }
  if (length < value.length) {
    value.length = length;
  }
  return value as T;
};

/** A sparse list as it came: nulls stay. */
export const readSparseList = <T>(value: unknown, each?: Convert, context?: SerdeContext): T => {
  if (each && Array.isArray(value)) {
    for (const [index, element] of value.entries()) {
      value[index] = isNothing(element) ? null : each(element as never, context as never);
    }
  }
  return value as T;
};

/** A map as it came: without its nulls, each value through `each` (as it is, where there is none). */
export const readMap = <T>(value: unknown, each?: Convert, context?: SerdeContext): T => {
  if (!isObject(value)) {
    return value as T;
  }
  for (const key of Object.keys(value)) {
    const element = value[key];
    if (isNothing(element)) {
      delete value[key];
    } else if (each) {
      const read = each(element as never, context as never);
      if (read !== element) {
        value[key] = read;
      }
    }
  }
  return value as T;
};

/** A sparse map as it came: nulls stay. */
export const readSparseMap = <T>(value: unknown, each?: Convert, context?: SerdeContext): T => {
  if (each && isObject(value)) {
    for (const key of Object.keys(value)) {
      const element = value[key];
      value[key] = isNothing(element) ? null : each(element as never, context as never);
    }
  }
  return value as T;
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
  typeof value === "number" && !Number.isFinite(value) ? String(value) : (value ?? undefined);
