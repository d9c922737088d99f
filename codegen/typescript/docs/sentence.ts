import { cleanText } from "./clean.ts";
import { toMarkdown } from "./markdown.ts";

/** What ends a sentence, what must not be cut in two, and what would be more than words. */
const TOKENS = new RegExp(
  [
    /(?<code>(?<ticks>`+)(?!`)[\s\S]{1,999}?(?<!`)\k<ticks>(?!`))/,
    /(?<escaped>\\[!-/:-@[-`{-~])/,
    /!?\[(?<text>[^[\]]{0,999})\]\([^()]{0,999}\)/,
    /<(?<url>https?:[^<>\s]{0,999})>/,
    /(?<end>[.!?]["')*_]{0,9}(?=\s+[^a-z\s]|\s*$))/,
    /(?<mark>[<[\]])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);
const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|cf|approx|No)$/;
const BLOCK = /^(?: {4}|\s*(?:[-+*]\s|\d{1,9}[.)]\s|#{1,6}\s|[>|<]|```|~~~))/;
/** Characters after which a sentence is cut, so that a table stays a table. */
const LONGEST = 300;

/**
 * The first sentence of a documentation as Markdown on one line: words and code alone. Links and images are the words
 * that they show, and HTML is shown, not meant. Empty where the documentation doesn't start with a sentence.
 */
export const firstSentence = (documentation: string | undefined): string => {
  const [paragraph = ""] = toMarkdown(documentation ?? "").split(/\n[ \t]*\n/);
  return BLOCK.test(paragraph) ? "" : sentenceOf(paragraph.replace(/\s+/g, " ").trim());
};

/** Words of the model that stand alone, such as a title, as Markdown that shows just them. */
export const plainWords = (text: string): string =>
  cleanText(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_<&~[\]|]/g, "\\$&");

const sentenceOf = (paragraph: string): string => {
  let sentence = "";
  let from = 0;
  for (const match of paragraph.matchAll(TOKENS)) {
    const { code, escaped, text, url, end, mark } = match.groups ?? {};
    sentence += paragraph.slice(from, match.index);
    from = match.index + match[0].length;
    if (sentence.length > LONGEST) return cut(sentence);
    if (end !== undefined && !ABBREVIATION.test(sentence)) return sentence + end;
    sentence += code ?? escaped ?? url ?? end ?? `${text ?? mark ?? ""}`.replace(/[<[\]]/g, "\\$&");
  }
  sentence += paragraph.slice(from);
  return sentence.length > LONGEST ? cut(sentence) : sentence;
};

/** Cut between two words, before any code that would lose its end. */
const cut = (text: string): string => {
  const start = text.slice(0, LONGEST).split("`");
  const whole = start.length % 2 === 1 ? start : start.slice(0, -1);
  return `${whole.join("`").replace(/\s+\S*$/, "")} …`;
};
