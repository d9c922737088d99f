import { LIFECYCLE } from "./assemble/build.ts";
import type { Json, JsonObject } from "./json.ts";
import type { ShapeId } from "./shape-id.ts";
import type { MemberShape, Shape } from "./shapes.ts";
import type { Traits } from "./traits/trait.ts";

/** A shape as the JSON AST 2.0 writes it: empty lists and maps left out, keys in one order. */
export const writeShape = (shape: Shape): JsonObject => {
  const traits = writeTraits(shape.traits);
  switch (shape.kind) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return { type: shape.kind, members: writeMap(shape.members, writeMember), ...traits };
    case "list":
      return { type: "list", member: writeMember(shape.member), ...traits };
    case "map":
      return { type: "map", key: writeMember(shape.key), value: writeMember(shape.value), ...traits };
    case "operation":
      return {
        type: "operation",
        input: reference(shape.input),
        output: reference(shape.output),
        ...references("errors", shape.errors),
        ...traits,
      };
    case "service":
      return {
        type: "service",
        version: shape.version,
        ...references("operations", shape.operations),
        ...references("resources", shape.resources),
        ...references("errors", shape.errors),
        ...(shape.rename.size === 0 ? {} : { rename: Object.fromEntries(shape.rename) }),
        ...traits,
      };
    case "resource":
      return {
        type: "resource",
        ...named("identifiers", shape.identifiers),
        ...named("properties", shape.properties),
        ...Object.fromEntries(
          LIFECYCLE.flatMap((name) => {
            const target = shape.lifecycle.get(name);
            return target === undefined ? [] : [[name, reference(target)]];
          }),
        ),
        ...references("operations", shape.operations),
        ...references("collectionOperations", shape.collectionOperations),
        ...references("resources", shape.resources),
        ...traits,
      };
    default:
      return { type: shape.kind, ...traits };
  }
};

const reference = (target: ShapeId): JsonObject => ({ target });

const references = (name: string, targets: readonly ShapeId[]): JsonObject =>
  targets.length === 0 ? {} : { [name]: targets.map(reference) };

const named = (name: string, targets: ReadonlyMap<string, ShapeId>): JsonObject =>
  targets.size === 0 ? {} : { [name]: writeMap(targets, reference) };

const writeMember = (member: MemberShape): JsonObject => ({ target: member.target, ...writeTraits(member.traits) });

const writeTraits = (traits: Traits): JsonObject => (traits.ids.length === 0 ? {} : { traits: traits.raw });

/** Never by assignment: `__proto__` is a name like any other. */
const writeMap = <T>(map: ReadonlyMap<string, T>, write: (value: T) => Json): JsonObject =>
  Object.fromEntries(Array.from(map, ([key, value]) => [key, write(value)]));
