import type { Json } from "../smithy/json.ts";

/** The width that generated code is laid out for: a formatter at this width changes nothing. */
export const WIDTH = 120;

/** Whether `text`, without line breaks of its own, ends within the width when it starts at `column`. */
export const fits = (text: string, column = 0): boolean => column + text.length <= WIDTH;

/** Each line of `text` further in by `spaces`; empty lines stay empty. */
export const indent = (text: string, spaces = 2): string => text.replace(/^(?=.)/gm, " ".repeat(spaces));

export interface ListLayout {
  /** What stands before the list on its line, its indentation included. */
  readonly before?: string;
  /** What follows the list on its last line. */
  readonly after?: string;
  /** A space inside the brackets: `{ a, b }`, not `[a, b]`. */
  readonly padded?: boolean;
  /** Whether the last of many lines ends in a comma too, as it may everywhere but in type arguments. */
  readonly trailingComma?: boolean;
}

/**
 * Items between brackets: on one line where that fits, else one a line, with a trailing comma.
 *
 *     list("{", ["a", "b"], "}", { before: "import ", after: ' from "x";', padded: true })
 *     // import { a, b } from "x";
 */
export const list = (open: string, items: readonly string[], close: string, layout: ListLayout = {}): string => {
  const { before = "", after = "", padded = false, trailingComma = true } = layout;
  const pad = padded && items.length > 0 ? " " : "";
  const line = `${before}${open}${pad}${items.join(", ")}${pad}${close}${after}`;
  if (items.length === 0 || (fits(line) && !line.includes("\n"))) return line;
  const margin = " ".repeat(before.length - before.trimStart().length);
  const inner = items.map((item) => `${margin}  ${item}`).join(",\n");
  return `${before}${open}\n${inner}${trailingComma ? "," : ""}\n${margin}${close}${after}`;
};

/** `import { a, b } from "module";`, of which a formatter leaves one name on the line, however long it is. */
export const importList = (before: string, items: readonly string[], module: string): string => {
  const after = ` from ${JSON.stringify(module)};`;
  return items.length === 1
    ? `${before}{ ${items[0]} }${after}`
    : list("{", items, "}", { before, after, padded: true });
};

/** `export type Name = A | B;`, one a line where it doesn't fit on one. */
export const unionType = (before: string, alternatives: readonly string[]): string => {
  const line = `${before} = ${alternatives.join(" | ")};`;
  if (fits(line) && !line.includes("\n")) return line;
  if (alternatives.length === 1) return `${before} =\n  ${alternatives[0]};`;
  return `${before} =\n${alternatives.map((alternative) => `  | ${alternative}`).join("\n")};`;
};

/** `name: A | B;` of an interface whose members are two spaces in, each alternative on its own line where it is long. */
export const property = (before: string, alternatives: readonly string[]): string => {
  const line = `${before}: ${alternatives.join(" | ")};`;
  if (fits(line, 2)) return line;
  return `${before}:\n${alternatives.map((alternative) => `    | ${alternative}`).join("\n")};`;
};

/** `export type Name = A &\n  B;`: each part on a line of its own, the first beside the name where it fits there. */
export const intersectionType = (before: string, parts: readonly string[]): string => {
  const [first = "", ...others] = parts;
  if (fits(`${before} = ${first} &`)) return `${before} = ${parts.join(" &\n  ")};`;
  // Of `Partial<Configuration<Options>>` the outer brackets are broken first.
  const [, outer, inner] = /^(\w+)<(\w+<.*>)>$/.exec(first) ?? [];
  return outer === undefined
    ? `${before} =\n  ${parts.join(" &\n    ")};`
    : `${before} = ${[`${outer}<\n  ${inner}\n>`, ...others].join(" &\n  ")};`;
};

/** `export class Name extends A implements B {}`, what it extends and implements on lines of their own where long. */
export const classHead = (before: string, heritage: readonly string[]): string => {
  const line = `${before} ${heritage.join(" ")} {}`;
  return fits(line) ? line : `${before}${heritage.map((clause) => `\n  ${clause}`).join("")} {}`;
};

/** `export interface Name extends A, B {`, the bases on lines of their own where one is too long. */
export const interfaceHead = (before: string, bases: readonly string[], end: "{" | "{}"): string => {
  if (bases.length === 0) return `${before} ${end}`;
  const line = `${before} extends ${bases.join(", ")} ${end}`;
  if (fits(line)) return line;
  if (bases.length === 1) return `${before}\n  extends ${bases[0]} ${end}`;
  const [first, ...others] = bases;
  return `${before}\n  extends ${[first, ...others.map((base) => `    ${base}`)].join(",\n")} ${end}`;
};

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A property name as it is written in an object or an interface: quoted only where it has to be. */
export const propertyKey = (name: string): string => (IDENTIFIER.test(name) ? name : stringLiteral(name));

/** The same in an object literal, where `__proto__: x` would set a prototype. */
export const objectKey = (name: string): string => (name === "__proto__" ? '["__proto__"]' : propertyKey(name));

/** `.name`, or `["a name"]`. */
export const propertyAccess = (name: string): string =>
  IDENTIFIER.test(name) ? `.${name}` : `[${stringLiteral(name)}]`;

/** Text in which there is nothing to escape, as nearly all is: ASCII without quotes and backslashes. */
const PLAIN = /^[ !#-&(-[\]-~]*$/;

/**
 * A string of any content as a TypeScript literal. What would end a line or a script is escaped; quotes are those that a
 * formatter prefers: double ones, unless the text holds more of these than of single ones.
 */
export const stringLiteral = (text: string): string => {
  if (PLAIN.test(text)) return `"${text}"`;
  const doubles = text.split('"').length - 1;
  const singles = text.split("'").length - 1;
  const json = JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  if (doubles <= singles) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
};

/** A JSON value of any content as an expression on one line. */
export const jsonLiteral = (value: Json): string => {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(jsonLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, entry]) => `${objectKey(key)}: ${jsonLiteral(entry)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
};
