import type { ShapeId } from "./shape-id.ts";
import type { Traits } from "./traits/trait.ts";

/**
 * The shapes of a Smithy model, one readonly record per kind.
 * https://smithy.io/2.0/spec/model.html#shapes
 *
 * A model in memory is a Smithy 2.0 model with mixins flattened and `apply` statements carried out: what 1.0 called
 * `set` is a list with `uniqueItems`, what it marked `box` has no `default`, and a string with the `enum` trait is an
 * enum shape.
 */
export type Shape = SimpleShape | EnumShape | AggregateShape | ServiceTypeShape;
export type AggregateShape = ListShape | MapShape | StructureShape | UnionShape;
export type ServiceTypeShape = ServiceShape | OperationShape | ResourceShape;

interface ShapeBase {
  readonly id: ShapeId;
  readonly traits: Traits;
}

export const SIMPLE_KINDS = [
  "blob",
  "boolean",
  "string",
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
  "timestamp",
  "document",
] as const;
export type SimpleKind = (typeof SIMPLE_KINDS)[number];

export interface SimpleShape extends ShapeBase {
  readonly kind: SimpleKind;
}

/** An enum's members carry `enumValue`; a member without one has its name as its value. */
export interface EnumShape extends ShapeBase {
  readonly kind: "enum" | "intEnum";
  readonly members: ReadonlyMap<string, MemberShape>;
}

export interface ListShape extends ShapeBase {
  readonly kind: "list";
  readonly member: MemberShape;
}

export interface MapShape extends ShapeBase {
  readonly kind: "map";
  readonly key: MemberShape;
  readonly value: MemberShape;
}

export interface StructureShape extends ShapeBase {
  readonly kind: "structure";
  readonly members: ReadonlyMap<string, MemberShape>;
}

export interface UnionShape extends ShapeBase {
  readonly kind: "union";
  readonly members: ReadonlyMap<string, MemberShape>;
}

/** `id` is `ns#Container$name`; `traits` are the member's own, without those of its target. */
export interface MemberShape extends ShapeBase {
  readonly kind: "member";
  readonly name: string;
  readonly target: ShapeId;
}

export interface ServiceShape extends ShapeBase {
  readonly kind: "service";
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  /** New names by shape id, for shapes of several namespaces that share a name. */
  readonly rename: ReadonlyMap<ShapeId, string>;
}

/** `input` and `output` are `smithy.api#Unit` where the model names none. */
export interface OperationShape extends ShapeBase {
  readonly kind: "operation";
  readonly input: ShapeId;
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
}

export interface ResourceShape extends ShapeBase {
  readonly kind: "resource";
  readonly identifiers: ReadonlyMap<string, ShapeId>;
  readonly properties: ReadonlyMap<string, ShapeId>;
  /** Lifecycle operations by name: `put`, `create`, `read`, `update`, `delete`, `list`. */
  readonly lifecycle: ReadonlyMap<string, ShapeId>;
  readonly operations: readonly ShapeId[];
  readonly collectionOperations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}
