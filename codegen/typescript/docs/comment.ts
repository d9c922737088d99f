import { cleanLine, cleanText } from "./clean.ts";

declare const safe: unique symbol;
/** A line of a documentation comment that neither ends the comment nor says a tag that we didn't say ourselves. */
export type DocLine = string & { readonly [safe]: true };
/** Lines that belong together; a blank line stands between two sections. */
export type DocSection = readonly DocLine[];

/**
 * An `@` starts a tag for TypeScript after white space anywhere in a line, in code spans and fences too, and `{@link`
 * wherever it stands. Behind a letter, a quote or a slash it never does: `me@example.com`, `"@smithy/core"`.
 */
const TAG = /(?<![\w"'`/\\.:=(\-+])@/g;

/** Backslashes vanish when Markdown is rendered, and what is in code stays plain ASCII that a reader recognises. */
const escapeText = (text: string): string => {
  const untagged = text.includes("@") ? text.replace(TAG, "\\@") : text;
  return endComments(untagged);
};
const endComments = (text: string): string => (text.includes("*/") ? text.replaceAll("*/", "*\\/") : text);

const trusted = (line: string): DocLine => line as DocLine;

/** Text of a model, line by line: the end of a comment gets a backslash, `*\/`, and `@tag` becomes `\@tag`. */
export const modelText = (text: string): DocSection =>
  text === ""
    ? []
    : escapeText(cleanText(text))
        .split("\n")
        .map((line) => trusted(line.trimEnd()));

/**
 * A line of our own, tags and `{@link ...}` included, in which each `${...}` is text of the model, put on one line:
 * own`@deprecated ${message}`.
 */
export const own = (parts: TemplateStringsArray, ...texts: readonly string[]): DocLine => {
  let line = parts[0] ?? "";
  texts.forEach((text, index) => {
    line += escapeAfter(parts[index] ?? "", cleanLine(text)) + (parts[index + 1] ?? "");
  });
  return trusted(line.trimEnd());
};

/** What stands before a text decides on what it may do: `"@smithy/core"` behind a quote is no tag. */
const escapeAfter = (part: string, text: string): string => {
  const before = part.endsWith("@") ? "" : part.slice(-1);
  return escapeText(before + text).slice(before.length);
};

export interface CommentOptions {
  /** Spaces before each line. */
  readonly indent?: number;
}

/**
 * A documentation comment, without a line break at its end; undefined where there is nothing to say.
 * One line where it is short, else one line each with blank lines between sections.
 */
export const docComment = (sections: readonly DocSection[], options: CommentOptions = {}): string | undefined => {
  const margin = " ".repeat(options.indent ?? 0);
  const lines: string[] = [];
  for (const section of sections) {
    if (section.length === 0) continue;
    if (lines.length > 0) lines.push("");
    for (const line of section) lines.push(line);
  }
  const [only] = lines;
  if (only === undefined) return undefined;
  // Two parts of a line may make an end of a comment that neither had, so it is looked for once more.
  const short = `${margin}/** ${endComments(only)} */`;
  if (lines.length === 1 && short.length <= 120) return short;
  const body = lines.map((line) => (line === "" ? `${margin} *` : `${margin} * ${line}`)).join("\n");
  return `${margin}/**\n${endComments(body)}\n${margin} */`;
};
