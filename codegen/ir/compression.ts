import type { Model } from "../smithy/model.ts";
import type { OperationShape } from "../smithy/shapes.ts";
import { requestCompression } from "../smithy/traits/behavior.ts";
import { requiresLength } from "../smithy/traits/streaming.ts";
import { targetOf } from "./members.ts";
import type { CompressionIr } from "./types.ts";

/** How the requests of an operation may be compressed; undefined where they go as they are. */
export const compressionOf = (model: Model, operation: OperationShape): CompressionIr | undefined => {
  const trait = operation.traits.get(requestCompression);
  if (trait === undefined) return undefined;
  const input = targetOf(model, operation.input);
  const members = input.kind === "structure" ? [...input.members.values()] : [];
  return {
    encodings: trait.encodings,
    streamRequiresLength: members.some(({ target }) => targetOf(model, target).traits.has(requiresLength)),
  };
};
