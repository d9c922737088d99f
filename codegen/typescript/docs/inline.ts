import { FIXED_SPACE } from "./wrap.ts";

const SPECIAL = /[\\`*_<&~\]]/;
const LINK = /^(?:https?:\/\/|mailto:)/i;

/** Plain text as Markdown that shows just that text: `a*b` is `a\*b`; `snake_case` needs nothing. */
export const escapeMarkdown = (text: string): string =>
  SPECIAL.test(text)
    ? text
        .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\")
        .replace(/[`*]/g, "\\$&")
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
        .replace(/<(?=[A-Za-z/!?]|$)/g, "\\<")
        .replace(/&(?=#?\w{1,32};|$)/g, "\\&")
        .replace(/(?<=\S)~|~(?=~)/g, "\\~")
        .replace(/\](?=[([:]|$)/g, "\\]")
    : text;

/** A code span, however many backticks are in it. Its spaces are fixed, so that no line is broken there. */
export const codeSpan = (text: string): string => {
  const fixed = text.replaceAll(" ", FIXED_SPACE);
  if (!fixed.includes("`")) return `\`${fixed}\``;
  const marks = "`".repeat(longestRun(fixed) + 1);
  const pad = fixed.startsWith("`") || fixed.endsWith("`") ? FIXED_SPACE : "";
  return marks + pad + fixed + pad + marks;
};

/** A fence for code lines that is longer than any run of backticks in them. */
export const fenceFor = (code: string): string => "`".repeat(Math.max(3, longestRun(code) + 1));

const longestRun = (text: string): number => {
  let longest = 0;
  for (const run of text.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return longest;
};

/** `[text](url)` where the address is one that a reader may be sent to: web or mail. Else undefined. */
export const link = (text: string, href: string): string | undefined => {
  const url = href.replace(/\s+/g, "");
  if (!LINK.test(url)) return undefined;
  const address = url.replace(/[()<>\\`"]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${text.replaceAll(" ", FIXED_SPACE)}](${address})`;
};
