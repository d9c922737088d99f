const QUOTE = '"';
const BACKSLASH = 0x5c;

/**
 * The offset behind the string that opens at an offset of a JSON text; the text's end, where the string doesn't close.
 * A regular expression would do, but overflows the stack on a string of millions of escapes.
 */
export const endOfString = (text: string, open: number): number => {
  let close = text.indexOf(QUOTE, open + 1);
  while (close !== -1 && isEscaped(text, close)) close = text.indexOf(QUOTE, close + 1);
  return close === -1 ? text.length : close + 1;
};

/** Whether an odd number of backslashes stands before the quote: `\"` is escaped, `\\"` is not. */
const isEscaped = (text: string, quote: number): boolean => {
  let before = quote - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (quote - before) % 2 === 0;
};
