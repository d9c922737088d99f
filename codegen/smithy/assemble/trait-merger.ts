import { isDeepStrictEqual } from "node:util";
import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import type { Json, JsonObject } from "../json.ts";
import { own } from "../json.ts";
import type { ShapeId } from "../shape-id.ts";
import type { Origin } from "../source.ts";

/** Where the two sets of traits stand. */
export interface TraitOrigins {
  readonly first: Origin;
  readonly second: Origin;
}

/**
 * Joins traits that are given to one shape or member in two places: equal values are one, lists are concatenated,
 * anything else is a conflict. (Two equal lists are taken as one statement made twice, not as a longer list.)
 * https://smithy.io/2.0/spec/model.html#trait-conflict-resolution
 */
export class TraitMerger {
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  merge(first: JsonObject, second: JsonObject, origins: TraitOrigins, target: ShapeId): JsonObject {
    const added: [string, Json][] = [];
    for (const [trait, value] of Object.entries(second)) {
      const before = own(first, trait);
      if (before === undefined) added.push([trait, value]);
      else if (isDeepStrictEqual(before, value)) continue;
      else if (Array.isArray(before) && Array.isArray(value)) added.push([trait, [...before, ...value]]);
      else this.#conflict(trait, origins, target);
    }
    return added.length === 0 ? first : { ...first, ...Object.fromEntries(added) };
  }

  #conflict(trait: string, { first, second }: TraitOrigins, target: ShapeId): void {
    const at = (origin: Origin): Origin => ({ ...origin, path: [...origin.path, trait], key: true });
    const other = this.#faults.describe(at(first));
    this.#faults.add(problems.conflictingTrait(trait, target, other), at(second), target);
  }
}
