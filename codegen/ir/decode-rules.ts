import { isObject, type Json, type JsonObject, own } from "../smithy/json.ts";
import type {
  Condition,
  Expression,
  FunctionCall,
  PropertyValue,
  Rule,
  RuleParameter,
  RuleSet,
} from "./endpoint-rules.ts";
import { RuleSetError } from "./rule-set-error.ts";
import { parseTemplate, RULE_NAME } from "./rule-template.ts";

/** Deeper rule sets are refused, so that no model can exhaust the stack; the deepest known have about 30 levels. */
const MAX_DEPTH = 200;

const object = (value: Json | undefined, path: string): JsonObject => {
  if (isObject(value)) return value;
  throw new RuleSetError(path, "has to be an object");
};

const array = (value: Json | undefined, path: string): readonly Json[] => {
  if (Array.isArray(value)) return value;
  throw new RuleSetError(path, "has to be an array");
};

const string = (value: Json | undefined, path: string): string => {
  if (typeof value === "string") return value;
  throw new RuleSetError(path, "has to be a string");
};

const name = (value: Json | undefined, path: string): string => {
  const text = string(value, path);
  if (RULE_NAME.test(text)) return text;
  throw new RuleSetError(path, `"${text}" can't be a name: a letter, then letters and digits`);
};

const parameterName = (key: string, path: string): string => {
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(key)) return key;
  throw new RuleSetError(path, `"${key}" can't name a parameter: a letter, then letters and digits`);
};

const deeper = (depth: number, path: string, levels = 1): number => {
  if (depth + levels <= MAX_DEPTH) return depth + levels;
  throw new RuleSetError(path, `is nested deeper than ${MAX_DEPTH} levels`);
};

const PARAMETER_TYPES: ReadonlyMap<string, RuleParameter["type"]> = new Map([
  ["string", "string"],
  ["boolean", "boolean"],
  ["stringarray", "stringArray"],
]);

const hasType = (value: Json, type: RuleParameter["type"]): boolean =>
  type === "stringArray"
    ? Array.isArray(value) && value.every((element) => typeof element === "string")
    : typeof value === type;

const decodeParameter = (key: string, value: Json | undefined, path: string): RuleParameter => {
  const source = object(value, path);
  const declared = string(own(source, "type"), `${path}.type`);
  // The specification writes `string`; published models write `String` as well.
  const type = PARAMETER_TYPES.get(declared.toLowerCase());
  if (type === undefined) throw new RuleSetError(`${path}.type`, `"${declared}" isn't a type of parameters`);
  const initial = own(source, "default");
  if (initial !== undefined && !hasType(initial, type)) {
    throw new RuleSetError(`${path}.default`, `has to be a value of the type ${type}`);
  }
  const builtIn = own(source, "builtIn");
  const documentation = own(source, "documentation");
  const deprecated = own(source, "deprecated");
  return {
    name: parameterName(key, path),
    type,
    required: own(source, "required") === true,
    ...(builtIn === undefined ? {} : { builtIn: string(builtIn, `${path}.builtIn`) }),
    ...(initial === undefined ? {} : { default: initial }),
    ...(documentation === undefined ? {} : { documentation: string(documentation, `${path}.documentation`) }),
    ...(deprecated === undefined ? {} : { deprecated: decodeDeprecated(deprecated, `${path}.deprecated`) }),
  };
};

const decodeDeprecated = (value: Json, path: string): NonNullable<RuleParameter["deprecated"]> => {
  const source = object(value, path);
  const message = own(source, "message");
  const since = own(source, "since");
  return {
    ...(message === undefined ? {} : { message: string(message, `${path}.message`) }),
    ...(since === undefined ? {} : { since: string(since, `${path}.since`) }),
  };
};

const decodeExpression = (value: Json | undefined, path: string, depth: number): Expression => {
  const next = deeper(depth, path);
  if (typeof value === "string") return parseTemplate(value, path);
  if (typeof value === "number" || typeof value === "boolean") return { kind: "literal", value };
  if (Array.isArray(value)) {
    const elements = value.map((element: Json, index) => decodeExpression(element, `${path}[${index}]`, next));
    return { kind: "list", elements };
  }
  if (isObject(value)) {
    const ref = own(value, "ref");
    if (ref !== undefined) return { kind: "reference", name: name(ref, `${path}.ref`) };
    if (own(value, "fn") !== undefined) return decodeCall(value, path, next);
  }
  throw new RuleSetError(path, "has to be a string, a number, a boolean, an array, a reference or a function");
};

