import fc from "fast-check";
import type { MemberIr, ServiceIr, StructureIr, TypeRef, UnionIr } from "../../codegen/ir/types.ts";
import type { ShapeId } from "../../codegen/smithy/shape-id.ts";
import { keys } from "./texts.ts";

type ScalarRef = Extract<TypeRef, { kind: "scalar" }>;

/** What the values of a model's types are made of, on one of the two sides of a client. */
export interface Material {
  /** @param member the name of the member that holds the value, or of the list's or map's that does */
  scalar(type: ScalarRef, member: string): fc.Arbitrary<unknown>;
  /** @param values those that the model knows */
  enumValue(values: readonly (string | number)[]): fc.Arbitrary<unknown>;
  /** What members outside of bodies hold, where that isn't what they'd hold elsewhere. */
  readonly bound?: (member: MemberIr) => fc.Arbitrary<unknown> | undefined;
  /** What stands now and then in place of any value. */
  readonly odd: fc.Arbitrary<unknown>;
  /** Members that the model doesn't know, by name. */
  readonly unknownMembers: fc.Arbitrary<Readonly<Record<string, unknown>>>;
  /** What unions hold beside one member that the model knows. */
  readonly oddUnions: fc.Arbitrary<unknown>;
}

const PLAIN = { noNullPrototype: true };
const ABSENT = Symbol("absent");
const DEEPEST = 5;

/** Values of a service's types, drawn from its model. */
export class Shapes {
  readonly #service: ServiceIr;
  readonly #material: Material;
  readonly #known = new Map<string, fc.Arbitrary<unknown>>();

  constructor(service: ServiceIr, material: Material) {
    this.#service = service;
    this.#material = material;
  }

  /** A structure with all its members, or with some of them, or with none. */
  structure(id: ShapeId | undefined): fc.Arbitrary<unknown> {
    const type = id === undefined ? undefined : this.#service.typesById.get(id);
    return type?.kind === "structure" ? this.#structure(type, 0) : fc.constant({});
  }

  #structure(type: StructureIr, depth: number): fc.Arbitrary<unknown> {
    return this.#once(`${type.id} ${depth}`, () => {
      const members = type.members.filter((member) => depth < DEEPEST || member.type.kind === "scalar");
      const optional = members.filter((member) => !member.presence.required).length;
      // So that the size of a value doesn't follow the size of its type.
      const wanted = depth === 0 ? 4 : 2;
      const absence = (member: MemberIr): number =>
        member.presence.required ? 0.1 : Math.max(0.2, (optional - wanted) / wanted);
      return fc
        .tuple(fc.record(this.#members(members, depth, absence), PLAIN), this.#material.unknownMembers)
        .map(([values, unknown]) => ({ ...unknown, ...present(values) }));
    });
  }

  #union(type: UnionIr, depth: number): fc.Arbitrary<unknown> {
    return this.#once(`${type.id} ${depth}`, () => {
      const known = type.members.filter((member) => depth < DEEPEST || member.type.kind === "scalar");
      const members = known.length > 0 ? known : type.members;
      const single = members.map((member) =>
        this.#value(member.type, member.name, depth + 1).map((value) => ({ [member.name]: value })),
      );
      const some = fc
        .record(
          this.#members(members, depth, () => 3),
          PLAIN,
        )
        .map(present);
      return fc.oneof(
        { withCrossShrink: true },
        { weight: 20, arbitrary: fc.oneof(...single) },
        { weight: 1, arbitrary: some },
        { weight: 1, arbitrary: this.#material.oddUnions },
      );
    });
  }

  #members(
    members: readonly MemberIr[],
    depth: number,
    absence: (member: MemberIr) => number,
  ): Record<string, fc.Arbitrary<unknown>> {
    const entries = members.map((member): [string, fc.Arbitrary<unknown>] => [
      member.name,
      fc.oneof(
        { withCrossShrink: true },
        { weight: Math.round(absence(member) * 10), arbitrary: fc.constant(ABSENT) },
        { weight: 10, arbitrary: this.#bound(member, depth) ?? this.#value(member.type, member.name, depth + 1) },
      ),
    ]);
    return Object.fromEntries(entries);
  }

  /** Bindings count in the structure of an operation or of an error alone. */
  #bound(member: MemberIr, depth: number): fc.Arbitrary<unknown> | undefined {
    return depth === 0 && this.#service.httpBindings ? this.#material.bound?.(member) : undefined;
  }

  #value(type: TypeRef, member: string, depth: number): fc.Arbitrary<unknown> {
    return fc.oneof(
      { withCrossShrink: true },
      { weight: 60, arbitrary: this.#plain(type, member, depth) },
      { weight: 1, arbitrary: this.#material.odd },
    );
  }

  #plain(type: TypeRef, member: string, depth: number): fc.Arbitrary<unknown> {
    const maxLength = Math.max(1, 4 - depth);
    switch (type.kind) {
      case "scalar":
        return this.#material.scalar(type, member);
      case "list":
        return fc.array(this.#value(type.element, member, depth + 1), { maxLength });
      case "map":
        return fc
          .array(fc.tuple(keys, this.#value(type.value, member, depth + 1)), { maxLength })
          .map(Object.fromEntries);
      case "named":
        return this.#named(type.id, depth);
    }
  }

  #named(id: ShapeId, depth: number): fc.Arbitrary<unknown> {
    const type = this.#service.typesById.get(id);
    switch (type?.kind) {
      case "structure":
        return this.#structure(type, depth);
      case "union":
        return this.#union(type, depth);
      case "enum":
      case "intEnum":
        return this.#material.enumValue(type.values.map(({ value }) => value));
      case undefined:
        throw new Error(`${id} is no type of the service.`);
    }
  }

  #once(key: string, make: () => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
    const known = this.#known.get(key) ?? make();
    this.#known.set(key, known);
    return known;
  }
}

const present = (values: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ABSENT));
