import type { Expression, FunctionCall } from "../../ir/endpoint-rules.ts";
import { RuleSetError } from "../../ir/rule-set-error.ts";
import { getAttr } from "./attributes.ts";
import { type Arguments, functions } from "./functions.ts";
import type { Scope } from "./scope.ts";
import { isSet, LEVEL, literalValue, unguarded, type Value, value } from "./values.ts";

/** What expressions are compiled with: the scope that they stand in, the identifiers of imports, the place in the rules. */
export interface Place {
  readonly scope: Scope;
  readonly identifier: (key: string) => string;
  readonly path: string;
}

/**
 * An expression of the rules as TypeScript.
 *
 * @throws RuleSetError for unknown names and functions, and for types that don't fit
 */
export const compileExpression = (expression: Expression, place: Place): Value => {
  switch (expression.kind) {
    case "literal":
      return literalValue(expression.value);
    case "reference":
      return reference(expression.name, place);
    case "list":
      return list(expression.elements, place);
    case "template":
      return template(expression.parts, place);
    case "call":
      return compileCall(expression, place);
  }
};

/** A value that is set and of the type string, on its own: for messages, URLs and headers. */
export const compileString = (expression: Expression, place: Place): Value => {
  const compiled = unguarded(compileExpression(expression, place), '""');
  if (compiled.type !== "string") throw new RuleSetError(place.path, `is a ${compiled.type}, not a string`);
  if (!compiled.optional) return compiled;
  return { ...compiled, text: `${compiled.text} ?? ""`, level: LEVEL.nullish, optional: false };
};

/** A call; the same call made before in sight is read from its variable. */
export const compileCall = (call: FunctionCall, place: Place): Value => {
  const compiled = call.fn === "getAttr" ? compileGetAttr(call, place) : compileFunction(call, place);
  const known = place.scope.computed(compiled.text);
  return known ? local(known, place.scope) : compiled;
};

const compileGetAttr = (call: FunctionCall, place: Place): Value => {
  const [base, path, ...others] = call.args;
  if (base === undefined || path?.kind !== "literal" || typeof path.value !== "string" || others.length > 0) {
    throw new RuleSetError(place.path, "getAttr takes a value and a path");
  }
  return getAttr(compileExpression(base, place), path.value, place);
};

const compileFunction = (call: FunctionCall, place: Place): Value => {
  const compile = functions.get(call.fn);
  if (compile === undefined) throw new RuleSetError(place.path, `"${call.fn}" isn't a function of the rules language`);
  const values = call.args.map((arg) => compileExpression(arg, place));
  const args: Arguments = { ...place, fn: call.fn, values };
  return compile(args);
};

const reference = (name: string, { scope, path }: Place): Value => {
  const found = scope.variable(name);
  if (found === undefined) throw new RuleSetError(path, `"${name}" is neither a parameter nor a variable in sight`);
  return local(found, scope);
};

const local = (found: NonNullable<ReturnType<Scope["variable"]>>, scope: Scope): Value => {
  const read = value(found.name, found.type, { optional: found.optional, stable: true, uses: [found] });
  return found.optional && scope.known(isSet(read)) === true ? { ...read, optional: false } : read;
};

const list = (elements: readonly Expression[], place: Place): Value => {
  const compiled = elements.map((element) => compileString(element, place));
  const uses = compiled.flatMap((element) => element.uses);
  return value(`[${compiled.map((element) => element.text).join(", ")}]`, "stringList", { uses });
};

/** What would end or interpolate a template literal is escaped. */
const escapeTemplate = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/`|\$(?=\{)/g, "\\$&")
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);

const template = (parts: readonly Expression[], place: Place): Value => {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) {
    const single = compileExpression(only, place);
    if (single.type === "string") return single;
  }
  const uses: Value["uses"][number][] = [];
  const text = parts.map((part, index) => {
    if (part.kind === "literal" && typeof part.value === "string") {
      // A dollar sign before a placeholder would read as one more.
      const escaped = escapeTemplate(part.value);
      return index < parts.length - 1 && escaped.endsWith("$") ? `${escaped.slice(0, -1)}\\$` : escaped;
    }
    const inner = unguarded(compileExpression(part, place), '""');
    if (!["string", "boolean", "number"].includes(inner.type)) {
      throw new RuleSetError(place.path, `a ${inner.type} can't stand in a string`);
    }
    uses.push(...inner.uses);
    return `\${${inner.optional ? `${inner.text} ?? ""` : inner.text}}`;
  });
  return value(`\`${text.join("")}\``, "string", { uses });
};
