import { fits } from "../layout.ts";
import { LEVEL, type Local, paren, type Value } from "./values.ts";

/** A statement of the compiled function. */
export type Statement =
  | { readonly kind: "const"; readonly local: Local; readonly value: Value }
  | { readonly kind: "if"; readonly conditions: readonly Value[]; readonly body: readonly Statement[] }
  | { readonly kind: "throw"; readonly error: string; readonly message: Value }
  | { readonly kind: "return"; readonly callee: string; readonly args: readonly Tree[]; readonly uses: Value["uses"] };

/** What can be laid out over several lines. */
export type Tree =
  | string
  | { readonly kind: "array"; readonly elements: readonly Tree[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, value: Tree])[] };

/** Marks what the statements read, from the last to the first: a variable that nothing reads needs nothing itself. */
export const markUses = (statements: readonly Statement[], use: (key: string) => void): void => {
  const mark = (uses: Value["uses"]): void => {
    for (const used of uses) {
      if (typeof used === "string") use(used);
      else used.used = true;
    }
  };
  for (const statement of statements.toReversed()) {
    switch (statement.kind) {
      case "const":
        if (statement.local.used) mark(statement.value.uses);
        break;
      case "if":
        markUses(statement.body, use);
        for (const condition of statement.conditions) mark(condition.uses);
        break;
      case "throw":
        mark([statement.error, ...statement.message.uses]);
        break;
      case "return":
        mark([statement.callee, ...statement.uses]);
    }
  }
};

/** The statements as text, each line with `margin` before it, once `markUses` has seen them. */
export const print = (statements: readonly Statement[], margin: string, identifier: (key: string) => string): string =>
  statements.map((statement) => printStatement(statement, margin, identifier)).join("");

const printStatement = (statement: Statement, margin: string, identifier: (key: string) => string): string => {
  switch (statement.kind) {
    case "const":
      return statement.local.used ? printConst(statement.local, statement.value, margin) : "";
    case "if":
      return `${printIf(statement.conditions, margin)}${print(statement.body, `${margin}  `, identifier)}${margin}}\n`;
    case "throw":
      return printCall(`throw new ${identifier(statement.error)}`, [statement.message.text], margin);
    case "return":
      return printCall(`return ${identifier(statement.callee)}`, statement.args, margin);
  }
};

const printConst = ({ name }: Local, { text, level }: Value, margin: string): string => {
  const line = `${margin}const ${name} = ${text};`;
  if (fits(line) || level === LEVEL.primary) return `${line}\n`;
  return `${margin}const ${name} =\n${margin}  ${text};\n`;
};

const printIf = (conditions: readonly Value[], margin: string): string => {
  const parts = conditions.map((condition) =>
    paren(condition, conditions.length > 1 ? LEVEL.equality : LEVEL.conditional),
  );
  const line = `${margin}if (${parts.join(" && ")}) {`;
  if (fits(line) || parts.length === 1) return `${line}\n`;
  return `${margin}if (\n${margin}  ${parts.join(` &&\n${margin}  `)}\n${margin}) {\n`;
};

const flat = (tree: Tree): string => {
  if (typeof tree === "string") return tree;
  if (tree.kind === "array") return `[${tree.elements.map(flat).join(", ")}]`;
  if (tree.entries.length === 0) return "{}";
  return `{ ${tree.entries.map(([key, value]) => `${key}: ${flat(value)}`).join(", ")} }`;
};

/** Formatters put each of several objects on lines of its own. */
const mustBreak = (tree: Tree): boolean => {
  if (typeof tree === "string") return false;
  if (tree.kind === "object") return tree.entries.some(([, value]) => mustBreak(value));
  const { elements } = tree;
  const wide = (element: Tree): boolean =>
    typeof element !== "string" && (element.kind === "array" ? element.elements : element.entries).length > 1;
  const kinds = new Set(elements.map((element) => (typeof element === "string" ? "text" : element.kind)));
  return (elements.length > 1 && kinds.size === 1 && elements.every(wide)) || elements.some(mustBreak);
};

/** A tree after `before`, which starts its line, and before `after`. */
const printTree = (tree: Tree, before: string, after: string, margin: string): string => {
  const line = `${before}${flat(tree)}${after}`;
  if (typeof tree === "string" || (fits(line) && !mustBreak(tree))) return line;
  return `${before}${printBroken(tree, margin)}${after}`;
};

const printBroken = (tree: Exclude<Tree, string>, margin: string): string => {
  const inner = `${margin}  `;
  if (tree.kind === "array") {
    const elements = tree.elements.map((element) => `${printTree(element, inner, ",", inner)}\n`);
    return `[\n${elements.join("")}${margin}]`;
  }
  const entries = tree.entries.map(([key, value]) => `${printTree(value, `${inner}${key}: `, ",", inner)}\n`);
  return `{\n${entries.join("")}${margin}}`;
};

/** A call as a statement: on a line, or with its last argument, an object, broken, or with an argument a line. */
const printCall = (callee: string, args: readonly Tree[], margin: string): string => {
  const line = `${margin}${callee}(${args.map(flat).join(", ")});`;
  if (fits(line) && !args.some(mustBreak)) return `${line}\n`;
  const last = args.at(-1);
  const others = args.slice(0, -1);
  if (last !== undefined && typeof last !== "string" && others.every((arg) => typeof arg === "string")) {
    const head = `${margin}${callee}(${others.map((arg) => `${flat(arg)}, `).join("")}`;
    if (fits(`${head}{`)) return `${head}${printBroken(last, margin)});\n`;
  }
  const inner = `${margin}  `;
  const lines = args.map((arg) => `${printTree(arg, inner, ",", inner)}\n`);
  return `${margin}${callee}(\n${lines.join("")}${margin});\n`;
};
