/** An element of an XML document that a service answers with. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

/** An element, a text, or characters as they stand in the document: `<![CDATA[a]]>`. */
export type Node = Element | string | { readonly verbatim: string };

export const isElement = (node: Node): node is Element => typeof node === "object" && "name" in node;

/** The document of an element, or a part of one. */
export const xmlText = (node: Node): string => {
  if (typeof node === "string") return escaped(node);
  if ("verbatim" in node) return node.verbatim;
  const { name, attributes = {}, children } = node;
  const listed = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = children.map(xmlText).join("");
  return inner === "" ? `<${name}${listed.join("")}/>` : `<${name}${listed.join("")}>${inner}</${name}>`;
};

/** The first child element of a name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.filter(isElement).find((child) => child.name === name);

/** The text of an element, unless it holds others. */
export const textIn = (element: Element | undefined): string | undefined =>
  element === undefined || element.children.some(isElement)
    ? undefined
    : element.children.map((child) => (typeof child === "string" ? child : cdataOf(child))).join("");

const cdataOf = (node: Node): string =>
  typeof node === "object" && "verbatim" in node ? node.verbatim.replace(/^<!\[CDATA\[(.*)\]\]>$/s, "$1") : "";

/** Line ends would be read as line feeds otherwise, and white space of attributes as spaces. */
const escaped = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);
