import type { MemberIr, ServiceIr, StructureIr, TypeRef, UnionIr, XmlIr } from "../../codegen/ir/types.ts";
import type { Element, Node } from "./xml-text.ts";

/** What stands in an element in place of what the model says. */
export class Odd {
  readonly children: readonly Node[];

  constructor(children: readonly Node[]) {
    this.children = children;
  }
}

/** The elements and attributes of values of a service's types. A value is an object, an array, a text or an `Odd`. */
export class XmlValues {
  readonly #service: ServiceIr;

  constructor(service: ServiceIr) {
    this.#service = service;
  }

  /** The element of a structure, with those of its members that are given. */
  structure(name: string, type: StructureIr | UnionIr | undefined, value: unknown): Element {
    if (value instanceof Odd) return { name, children: value.children };
    const known = new Map((type?.members ?? []).map((member) => [member.name, member]));
    const attributes: Record<string, string> = {};
    const children: Node[] = [];
    for (const [key, inner] of Object.entries(value as object)) {
      const member = known.get(key);
      if (member === undefined) children.push({ name: key, children: inner instanceof Odd ? inner.children : [] });
      else if (member.xml?.attribute) {
        // Nothing but a text can stand in one.
        if (typeof inner === "string") attributes[nameOf(member)] = inner;
      } else children.push(...this.#elements(nameOf(member), member.type, inner, member.xml));
    }
    return Object.keys(attributes).length === 0 ? { name, children } : { name, attributes, children };
  }

  /** The elements of a member: one, or one for each that a flattened list or map holds. */
  #elements(name: string, type: TypeRef, value: unknown, xml: XmlIr | undefined): readonly Element[] {
    if (value instanceof Odd) return [{ name, children: value.children }];
    if (typeof value === "string") return [{ name, children: value === "" ? [] : [value] }];
    switch (type.kind) {
      case "scalar":
        throw new Error(`The value of a ${type.scalar} is no text.`);
      case "list": {
        const inner = xml?.flattened ? name : (type.elementXml?.name ?? "member");
        const elements = (value as readonly unknown[]).flatMap((entry) =>
          this.#elements(inner, type.element, entry, undefined),
        );
        return xml?.flattened ? elements : [{ name, children: elements }];
      }
      case "map": {
        const inner = xml?.flattened ? name : "entry";
        const entries = Object.entries(value as object).map(([key, entry]) => ({
          name: inner,
          children: [
            { name: type.keyXml?.name ?? "key", children: key === "" ? [] : [key] },
            ...this.#elements(type.valueXml?.name ?? "value", type.value, entry, undefined),
          ],
        }));
        return xml?.flattened ? entries : [{ name, children: entries }];
      }
      case "named": {
        const named = this.#service.typesById.get(type.id);
        return [this.structure(name, named !== undefined && "members" in named ? named : undefined, value)];
      }
    }
  }
}

/** The name of a member's element. */
export const nameOf = (member: MemberIr): string => member.xml?.name ?? member.name;
