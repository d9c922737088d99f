/** What an element is to us. Elements that aren't here are placeholders in the text. */
export type Role =
  | "block" // a paragraph of its own
  | "heading" // the same, in bold
  | "list"
  | "item"
  | "term" // an item that begins with a bold word
  | "definition"
  | "remark" // a quotation with a bold word before it
  | "quote"
  | "code"
  | "bold"
  | "italic"
  | "anchor"
  | "fence"
  | "table"
  | "row"
  | "cell"
  | "break"
  | "rule"
  | "text"; // its content alone

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...["p", "div", "section", "caption", "figcaption"].map((name) => [name, "block"] as const),
  ...["fullname", "h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, "heading"] as const),
  ...["ul", "ol", "dl"].map((name) => [name, "list"] as const),
  ...["note", "important", "caution", "warning", "tip"].map((name) => [name, "remark"] as const),
  ...["code", "kbd", "samp", "tt"].map((name) => [name, "code"] as const),
  ...["b", "strong", "dfn"].map((name) => [name, "bold"] as const),
  ...["i", "em", "var", "cite"].map((name) => [name, "italic"] as const),
  ...["th", "td"].map((name) => [name, "cell"] as const),
  ...["span", "u", "small", "sub", "sup", "font", "link", "thead", "tbody", "tfoot", "html", "body", "img"].map(
    (name) => [name, "text"] as const,
  ),
  ["li", "item"],
  ["dt", "term"],
  ["dd", "definition"],
  ["blockquote", "quote"],
  ["a", "anchor"],
  ["pre", "fence"],
  ["table", "table"],
  ["tr", "row"],
  ["br", "break"],
  ["hr", "rule"],
]);

/** The role of an element by its lower-case name. */
export const roleOf = (name: string): Role | undefined => ROLES.get(name);
