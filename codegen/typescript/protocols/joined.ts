import { fits } from "../layout.ts";
import { brokenCall, type Code, inline } from "./code.ts";

/**
 * `before`, expressions between brackets, and `after`, two spaces in: on one line where they fit, else one a line. A
 * call among them that is too long for its line is broken in its arguments.
 *
 *     element(tag, [
 *       text("Name", input.Name),
 *     ])
 */
export const bracketed = (before: string, items: readonly Code[], after: string): string => {
  const line = `  ${before}[${items.map(inline).join(", ")}]${after}`;
  if (items.length === 0 || fits(`${line};`)) return line;
  return `  ${before}[\n${items.map((item) => `${itemLine(item)}\n`).join("")}  ]${after}`;
};

const itemLine = (item: Code): string => {
  const line = `    ${inline(item)},`;
  return fits(line) || typeof item === "string" || item.kind !== "call" ? line : brokenCall("    ", item, ",");
};
