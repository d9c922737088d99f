import type { MemberIr, ServiceIr, StructureIr, UnionIr, XmlIr, XmlNamespaceIr } from "../../ir/types.ts";
import { nameOf } from "../../smithy/shape-id.ts";

// https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings

/** The name of a member's element or attribute: its own `@xmlName`, or what it is called. */
export const xmlMemberName = (member: MemberIr): string => member.xml?.name ?? member.name;

/** The name of the elements of a list that isn't flattened. */
export const xmlElementName = (xml: XmlIr | undefined): string => xml?.name ?? "member";

/** The name of the element of a map's key. */
export const xmlKeyName = (xml: XmlIr | undefined): string => xml?.name ?? "key";

/** The name of the element of a map's value. */
export const xmlValueName = (xml: XmlIr | undefined): string => xml?.name ?? "value";

/** A start tag without its brackets: `Nested xmlns:xsi="https://example.com"`. */
export const startTag = (name: string, namespace: XmlNamespaceIr | undefined): string => {
  if (namespace === undefined) return name;
  const attribute = namespace.prefix === undefined ? "xmlns" : `xmlns:${namespace.prefix}`;
  return `${name} ${attribute}="${escaped(namespace.uri)}"`;
};

/** The root of a document: the shape's own traits count, and the service's namespace where it has none. */
export const rootTag = (structure: StructureIr | UnionIr, service: ServiceIr, member?: MemberIr): string =>
  startTag(
    member?.xml?.name ?? structure.xml?.name ?? nameOf(structure.id),
    member?.xml?.namespace ?? structure.xml?.namespace ?? service.xmlNamespace,
  );

const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<"]/g, (character) => REFERENCES[character] ?? "");
