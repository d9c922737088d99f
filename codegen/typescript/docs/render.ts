import { Blocks } from "./blocks.ts";
import { type Role, roleOf } from "./elements.ts";
import { codeSpan, escapeMarkdown, fenceFor, link } from "./inline.ts";
import { Table } from "./table.ts";

/** The attributes that mean something here. */
interface Attributes {
  readonly href?: string;
  readonly alt?: string;
}

/** White space that isn't one space already: most is. */
const NOT_ONE_SPACE = /\s{2,}|[^\S ]/g;

/** An inline element that is open: what came before it, and how its content is marked. */
interface Span {
  readonly role: Role;
  readonly before: string;
  readonly href: string;
}

/** An open list. */
interface List {
  readonly numbered: boolean;
  items: number;
}

/** Turns the events of an HTML parser into Markdown. One for each text. */
export class Renderer {
  readonly #mixed: boolean;
  readonly #blocks = new Blocks();
  readonly #spans: Span[] = [];
  readonly #lists: List[] = [];
  #inline = "";
  /** `**Note:** `, until the remark has its first line. */
  #label = "";
  #fence: string | undefined;
  #table: Table | undefined;
  /** Inside `<dt>`, and from there to the first words of `<dd>`, paragraphs don't start a line. */
  #inTerm = false;
  #openItems = 0;
  /** An element ended in white space that was perhaps only the layout of its tags: `<i> <a>x</a> </i>,`. */
  #padded = false;

  constructor(kind: "html" | "mixed") {
    this.#mixed = kind === "mixed";
  }

  end(): string {
    this.#flush();
    return this.#blocks.text;
  }

