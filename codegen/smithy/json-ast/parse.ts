import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import type { Json, JsonObject } from "../json.ts";
import type { Source } from "../source.ts";
import { endOfString } from "./strings.ts";
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
  if (!countsQuickly(source.text, keys) && keys !== countKeys(source.text)) reportDuplicateKeys(source, faults);
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
  let level: (readonly Json[] | JsonObject)[] = typeof json === "object" && json !== null ? [json] : [];
  while (level.length > 0) {
    depth++;
    const next: (readonly Json[] | JsonObject)[] = [];
    for (const value of level) {
      if (Array.isArray(value)) {
        for (const child of value) if (typeof child === "object" && child !== null) next.push(child);
      } else {
        const object = value as JsonObject;
        for (const key in object) {
          keys++;
          const child = object[key];
          if (typeof child === "object" && child !== null) next.push(child);
        }
      }
    }
    level = next;
  }
  return { keys, depth };
};

/**
 * Whether a text surely writes as many keys as its objects have. Quick, and true for nearly all models: a quote before a
 * colon ends a key unless it is escaped within a string or begins a string, and both can only make the count greater.
 * Where a key ends in a backslash, which would make it smaller, nothing is sure.
 */
const countsQuickly = (text: string, keys: number): boolean =>
  !/\\\\"\s*:/.test(text) && text.match(/[^\\]"\s*:/g)?.length === keys;

const COLON = 0x3a;
const SPACE = 0x20;

/** How many keys a JSON text writes: strings that a colon follows. More than its objects have means: some twice. */
const countKeys = (text: string): number => {
  let keys = 0;
  for (let open = text.indexOf('"'); open !== -1; ) {
    let after = endOfString(text, open);
    while (text.charCodeAt(after) <= SPACE) after++;
    if (text.charCodeAt(after) === COLON) keys++;
    open = text.indexOf('"', after);
  }
  return keys;
};
