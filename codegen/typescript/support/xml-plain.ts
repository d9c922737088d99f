import { type JsonObject, setKey } from "./values.js";
import type { XmlElement } from "./xml-parser.js";

/**
 * What elements of one name hold, for those whose shape no model says: the text of one without attributes and children,
 * an object of the others by name, and an array of such where there are several elements.
 */
export const plainXml = (elements: readonly XmlElement[]): unknown => {
  const values = elements.map((element) =>
    element.attributes || element.children ? plainMembers(element) : element.text,
  );
  return values.length === 1 ? values[0] : values;
};

/** An element's attributes and children by name. */
export const plainMembers = ({ attributes, children }: XmlElement): JsonObject => {
  const target: JsonObject = {};
  for (const [name, value] of attributes ?? []) {
    setKey(target, name, value);
  }
  for (const [name, elements] of children ?? []) {
    setKey(target, name, plainXml(elements));
  }
  return target;
};
