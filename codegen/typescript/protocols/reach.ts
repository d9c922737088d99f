import type { MemberIr, Scalar, ServiceIr, TypeRef } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";

/** Answers whether a type holds one of some scalars, itself or at any depth. */
export class Reach {
  readonly #service: ServiceIr;
  readonly #scalars: ReadonlySet<Scalar>;
  readonly #known = new Map<ShapeId, boolean>();

  constructor(service: ServiceIr, scalars: readonly Scalar[]) {
    this.#service = service;
    this.#scalars = new Set(scalars);
  }

  ofShape(id: ShapeId): boolean {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const seen = new Set<ShapeId>();
    const found = this.#search(id, seen);
    // Nothing that was passed on the way holds any, where the whole search found none.
    if (!found) for (const shape of seen) this.#known.set(shape, false);
    this.#known.set(id, found);
    return found;
  }

  ofMembers(members: readonly MemberIr[]): boolean {
    return members.some((member) => this.ofType(member.type));
  }

  ofType(type: TypeRef): boolean {
    return this.#inType(type, (id) => this.ofShape(id));
  }

  #search(id: ShapeId, seen: Set<ShapeId>): boolean {
    const known = this.#known.get(id);
    if (known !== undefined || seen.has(id)) return known ?? false;
    seen.add(id);
    const type = this.#service.typesById.get(id);
    if (type === undefined || !("members" in type)) return false;
    return type.members.some((member) => this.#inType(member.type, (next) => this.#search(next, seen)));
  }

  #inType(type: TypeRef, inShape: (id: ShapeId) => boolean): boolean {
    switch (type.kind) {
      case "scalar":
        return this.#scalars.has(type.scalar);
      case "named":
        return inShape(type.id);
      case "list":
        return this.#inType(type.element, inShape);
      case "map":
        return this.#inType(type.value, inShape);
    }
  }
}
