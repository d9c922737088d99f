import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Document } from "../json-ast/ast.ts";
import { memberId, memberOrigin, originOf } from "../json-ast/draft.ts";
import type { ShapeId } from "../shape-id.ts";
import type { Origin } from "../source.ts";
import { knownTraits } from "../traits/known.ts";
import { TraitValueError } from "../traits/trait.ts";

/** Reports values of known traits that haven't the form that the specification gives them. */
export const checkTraitValues = (document: Document, faults: Faults): void => {
  const check = (traits: JsonObject, id: ShapeId, origin: (trait: ShapeId) => Origin): void => {
    for (const trait of Object.keys(traits)) {
      const message = complaint(trait, traits[trait] as Json);
      if (message !== undefined) faults.add(problems.wrongTraitValue(message), origin(trait), id);
    }
  };
  for (const shape of document.shapes) {
    check(shape.traits, shape.id, (trait) => originOf(shape, "traits", trait));
    for (const member of shape.members.values()) {
      check(member.traits, memberId(member), (trait) => memberOrigin(member, "traits", trait));
    }
  }
  for (const application of document.applications) {
    check(application.traits, application.id, (trait) => originOf(application, "traits", trait));
  }
};

const complaint = (id: ShapeId, value: Json): string | undefined => {
  try {
    knownTraits.get(id)?.decode(value);
    return undefined;
  } catch (error) {
    if (error instanceof TraitValueError) return error.message;
    throw error;
  }
};
