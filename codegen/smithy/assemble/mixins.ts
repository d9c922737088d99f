import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import { isObject, type Json, type JsonObject, own } from "../json.ts";
import {
  type Application,
  type MemberDraft,
  memberLabel,
  memberOrigin,
  originOf,
  type Property,
  type ShapeDraft,
} from "../json-ast/draft.ts";
import { nearest } from "../nearest.ts";
import { memberOf, type ShapeId } from "../shape-id.ts";
import { order } from "./graph.ts";
import type { Draft } from "./merge.ts";
import { Names } from "./names.ts";
import { TraitMerger } from "./trait-merger.ts";

const MIXIN = "smithy.api#mixin";

export const isMixin = (shape: ShapeDraft): boolean => Object.hasOwn(shape.traits, MIXIN);

/**
 * Copies members, traits and properties of mixins into the shapes that use them, and takes the mixins away.
 * https://smithy.io/2.0/spec/mixins.html
 */
export const flattenMixins = (draft: Draft, faults: Faults): void => new Flattening(draft, faults).run();

class Flattening {
  readonly #draft: Draft;
  readonly #faults: Faults;
  readonly #merger: TraitMerger;
  readonly #names: Names;
  /** Circles of mixins, by the two shapes between which each is cut open. */
  readonly #cycles = new Map<string, readonly ShapeId[]>();

  constructor(draft: Draft, faults: Faults) {
    this.#draft = draft;
    this.#faults = faults;
    this.#merger = new TraitMerger(faults);
    this.#names = new Names(draft.shapes.keys());
  }

  run(): void {
    const { shapes, mixedInApplications } = this.#draft;
    const users = [...shapes.values()].filter((shape) => shape.mixins.length > 0).map(({ id }) => id);
    const { nodes, cycles } = order(users, (id) => shapes.get(id)?.mixins ?? []);
    for (const cycle of cycles) this.#cycles.set(`${cycle.at(-1)} ${cycle[0]}`, cycle);
    for (const id of nodes) {
      const shape = shapes.get(id);
      if (shape !== undefined && shape.mixins.length > 0) this.#flatten(shape);
    }
    for (const [id, applications] of mixedInApplications) {
      const shape = shapes.get(id);
      if (shape !== undefined && shape.mixins.length === 0) this.#applyToMembers(shape, applications);
    }
    for (const shape of [...shapes.values()]) if (isMixin(shape)) shapes.delete(shape.id);
  }

  /** Flattens a shape of which the mixins are flat. */
  #flatten(shape: ShapeDraft): void {
    const mixins = shape.mixins.flatMap((id, index) => this.#mixin(shape, id, index) ?? []);
    if (mixins.length > 0) {
      const written = shape.members;
      shape.members = this.#members(mixins, written);
      shape.traits = Object.fromEntries([...mixins.flatMap(inherited), ...Object.entries(shape.traits)]);
      shape.properties = mergeProperties([...mixins.map((mixin) => mixin.properties), shape.properties]);
    }
    this.#applyToMembers(shape, this.#draft.mixedInApplications.get(shape.id) ?? []);
  }

  /** The mixin; undefined where it can't be used, which is then reported. */
  #mixin(shape: ShapeDraft, id: ShapeId, index: number): ShapeDraft | undefined {
    const origin = originOf(shape, "mixins", index, "target");
    const mixin = this.#draft.shapes.get(id);
    const cycle = this.#cycles.get(`${shape.id} ${id}`);
    if (mixin === undefined) {
      this.#faults.add(problems.unknownTarget(shape.id, id, this.#names.nearest(id)), origin, shape.id);
    } else if (!isMixin(mixin)) this.#faults.add(problems.notMixin(shape.id, id), origin, shape.id);
    else if (mixin.type !== shape.type) {
      this.#faults.add(problems.mixinOfOtherType(shape.id, shape.type, id, mixin.type), origin, shape.id);
    } else if (cycle !== undefined) this.#faults.add(problems.mixinCycle([...cycle, id]), origin, shape.id);
    else return mixin;
    return undefined;
  }

  /** Members of mixins first, in the mixins' order; a member written again keeps its place and adds its traits. */
  #members(mixins: readonly ShapeDraft[], written: ReadonlyMap<string, MemberDraft>): Map<string, MemberDraft> {
    const members = new Map<string, MemberDraft>();
    for (const layer of [...mixins.map((mixin) => mixin.members), written]) {
      for (const member of layer.values()) {
        const before = members.get(member.name);
        if (before === undefined) members.set(member.name, member);
        else {
          if (before.target !== member.target) this.#memberConflict(member, before);
          members.set(member.name, { ...member, traits: { ...before.traits, ...member.traits } });
        }
      }
    }
    return members;
  }

  #memberConflict(member: MemberDraft, before: MemberDraft): void {
    this.#faults.add(
      problems.mixinMemberConflict(memberLabel(member), member.target, before.target),
      memberOrigin(member),
      `${member.container}$${member.name}`,
    );
  }

  /** Traits applied to mixed-in members stand above those that the mixin gave. */
  #applyToMembers(shape: ShapeDraft, applications: readonly Application[]): void {
    const applied = new Map<string, JsonObject>();
    for (const application of applications) {
      const name = memberOf(application.id) ?? "";
      const member = shape.members.get(name);
      const origin = originOf(application, "traits");
      if (member === undefined) {
        const near = nearest(name, shape.members.keys());
        const problem = problems.applyToNothing(application.id, near === undefined ? near : `${shape.id}$${near}`);
        this.#faults.add(problem, { ...originOf(application), key: true }, application.id);
        continue;
      }
      const before = applied.get(name) ?? {};
      const traits = this.#merger.merge(before, application.traits, { first: origin, second: origin }, application.id);
      applied.set(name, traits);
      shape.members.set(name, { ...member, traits: { ...member.traits, ...traits } });
    }
  }
}

/** What users of a mixin inherit: its traits without `@mixin` and the traits that it keeps to itself. */
const inherited = (mixin: ShapeDraft): readonly (readonly [ShapeId, Json])[] => {
  const value = own(mixin.traits, MIXIN);
  const localTraits = isObject(value) ? own(value, "localTraits") : undefined;
  const local = new Set<unknown>([MIXIN, ...(Array.isArray(localTraits) ? localTraits : [])]);
  return Object.entries(mixin.traits).filter(([id]) => !local.has(id));
};

/** Later layers win where only one value can be; lists and maps grow. */
const mergeProperties = (layers: readonly ReadonlyMap<string, Property>[]): ReadonlyMap<string, Property> => {
  const merged = new Map<string, Property>();
  for (const layer of layers) {
    for (const [name, property] of layer) {
      const before = merged.get(name);
      merged.set(name, before === undefined ? property : mergeProperty(before, property));
    }
  }
  return merged;
};

const mergeProperty = (before: Property, property: Property): Property => {
  if (before.form === "references" && property.form === "references") {
    return { form: "references", targets: [...new Set([...before.targets, ...property.targets])] };
  }
  if (before.form === "named" && property.form === "named") {
    return { form: "named", targets: new Map([...before.targets, ...property.targets]) };
  }
  if (before.form === "names" && property.form === "names") {
    return { form: "names", names: new Map([...before.names, ...property.names]) };
  }
  return property;
};