const decodeCall = (source: JsonObject, path: string, depth: number): FunctionCall => ({
  kind: "call",
  fn: string(own(source, "fn"), `${path}.fn`),
  args: array(own(source, "argv"), `${path}.argv`).map((arg, index) =>
    decodeExpression(arg, `${path}.argv[${index}]`, depth),
  ),
});

const decodeCondition = (value: Json, path: string, depth: number): Condition => {
  const source = object(value, path);
  const call = decodeCall(source, path, depth);
  const assign = own(source, "assign");
  return assign === undefined ? { call } : { call, assign: name(assign, `${path}.assign`) };
};

const decodeProperty = (value: Json | undefined, path: string, depth: number): PropertyValue => {
  const next = deeper(depth, path);
  if (typeof value === "string") return { kind: "value", value: parseTemplate(value, path) };
  if (typeof value === "boolean") return { kind: "value", value: { kind: "literal", value } };
  if (Array.isArray(value)) {
    const elements = value.map((element: Json, index) => decodeProperty(element, `${path}[${index}]`, next));
    return { kind: "array", elements };
  }
  if (isObject(value)) {
    const entries = Object.keys(value).map(
      (key) => [key, decodeProperty(own(value, key), `${path}.${key}`, next)] as const,
    );
    return { kind: "object", entries };
  }
  throw new RuleSetError(path, "has to be a string, a boolean, an array or an object");
};

const decodeHeaders = (value: Json | undefined, path: string, depth: number) => {
  if (value === undefined) return [];
  const source = object(value, path);
  return Object.keys(source).map((key) => {
    const at = `${path}.${key}`;
    const values = array(own(source, key), at).map((entry, index) => decodeExpression(entry, `${at}[${index}]`, depth));
    return [key, values] as const;
  });
};

const decodeProperties = (value: Json | undefined, path: string, depth: number) => {
  if (value === undefined) return [];
  const properties = decodeProperty(object(value, path), path, depth);
  return properties.kind === "object" ? properties.entries : [];
};

const decodeRule = (value: Json, path: string, depth: number): Rule => {
  const source = object(value, path);
  const kind = string(own(source, "type"), `${path}.type`);
  const conditions = array(own(source, "conditions") ?? [], `${path}.conditions`).map((condition, index) =>
    decodeCondition(condition, `${path}.conditions[${index}]`, depth),
  );
  // A variable opens a level of its own, in which the conditions after it are seen.
  const next = deeper(depth, path, 1 + conditions.filter(({ assign }) => assign !== undefined).length);
  switch (kind) {
    case "endpoint": {
      const at = `${path}.endpoint`;
      const endpoint = object(own(source, "endpoint"), at);
      return {
        kind,
        conditions,
        url: decodeExpression(own(endpoint, "url"), `${at}.url`, next),
        headers: decodeHeaders(own(endpoint, "headers"), `${at}.headers`, next),
        properties: decodeProperties(own(endpoint, "properties"), `${at}.properties`, next),
      };
    }
    case "error":
      return { kind, conditions, message: decodeExpression(own(source, "error"), `${path}.error`, next) };
    case "tree":
      return { kind, conditions, rules: decodeRules(own(source, "rules"), `${path}.rules`, next) };
    default:
      throw new RuleSetError(`${path}.type`, `"${kind}" isn't a kind of rule: endpoint, error or tree`);
  }
};

const decodeRules = (value: Json | undefined, path: string, depth: number): readonly Rule[] =>
  array(value, path).map((rule, index) => decodeRule(rule, `${path}[${index}]`, depth));

/**
 * The rule set of the trait `smithy.rules#endpointRuleSet`: the form of every part is checked, templates are parsed.
 * Whether names exist and types agree is seen when the rules are compiled.
 * https://smithy.io/2.0/additional-specs/rules-engine/specification.html
 *
 * @throws RuleSetError at the first part that is malformed, or nested too deep
 */
export const decodeRuleSet = (json: Json): RuleSet => {
  const source = object(json, "ruleSet");
  const parameters = object(own(source, "parameters"), "parameters");
  const decoded = Object.keys(parameters).map((key) => decodeParameter(key, own(parameters, key), `parameters.${key}`));
  const seen = new Set<string>();
  for (const parameter of decoded) {
    const key = parameter.name.toLowerCase();
    if (seen.has(key)) throw new RuleSetError(`parameters.${parameter.name}`, "differs from another only by case");
    seen.add(key);
  }
  return {
    version: string(own(source, "version"), "version"),
    parameters: decoded,
    rules: decodeRules(own(source, "rules"), "rules", 0),
  };
};
