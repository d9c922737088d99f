import type { OperationIr } from "../../ir/types.ts";
import type { Json } from "../../smithy/json.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, propertyKey, stringLiteral } from "../layout.ts";
import { inputPath, inputPathLines } from "./input-path.ts";
import { COMMON_PARAMS } from "./symbols.ts";

/**
 * The argument of a command's `.ep(...)`, which stands two spaces in: how the command's endpoint parameters are bound.
 * Where several traits bind one, the most specific does.
 * https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#binding-parameter-values
 *
 * @throws RuleSetError for a path that isn't in the part of JMESPath that is allowed
 */
export const commandEndpointParams = (
  operation: OperationIr,
  scope: Pick<FileScope, "symbol" | "global" | "names">,
): string => {
  const common = scope.symbol(COMMON_PARAMS);
  const { endpointParams } = operation;
  const rows = new Map<string, string>();
  const add = (name: string, row: string): void => {
    if (!rows.has(name)) rows.set(name, row);
  };
  for (const [name, value] of endpointParams.static) {
    add(name, instruction(name, "staticContextParams", `value: ${staticValue(value)}`));
  }
  for (const [name, member] of endpointParams.context) {
    add(name, instruction(name, "contextParams", `name: ${stringLiteral(member)}`));
  }
  for (const [name, path] of endpointParams.operation) {
    const input = scope.names.command(operation).input.name;
    add(name, operationInstruction(name, { input, path, object: scope.global("Object") }));
  }
  if (rows.size === 0) return common;
  return `{\n    ...${common},\n${[...rows.values()].join("")}  }`;
};

const key = (name: string): string => (name === "__proto__" ? '["__proto__"]' : propertyKey(name));

const instruction = (name: string, type: string, rest: string): string => {
  const line = `    ${key(name)}: { type: "${type}", ${rest} },\n`;
  if (fits(line.trimEnd())) return line;
  return `    ${key(name)}: {\n      type: "${type}",\n      ${rest},\n    },\n`;
};

interface OperationParam {
  /** The type of the command's input. */
  readonly input: string;
  readonly path: string;
  readonly object: string;
}

const operationInstruction = (name: string, { input, path, object }: OperationParam): string => {
  const at = `operationContextParams.${name}`;
  const get = `get: (input: ${input}) => ${inputPath(path, at, object)}`;
  if (fits(`      ${get},`)) return instruction(name, "operationContextParams", get);
  const lines = inputPathLines(path, at, "        ", object);
  return `    ${key(name)}: {\n      type: "operationContextParams",\n      get: (input: ${input}) =>\n${lines}\n    },\n`;
};

const staticValue = (value: Json): string => {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map((element) => staticValue(element)).join(", ")}]`;
  return JSON.stringify(value === true);
};
