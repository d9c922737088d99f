import type { Json } from "./json.ts";
import type { ShapeId } from "./shape-id.ts";
import type { Shape } from "./shapes.ts";

/** A Smithy model in memory, mixins flattened, the prelude's shapes among its shapes. */
export interface Model {
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly metadata: ReadonlyMap<string, Json>;
}
