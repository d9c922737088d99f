import type { ShapeId } from "./shape-id.ts";
import type { Shape, SimpleKind, SimpleShape, StructureShape } from "./shapes.ts";
import { Traits } from "./traits/trait.ts";

const simple = (name: string, kind: SimpleKind, zero?: false | 0): SimpleShape => ({
  kind,
  id: `smithy.api#${name}`,
  traits: zero === undefined ? Traits.none : new Traits({ "smithy.api#default": zero }),
});

/** The shape that stands for no value: the input or output of an operation that has none, a member of an enum. */
export const unit: StructureShape = {
  kind: "structure",
  id: "smithy.api#Unit",
  traits: new Traits({ "smithy.api#unitType": {} }),
  members: new Map(),
};

const SHAPES: readonly Shape[] = [
  simple("String", "string"),
  simple("Blob", "blob"),
  simple("BigInteger", "bigInteger"),
  simple("BigDecimal", "bigDecimal"),
  simple("Timestamp", "timestamp"),
  simple("Document", "document"),
  simple("Boolean", "boolean"),
  simple("PrimitiveBoolean", "boolean", false),
  simple("Byte", "byte"),
  simple("PrimitiveByte", "byte", 0),
  simple("Short", "short"),
  simple("PrimitiveShort", "short", 0),
  simple("Integer", "integer"),
  simple("PrimitiveInteger", "integer", 0),
  simple("Long", "long"),
  simple("PrimitiveLong", "long", 0),
  simple("Float", "float"),
  simple("PrimitiveFloat", "float", 0),
  simple("Double", "double"),
  simple("PrimitiveDouble", "double", 0),
  unit,
];

/**
 * The shapes that every model has, without those that only define the prelude's traits.
 * https://smithy.io/2.0/spec/model.html#prelude
 */
export const PRELUDE: ReadonlyMap<ShapeId, Shape> = new Map(SHAPES.map((shape) => [shape.id, shape]));

/** Whether a shape belongs to Smithy itself: it is never written into a model. */
export const isPrelude = (id: ShapeId): boolean => PRELUDE.has(id);
