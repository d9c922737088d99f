import { isObject, type Json } from "../../smithy/json.ts";

/** Smithy's member names are identifiers, and so are TypeScript's; what isn't is quoted. */
export const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/**
 * A JavaScript literal for a value of JSON, indented by two: `{ "a-b": [1] }` has its key quoted. A key `__proto__` is
 * computed, since it would set the prototype otherwise. Ends no fence: strings are on one line.
 */
export const literal = (value: Json, indent = ""): string => {
  const inner = `${indent}  `;
  if (isObject(value)) {
    const lines = Object.entries(value).map(([key, member]) => `${inner}${keyOf(key)}: ${literal(member, inner)},\n`);
    return lines.length === 0 ? "{}" : `{\n${lines.join("")}${indent}}`;
  }
  if (Array.isArray(value)) {
    const lines = value.map((element: Json) => `${inner}${literal(element, inner)},\n`);
    return lines.length === 0 ? "[]" : `[\n${lines.join("")}${indent}]`;
  }
  return stringLiteral(value);
};

const keyOf = (key: string): string => (key === "__proto__" ? '["__proto__"]' : propertyName(key));

/** JSON is JavaScript; what `cleanText` would take away is written as an escape instead. */
const stringLiteral = (value: Json): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
