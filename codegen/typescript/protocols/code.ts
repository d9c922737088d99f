import { fits, list } from "../layout.ts";

/** An expression of the few kinds that serializers are made of, so that long ones can be laid out. */
export type Code = string | Call | List | Arrow | Binary | Conditional;

export interface Call {
  readonly kind: "call";
  readonly fn: string;
  readonly args: readonly Code[];
}

/** `["A", "B"]` */
export interface List {
  readonly kind: "list";
  readonly items: readonly string[];
}

/** `(entry) => se_Shape(entry, context)` */
export interface Arrow {
  readonly kind: "arrow";
  readonly param: string;
  readonly body: Code;
}

/** `left && right`, `left ?? right` */
export interface Binary {
  readonly kind: "binary";
  readonly left: Code;
  readonly operator: "&&" | "??";
  readonly right: Code;
}

/** `test ? then : otherwise`, where the test is a comparison. */
export interface Conditional {
  readonly kind: "conditional";
  readonly test: string;
  readonly then: Code;
  readonly otherwise: Code;
}

export const call = (fn: string, ...args: readonly Code[]): Call => ({ kind: "call", fn, args });
export const array = (items: readonly string[]): List => ({ kind: "list", items });
export const arrow = (param: string, body: Code): Arrow => ({ kind: "arrow", param, body });
export const binary = (left: Code, operator: Binary["operator"], right: Code): Binary => ({
  kind: "binary",
  left,
  operator,
  right,
});

export const conditional = (test: string, then: Code, otherwise: Code): Conditional => ({
  kind: "conditional",
  test,
  then,
  otherwise,
});

/** On one line. */
export const inline = (code: Code): string => {
  if (typeof code === "string") return code;
  switch (code.kind) {
    case "call":
      return `${code.fn}(${code.args.map(inline).join(", ")})`;
    case "list":
      return `[${code.items.join(", ")}]`;
    case "arrow":
      return `(${code.param}) => ${inline(code.body)}`;
    case "binary":
      return `${operand(code.left)} ${code.operator} ${operand(code.right)}`;
    case "conditional":
      return `${code.test} ? ${inline(code.then)} : ${inline(code.otherwise)}`;
  }
};

// `&&` and `??` can't stand side by side without parentheses.
const operand = (code: Code): string =>
  typeof code !== "string" && (code.kind === "binary" || code.kind === "conditional")
    ? `(${inline(code)})`
    : inline(code);

/**
 * `before` (a property's name, with its margin), the expression and a comma, broken as a formatter breaks it: a call in
 * its arguments, a function in them behind its arrow, anything else behind the name.
 */
export const propertyLine = (margin: string, name: string, code: Code): string => {
  const text = inline(code);
  const before = `${margin}${name}: `;
  const line = `${before}${text},`;
  if (name === text) return `${margin}${name},`;
  if (fits(line) && !text.includes("\n")) return line;
  if (typeof code === "string")
    return /^[{[`]/.test(code) || code.includes("\n") ? line : `${before.trimEnd()}\n${margin}  ${text},`;
  if (code.kind === "conditional") return brokenConditional(before, code, ",");
  return code.kind === "call" ? brokenCall(before, code, ",") : brokenBinary(before, margin, code);
};

/** `before` (`  const body = `, with its margin), the expression and a semicolon, broken where it doesn't fit. */
export const statement = (before: string, code: Code): string => {
  const line = `${before}${inline(code)};`;
  if (fits(line) || typeof code === "string") return line;
  if (code.kind === "conditional") return brokenConditional(before, code, ";");
  return code.kind === "call" ? brokenCall(before, code, ";") : line;
};

/** The same of an assignment, whose right side goes onto the next line where that is all it takes. */
export const assignment = (before: string, code: Code): string => {
  const text = inline(code);
  const margin = " ".repeat(before.length - before.trimStart().length + 2);
  if (fits(`${before}${text};`) || (typeof code !== "string" && code.kind === "call")) return statement(before, code);
  return `${before.trimEnd()}\n${margin}${text};`;
};

/** On a line of its own, or in three. */
const brokenConditional = (before: string, code: Conditional, after: string): string => {
  const margin = " ".repeat(before.length - before.trimStart().length + 2);
  const line = `${margin}${inline(code)}${after}`;
  if (fits(line)) return `${before.trimEnd()}\n${line}`;
  const lines = [code.test, branch(margin, "?", code.then, ""), branch(margin, ":", code.otherwise, after)];
  return `${before.trimEnd()}\n${lines.map((each) => margin + each).join("\n")}`;
};

const branch = (margin: string, sign: string, code: Code, after: string): string => {
  const line = `  ${sign} ${inline(code)}${after}`;
  return fits(margin + line) || typeof code === "string" || code.kind !== "call"
    ? line
    : `  ${sign} ${brokenCall(`${margin}    `, code, after).trimStart()}`;
};

/** A call whose last argument is an object of these fields, on one line where that fits: `  return f(a, { b, c });`. */
export const objectStatement = (before: string, fields: readonly string[], after: string): string =>
  list("{", fields, `}${after}`, { before, padded: true });

/** A call that doesn't fit on its line. */
export const brokenCall = (before: string, { fn, args }: Call, after: string): string => {
  const margin = " ".repeat(before.length - before.trimStart().length);
  const last = args.at(-1);
  const first = args.slice(0, -1).map((arg) => `${inline(arg)}, `);
  const head = `${before}${fn}(${first.join("")}`;
  if (last !== undefined && typeof last !== "string") {
    if (last.kind === "list") return list("[", last.items, `])${after}`, { before: head });
    const arrowHead = last.kind === "arrow" ? `${head}(${last.param}) =>` : "";
    if (last.kind === "arrow" && fits(arrowHead)) {
      return `${arrowHead}\n${margin}  ${inline(last.body)},\n${margin})${after}`;
    }
  }
  const items = args.map((arg) => {
    const text = inline(arg);
    if (typeof arg === "string" || arg.kind !== "arrow" || fits(`${margin}  ${text},`)) return text;
    return `(${arg.param}) =>\n${margin}    ${inline(arg.body)}`;
  });
  return list("(", items, ")", { before: `${before}${fn}`, after });
};

const brokenBinary = (before: string, margin: string, code: Exclude<Code, string | Call | Conditional>): string => {
  const line = `${margin}  ${inline(code)},`;
  if (fits(line) || code.kind !== "binary") return `${before.trimEnd()}\n${line}`;
  return `${before.trimEnd()}\n${margin}  ${operand(code.left)} ${code.operator}\n${margin}  ${operand(code.right)},`;
};
