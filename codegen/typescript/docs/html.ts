import { Parser } from "htmlparser2";
import { readPlainHtml } from "./plain-html.ts";
import { Renderer } from "./render.ts";

/** Elements whose content an HTML parser reads as raw text to its end: in documentation they are placeholders. */
const RAW_ELEMENTS = /<(?=\/?(?:script|style|title|textarea|iframe|xmp|noembed|noframes|plaintext|svg|math)\b)/gi;

/** One parser serves all texts: making one costs as much as reading a sentence. */
class Reader {
  #source = "";
  #renderer = new Renderer("html");
  #tagStart = 0;
  readonly #parser = new Parser(
    {
      onopentagname: () => {
        this.#tagStart = this.#parser.startIndex;
      },
      onopentag: (name, attributes) => {
        this.#renderer.open(name, attributes, () => this.#tagText(this.#tagStart));
      },
      onclosetag: (name, implied) => {
        this.#renderer.close(name, () => (implied ? "" : this.#tagText(this.#parser.startIndex)));
      },
      ontext: (text) => {
        this.#renderer.text(text);
      },
    },
    { decodeEntities: true },
  );

  #tagText(start: number): string {
    return this.#source.slice(start, this.#parser.endIndex + 1);
  }

  read(source: string, kind: "html" | "mixed"): string {
    this.#source = source;
    this.#renderer = new Renderer(kind);
    this.#parser.parseComplete(source);
    return this.#renderer.end();
  }
}

let reader: Reader | undefined;

/**
 * HTML as Markdown. `mixed` is CommonMark with some tags in it: its own marks stay as they are, and so do its lines.
 * Elements that HTML doesn't have are placeholders and are shown: `<bucket-name>`.
 */
export const htmlToMarkdown = (html: string, kind: "html" | "mixed"): string => {
  const plain = new Renderer(kind);
  return readPlainHtml(html, plain) ? plain.end() : parsedHtml(html, kind);
};

/** The same by way of an HTML parser, whatever is in the text. */
export const parsedHtml = (html: string, kind: "html" | "mixed"): string => {
  reader ??= new Reader();
  return reader.read(html.replace(RAW_ELEMENTS, "&lt;"), kind);
};
