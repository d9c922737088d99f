import { Blocks } from "./blocks.ts";
import { singleSpaces } from "./clean.ts";
import { roleOf } from "./elements.ts";
import { escapeMarkdown, fenceFor } from "./inline.ts";
import { Table } from "./table.ts";
import { Words } from "./words.ts";

/** The attributes that mean something here. */
interface Attributes {
  readonly href?: string;
  readonly alt?: string;
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
  readonly #lists: List[] = [];
  readonly #words = new Words();
  /** `**Note:** `, until the remark has its first line. */
  #label = "";
  #fence: string | undefined;
  #table: Table | undefined;
  /** How many tables are open, one in another. */
  #tables = 0;
  /** Inside `<dt>`, and from there to the first words of `<dd>`, paragraphs don't start a line. */
  #inTerm = false;
  #openItems = 0;

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
      const line = singleSpaces(text);
      this.#append(this.#words.within("code") ? line : escapeMarkdown(line));
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
        this.#words.open("bold");
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
        this.#words.open(role, attributes.href);
        return;
      case "fence":
        this.#flush();
        if (this.#table === undefined) this.#fence = "";
        else this.#words.open("code");
        return;
      case "table":
        this.#flush();
        this.#table ??= new Table();
        this.#tables++;
        return;
      case "row":
        this.#endCell();
        this.#table?.row();
        return;
      case "cell":
        this.#endCell();
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

  /** `source` is the end tag as it is written, or empty where there is none. */
  close(name: string, source: () => string): void {
    const role = roleOf(name);
    if (role === undefined) {
      this.text(source());
      return;
    }
    if (this.#fence !== undefined && role !== "fence") return;
    switch (role) {
      case "block":
        this.#break();
        return;
      case "heading":
        this.#words.close("bold");
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
        this.#words.endTerm();
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
        this.#words.close(role);
        return;
      case "fence":
        if (this.#fence === undefined) this.#words.close("code");
        else this.#endFence();
        return;
      case "cell":
        this.#endCell(true);
        return;
      case "table":
        this.#endTable();
        return;
      default:
        return;
    }
  }

  #append(text: string): void {
    this.#words.add(text);
    // The first words after a term end its line.
    if (this.#inTerm && !this.#words.within() && text.trim() !== "") this.#inTerm = this.#words.text.endsWith(": ");
  }

  #break(): void {
    if (this.#inTerm) this.#append(" ");
    else this.#flush();
  }

  /** Writes the paragraph at hand. */
  #flush(): void {
    if (this.#table !== undefined) {
      this.#append(" ");
      return;
    }
    const text = this.#words.take();
    if (text === "") return;
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
    if (this.#inTerm) this.#words.open("bold");
  }

  #closeItem(): void {
    if (this.#openItems === 0) return;
    this.#openItems--;
    this.#inTerm = false;
    this.#blocks.close();
  }

  /** Words between cells, which HTML has no place for, are a cell too. */
  #endCell(evenEmpty = false): void {
    if (this.#table === undefined) return;
    const words = this.#words.take();
    if (words !== "" || evenEmpty) this.#table.cell(words);
  }

  /** A table in a table is a part of its cell's words. */
  #endTable(): void {
    this.#tables--;
    if (this.#tables > 0 || this.#table === undefined) return;
    this.#endCell();
    const { lines } = this.#table;
    this.#table = undefined;
    if (lines.length > 0) this.#blocks.verbatim(lines);
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
