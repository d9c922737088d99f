import { NumericValue } from "@smithy/core/serde";
import { type JSONVisitor, visit } from "jsonc-parser";

/** A value of JSON text in which integers that a double can't hold are bigints, and decimals `NumericValue`s. */
export type ExactJson =
  | null
  | boolean
  | number
  | bigint
  | string
  | NumericValue
  | readonly ExactJson[]
  | ExactJsonObject;
export interface ExactJsonObject {
  readonly [key: string]: ExactJson;
}

/**
 * Reads JSON text with every number exact, as `JSON.parse` can't. Keys of any name are the object's own.
 *
 * @throws SyntaxError where the text is not JSON
 */
export const parseExactJson = (text: string): ExactJson => {
  // What is open around the value that is read, the outermost first.
  const open: Container[] = [{ list: [] }];
  const put = (value: ExactJson): void => {
    const container = open.at(-1);
    if (container === undefined) return;
    if ("list" in container) container.list.push(value);
    else container.entries.push([container.key, value]);
  };
  const visitor: JSONVisitor = {
    onObjectBegin: () => void open.push({ entries: [], key: "" }),
    onArrayBegin: () => void open.push({ list: [] }),
    onObjectProperty: (key) => {
      const container = open.at(-1);
      if (container !== undefined && "entries" in container) container.key = key;
    },
    onObjectEnd: () => put(closed(open.pop())),
    onArrayEnd: () => put(closed(open.pop())),
    onLiteralValue: (value, offset, length) =>
      put(typeof value === "number" ? exact(value, text.slice(offset, offset + length)) : value),
    onError: (_, offset) => {
      throw new SyntaxError(`No JSON at ${offset}: ${text.slice(offset, offset + 20)}`);
    },
  };
  visit(text, visitor, { disallowComments: true });
  const [root] = open;
  const value = root !== undefined && "list" in root ? root.list[0] : undefined;
  if (value === undefined) throw new SyntaxError("There is no JSON in an empty text.");
  return value;
};

type Container = { readonly list: ExactJson[] } | { readonly entries: [string, ExactJson][]; key: string };

const closed = (container: Container | undefined): ExactJson => {
  if (container === undefined) return null;
  return "list" in container ? container.list : Object.fromEntries(container.entries);
};

const exact = (value: number, literal: string): number | bigint | NumericValue => {
  if (/^-?\d+$/.test(literal)) return Number.isSafeInteger(value) ? value : BigInt(literal);
  // A double holds 15 digits of any number.
  return literal.replace(/\D/g, "").length > 15 ? new NumericValue(literal, "bigDecimal") : value;
};
