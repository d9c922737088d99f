/** https://smithy.io/2.0/spec/type-refinement-traits.html */
import { oneOf, raw, strings } from "./forms.ts";
import { marker, TraitValueError, trait } from "./trait.ts";

export const required = marker("smithy.api#required");

/** Clients treat the member as optional, whatever `@required` or `@default` say. */
export const clientOptional = marker("smithy.api#clientOptional");

/** The value where none is given. `null` says that a member has no default although its target has one. */
export const defaultTrait = trait("smithy.api#default", raw);

/** The default was added after the member was published. */
export const addedDefault = marker("smithy.api#addedDefault");

/** The value of an enum's member: a string in an enum, an integer in an intEnum. */
export const enumValue = trait("smithy.api#enumValue", (v): string | number => {
  if (typeof v.json === "string" || typeof v.json === "number") return v.json;
  throw new TraitValueError(`${v.where} must be a string or a number.`);
});

export type Fault = "client" | "server";

/** The structure is an error, and says whose fault it is. */
export const error = trait("smithy.api#error", (v): Fault => oneOf(v, ["client", "server"]));

/** The structure is the input of one operation only. */
export const input = marker("smithy.api#input");

/** The structure is the output of one operation only. */
export const output = marker("smithy.api#output");

/** The list or map may hold nulls. */
export const sparse = marker("smithy.api#sparse");

export interface Mixin {
  /** Ids of traits that the mixin doesn't hand on. */
  readonly localTraits: readonly string[];
}

/** The shape exists to be mixed in. No loaded model has one: they are flattened. */
export const mixin = trait("smithy.api#mixin", (v): Mixin => {
  const localTraits = v.at("localTraits");
  return { localTraits: localTraits === undefined ? [] : strings(localTraits) };
});

/** Marks `smithy.api#Unit`. */
export const unitType = marker("smithy.api#unitType");
