import { members } from "./structures.js";
import { type JsonObject, setKey } from "./values.js";
import { XmlElement } from "./xml-parser.js";
import { plainXml } from "./xml-plain.js";

// Names are compared as they are spelled, prefix and all. Where an element is there twice, the first one counts.

/** Makes a value of an element; functions for those of text are in `xml-values`. */
type Read = (element: XmlElement) => unknown;

// What these give is of the type that the model names, without checking it, as everything that a service sends.

/** A member that is a child element: `<Name>text</Name>`. */
export const readChild = <T>(data: XmlElement, name: string, read: (element: XmlElement) => T): T | undefined => {
  const element = data.children?.get(name)?.[0];
  return element && read(element);
};

/** A structure that has to be there: without its element it is read of an empty one. */
export const readRequired = <T>(data: XmlElement, name: string, read: (element: XmlElement) => T): T =>
  read(data.children?.get(name)?.[0] ?? new XmlElement(name));

/** A member that is an attribute: `<Grantee xsi:type="Group">`. */
export const readAttribute = <T>(
  data: XmlElement,
  name: string,
  read: (value: { readonly text: string }) => T,
): T | undefined => {
  const text = data.attributes?.get(name);
  return text === undefined ? undefined : read({ text });
};

/** The members of a list in the children of a name. */
export const readElements = <T>(data: XmlElement, name: string, read: Read): T =>
  (data.children?.get(name) ?? []).map((element) => read(element)) as T;

/** A member that is a list: `<Tags><Tag>a</Tag><Tag>b</Tag></Tags>`. */
export const readList = (data: XmlElement, name: string, member: string, read: Read): unknown =>
  readChild(data, name, (element) => readElements(element, member, read));

/** A member that is a flattened list: `<Tag>a</Tag><Tag>b</Tag>`. Without an element it isn't there. */
export const readFlatList = (data: XmlElement, name: string, read: Read): unknown =>
  data.children?.has(name) ? readElements(data, name, read) : undefined;

/** The entries in the children of a name: `<entry><key>a</key><value>b</value></entry>`. One without a key is left out. */
export const readEntries = <T>(data: XmlElement, name: string, key: string, value: string, read: Read): T => {
  const target: JsonObject = {};
  for (const entry of data.children?.get(name) ?? []) {
    const label = entry.children?.get(key)?.[0];
    const element = entry.children?.get(value)?.[0];
    if (label && element) {
      setKey(target, label.text, read(element));
    }
  }
  return target as T;
};

/** A member that is a map: `<Map><entry>...</entry><entry>...</entry></Map>`. */
export const readMap = (data: XmlElement, name: string, key: string, value: string, read: Read): unknown =>
  readChild(data, name, (element) => readEntries(element, "entry", key, value, read));

/** A member that is a flattened map, an element of its name for each entry. Without one it isn't there. */
export const readFlatMap = (data: XmlElement, name: string, key: string, value: string, read: Read): unknown =>
  data.children?.has(name) ? readEntries(data, name, key, value, read) : undefined;

/** A union whose known members are given; without any of them it is `{ $unknown: [name, value] }`. */
export const readXmlUnion = <T>(data: XmlElement, values: JsonObject): T => {
  const known = members<T & object>(values);
  if (Object.keys(known).length > 0) {
    return known;
  }
  const [child, ...others] = data.children ?? [];
  return (child && others.length === 0 ? { $unknown: [child[0], plainXml(child[1])] } : {}) as T;
};
