import { uriEncode } from "./uri-encode.js";

// Each function gives `&name=value` for what is set, or nothing. Names are those of the form, in full.

/** Writes a value under a name. */
type Write<T> = (name: string, value: T) => string;
/** What isn't set is not written. */
type Unset = null | undefined;

/** A text, a number or a boolean. */
export const pair = (name: string, value: unknown): string =>
  value === undefined || value === null ? "" : `&${name}=${uriEncode(String(value))}`;

/** The pairs of a structure. */
export const pairs = (written: readonly string[]): string => written.join("");

/** A structure or union through its function. */
export const nested = <T>(name: string, value: T | Unset, write: Write<T>): string =>
  value === undefined || value === null ? "" : write(name, value);

/** The members of a list under `name.1`, `name.2` and so on. Nulls are left out. */
export const numbered = <T>(name: string, values: Iterable<T | Unset> | Unset, write: Write<T>): string => {
  let written = "";
  let number = 0;
  for (const value of values ?? []) {
    if (value !== undefined && value !== null) {
      number += 1;
      written += write(`${name}.${number}`, value);
    }
  }
  return written;
};

/** A flattened list. One without members is `name=`. */
export const flatList = <T>(name: string, values: readonly (T | Unset)[] | Unset, write: Write<T>): string =>
  values?.length === 0 ? pair(name, "") : numbered(name, values, write);

/** A list, under `name.member.1` and so on. One without members is `name=`. */
export const list = <T>(
  name: string,
  member: string,
  values: readonly (T | Unset)[] | Unset,
  write: Write<T>,
): string => (values?.length === 0 ? pair(name, "") : numbered(`${name}.${member}`, values, write));

/** The entries of a map: `name.1.key` and `name.1.value`. Those that are null are left out. */
export const entries = <T>(
  name: string,
  key: string,
  value: string,
  values: { readonly [key: string]: T | Unset } | Unset,
  write: Write<T>,
): string =>
  numbered(
    name,
    Object.entries(values ?? {}).filter(([, entry]) => entry !== undefined && entry !== null),
    (path, [label, entry]) => pair(`${path}.${key}`, label) + write(`${path}.${value}`, entry as T),
  );

/** A member of a union that the model doesn't have: `{ $unknown: ["Name", "text"] }`. */
export const unknownMember = (name: string, input: object): string => {
  const { $unknown } = input as { readonly $unknown?: readonly [name: unknown, value: unknown] };
  if (!Array.isArray($unknown)) {
    return "";
  }
  const [member, value] = $unknown;
  if (typeof value === "object") {
    throw new TypeError("An unknown member of a union is written as a pair: $unknown must be a name and a text.");
  }
  return pair(`${name}.${uriEncode(String(member))}`, value);
};
