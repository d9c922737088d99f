import type { ShapeId } from "../smithy/shape-id.ts";
import type { ServiceIr, TypeIr, TypeRef } from "./types.ts";

/**
 * The structures and unions that hold something sensitive, at any depth: a member or type with `@sensitive`, or a
 * member of such a type. https://smithy.io/2.0/spec/documentation-traits.html#sensitive-trait
 */
export const typesWithSecrets = (service: ServiceIr): ReadonlySet<ShapeId> => {
  const holders = new Set<ShapeId>();
  const users = new Map<ShapeId, TypeIr[]>();
  const waiting: ShapeId[] = [];
  const mark = (id: ShapeId): void => {
    if (holders.has(id)) return;
    holders.add(id);
    waiting.push(id);
  };
  for (const type of service.types) {
    if (type.kind !== "structure" && type.kind !== "union") continue;
    if (type.sensitive || type.members.some((member) => member.sensitive || hides(member.type))) mark(type.id);
    for (const member of type.members) {
      for (const used of namesIn(member.type)) {
        const known = users.get(used);
        if (known === undefined) users.set(used, [type]);
        else known.push(type);
      }
    }
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const user of users.get(id) ?? []) mark(user.id);
  }
  return holders;
};

/** Whether a value is to be hidden, or has parts that are, types by name aside. */
const hides = (type: TypeRef): boolean => {
  switch (type.kind) {
    case "scalar":
    case "named":
      return type.sensitive;
    case "list":
      return type.sensitive || hides(type.element);
    case "map":
      return type.sensitive || hides(type.key) || hides(type.value);
  }
};

const namesIn = (type: TypeRef): readonly ShapeId[] => {
  switch (type.kind) {
    case "scalar":
      return [];
    case "named":
      return [type.id];
    case "list":
      return namesIn(type.element);
    case "map":
      return [...namesIn(type.key), ...namesIn(type.value)];
  }
};
