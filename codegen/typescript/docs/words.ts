import type { Role } from "./elements.ts";
import { codeSpan, link } from "./inline.ts";

/** The elements that mark words inside a paragraph. */
export type SpanRole = Extract<Role, "code" | "bold" | "italic" | "anchor">;

/** Elements nested deeper than this mark nothing. */
const DEEPEST = 16;

/** An element that is open, and the words before it. */
interface Span {
  readonly role: SpanRole;
  readonly before: string;
  readonly href: string;
}

/** The words of one paragraph, with the marks of its code, links and emphasis. */
export class Words {
  readonly #spans: Span[] = [];
  #text = "";
  /** An element ended in white space that was perhaps only the layout of its tags: `<i> <a>x</a> </i>,`. */
  #padded = false;

  /** Whether a span is open, of that role or of any. */
  within(role?: SpanRole): boolean {
    if (role === undefined) return this.#spans.length > 0;
    for (const span of this.#spans) if (span.role === role) return true;
    return false;
  }

  /** What there is so far inside the innermost element. */
  get text(): string {
    return this.#text;
  }

  /** Two pieces of white space are one, and none begins a line. */
  add(text: string): void {
    if (this.#padded && /^[,.;:)]/.test(text)) this.#text = this.#text.trimEnd();
    this.#padded = false;
    const gap = text.startsWith(" ") && (this.#text === "" ? this.#spaceBefore() : /\s$/.test(this.#text));
    this.#text += gap ? text.slice(1) : text;
  }

  open(role: SpanRole, href = ""): void {
    if (this.#spans.length >= DEEPEST) return;
    this.#spans.push({ role, before: this.#text, href });
    this.#text = "";
  }

  /** Ends the innermost element of that role, and those in it. */
  close(role: SpanRole): void {
    const index = this.#spans.findLastIndex((span) => span.role === role);
    if (index !== -1) this.#endSpans(index);
  }

  /** All words, with every element ended. Then there are none. */
  take(): string {
    this.#endSpans(0);
    const text = this.#text.trim();
    this.#text = "";
    this.#padded = false;
    return text;
  }

  /** The words before a definition: `term: `. */
  endTerm(): void {
    this.close("bold");
    if (this.#text.trim() !== "") this.#text = `${this.#text.trimEnd()}: `;
  }

  #spaceBefore(): boolean {
    const before = this.#spans.at(-1)?.before ?? "";
    return before === "" || before.endsWith(" ");
  }

  #endSpans(index: number): void {
    while (this.#spans.length > index) {
      const span = this.#spans.pop();
      if (span === undefined) return;
      const content = this.#text;
      const words = content.trim();
      this.#text = span.before;
      if (content.startsWith(" ") || words === "") this.add(" ");
      if (words === "") continue;
      this.#text += this.#mark(span, words);
      this.#padded = content.endsWith(" ");
      if (this.#padded) this.#text += " ";
    }
  }

  #mark({ role, href }: Span, words: string): string {
    // No mark is written inside code, and none twice.
    if (this.within("code") || this.within(role)) return words;
    switch (role) {
      case "code":
        return codeSpan(words);
      case "bold":
        return `**${words}**`;
      case "italic":
        return `*${words}*`;
      case "anchor":
        return link(words, href) ?? words;
      default:
        return role satisfies never;
    }
  }
}
