import type { ServiceIr, StructureIr, TypeRef } from "../../codegen/ir/types.ts";
import type { ShapeId } from "../../codegen/smithy/shape-id.ts";
import type { Body } from "./answers.ts";
import { jsonNameOf } from "./facts.ts";
import { Literal } from "./wire-json.ts";

/** The headers and the body of an answer in JSON, of a structure's value by the names of its members. */
export const boundJson = (
  service: ServiceIr,
  id: ShapeId | undefined,
  value: object,
): { readonly headers: Readonly<Record<string, string>>; readonly body: Body } => {
  const type = id === undefined ? undefined : service.typesById.get(id);
  const members = new Map((type?.kind === "structure" ? type.members : []).map((member) => [member.name, member]));
  const headers: Record<string, string> = {};
  const contents: [string, unknown][] = [];
  let payload: string | undefined;
  for (const [name, inner] of Object.entries(value)) {
    const member = members.get(name);
    const binding = service.httpBindings ? member?.binding : undefined;
    if (binding?.kind === "header") headers[binding.name.toLowerCase()] = String(inner);
    else if (binding?.kind === "payload") payload = String(inner);
    else if (member === undefined) contents.push([name, inner]);
    else contents.push([jsonNameOf(service, member), named(service, member.type, inner)]);
  }
  if (payload !== undefined) return { headers, body: { text: payload } };
  const isPayload = service.httpBindings && [...members.values()].some(({ binding }) => binding.kind === "payload");
  return { headers, body: isPayload ? { text: "" } : { contents: Object.fromEntries(contents) } };
};

/** A value with the names that its members have in JSON. */
const named = (service: ServiceIr, type: TypeRef, value: unknown): unknown => {
  if (!service.httpBindings || typeof value !== "object" || value === null || value instanceof Literal) return value;
  if (type.kind === "list")
    return Array.isArray(value) ? value.map((each) => named(service, type.element, each)) : value;
  if (type.kind === "scalar" || Array.isArray(value)) return value;
  if (type.kind === "map")
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(service, type.value, each)]));
  const of = service.typesById.get(type.id);
  const members = new Map(of !== undefined && "members" in of ? membersOf(of) : []);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const member = members.get(name);
      return member === undefined ? [name, inner] : [jsonNameOf(service, member), named(service, member.type, inner)];
    }),
  );
};

const membersOf = ({ members }: Pick<StructureIr, "members">): [string, StructureIr["members"][number]][] =>
  members.map((member) => [member.name, member]);
