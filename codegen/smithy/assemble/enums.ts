import type { JsonObject } from "../json.ts";
import type { MemberDraft, ShapeDraft } from "../json-ast/draft.ts";
import { type EnumDefinition, enumTrait } from "../traits/constraint.ts";
import { deprecated, documentation, internal, tags } from "../traits/documentation.ts";
import { enumValue } from "../traits/type-refinement.ts";

/** Values that a member name can be made of: `us-east-1` becomes `us_east_1`. */
const NAMEABLE = /^[a-zA-Z\-_.:/\s]+[a-zA-Z_0-9\-.:/\s]*$/;
const UNNAMEABLE = /[-.:/\s]+/g;
const MEMBER_NAME = /^(?:_+[A-Za-z0-9]|[A-Za-z])[A-Za-z0-9_]*$/;

/**
 * A string with the enum trait of 1.0 becomes an enum shape; names that the trait doesn't give are made of the values.
 * A string of which one value gives no name stays a string.
 * https://smithy.io/2.0/guides/model-translations/migrating-idl-1-to-2.html
 */
export const convertEnumTrait = (shape: ShapeDraft): void => {
  if (shape.type !== "string" || !Object.hasOwn(shape.traits, enumTrait.id)) return;
  const members = new Map<string, MemberDraft>();
  for (const definition of enumTrait.decode(shape.traits[enumTrait.id] ?? null)) {
    const name = nameOfValue(definition);
    if (name === undefined || members.has(name)) return;
    members.set(name, {
      name,
      target: "smithy.api#Unit",
      traits: traitsOf(definition),
      container: shape.id,
      containerType: "enum",
      source: shape.source,
    });
  }
  if (members.size === 0) return;
  shape.type = "enum";
  shape.members = members;
  shape.traits = Object.fromEntries(Object.entries(shape.traits).filter(([id]) => id !== enumTrait.id));
};

const nameOfValue = ({ name, value }: EnumDefinition): string | undefined => {
  const made = name ?? (NAMEABLE.test(value) ? value.replace(UNNAMEABLE, "_") : "");
  return MEMBER_NAME.test(made) ? made : undefined;
};

const traitsOf = (definition: EnumDefinition): JsonObject => ({
  [enumValue.id]: definition.value,
  ...(definition.documentation === undefined ? {} : { [documentation.id]: definition.documentation }),
  ...(definition.tags.length === 0 ? {} : { [tags.id]: definition.tags }),
  ...(definition.deprecated ? { [deprecated.id]: {} } : {}),
  ...(definition.tags.includes("internal") ? { [internal.id]: {} } : {}),
});
