import type { OperationIr, TypeIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { type DocLine, own } from "./comment.ts";

/** A stream that nobody reads keeps its socket, so the example says what to do with it. */
export const streamLines = (operation: OperationIr, types: ReadonlyMap<ShapeId, TypeIr>): readonly DocLine[] => {
  const output = operation.output === undefined ? undefined : types.get(operation.output);
  const stream =
    output?.kind === "structure" &&
    output.members.find(({ type }) => type.kind === "scalar" && type.scalar === "blob" && type.streaming);
  if (!stream) return [];
  return [
    own`// consume or destroy the stream to free the socket.`,
    own`const bytes = await response.${stream.name}.transformToByteArray();`,
    own`// const str = await response.${stream.name}.transformToString();`,
    own`// response.${stream.name}.destroy(); // only applicable to Node.js Readable streams.`,
  ];
};
