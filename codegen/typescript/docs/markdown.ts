import { cleanText } from "./clean.ts";
import { htmlToMarkdown } from "./html.ts";
import { wrapMarkdown } from "./wrap.ts";

/** How documentation is written: Markdown, or HTML as the model has it. */
export type DocsFormat = "markdown" | "html";

/** Documentation longer than this stays as it is: the longest page in the models of AWS has two thirds of it. */
const LONGEST = 100_000;
const STARTS_WITH_TAG = /^\s*<[a-z!][a-z0-9]*[\s/>]/i;
const HTML_TAG =
  /<\/?(?:p|br|ul|ol|li|dl|dt|dd|code|a|b|i|em|strong|note|important|pre|table|tr|th|td|div|span|fullname|h[1-6])(?:\s[^<>]{0,999})?\/?>/i;
const MARKDOWN_CODE = /(`+)(?!`)[\s\S]{1,999}?(?<!`)\1(?!`)/g;

/** Texts that were turned into Markdown before: a service's errors are documented again with each of its operations. */
const known = new Map<string, string>();
/** Of more texts than this, all are forgotten: whole fleets of models go through one process. */
const MOST_KNOWN = 10_000;

/**
 * The documentation of a model as Markdown, lines wrapped.
 *
 * Documentation is CommonMark by the specification, and HTML in the models of AWS. Text that starts with a tag is
 * HTML; text with HTML's tags elsewhere (code aside) is CommonMark with its tags turned into Markdown; all other text
 * is CommonMark and stays as it is, `List<String>` included.
 */
export const toMarkdown = (documentation: string): string => {
  const before = known.get(documentation);
  if (before !== undefined) return before;
  const markdown = convert(documentation);
  if (known.size === MOST_KNOWN) known.clear();
  known.set(documentation, markdown);
  return markdown;
};

const convert = (documentation: string): string => {
  const text = cleanText(documentation).trim();
  if (text.length > LONGEST) return text;
  if (!text.includes("<")) return wrapMarkdown(text);
  if (STARTS_WITH_TAG.test(text)) return htmlToMarkdown(text, "html");
  return HTML_TAG.test(text.replace(MARKDOWN_CODE, "")) ? htmlToMarkdown(text, "mixed") : wrapMarkdown(text);
};

/** The documentation as the model has it, each line without white space at its end. */
export const keepHtml = (documentation: string): string =>
  cleanText(documentation)
    .trim()
    .replace(/[ \t]+$/gm, "");

/** The documentation in the format asked for; the empty string where there is none. */
export const renderDocumentation = (documentation: string | undefined, format: DocsFormat): string => {
  if (documentation === undefined) return "";
  return format === "html" ? keepHtml(documentation) : toMarkdown(documentation);
};
