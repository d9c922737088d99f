import type { Json, JsonObject } from "../json.ts";
import { own } from "../json.ts";
import type { ShapeDraft, ShapeType } from "../json-ast/draft.ts";
import { PRELUDE } from "../prelude.ts";
import type { ShapeId } from "../shape-id.ts";
import { streaming } from "../traits/streaming.ts";
import { defaultTrait, required } from "../traits/type-refinement.ts";

/** Types whose values in Smithy 1.0 were zero unless they were marked `@box`. */
const ZERO_VALUES: ReadonlyMap<ShapeType, Json> = new Map<ShapeType, Json>([
  ["boolean", false],
  ["byte", 0],
  ["short", 0],
  ["integer", 0],
  ["long", 0],
  ["float", 0],
  ["double", 0],
  ["intEnum", 0],
]);

const BOX = "smithy.api#box";

/**
 * Gives shapes of 1.0 files what they mean in 2.0: a shape or structure member that had the zero value by default gets
 * `@default`, and `@box`, which said that it had none, goes away.
 * https://smithy.io/2.0/guides/model-translations/migrating-idl-1-to-2.html
 */
export const upgradeFrom1 = (shapes: ReadonlyMap<ShapeId, ShapeDraft>): void => {
  const old = [...shapes.values()].filter((shape) => shape.version === 1);
  for (const shape of old) if (shape.type === "structure") upgradeMembers(shape, shapes);
  for (const shape of old) {
    const zero = ZERO_VALUES.get(shape.type);
    if (zero !== undefined) shape.traits = withDefault(shape.traits, isBoxed(shape) ? undefined : zero);
  }
};

const upgradeMembers = (shape: ShapeDraft, shapes: ReadonlyMap<ShapeId, ShapeDraft>): void => {
  for (const [name, member] of shape.members) {
    const zero = Object.hasOwn(member.traits, BOX) ? undefined : zeroOf(member.target, member.traits, shapes);
    const traits = withDefault(member.traits, zero);
    if (traits !== member.traits) shape.members.set(name, { ...member, traits });
  }
};

/** What a member holds where nothing was said: a streaming body is empty, an unboxed number is 0. */
const zeroOf = (id: ShapeId, traits: JsonObject, shapes: ReadonlyMap<ShapeId, ShapeDraft>): Json | undefined => {
  const prelude = PRELUDE.get(id);
  if (prelude !== undefined) return prelude.traits.get(defaultTrait);
  const target = shapes.get(id);
  if (target === undefined) return undefined;
  if (target.type === "blob") {
    return Object.hasOwn(target.traits, streaming.id) && !Object.hasOwn(traits, required.id) ? "" : undefined;
  }
  return isBoxed(target) ? undefined : ZERO_VALUES.get(target.type);
};

/** Shapes of 2.0 files are boxed unless their default is the zero value. */
const isBoxed = (shape: ShapeDraft): boolean =>
  Object.hasOwn(shape.traits, BOX) ||
  (shape.version === 2 && own(shape.traits, defaultTrait.id) !== ZERO_VALUES.get(shape.type));

const withDefault = (traits: JsonObject, zero: Json | undefined): JsonObject => {
  const boxed = Object.hasOwn(traits, BOX);
  const missing = zero !== undefined && !Object.hasOwn(traits, defaultTrait.id);
  if (!boxed && !missing) return traits;
  const kept = Object.entries(traits).filter(([id]) => id !== BOX);
  return Object.fromEntries(missing ? [...kept, [defaultTrait.id, zero]] : kept);
};
