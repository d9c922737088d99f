import type { MemberIr, ServiceIr, StructureIr, TypeRef, UnionIr, XmlIr } from "../../codegen/ir/types.ts";
import { type Element, isElement, type Node } from "./xml-text.ts";
import { nameOf } from "./xml-values.ts";

/** What becomes of the element of a value. A flattened list or map has none, its members have. */
export type ElementChange = (element: Element, type: TypeRef) => Element;

/** The element of a structure with `change` applied to the elements of all values in it, the inner ones first. */
export const inStructure = (
  service: ServiceIr,
  type: StructureIr | UnionIr,
  element: Element,
  change: ElementChange,
): Element => {
  const members = new Map(type.members.map((member): [string, MemberIr] => [nameOf(member), member]));
  return withChildren(element, (child) => {
    const member = members.get(child.name);
    return member === undefined ? child : inValue(service, member.type, child, change, member.xml);
  });
};

const inValue = (service: ServiceIr, type: TypeRef, element: Element, change: ElementChange, xml?: XmlIr): Element => {
  switch (type.kind) {
    case "scalar":
      return change(element, type);
    case "list": {
      if (xml?.flattened) return inValue(service, type.element, element, change);
      const name = type.elementXml?.name ?? "member";
      return change(
        withChildren(element, (child) => (child.name === name ? inValue(service, type.element, child, change) : child)),
        type,
      );
    }
    case "map": {
      const name = type.valueXml?.name ?? "value";
      const inEntry = (entry: Element): Element =>
        withChildren(entry, (child) => (child.name === name ? inValue(service, type.value, child, change) : child));
      if (xml?.flattened) return inEntry(element);
      return change(
        withChildren(element, (child) => (child.name === "entry" ? inEntry(child) : child)),
        type,
      );
    }
    case "named": {
      const named = service.typesById.get(type.id);
      if (named === undefined || !("members" in named)) return change(element, type);
      return change(inStructure(service, named, element, change), type);
    }
  }
};

/** An element with other child elements. */
export const withChildren = (element: Element, change: (child: Element) => Node): Element => ({
  ...element,
  children: element.children.map((child) => (isElement(child) ? change(child) : child)),
});

/** All elements of a tree changed, the inner ones first; those that become undefined are gone. */
export const everywhere = (element: Element, change: (element: Element) => Element | undefined): Element => {
  const children = element.children.flatMap((child): Node[] => {
    if (!isElement(child)) return [child];
    const changed = change(everywhere(child, change));
    return changed === undefined ? [] : [changed];
  });
  return { ...element, children };
};
