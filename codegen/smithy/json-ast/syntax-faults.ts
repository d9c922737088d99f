import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type Problem, problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import type { Source } from "../source.ts";
import { endOfString } from "./strings.ts";

/** What the text should have had where it went wrong, by the parser's reason. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["InvalidSymbol", "this is no JSON value"],
  ["InvalidNumberFormat", "this is no number"],
  ["PropertyNameExpected", "a key in double quotes should stand here"],
  ["ValueExpected", "a value should stand here"],
  ["ColonExpected", "a colon should stand here"],
  ["CommaExpected", "a comma should stand here"],
  ["CloseBraceExpected", "a closing brace should stand here"],
  ["CloseBracketExpected", "a closing bracket should stand here"],
  ["EndOfFileExpected", "the file should end here"],
  ["InvalidCommentToken", "JSON has no comments"],
  ["UnexpectedEndOfComment", "JSON has no comments"],
  ["UnexpectedEndOfNumber", "this number isn't complete"],
  ["InvalidUnicode", "this is no Unicode escape"],
  ["InvalidEscapeCharacter", "JSON has no such escape"],
  ["UnexpectedEndOfString", "this string isn't closed"],
  ["InvalidCharacter", "strings can't have control characters; escape this one"],
]);

/** Reports where and why a text that `JSON.parse` refused isn't JSON: the first place, since the rest follows from it. */
export const reportSyntax = (source: Source, limit: number, faults: Faults): void => {
  const { problem, offset } = syntaxFault(source.text, limit);
  faults.addAtOffset(problem, source, offset);
};

const syntaxFault = (text: string, limit: number): { readonly problem: Problem; readonly offset: number } => {
  const end = text.trimEnd().length;
  if (end === 0) return { problem: problems.notJson("the file is empty"), offset: 0 };
  // The parser that finds positions recurses by level, so it never sees a text that is deep.
  const deep = offsetBelow(text, limit);
  if (deep !== undefined) return { problem: problems.tooDeep(limit), offset: deep };
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (first === undefined) return { problem: problems.notJson("a strict parser refuses it"), offset: 0 };
  const reason = printParseErrorCode(first.error);
  const cutOff = first.offset >= end || (UNFINISHED.has(reason) && first.offset + first.length >= end);
  if (cutOff) return { problem: problems.truncatedJson(), offset: end };
  return { problem: problems.notJson(REASONS.get(reason) ?? "this is not expected here"), offset: first.offset };
};

/** Errors that speak of the file's end when they reach it. */
const UNFINISHED: ReadonlySet<string> = new Set([
  "UnexpectedEndOfString",
  "UnexpectedEndOfNumber",
  "InvalidSymbol",
  "InvalidEscapeCharacter",
  "InvalidUnicode",
]);

/** Reports the first bracket that opens more levels than `limit`. */
export const reportTooDeep = (source: Source, limit: number, faults: Faults): void =>
  faults.addAtOffset(problems.tooDeep(limit), source, offsetBelow(source.text, limit) ?? 0);

const offsetBelow = (text: string, limit: number): number | undefined => {
  const tokens = /["{}[\]]/g;
  let depth = 0;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const { 0: token, index } = match;
    if (token === '"') tokens.lastIndex = endOfString(text, index);
    else if (token === "{" || token === "[") {
      depth++;
      if (depth > limit) return index;
    } else depth--;
  }
  return undefined;
};

/** Reports each key that one object has a second time, with the place of the first. */
export const reportDuplicateKeys = (source: Source, faults: Faults): void => {
  const root = parseTree(source.text);
  if (root !== undefined) visit(root, source, faults);
};

const visit = (node: Node, source: Source, faults: Faults): void => {
  const firsts = new Map<string, Node>();
  for (const child of node.children ?? []) {
    if (child.type !== "property") {
      visit(child, source, faults);
      continue;
    }
    const [key, value] = child.children ?? [];
    if (typeof key?.value === "string") {
      const first = firsts.get(key.value);
      if (first === undefined) firsts.set(key.value, key);
      else {
        const place = faults.placeAt(source, first.offset);
        faults.addAtOffset(
          problems.duplicateKey(key.value, `line ${place.line}, column ${place.column}`),
          source,
          key.offset,
        );
      }
    }
    if (value !== undefined) visit(value, source, faults);
  }
};