  text(text: string): void {
    if (this.#fence !== undefined) this.#fence += text;
    else if (this.#mixed) this.#append(text.replace(/[^\S\n]+/g, " "));
    else {
      const line = text.replace(NOT_ONE_SPACE, " ");
      this.#append(this.#within("code") ? line : escapeMarkdown(line));
    }
  }

  open(name: string, attributes: Attributes, source: () => string): void {
    const role = roleOf(name);
    if (this.#fence !== undefined) {
      if (role === undefined) this.#fence += source();
      return;
    }
    switch (role) {
      case undefined:
        this.text(source());
        return;
      case "block":
        this.#break();
        return;
      case "heading":
        this.#break();
        this.#span("bold");
        return;
      case "list":
        this.#flush();
        this.#writeLabel();
        this.#lists.push({ numbered: name === "ol", items: 0 });
        return;
      case "item":
      case "term":
        this.#openItem(role);
        return;
      case "definition":
        return;
      case "remark":
        this.#flush();
        this.#blocks.open("> ", "> ");
        this.#label = `**${(name[0] ?? "").toUpperCase()}${name.slice(1)}:** `;
        return;
      case "quote":
        this.#flush();
        this.#blocks.open("> ", "> ");
        return;
      case "code":
      case "bold":
      case "italic":
      case "anchor":
        this.#span(role, attributes.href);
        return;
      case "fence":
        this.#flush();
        this.#fence = "";
        return;
      case "table":
        this.#flush();
        this.#table ??= new Table();
        return;
      case "row":
        this.#table?.row();
        return;
      case "cell":
        this.#endSpans(0);
        this.#inline = "";
        return;
      case "break":
        this.#break();
        return;
      case "rule":
        this.#flush();
        this.#blocks.verbatim(["---"]);
        return;
      case "text":
        if (name === "img") this.text(attributes.alt ?? "");
        return;
      default:
        role satisfies never;
    }
  }

  close(name: string): void {
    const role = roleOf(name);
    if (this.#fence !== undefined && role !== "fence") return;
    switch (role) {
      case "block":
        this.#break();
        return;
      case "heading":
        this.#endSpan("bold");
        this.#break();
        return;
      case "list":
        this.#flush();
        this.#lists.pop();
        this.#blocks.separate(true);
        return;
      case "item":
        this.#flush();
        this.#closeItem();
        return;
      case "term":
        this.#endSpan("bold");
        this.#inline = `${this.#inline.trimEnd()}: `;
        return;
      case "definition":
        this.#inTerm = false;
        this.#flush();
        this.#closeItem();
        return;
      case "remark":
      case "quote":
        this.#flush();
        this.#label = "";
        this.#blocks.close();
        this.#blocks.separate(true);
        return;
      case "code":
      case "bold":
      case "italic":
      case "anchor":
        this.#endSpan(role);
        return;
      case "fence":
        this.#endFence();
        return;
      case "cell":
        this.#endSpans(0);
        this.#table?.cell(this.#inline.trim());
        this.#inline = "";
        return;
      case "table":
        this.#blocks.verbatim(this.#table?.lines ?? []);
        this.#table = undefined;
        return;
      default:
        return;
    }
  }

  /** Two pieces of white space are one, and none begins a line. */
  #append(text: string): void {
    if (this.#padded && /^[,.;:)]/.test(text)) this.#inline = this.#inline.trimEnd();
    this.#padded = false;
    const gap = text.startsWith(" ") && (this.#inline === "" ? this.#spaceBefore() : /\s$/.test(this.#inline));
    this.#inline += gap ? text.slice(1) : text;
    // The first words after a term end its line.
    if (this.#inTerm && this.#spans.length === 0 && text.trim() !== "") this.#inTerm = this.#inline.endsWith(": ");
  }

  /** Whether the text before the innermost element ends in a space, or there is none. */
  #spaceBefore(): boolean {
    const before = this.#spans.at(-1)?.before ?? "";
    return before === "" || before.endsWith(" ");
  }

  #break(): void {
    if (this.#table !== undefined || this.#inTerm) this.#append(" ");
    else this.#flush();
  }

  #span(role: Role, href = ""): void {
    this.#spans.push({ role, before: this.#inline, href });
    this.#inline = "";
  }

  #endSpan(role: Role): void {
    const index = this.#spans.findLastIndex((span) => span.role === role);
    if (index !== -1) this.#endSpans(index);
  }

  /** Ends the open elements from the innermost to the one at `index`. */
  #endSpans(index: number): void {
    while (this.#spans.length > index) {
      const span = this.#spans.pop();
      if (span === undefined) return;
      const content = this.#inline;
      const words = content.trim();
      this.#inline = span.before;
      if (content.startsWith(" ") || words === "") this.#append(" ");
      if (words === "") continue;
      this.#inline += this.#mark(span, words);
      this.#padded = content.endsWith(" ");
      if (this.#padded) this.#inline += " ";
    }
  }

  #mark(span: Span, words: string): string {
    // No mark is written inside code, and none twice.
    if (this.#within("code") || this.#within(span.role)) return words;
    switch (span.role) {
      case "code":
        return codeSpan(words);
      case "bold":
        return `**${words}**`;
      case "italic":
        return `*${words}*`;
      default:
        return link(words, span.href) ?? words;
    }
  }

  #within(role: Role): boolean {
    for (const span of this.#spans) if (span.role === role) return true;
    return false;
  }

  /** Writes the paragraph at hand. */
  #flush(): void {
    this.#endSpans(0);
    const text = this.#inline.trim();
    this.#inline = "";
    if (this.#table !== undefined || text === "") return;
    if (this.#mixed) this.#paragraphs(this.#label + text);
    else this.#blocks.paragraph(this.#label + text, this.#label !== "");
    this.#label = "";
  }

  /** A remark that begins with a list or code has its label on a line of its own. */
  #writeLabel(): void {
    if (this.#label === "") return;
    this.#blocks.paragraph(this.#label.trimEnd(), true);
    this.#label = "";
  }

  /** CommonMark among the tags keeps its lines. */
  #paragraphs(text: string): void {
    for (const line of text.split("\n")) {
      if (line.trim() === "") this.#blocks.separate(true);
      else {
        this.#blocks.paragraph(line.trimEnd(), true);
        this.#blocks.separate(false);
      }
    }
    this.#blocks.separate(true);
  }

  #openItem(role: "item" | "term"): void {
    const list = this.#lists.at(-1) ?? { numbered: false, items: 0 };
    this.#flush();
    if (role === "term" && this.#inTerm) this.#closeItem();
    // Items stand together, and a list in an item right below its words.
    if (list.items > 0 || this.#openItems > 0) this.#blocks.separate(false);
    list.items++;
    const marker = list.numbered ? `${list.items}. ` : "- ";
    this.#blocks.open(marker, " ".repeat(marker.length));
    this.#openItems++;
    this.#inTerm = role === "term";
    if (this.#inTerm) this.#span("bold");
  }

  #closeItem(): void {
    if (this.#openItems === 0) return;
    this.#openItems--;
    this.#inTerm = false;
    this.#blocks.close();
  }

  #endFence(): void {
    const code = (this.#fence ?? "").replace(/^\n+|\s+$/g, "");
    this.#fence = undefined;
    if (code === "") return;
    this.#writeLabel();
    const fence = fenceFor(code);
    this.#blocks.verbatim([fence, ...code.split("\n"), fence]);
  }
}
