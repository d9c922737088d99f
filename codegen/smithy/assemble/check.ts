import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import {
  type MemberDraft,
  memberId,
  memberLabel,
  memberOrigin,
  originOf,
  type ShapeDraft,
  type ShapeType,
} from "../json-ast/draft.ts";
import { PRELUDE } from "../prelude.ts";
import type { ShapeId } from "../shape-id.ts";
import type { Origin } from "../source.ts";
import { error } from "../traits/type-refinement.ts";
import type { Draft } from "./merge.ts";
import { isMixin } from "./mixins.ts";
import { Names } from "./names.ts";

/**
 * Reports what shapes name that isn't there or isn't of the right kind. Runs before mixins are flattened, so that each
 * fault is reported once and where it was written.
 */
export const checkDraft = (draft: Draft, faults: Faults): void => {
  const targets = new Targets(draft, faults);
  const byLowerCase = new Map<string, ShapeId>();
  for (const shape of draft.shapes.values()) {
    const other = byLowerCase.get(shape.id.toLowerCase());
    if (other === undefined) byLowerCase.set(shape.id.toLowerCase(), shape.id);
    else {
      faults.add(problems.shapeIdsConflictByCase(shape.id, other), { ...originOf(shape), key: true }, shape.id);
    }
    for (const member of shape.members.values()) targets.checkMember(member);
    targets.checkProperties(shape);
  }
};

/** What a reference must lead to: a sentence's end, and the types that it means. */
interface Wanted {
  readonly words: string;
  readonly accepts: (type: ShapeType) => boolean;
  readonly error?: true;
}

const SERVICE_TYPES: ReadonlySet<ShapeType> = new Set<ShapeType>(["service", "operation", "resource"]);
const DATA: Wanted = { words: "a simple or aggregate shape", accepts: (type) => !SERVICE_TYPES.has(type) };
const STRING: Wanted = { words: "a string", accepts: (type) => type === "string" || type === "enum" };
const STRUCTURE: Wanted = { words: "a structure", accepts: (type) => type === "structure" };
const ERROR: Wanted = { ...STRUCTURE, error: true };
const OPERATION: Wanted = { words: "an operation", accepts: (type) => type === "operation" };
const RESOURCE: Wanted = { words: "a resource", accepts: (type) => type === "resource" };

/** What each property of services, operations and resources must lead to. */
const WANTED: ReadonlyMap<string, Wanted> = new Map([
  ["input", STRUCTURE],
  ["output", STRUCTURE],
  ["errors", ERROR],
  ["resources", RESOURCE],
  ["identifiers", STRING],
  ["properties", DATA],
]);

class Targets {
  readonly #draft: Draft;
  readonly #faults: Faults;
  readonly #names: Names;

  constructor(draft: Draft, faults: Faults) {
    this.#draft = draft;
    this.#faults = faults;
    this.#names = new Names([...draft.shapes.keys(), ...PRELUDE.keys()]);
  }

  checkMember(member: MemberDraft): void {
    const isKey = member.containerType === "map" && member.name === "key";
    const found = this.#check(member.target, isKey ? STRING : DATA);
    if (found === undefined) return;
    const problem = found(memberLabel(member));
    this.#faults.add(problem, memberOrigin(member, "target"), memberId(member));
  }

  checkProperties(shape: ShapeDraft): void {
    for (const [name, property] of shape.properties) {
      const wanted = WANTED.get(name) ?? OPERATION;
      const check = (target: ShapeId, origin: () => Origin): void => {
        const found = this.#check(target, wanted);
        if (found !== undefined) this.#faults.add(found(`"${name}" of ${shape.id}`), origin(), shape.id);
      };
      if (property.form === "reference") check(property.target, () => originOf(shape, name, "target"));
      else if (property.form === "references") {
        property.targets.forEach((target, index) => {
          check(target, () => originOf(shape, name, index, "target"));
        });
      } else if (property.form === "named") {
        for (const [key, target] of property.targets) check(target, () => originOf(shape, name, key, "target"));
      }
    }
  }

  /** The problem with a target, once it is known what targets it. */
  #check(id: ShapeId, wanted: Wanted) {
    const draft = this.#draft.shapes.get(id);
    const type = draft?.type ?? (PRELUDE.get(id)?.kind as ShapeType | undefined);
    if (type === undefined) return (what: string) => problems.unknownTarget(what, id, this.#names.nearest(id));
    if (!wanted.accepts(type)) return (what: string) => problems.targetNotAllowed(what, id, type, wanted.words);
    if (draft === undefined) return undefined;
    if (isMixin(draft) && !SERVICE_TYPES.has(type)) return (what: string) => problems.targetsMixin(what, id);
    if (wanted.error && !this.#isError(draft)) return (what: string) => problems.errorWithoutTrait(what, id);
    return undefined;
  }

  /** Whether a structure has `@error`, itself or from a mixin. */
  #isError(shape: ShapeDraft): boolean {
    const seen = new Set<ShapeDraft>([shape]);
    for (const candidate of seen) {
      if (Object.hasOwn(candidate.traits, error.id)) return true;
      for (const id of candidate.mixins) {
        const mixin = this.#draft.shapes.get(id);
        if (mixin !== undefined) seen.add(mixin);
      }
    }
    return false;
  }
}
