import { Parser } from "htmlparser2";

/** An element, so that two that mean the same are deeply equal. */
export interface CanonicalElement {
  readonly name: string;
  /** Those that declare namespaces among them, sorted by name. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** The elements within, sorted by name: those of one name stay in order, since lists are made of them. */
  readonly elements: readonly CanonicalElement[];
  /** The text within; "" where there are elements and nothing but white space around them. */
  readonly text: string;
}

/**
 * A document without what doesn't count: the declaration, the order of attributes, the order of elements with different
 * names, and white space between elements.
 *
 * @throws SyntaxError where the elements aren't nested in one another, or there is more than one root
 */
export const canonicalXml = (text: string): CanonicalElement => {
  const document: Draft = { name: "", attributes: [], elements: [], text: "" };
  const open: Draft[] = [document];
  let closed = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: Draft = { name, attributes: Object.entries(attributes).sort(byFirst), elements: [], text: "" };
        open.at(-1)?.elements.push(element);
        open.push(element);
      },
      ontext: (data) => {
        const element = open.at(-1);
        if (element !== undefined) element.text += data;
      },
      onclosetag: (name) => {
        const element = open.pop();
        // The parser closes by itself what isn't.
        const tag = text.slice(parser.startIndex, parser.endIndex + 1);
        if (tag.startsWith("</") && tag.includes(name)) closed++;
        else if (!tag.endsWith("/>")) throw new SyntaxError(`<${element?.name}> isn't closed in ${text}`);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  // And passes over the end of what was never opened.
  if (closed !== text.split("</").length - 1) throw new SyntaxError(`More ends than elements: ${text}`);
  const { elements, text: around } = canonical(document);
  const [root] = elements;
  if (root === undefined || elements.length > 1 || around !== "") throw new SyntaxError(`Not one element: ${text}`);
  return root;
};

interface Draft {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly elements: Draft[];
  text: string;
}

const canonical = ({ name, attributes, elements, text }: Draft): CanonicalElement => ({
  name,
  attributes,
  elements: elements.map(canonical).sort((a, b) => byFirst([a.name], [b.name])),
  text: elements.length > 0 && text.trim() === "" ? "" : text,
});

const byFirst = ([a]: readonly [string, ...string[]], [b]: readonly [string, ...string[]]): number =>
  a < b ? -1 : a > b ? 1 : 0;
