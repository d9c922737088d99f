import type { FileScope } from "../file-scope.ts";
import { fits, list, objectKey, stringLiteral } from "../layout.ts";
import { call, inline, propertyLine } from "./code.ts";
import type { MemberLine } from "./members.ts";
import { type Conversion, through } from "./object-values.ts";

/** What a union is turned into where one member of it is set, and nothing else. */
export interface UnionCase {
  /** The member's name in what is turned. */
  readonly member: string;
  /** The only member of the result; or, as a text, an expression for the whole result. */
  readonly result: MemberLine | string;
}

/**
 * The statements of a union's function, two spaces in: a case for each member, and for everything else the support
 * function that takes it apart.
 *
 *     switch (setMember(input)) {
 *       case "Text":
 *         return { Text: input.Text };
 *       default:
 *         return writeUnion(input, ["Text"], se_Note);
 *     }
 */
export const unionStatements = (
  value: "input" | "data",
  cases: readonly UnionCase[],
  takeApart: "writeUnion" | "readUnion",
  itself: Conversion,
  scope: FileScope,
): readonly string[] => {
  const names = cases.map(({ member }) => stringLiteral(member));
  const otherwise = otherwiseStatement(scope.support("structures", takeApart), value, names, itself);
  if (cases.length === 0) return [otherwise("  ")];
  const wholes = [...new Set(cases.flatMap(({ result }) => (typeof result === "string" ? [result] : [])))];
  const label = ({ member }: UnionCase) => `    case ${stringLiteral(member)}:`;
  return [
    `  switch (${inline(call(scope.support("structures", "setMember"), value))}) {`,
    ...wholes.flatMap((whole) => [
      ...cases.filter(({ result }) => result === whole).map(label),
      `      return ${whole};`,
    ]),
    ...cases.flatMap((each) => (typeof each.result === "string" ? [] : [label(each), returned("      ", each.result)])),
    "    default:",
    otherwise("      "),
    "  }",
  ];
};

const returned = (margin: string, { name, value }: MemberLine): string => {
  const line = `${margin}return { ${objectKey(name)}: ${inline(value)} };`;
  return fits(line) ? line : `${margin}return {\n${propertyLine(`${margin}  `, objectKey(name), value)}\n${margin}};`;
};

const otherwiseStatement =
  (fn: string, value: string, names: readonly string[], itself: Conversion) =>
  (margin: string): string => {
    const [first, ...further] = through(fn, value, itself).args.map(inline);
    const line = `${margin}return ${fn}(${first}, [${names.join(", ")}], ${further.join(", ")});`;
    if (fits(line)) return line;
    const array = list("[", names, "]", { before: `${margin}  `, after: "," });
    const args = [first, ...further].map((arg) => `${margin}  ${arg},`);
    return [`${margin}return ${fn}(`, args[0], array, ...args.slice(1), `${margin});`].join("\n");
  };
