import type { Json } from "../json.ts";
import { TraitValueError, type Value } from "./trait.ts";

/** The value as it stands: for traits whose meaning is an expression or data of its own. */
export const raw = (value: Value): Json => value.json;

/** The elements of a list of strings. */
export const strings = (value: Value): readonly string[] => value.list.map((element) => element.string);

/** An object's entries as a map, in the model's order. */
export const mapOf = <T>(value: Value, read: (value: Value) => T): ReadonlyMap<string, T> =>
  new Map(value.entries.map(([key, element]) => [key, read(element)]));

/** A string out of a closed set. */
export const oneOf = <const T extends string>(value: Value, allowed: readonly T[]): T => {
  const found = allowed.find((candidate) => candidate === value.json);
  if (found === undefined) throw new TraitValueError(`${value.where} must be one of ${allowed.join(", ")}.`);
  return found;
};
