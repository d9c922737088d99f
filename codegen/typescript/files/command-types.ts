import type { MemberIr, OperationIr, StructureIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { comment } from "../comment.ts";
import { commandTypeDocs } from "../docs/command.ts";
import { own } from "../docs/comment.ts";
import type { Emission } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, interfaceHead, propertyKey, stringLiteral } from "../layout.ts";
import { memberName, type PackageSymbol } from "../naming.ts";
import { isNeeded } from "../types.ts";

type Direction = "input" | "output";

/** A blob that is a whole body: callers give, and get, more kinds of values than the structure's own member says. */
interface BlobPayload {
  readonly structure: StructureIr;
  readonly member: MemberIr;
  readonly streaming: boolean;
}

/** The declarations of a command's input and output, with their comments, as the official ones have them. */
export const commandTypes = (operation: OperationIr, emission: Emission, scope: FileScope) => {
  const { command, input, output } = scope.names.command(operation);
  const metadataBearer = scope.useType("MetadataBearer");
  return {
    inputType: declaration(input, { command, direction: "input", shape: operation.input, others: [] }, emission, scope),
    outputType: declaration(
      output,
      { command, direction: "output", shape: operation.output, others: [metadataBearer] },
      emission,
      scope,
    ),
  };
};

const declaration = (
  { name }: PackageSymbol,
  {
    command,
    direction,
    shape,
    others,
  }: {
    readonly command: PackageSymbol;
    readonly direction: Direction;
    readonly shape: ShapeId | undefined;
    readonly others: readonly string[];
  },
  emission: Emission,
  scope: FileScope,
): string => {
  const docs = comment(commandTypeDocs(command.name, direction));
  const bases = shape === undefined ? [] : [scope.type(scope.names.type(shape))];
  const payload = blobPayload(shape, emission);
  const head = `export interface ${name}`;
  if (payload === undefined) return `${docs}${interfaceHead(head, [...bases, ...others], "{}")}`;

  const { structure, member, streaming } = payload;
  const key = memberName(member.name);
  const omitted = [scope.type(scope.names.type(structure.id)), stringLiteral(key)];
  const rest = `${scope.global("Omit")}<${omitted.join(", ")}>`;
  const property = `  ${propertyKey(key)}${isNeeded(member) ? "" : "?"}: ${payloadType(direction, streaming, scope)};`;
  if (streaming) return `${docs}${interfaceHead(head, [rest, ...others], "{")}\n${property}\n}`;

  const alias = scope.names.importAlias(`${name}Type`);
  const line = `export type ${alias} = ${rest} & {`;
  const start = fits(line)
    ? line
    : `export type ${alias} = ${scope.global("Omit")}<\n  ${omitted.join(",\n  ")}\n> & {`;
  const type = `${comment([[own`@public`]])}${start}\n${property}\n};`;
  return `${type}\n\n${docs}${interfaceHead(head, [alias, ...others], "{}")}`;
};

const payloadType = (direction: Direction, streaming: boolean, scope: FileScope): string => {
  if (direction === "input")
    return scope.useType(streaming ? "StreamingBlobPayloadInputTypes" : "BlobPayloadInputTypes");
  return scope.useType(streaming ? "StreamingBlobPayloadOutputTypes" : "Uint8ArrayBlobAdapter");
};

const blobPayload = (shape: ShapeId | undefined, { service }: Emission): BlobPayload | undefined => {
  const structure = shape === undefined ? undefined : service.typesById.get(shape);
  if (structure?.kind !== "structure" || !service.httpBindings) return undefined;
  for (const member of structure.members) {
    const { type, binding } = member;
    if (binding.kind === "payload" && type.kind === "scalar" && type.scalar === "blob") {
      return { structure, member, streaming: type.streaming };
    }
  }
  return undefined;
};
