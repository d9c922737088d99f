import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import type { Json } from "../json.ts";
import type { Source } from "../source.ts";
import { reportDuplicateKeys, reportSyntax, reportTooDeep } from "./syntax-faults.ts";

/** Real models stay below 40 levels. The limit keeps every later pass, some of them recursive, far from the stack's end. */
export const DEPTH_LIMIT = 200;

/**
 * The JSON of a model file, or undefined where its text is at fault, which is then reported: not JSON, cut off, a
 * byte-order mark, a key twice in one object, nested too deep.
 */
export const parseSource = (source: Source, faults: Faults): Json | undefined => {
  if (source.text.startsWith("\uFEFF")) {
    faults.addAtOffset(problems.byteOrderMark(), source, 0);
    return parseSource({ file: source.file, text: source.text.slice(1) }, faults);
  }
  const parsed = tryParse(source.text);
  if (parsed === undefined) {
    reportSyntax(source, DEPTH_LIMIT, faults);
    return undefined;
  }
  const { keys, depth } = measure(parsed.json);
  if (depth > DEPTH_LIMIT) {
    reportTooDeep(source, DEPTH_LIMIT, faults);
    return undefined;
  }
  if (keys !== countKeys(source.text)) reportDuplicateKeys(source, faults);
  return parsed.json;
};

const tryParse = (text: string): { readonly json: Json } | undefined => {
  try {
    return { json: JSON.parse(text) as Json };
  } catch {
    return undefined;
  }
};

/** How many keys all objects have together, and how deep they are nested. Iterative, since the depth is unknown. */
const measure = (json: Json): { readonly keys: number; readonly depth: number } => {
  let keys = 0;
  let depth = 0;
  let level: Json[] = [json];
  while (level.length > 0) {
    depth++;
    const next: Json[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      const children: readonly Json[] = Array.isArray(value) ? value : Object.values(value);
      if (!Array.isArray(value)) keys += children.length;
      for (const child of children) if (typeof child === "object" && child !== null) next.push(child);
    }
    level = next;
  }
  return { keys, depth };
};

const QUOTE = '"';
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;

/** How many keys a JSON text writes: strings that a colon follows. More than its objects have means: some twice. */
const countKeys = (text: string): number => {
  let keys = 0;
  for (let open = text.indexOf(QUOTE); open !== -1; ) {
    let close = text.indexOf(QUOTE, open + 1);
    while (isEscaped(text, close)) close = text.indexOf(QUOTE, close + 1);
    let after = close + 1;
    while (text.charCodeAt(after) <= SPACE) after++;
    if (text.charCodeAt(after) === COLON) keys++;
    open = text.indexOf(QUOTE, after);
  }
  return keys;
};

/** Whether an odd number of backslashes stands before the quote: `\"` is escaped, `\\"` is not. */
const isEscaped = (text: string, quote: number): boolean => {
  let before = quote - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (quote - before) % 2 === 0;
};
