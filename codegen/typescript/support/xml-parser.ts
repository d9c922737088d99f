/** An element of an XML document, for the compiled readers: its text, its attributes, and its children by name. */
export class XmlElement {
  /** The qualified name as it was spelled, `xsi:type`. */
  readonly name: string;
  /** The text between the tags, all pieces of it, with nothing trimmed. */
  text = "";
  /** Values by name as spelled; undefined where there are none. */
  attributes: Map<string, string> | undefined;
  /** Child elements by name as spelled, in the order of the document; undefined where there are none. */
  children: Map<string, XmlElement[]> | undefined;

  constructor(name: string) {
    this.name = name;
  }
}

/** Elements within elements; a document that is deeper is refused before a reader could run out of stack. */
const MAX_DEPTH = 1000;

const NAME_END = /[\s/>=]/g;
const CHARACTERS = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * The root element of an XML document. Reads what services send: elements, attributes, text, CDATA, comments and
 * processing instructions. A document type is refused, so that there are no entities but the five of XML itself and
 * nothing is ever expanded or fetched.
 *
 * @throws SyntaxError where the text is not well-formed, has a document type, or is nested too deep
 */
export const parseXml = (xml: string): XmlElement => {
  // https://www.w3.org/TR/xml/#sec-line-ends
  const source = xml.includes("\r") ? xml.replace(/\r\n?/g, "\n") : xml;
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let current: XmlElement | undefined;
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < source.length) {
    const start = source.indexOf("<", at);
    const text = source.slice(at, start < 0 ? source.length : start);
    if (current) {
      current.text += decode(text);
    } else if (text.trim() !== "") {
      throw new SyntaxError("There is text outside of the root element.");
    }
    if (start < 0) {
      break;
    }
    switch (source.charCodeAt(start + 1)) {
      case 0x21: // !
        if (source.startsWith("<!--", start)) {
          at = after(source, "-->", start + 4);
        } else if (current && source.startsWith("<![CDATA[", start)) {
          at = after(source, "]]>", start + 9);
          current.text += source.slice(start + 9, at - 3);
        } else {
          throw new SyntaxError("A document type is not read.");
        }
        break;
      case 0x3f: // ?
        at = after(source, "?>", start + 2);
        break;
      case 0x2f: {
        // </
        const end = start + 2 + (current?.name.length ?? 0);
        if (current && source.charCodeAt(end) === 0x3e && source.startsWith(current.name, start + 2)) {
          at = end + 1;
          current = open.pop();
          break;
        }
        at = after(source, ">", start + 2);
        if (current?.name !== source.slice(start + 2, at - 1).trimEnd()) {
          throw new SyntaxError(`An end tag doesn't match ${JSON.stringify(current?.name)}.`);
        }
        current = open.pop();
        break;
      }
      default: {
        const tag = startTag(source, start + 1);
        if (current) {
          append(current, tag.element);
        } else if (root) {
          throw new SyntaxError("There is more than one root element.");
        } else {
          root = tag.element;
        }
        at = tag.end;
        if (!tag.empty) {
          if (current) {
            open.push(current);
          }
          if (open.length >= MAX_DEPTH) {
            throw new SyntaxError("The document is nested too deep.");
          }
          current = tag.element;
        }
      }
    }
  }
  if (current || !root) {
    throw new SyntaxError("The document ends too soon.");
  }
  return root;
};

const append = (parent: XmlElement, child: XmlElement): void => {
  parent.children ??= new Map();
  const named = parent.children.get(child.name);
  if (named) {
    named.push(child);
  } else {
    parent.children.set(child.name, [child]);
  }
};

/** The tag whose name starts at `start`, and where what follows it begins. */
const startTag = (source: string, start: number): { element: XmlElement; empty: boolean; end: number } => {
  let at = nameEnd(source, start);
  const element = new XmlElement(source.slice(start, at));
  for (;;) {
    at = skipSpace(source, at);
    const code = source.charCodeAt(at);
    if (code === 0x3e) {
      return { element, empty: false, end: at + 1 };
    }
    if (code === 0x2f && source.charCodeAt(at + 1) === 0x3e) {
      return { element, empty: true, end: at + 2 };
    }
    const end = nameEnd(source, at);
    const name = source.slice(at, end);
    at = skipSpace(source, end);
    const quote = source.charAt(skipSpace(source, at + 1));
    if (source.charCodeAt(at) !== 0x3d || (quote !== '"' && quote !== "'") || element.attributes?.has(name)) {
      throw new SyntaxError(`A tag ${JSON.stringify(element.name)} is not well-formed.`);
    }
    const from = skipSpace(source, at + 1) + 1;
    at = after(source, quote, from);
    element.attributes ??= new Map();
    element.attributes.set(name, decode(source.slice(from, at - 1)));
  }
};

const nameEnd = (source: string, start: number): number => {
  let at = start;
  while (isLetter(source.charCodeAt(at))) {
    at += 1;
  }
  const code = source.charCodeAt(at);
  NAME_END.lastIndex = at;
  const end = code === 0x3e || code === 0x20 ? at : (NAME_END.exec(source)?.index ?? source.length);
  if (end === start || end === source.length) {
    throw new SyntaxError("A tag has no name or no end.");
  }
  return end;
};

/** `a` to `z` and `A` to `Z`, which most names are all of. */
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

const skipSpace = (source: string, start: number): number => {
  let at = start;
  while (source.charCodeAt(at) === 0x20 || (source.charCodeAt(at) >= 0x09 && source.charCodeAt(at) <= 0x0d)) {
    at += 1;
  }
  return at;
};

/** Where what follows the next `mark` begins. */
const after = (source: string, mark: string, from: number): number => {
  const at = source.indexOf(mark, from);
  if (at < 0) {
    throw new SyntaxError(`The document ends before ${JSON.stringify(mark)}.`);
  }
  return at + mark.length;
};

const decode = (text: string): string => {
  let at = text.indexOf("&");
  if (at < 0) {
    return text;
  }
  let decoded = "";
  let copied = 0;
  while (at >= 0) {
    const end = text.indexOf(";", at);
    decoded += text.slice(copied, at) + reference(text.slice(at + 1, end < 0 ? at + 20 : end), end);
    copied = end + 1;
    at = text.indexOf("&", copied);
  }
  return decoded + text.slice(copied);
};

/** What stands between `&` and `;`, which is at `end`. */
const reference = (name: string, end: number): string => {
  const known = CHARACTERS.get(name);
  const [, code] = known === undefined ? (/^#(\d{1,7}|x[\da-f]{1,6})$/i.exec(name) ?? []) : [];
  const point = code === undefined ? 0 : Number(code.replace(/^x/i, "0x"));
  const character = known ?? (code !== undefined && point <= 0x10ffff && String.fromCodePoint(point));
  if (!character || end < 0) {
    throw new SyntaxError(`${JSON.stringify(`&${name.slice(0, 20)}`)} stands for no character.`);
  }
  return character;
};
