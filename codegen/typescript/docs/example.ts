import type { ExampleIr, OperationIr, TypeIr } from "../../ir/types.ts";
import { isObject, type Json } from "../../smithy/json.ts";
import { nameOf, type ShapeId } from "../../smithy/shape-id.ts";
import { cleanText } from "./clean.ts";
import { type DocSection, modelText, own } from "./comment.ts";
import { literal } from "./literal.ts";
import { streamLines } from "./stream.ts";
import { WIDTH, wrapWords } from "./wrap.ts";

/**
 * One of `smithy.api#examples` as an `@example`: its title, its documentation and its result as comments, its input as
 * a literal. https://smithy.io/2.0/spec/documentation-traits.html#examples-trait
 */
export const modelledExample = (
  example: ExampleIr,
  operation: OperationIr,
  types: ReadonlyMap<ShapeId, TypeIr>,
  { command }: { readonly command: string },
): DocSection => [
  own`@example ${example.title}`,
  own`${"```"}javascript`,
  ...modelText(comments(proseLines(example.documentation ?? ""))),
  ...modelText(`const input = ${literal(example.input)};`),
  own`const command = new ${command}(input);`,
  own`const response = await client.send(command);`,
  ...(example.error === undefined ? streamLines(operation, types) : []),
  ...modelText(comments(outcome(example))),
  own`${"```"}`,
];

const outcome = ({ output, error }: ExampleIr): readonly string[] => {
  if (error !== undefined) return `throws ${nameOf(error.id)} ${literal(error.content)};`.split("\n");
  return output === undefined || isEmpty(output) ? [] : ["response is", ...`${literal(output)};`.split("\n")];
};

const isEmpty = (value: Json): boolean => isObject(value) && Object.keys(value).length === 0;

const comments = (lines: readonly string[]): string => lines.map((line) => `// ${line}`).join("\n");

const proseLines = (text: string): readonly string[] => {
  const words = cleanText(text)
    .replace(/<[^<>]{0,99}>/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return words === "" ? [] : wrapWords(words, WIDTH - 3);
};
