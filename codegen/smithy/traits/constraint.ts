/** https://smithy.io/2.0/spec/constraint-traits.html */
import { strings } from "./forms.ts";
import { marker, trait } from "./trait.ts";

export interface Bounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** Bounds of a string's length in code points, a blob's in bytes, a list's or map's in entries. */
export const length = trait(
  "smithy.api#length",
  (v): Bounds => ({ min: v.at("min")?.number, max: v.at("max")?.number }),
);

/** Inclusive bounds of a number. */
export const range = trait("smithy.api#range", (v): Bounds => ({ min: v.at("min")?.number, max: v.at("max")?.number }));

/** A regular expression of ECMA 262, not anchored. Models hold patterns that JavaScript refuses. */
export const pattern = trait("smithy.api#pattern", (v) => v.string);

export const uniqueItems = marker("smithy.api#uniqueItems");

export interface IdRef {
  readonly failWhenMissing: boolean;
  readonly selector: string;
  readonly errorMessage: string | undefined;
}

/** Marks strings that hold shape ids. */
export const idRef = trait(
  "smithy.api#idRef",
  (v): IdRef => ({
    failWhenMissing: v.at("failWhenMissing")?.boolean ?? false,
    selector: v.at("selector")?.string ?? "*",
    errorMessage: v.at("errorMessage")?.string,
  }),
);

/** The shape can be targeted from its own namespace alone. */
export const privateTrait = marker("smithy.api#private");

export interface EnumDefinition {
  readonly value: string;
  readonly name: string | undefined;
  readonly documentation: string | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
}

/** The values of a string, as Smithy 1.0 said it. Loading makes enum shapes of these strings where it can. */
export const enumTrait = trait("smithy.api#enum", (v): readonly EnumDefinition[] =>
  v.list.map((definition) => {
    const tags = definition.at("tags");
    return {
      value: definition.required("value").string,
      name: definition.at("name")?.string,
      documentation: definition.at("documentation")?.string,
      tags: tags === undefined ? [] : strings(tags),
      deprecated: definition.at("deprecated")?.boolean ?? false,
    };
  }),
);
