import { startsBlock, WIDTH, wrapWords } from "./wrap.ts";

/** Containers nested deeper than this are written as if they weren't: a page of models has three or four. */
const DEEPEST = 12;

interface Container {
  /** `- ` or `> `, until the container's first line is written. */
  first: string | undefined;
  readonly rest: string;
}

/** Lines of Markdown inside quotations and list items, one paragraph or fence after another. */
export class Blocks {
  readonly #lines: string[] = [];
  readonly #containers: Container[] = [];
  #apart = false;
  #unwritten = 0;

  get text(): string {
    return this.#lines.join("\n");
  }

  /** Opens a quotation or a list item. */
  open(first: string, rest: string): void {
    if (this.#containers.length >= DEEPEST) this.#unwritten++;
    else this.#containers.push({ first, rest });
  }

  close(): void {
    if (this.#unwritten > 0) this.#unwritten--;
    else this.#containers.pop();
  }

  /** Says whether a blank line comes before what is written next. */
  separate(apart: boolean): void {
    this.#apart = apart && this.#lines.length > 0;
  }

  /** Words become wrapped lines; a word that would start a list or a heading loses that meaning unless it is `ours`. */
  paragraph(text: string, ours: boolean): void {
    this.#blankLine();
    const word = text.slice(0, text.indexOf(" ") >>> 0);
    const shown = ours || !startsBlock(word) ? text : text.replace(/^(\d*)/, "$1\\");
    const width = this.#containers.reduce((left, { rest }) => left - rest.length, WIDTH);
    for (const line of wrapWords(shown, Math.max(width, 40))) this.#lines.push(this.#prefix() + line);
    this.#apart = true;
  }

  /** Lines that stay as they are: a fence, a table. */
  verbatim(lines: readonly string[]): void {
    this.#blankLine();
    for (const line of lines) this.#lines.push((this.#prefix() + line).trimEnd());
    this.#apart = true;
  }

  #blankLine(): void {
    if (!this.#apart) return;
    // A blank line between two quotations belongs to neither, or they would be one.
    const begun = this.#containers.findIndex((container) => container.first !== undefined);
    const outer = begun === -1 ? this.#containers : this.#containers.slice(0, begun);
    this.#lines.push(
      outer
        .map(({ rest }) => rest)
        .join("")
        .trimEnd(),
    );
  }

  #prefix(): string {
    let prefix = "";
    for (const container of this.#containers) {
      prefix += container.first ?? container.rest;
      container.first = undefined;
    }
    return prefix;
  }
}
