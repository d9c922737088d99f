/** A part of a doc comment, without the sentences that describe the service. */
export type DocSection =
  /** The description; its words are each package's own. */
  | { readonly tag: "summary" }
  /** Lines of the code block, trimmed, without empty ones. */
  | { readonly tag: "example"; readonly code: readonly string[] }
  | { readonly tag: "param"; readonly name: string; readonly links: readonly string[] }
  | { readonly tag: "throws"; readonly name: string; readonly fault: "client" | "server" | "none" }
  /** Any other tag, such as `returns`, `see`, `public`. */
  | { readonly tag: string /** Targets, with labels as they stand. */; readonly links: readonly string[] };

/**
 * A doc comment, from its opening to its closing mark, as its sections in order.
 *
 * A comment whose line breaks were lost (`/** * @public *​/`) gives the same sections: each ` * ` starts a line.
 * @param packageName - What examples import from; it becomes `<package>`, since it is the package's own.
 */
export function docSections(comment: string, packageName: string): readonly DocSection[] {
  const lines = docLines(comment);
  const blocks: { tag: string; lines: string[] }[] = [];
  let inCode = false;
  for (const line of lines) {
    const tag = inCode ? undefined : /^@(\w+)/.exec(line)?.[1];
    if (line.startsWith("```")) inCode = !inCode;
    const last = blocks.at(-1);
    if (tag !== undefined) blocks.push({ tag, lines: [line.slice(tag.length + 1).trim()] });
    else if (last !== undefined) last.lines.push(line);
    else if (line !== "") blocks.push({ tag: "summary", lines: [line] });
  }
  return blocks.map(({ tag, lines: own }) => section(tag, own, packageName));
}

/** Lines without decoration and white space around. */
function docLines(comment: string): readonly string[] {
  const inner = comment.replace(/^\/\*\*/, " ").replace(/\*\/$/, "");
  // ` * ` starts a line whether or not a line break stands before it; code blocks and tags never hold one.
  return inner.split(/\s*\n\s*\*(?!\/)|\s\*(?=\s)|\n/).map((line) => line.replace(/\s+/g, " ").trim());
}

function section(tag: string, lines: readonly string[], packageName: string): DocSection {
  const text = lines.join(" ").trim();
  const links = [...text.matchAll(/\{@link ([^}]+)\}/g)].map((match) => match[1] ?? "");
  if (tag === "summary") return { tag };
  if (tag === "example") return { tag, code: codeLines(lines, packageName) };
  if (tag === "param") return { tag, name: text.split(" ")[0] ?? "", links };
  if (tag === "throws") {
    const fault = /\((client|server) fault\)/.exec(text)?.[1];
    return { tag, name: links[0] ?? "", fault: fault === "client" || fault === "server" ? fault : "none" };
  }
  return { tag, links };
}

function codeLines(lines: readonly string[], packageName: string): readonly string[] {
  const marks = lines.flatMap((line, index) => (line.startsWith("```") ? [index] : []));
  const code = lines.slice((marks[0] ?? lines.length) + 1, marks[1]);
  return code.filter((line) => line !== "").map((line) => line.replaceAll(`"${packageName}"`, '"<package>"'));
}
