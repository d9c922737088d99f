/** What can't stand in a source file: control characters but for tab and line feed, and characters that turn text round. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
const LONE_SURROGATES = /\p{Cs}/gu;
const PLAIN = /^[\n\x20-\x7e]*$/;

/**
 * Text of a model, ready to stand in a source file: `\n` as the only line break, no control character, no
 * bidirectional override (which makes code read otherwise than it runs), no half of a surrogate pair.
 */
export const cleanText = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(LINE_BREAKS, "\n").replace(FORBIDDEN, "").replace(LONE_SURROGATES, "\ufffd");

/** White space that isn't one space already: most is. */
const NOT_ONE_SPACE = /\s{2,}|[^\S ]/g;

/** Any white space as one space. */
export const singleSpaces = (text: string): string => text.replace(NOT_ONE_SPACE, " ");

/** Clean text on one line: `"a\n  b"` is `a b`. */
export const cleanLine = (text: string): string => singleSpaces(cleanText(text)).trim();
