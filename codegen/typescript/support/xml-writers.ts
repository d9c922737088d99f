// A tag is what stands in a start tag: a name, and perhaps attributes: `Grantee xmlns:xsi="http://..."`.

/** Writes an element. */
type Write<T> = (tag: string, value: T) => string;
/** What isn't set is not written. */
type Unset = null | undefined;

/** An element of its contents: `<Tag>...</Tag>`, or `<Tag/>`. */
export const element = (tag: string, contents: readonly string[]): string => {
  const inner = contents.join("");
  return inner === "" ? `<${tag}/>` : `<${tag}>${inner}</${nameOf(tag)}>`;
};

/** An element of a text, a number or a boolean. */
export const text = (tag: string, value: unknown): string =>
  value === undefined || value === null ? "" : `<${tag}>${escapeText(String(value))}</${nameOf(tag)}>`;

/** An element without contents, which is what a null in a sparse list or map becomes. */
export const empty = (tag: string): string => `<${tag}/>`;

/** An attribute behind a tag's name: ` xsi:type="Group"`. */
export const attribute = (name: string, value: unknown): string =>
  value === undefined || value === null ? "" : ` ${name}="${escapeAttribute(String(value))}"`;

/** A structure or union through its function. */
export const nested = <T>(tag: string, value: T | Unset, write: Write<T>): string =>
  value === undefined || value === null ? "" : write(tag, value);

/** A flattened list: an element for each member, but for nulls, unless `whenNull` writes these. */
export const flatList = <T>(
  tag: string,
  values: Iterable<T | Unset> | Unset,
  write: Write<T>,
  whenNull?: (tag: string) => string,
): string => {
  let written = "";
  for (const value of values ?? []) {
    written += value === undefined || value === null ? (whenNull?.(tag) ?? "") : write(tag, value);
  }
  return written;
};

/** A list: `<Tags><Tag>a</Tag><Tag>b</Tag></Tags>`. */
export const list = <T>(
  tag: string,
  member: string,
  values: Iterable<T | Unset> | Unset,
  write: Write<T>,
  whenNull?: (tag: string) => string,
): string => (values === undefined || values === null ? "" : element(tag, [flatList(member, values, write, whenNull)]));

/** A flattened map: `<Tag><key>a</key><value>b</value></Tag>` for each entry. */
export const flatMap = <T>(
  tag: string,
  key: string,
  value: string,
  values: { readonly [key: string]: T | Unset } | Unset,
  write: Write<T>,
  whenNull?: (tag: string) => string,
): string => {
  let written = "";
  for (const [name, entry] of Object.entries(values ?? {})) {
    const inner = flatList(value, [entry], write, whenNull);
    written += inner === "" ? "" : element(tag, [text(key, name), inner]);
  }
  return written;
};

/** A map: `<Map><entry><key>a</key><value>b</value></entry></Map>`. */
export const map = <T>(
  tag: string,
  key: string,
  value: string,
  values: { readonly [key: string]: T | Unset } | Unset,
  write: Write<T>,
  whenNull?: (tag: string) => string,
): string =>
  values === undefined || values === null ? "" : element(tag, [flatMap("entry", key, value, values, write, whenNull)]);

/** A member of a union that the model doesn't have: `{ $unknown: ["Name", "text"] }`. */
export const unknownMember = (input: object): string => {
  const { $unknown } = input as { readonly $unknown?: readonly [name: unknown, value: unknown] };
  if (!Array.isArray($unknown)) {
    return "";
  }
  const [name, value] = $unknown;
  if (typeof name !== "string" || !/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name) || typeof value === "object") {
    throw new TypeError("An unknown member of a union is written as an element: $unknown must be a name and a text.");
  }
  return text(name, value);
};

/** A document of its root element. */
export const xmlDocument = <T>(tag: string, value: T, write: Write<T>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${write(tag, value)}`;

const nameOf = (tag: string): string => {
  const end = tag.indexOf(" ");
  return end < 0 ? tag : tag.slice(0, end);
};

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// Line ends other than LF would be read as such, those of attributes as spaces, and some parsers know more than two.
const escapeText = (value: string): string =>
  /[&<>"'\r\n\u0085\u2028]/.test(value) ? value.replace(/[&<>"'\r\n\u0085\u2028]/g, reference) : value;

const escapeAttribute = (value: string): string => value.replace(/[&<>"\t\r\n]/g, reference);

const reference = (character: string): string =>
  REFERENCES[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")};`;
