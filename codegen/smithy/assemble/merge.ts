import { isDeepStrictEqual } from "node:util";
import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import type { Json } from "../json.ts";
import type { Document } from "../json-ast/ast.ts";
import { type Application, memberOrigin, originOf, type ShapeDraft } from "../json-ast/draft.ts";
import { containerOf, memberOf, type ShapeId } from "../shape-id.ts";
import type { Origin } from "../source.ts";
import { Names } from "./names.ts";
import { TraitMerger } from "./trait-merger.ts";

/** All files as one model, before mixins are flattened. */
export interface Draft {
  readonly shapes: Map<ShapeId, ShapeDraft>;
  readonly metadata: ReadonlyMap<string, Json>;
  /** Traits applied to members that a shape doesn't write itself, but may get from a mixin: by shape. */
  readonly mixedInApplications: ReadonlyMap<ShapeId, readonly Application[]>;
}

/**
 * Joins the files of a model: metadata, shapes, and traits applied from elsewhere.
 * https://smithy.io/2.0/spec/model.html#merging-model-files
 */
export const merge = (documents: readonly Document[], faults: Faults): Draft => {
  const merger = new TraitMerger(faults);
  const shapes = new Map<ShapeId, ShapeDraft>();
  for (const document of documents) {
    for (const shape of document.shapes) {
      const first = shapes.get(shape.id);
      if (first === undefined) shapes.set(shape.id, shape);
      else mergeShape(first, shape, merger, faults);
    }
  }
  const applications = documents.flatMap((document) => document.applications);
  return {
    shapes,
    metadata: mergeMetadata(documents, faults),
    mixedInApplications: apply(applications, shapes, merger, faults),
  };
};

const mergeMetadata = (documents: readonly Document[], faults: Faults): ReadonlyMap<string, Json> => {
  const metadata = new Map<string, Json>();
  const origins = new Map<string, Origin>();
  for (const { metadata: entries, source } of documents) {
    for (const [key, value] of entries) {
      const before = metadata.get(key);
      const first = origins.get(key);
      const origin: Origin = { source, path: ["metadata", key], key: true };
      if (before === undefined || first === undefined) {
        metadata.set(key, value);
        origins.set(key, origin);
      } else if (Array.isArray(before) && Array.isArray(value)) metadata.set(key, [...before, ...value]);
      else if (!isDeepStrictEqual(before, value)) {
        faults.add(problems.conflictingMetadata(key, faults.describe(first)), origin);
      }
    }
  }
  return metadata;
};

/** The same shape in two files: equal but for traits, which join as if they were applied. */
const mergeShape = (first: ShapeDraft, second: ShapeDraft, merger: TraitMerger, faults: Faults): void => {
  const difference = differenceOf(first, second);
  if (difference !== undefined) {
    const other = faults.describe({ ...originOf(first), key: true });
    faults.add(problems.conflictingShapes(second.id, other, difference), { ...originOf(second), key: true }, second.id);
    return;
  }
  const origins = { first: originOf(first, "traits"), second: originOf(second, "traits") };
  first.traits = merger.merge(first.traits, second.traits, origins, first.id);
  for (const [name, member] of second.members) {
    const own = first.members.get(name);
    if (own === undefined) continue;
    const places = { first: memberOrigin(own, "traits"), second: memberOrigin(member, "traits") };
    const traits = merger.merge(own.traits, member.traits, places, `${first.id}$${name}`);
    if (traits !== own.traits) first.members.set(name, { ...own, traits });
  }
};

const differenceOf = (first: ShapeDraft, second: ShapeDraft): string | undefined => {
  if (first.type !== second.type) return "types";
  const targets = (shape: ShapeDraft) => new Map([...shape.members.values()].map(({ name, target }) => [name, target]));
  if (!isDeepStrictEqual(targets(first), targets(second))) return "members";
  if (!isDeepStrictEqual(first.mixins, second.mixins)) return "mixins";
  if (!isDeepStrictEqual(first.properties, second.properties)) return "properties";
  return undefined;
};

/** Carries out `apply` statements. Returns those to members that only a mixin can bring. */
const apply = (
  applications: readonly Application[],
  shapes: ReadonlyMap<ShapeId, ShapeDraft>,
  merger: TraitMerger,
  faults: Faults,
): ReadonlyMap<ShapeId, readonly Application[]> => {
  const names = new Names(shapes.keys());
  const mixedIn = new Map<ShapeId, Application[]>();
  for (const application of applications) {
    const { id, traits } = application;
    const shape = shapes.get(containerOf(id));
    const name = memberOf(id);
    const second = originOf(application, "traits");
    if (shape === undefined) {
      faults.add(
        problems.applyToNothing(id, names.nearest(containerOf(id))),
        { ...originOf(application), key: true },
        id,
      );
    } else if (name === undefined) {
      shape.traits = merger.merge(shape.traits, traits, { first: originOf(shape, "traits"), second }, id);
    } else {
      const member = shape.members.get(name);
      if (member === undefined) mixedIn.set(shape.id, [...(mixedIn.get(shape.id) ?? []), application]);
      else {
        const merged = merger.merge(member.traits, traits, { first: memberOrigin(member, "traits"), second }, id);
        shape.members.set(name, { ...member, traits: merged });
      }
    }
  }
  return mixedIn;
};
