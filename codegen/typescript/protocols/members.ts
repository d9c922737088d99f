import type { MemberIr } from "../../ir/types.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, list, objectKey, propertyAccess, stringLiteral } from "../layout.ts";
import { brokenCall, type Call, type Code, inline, propertyLine } from "./code.ts";

/** A member read from an object: `input.Name`, or its own one where every object has such a name by inheritance. */
export const memberOf = (object: string, name: string, scope: FileScope): string =>
  name in Object.prototype
    ? `${scope.support("structures", "own")}(${object}, ${stringLiteral(name)})`
    : `${object}${propertyAccess(name)}`;

/** One line of an object of members. */
export interface MemberLine {
  readonly name: string;
  readonly value: Code;
}

/** A call whose last argument is an object of members, one a line: `members({ ... })`. */
export const membersCall = (
  fn: string,
  before: readonly string[],
  lines: readonly MemberLine[],
  margin: string,
): string => {
  const head = `${margin}${fn}(${before.map((arg) => `${arg}, `).join("")}{`;
  if (lines.length === 0) return `${head}})`;
  const text = lines.map(({ name, value }) => `${propertyLine(`${margin}  `, objectKey(name), value)}\n`).join("");
  return `${head}\n${text}${margin}})`;
};

/** `const name = (params): result =>` and the expression, on the same line where it fits there. */
export const arrowFunction = (
  name: string,
  params: readonly string[],
  result: string,
  body: { readonly text: string } | { readonly call: Call },
): string => {
  const head = list("(", params, ")", {
    before: `const ${name} = `,
    after: `${result === "" ? "" : `: ${result}`} =>`,
  });
  const text = "text" in body ? body.text.trimStart() : inline(body.call);
  const lastLine = head.slice(head.lastIndexOf("\n") + 1);
  if (!text.includes("\n") && fits(`${lastLine} ${text};`)) return `${head} ${text};`;
  if ("text" in body) return `${head}\n${body.text};`;
  return `${head}\n${fits(`  ${text};`) ? `  ${text};` : brokenCall("  ", body.call, ";")}`;
};

/** The same with an object of these lines: `const name = (params): result => ({ ... });`. */
export const objectFunction = (
  name: string,
  params: readonly string[],
  result: string,
  lines: readonly MemberLine[],
): string => {
  const open = lines.length === 0 ? "({});" : "({";
  const head = list("(", params, ")", { before: `const ${name} = `, after: `: ${result} => ${open}` });
  if (lines.length === 0) return head;
  const text = lines.map((line) => `${propertyLine("  ", objectKey(line.name), line.value)}\n`).join("");
  return `${head}\n${text}});`;
};

/** The same with statements, two spaces in: `const name = (params): result => {`. */
export const blockFunction = (
  name: string,
  params: readonly string[],
  result: string,
  statements: readonly string[],
): string => {
  const head = list("(", params, ")", { before: `const ${name} = `, after: `: ${result} => {` });
  return `${head}\n${statements.map((each) => `${each}\n`).join("")}};`;
};

/** Members in the order in which official clients send them: those that are required go first. */
export const requiredFirst = (members: readonly MemberIr[]): readonly MemberIr[] =>
  [...members].sort((a, b) => Number(b.presence.required) - Number(a.presence.required));
