import type { Renderer } from "./render.ts";

/** Elements that hold others and need nothing said of them but what is in `ENDS`. */
const ELEMENTS: ReadonlySet<string> = new Set(
  "a b blockquote caution code dd div dl dt em fullname i important li note ol p strong tip ul var warning".split(" "),
);

const BLOCKS: ReadonlySet<string> = new Set(["blockquote", "div", "dl", "ol", "p", "ul"]);
const TERMS: ReadonlySet<string> = new Set(["dd", "dt"]);
/** The elements whose start ends another that they stand in, as if its end tag came first. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["a", new Set(["a"])],
  ["dd", TERMS],
  ["dt", TERMS],
  ["li", new Set(["li"])],
  ["p", BLOCKS],
]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&amp;", "&"],
  ["&gt;", ">"],
  ["&lt;", "<"],
  ["&quot;", '"'],
]);

/** `<code>`, `</code>`, `<a href="https://example.com/">`, `<p class="title">`, `<p/>`, which is a `<p>` */
const TAG = /<(?:\/([a-z]+)|([a-z]+)(?: ([a-z]+)="([^"&]*)")?\/?)>/y;
const ENTITY = /(&[a-z]*;?)/;

/**
 * Reads HTML as nearly all documentation has it: known elements with one attribute at most, and the entities that HTML
 * needs. That takes a fraction of the time that loading and running an HTML parser takes, and gives the
 * renderer the same events.
 *
 * @returns false where there is anything else in the text: then the renderer is of no use any more
 */
export const readPlainHtml = (html: string, renderer: Renderer): boolean => {
  const elements = new Elements(renderer);
  for (let at = 0; at < html.length; ) {
    const start = html.indexOf("<", at);
    if (!readText(start === -1 ? html.slice(at) : html.slice(at, start), renderer)) return false;
    if (start === -1) break;
    TAG.lastIndex = start;
    const [tag = "", ended, name = ended ?? "", attribute, value = ""] = TAG.exec(html) ?? [];
    if (!ELEMENTS.has(name)) return false;
    if (ended !== undefined) elements.end(ended);
    else elements.start(name, attribute === "href" ? { href: value } : {});
    at = start + tag.length;
  }
  elements.endAll();
  return true;
};

/** The elements that are open, inner ones last. */
class Elements {
  readonly #open: string[] = [];
  readonly #renderer: Renderer;

  constructor(renderer: Renderer) {
    this.#renderer = renderer;
  }

  start(name: string, attributes: { readonly href?: string }): void {
    while (ENDS.get(this.#open.at(-1) ?? "")?.has(name)) this.#endLast();
    this.#open.push(name);
    this.#renderer.open(name, attributes, noSource);
  }

  /** Ends those within too. A paragraph that isn't open is an empty one, any other element nothing. */
  end(name: string): void {
    const index = this.#open.lastIndexOf(name);
    if (index !== -1) this.#endFrom(index);
    else if (name === "p") {
      this.start("p", {});
      this.#endLast();
    }
  }

  endAll(): void {
    this.#endFrom(0);
  }

  #endFrom(index: number): void {
    while (this.#open.length > index) this.#endLast();
  }

  #endLast(): void {
    const name = this.#open.pop();
    if (name !== undefined) this.#renderer.close(name, noSource);
  }
}

/** The renderer shows the source of elements that it doesn't know, none of which is here. */
const noSource = (): string => "";

/** A text and each entity in it are events of their own. */
const readText = (text: string, renderer: Renderer): boolean => {
  if (text === "") return true;
  if (!text.includes("&")) {
    renderer.text(text);
    return true;
  }
  for (const part of text.split(ENTITY)) {
    if (part === "") continue;
    const words = part.startsWith("&") ? ENTITIES.get(part) : part;
    if (words === undefined) return false;
    renderer.text(words);
  }
  return true;
};
