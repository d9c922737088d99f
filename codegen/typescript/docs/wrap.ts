/** Columns of documentation text, the comment's own margin aside. */
export const WIDTH = 116;
/** A line longer than this is data and no prose, and stays as it is. */
const LONGEST_LINE = 10_000;

/** Stands for a space at which a line may not be broken: inside code and links. Clean text never holds it. */
export const FIXED_SPACE = "\0";

/** Words that would start a list, a heading, a quotation, a rule or a fence, were they first in a line. */
const BLOCK_START = /^(?:[-+*=]+|#{1,6}|\d{1,9}[.)]|>.*|```.*|~~~.*|\|.*)$/;
export const startsBlock = (word: string): boolean => BLOCK_START.test(word);

/**
 * Breaks one paragraph into lines of at most `width` columns. A word that is longer has a line of its own, and a word
 * that would mean something else at the start of a line stays on the line before.
 */
export const wrapWords = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let start = 0;
  let end = nextSpace(text, 0);
  while (end < text.length) {
    const next = nextSpace(text, end + 1);
    if (next - start > width && !startsBlock(text.slice(end + 1, next))) {
      lines.push(text.slice(start, end));
      start = end + 1;
    }
    end = next;
  }
  lines.push(text.slice(start));
  return text.includes(FIXED_SPACE) ? lines.map((line) => line.replaceAll(FIXED_SPACE, " ")) : lines;
};
const nextSpace = (text: string, from: number): number => {
  const at = text.indexOf(" ", from);
  return at === -1 ? text.length : at;
};

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const UNTOUCHED = /^(?: {4}|\t| {0,3}(?:[#|<]|\[[^\]]{1,99}\]:))/;
const MARKER = /^ *(?:> ?)*(?:(?:[-+*]|\d{1,9}[.)]) +)?/;
const UNBROKEN = /(`+)(?!`).{1,999}?(?<!`)\1(?!`)|!?\[[^[\]]{0,999}\]\([^()]{0,999}\)|<[^<>]{1,999}>/g;

/** CommonMark whose long lines of prose are broken; fences, tables, headings and indented code stay as they are. */
export const wrapMarkdown = (text: string): string => {
  if (text.length <= WIDTH) return text;
  let fence = "";
  const wrapped = text.split("\n").flatMap((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence === "" && mark !== undefined) fence = mark;
    else if (fence !== "") {
      if (mark?.startsWith(fence)) fence = "";
    } else if (line.length > WIDTH && line.length <= LONGEST_LINE && !UNTOUCHED.test(line)) return wrapLine(line);
    return [line];
  });
  return wrapped.join("\n");
};

/** `- long text` goes on as `  long text`, and `> long text` as `> long text`. */
const wrapLine = (line: string): readonly string[] => {
  const first = MARKER.exec(line)?.[0] ?? "";
  const rest = first.replace(/[^> ]/g, " ");
  const text = line.slice(first.length).replace(UNBROKEN, (whole) => whole.replaceAll(" ", FIXED_SPACE));
  return wrapWords(text, WIDTH - first.length).map((part, index) => (index === 0 ? first : rest) + part);
};
