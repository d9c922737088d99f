import type { MemberIr, XmlIr, XmlNamespaceIr } from "../../ir/types.ts";

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
export const startTag = (name: string, namespace: XmlNamespaceIr | undefined): string =>
  namespace === undefined ? name : `${name} ${namespaceAttribute(namespace)}`;

/** `xmlns:xsi="https://example.com"` */
export const namespaceAttribute = ({ uri, prefix }: XmlNamespaceIr): string =>
  `${prefix === undefined ? "xmlns" : `xmlns:${prefix}`}="${escaped(uri)}"`;

const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<"]/g, (character) => REFERENCES[character] ?? "");
