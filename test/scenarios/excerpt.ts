const CLOSES = /^\s*[})\]>]/;

/**
 * The part of a text that begins at the one line that starts with `anchor` (its indentation aside), and goes on while
 * lines are further in, or close what that line opened: a declaration, a method, a property. Behind `/** ` the anchor
 * brings the comment above it along. Without an anchor it is the whole text.
 *
 * @throws Error where no line starts with the anchor, or more than one
 */
export const excerpt = (text: string, anchor: string): string => {
  if (anchor === "") return text.trimEnd();
  const lines = text.split("\n");
  const [, withComment, start = anchor] = /^(\/\*\* )(.*)$/.exec(anchor) ?? [];
  const [first, second] = lines.flatMap((line, index) => (line.trimStart().startsWith(start) ? [index] : []));
  if (first === undefined) throw new Error(`No line starts with ${JSON.stringify(start)}.`);
  if (second !== undefined)
    throw new Error(`Lines ${first + 1} and ${second + 1} start with ${JSON.stringify(start)}.`);
  const from = withComment === undefined ? first : commentAbove(lines, first);
  return lines.slice(from, endOf(lines, first)).join("\n").trimEnd();
};

/** The line after the last one of what starts at `first`. */
const endOf = (lines: readonly string[], first: number): number => {
  const depth = indentation(lines[first] ?? "");
  const rest = lines.slice(first + 1);
  const length = rest.findIndex((line) => line !== "" && indentation(line) <= depth && !isClosing(line, depth));
  return length === -1 ? lines.length : first + 1 + length;
};

const isClosing = (line: string, depth: number): boolean => indentation(line) === depth && CLOSES.test(line);

const indentation = (line: string): number => line.length - line.trimStart().length;

const commentAbove = (lines: readonly string[], first: number): number => {
  let from = first;
  while (/^\s*(\/\*\*| \*)/.test(lines[from - 1] ?? "")) from--;
  return from;
};
