import type { JsonObject } from "../json.ts";
import { nameOf, type ShapeId } from "../shape-id.ts";
import { SIMPLE_KINDS } from "../shapes.ts";
import type { JsonPath, Origin, Source } from "../source.ts";

/**
 * Shapes on their way from files into the model: read and of the right form, but not yet merged, upgraded, flattened
 * or checked against each other. Every part remembers where it came from.
 */
export interface ShapeDraft {
  readonly id: ShapeId;
  type: ShapeType;
  readonly source: Source;
  /** The version of Smithy that its file speaks. */
  readonly version: Version;
  traits: JsonObject;
  /** By name; a list's is `member`, a map's are `key` and `value`. */
  members: Map<string, MemberDraft>;
  /** Whether a member was left out since it couldn't be read, which is reported. */
  readonly malformed: boolean;
  readonly mixins: readonly ShapeId[];
  /** What a service, operation or resource says beside its traits, by the JSON AST's names. */
  properties: ReadonlyMap<string, Property>;
}

export interface MemberDraft {
  readonly name: string;
  readonly target: ShapeId;
  readonly traits: JsonObject;
  /** The shape and the file that the member is written in: a mixin's, if it was mixed in. */
  readonly container: ShapeId;
  readonly containerType: ShapeType;
  readonly source: Source;
}

/** Traits applied to a shape or a member from outside of it. */
export interface Application {
  readonly id: ShapeId;
  readonly traits: JsonObject;
  readonly source: Source;
}

export type Version = 1 | 2;

export type Property =
  | { readonly form: "text"; readonly text: string }
  | { readonly form: "reference"; readonly target: ShapeId }
  | { readonly form: "references"; readonly targets: readonly ShapeId[] }
  | { readonly form: "named"; readonly targets: ReadonlyMap<string, ShapeId> }
  | { readonly form: "names"; readonly names: ReadonlyMap<ShapeId, string> };

export const SHAPE_TYPES = [
  ...SIMPLE_KINDS,
  "enum",
  "intEnum",
  "list",
  "map",
  "structure",
  "union",
  "service",
  "operation",
  "resource",
] as const;
export type ShapeType = (typeof SHAPE_TYPES)[number];

const TYPES: ReadonlySet<string> = new Set(SHAPE_TYPES);
export const isShapeType = (type: string): type is ShapeType => TYPES.has(type);

/** Types whose members are written one by one, as properties of their own. */
export const FIXED_MEMBERS: Readonly<Partial<Record<ShapeType, readonly string[]>>> = {
  list: ["member"],
  map: ["key", "value"],
};

export const shapePath = (id: ShapeId): JsonPath => ["shapes", id];

export const originOf = (shape: ShapeDraft | Application, ...path: JsonPath): Origin => ({
  source: shape.source,
  path: [...shapePath(shape.id), ...path],
});

export const memberOrigin = (member: MemberDraft, ...path: JsonPath): Origin => ({
  source: member.source,
  path: [
    ...shapePath(member.container),
    ...(FIXED_MEMBERS[member.containerType] === undefined ? ["members", member.name] : [member.name]),
    ...path,
  ],
});

export const memberId = (member: MemberDraft): ShapeId => `${member.container}$${member.name}`;

/** `City$name`: how a member is called in a sentence. */
export const memberLabel = (member: MemberDraft): string => `${nameOf(member.container)}$${member.name}`;
