import type { Condition, Rule, RuleParameter, RuleSet } from "../../ir/endpoint-rules.ts";
import { RuleSetError } from "../../ir/rule-set-error.ts";
import { byCodeUnits } from "../../smithy/order.ts";
import { stringLiteral } from "../layout.ts";
import { endpointStatement } from "./endpoint-statement.ts";
import { compileCall, compileString } from "./expressions.ts";
import { Scope } from "./scope.ts";
import { markUses, print, type Statement } from "./statements.ts";
import { comparison, isSet, LEVEL, literalValue, negate, paren, unguarded, type Value, value } from "./values.ts";

/** Names that published packages export; `awsParseArn` is AWS's `parseArn`. */
const PUBLISHED = ["EndpointError", "awsParseArn", "isValidHostLabel", "isVirtualHostableS3Bucket"] as const;
export type PublishedEndpointName = (typeof PUBLISHED)[number];

/** Functions of support files, with the file of each, without `.ts`. */
const SUPPORT = {
  asciiSubstring: "endpoint-ascii-substring",
  awsPartition: "partitions",
  endpointAt: "endpoint-at",
  implicitGlobalRegion: "endpoint-implicit-global-region",
  parseEndpointUrl: "endpoint-parse-url",
  splitString: "endpoint-split-string",
  uriEncode: "uri-encode",
} as const;
export type SupportEndpointName = keyof typeof SUPPORT;

/** One import of the compiled function. */
export type EndpointImport =
  | { readonly kind: "published"; readonly name: PublishedEndpointName }
  | { readonly kind: "support"; readonly name: SupportEndpointName; readonly file: string };

/** A rule set as the body of a function of `params`. */
export interface CompiledRules {
  /** Statements, indented by two spaces, each line ended. */
  readonly body: string;
  /** What the statements call, sorted by name. */
  readonly imports: readonly EndpointImport[];
}

const IMPORTS: ReadonlyMap<string, EndpointImport> = new Map<string, EndpointImport>([
  ...PUBLISHED.map((name) => [name, { kind: "published", name }] as const),
  ...(Object.keys(SUPPORT) as SupportEndpointName[]).map(
    (name) => [name, { kind: "support", name, file: SUPPORT[name] }] as const,
  ),
]);

/** Said where no rule matches, which the specification calls rule exhaustion. */
const EXHAUSTED = "No rule gives an endpoint for these parameters.";

/**
 * The rules as straight-line TypeScript: a rule is an `if` around a `return` or a `throw`, an assignment is a `const`.
 * Conditions that are known to hold where they stand are left out, and so are rules that can't match.
 *
 * @param identifier what the file calls an import; its own name by default
 * @throws RuleSetError where the rules use what doesn't exist, or values of wrong types
 */
export const compileRules = (
  rules: RuleSet,
  identifier: (imported: EndpointImport) => string = ({ name }) => name,
): CompiledRules => {
  const named = new Map([...IMPORTS].map(([key, imported]) => [key, identifier(imported)]));
  return new RulesCompiler(named).compile(rules);
};

class RulesCompiler {
  readonly #identifiers: ReadonlyMap<string, string>;

  constructor(identifiers: ReadonlyMap<string, string>) {
    this.#identifiers = identifiers;
  }

  compile({ parameters, rules }: RuleSet): CompiledRules {
    const scope = new Scope(this.#identifiers.values());
    const head = parameters.flatMap((parameter) => this.#parameter(parameter, scope));
    const { statements } = this.#rules(rules, scope, "rules");
    const all = [...head, ...statements];
    const used = new Set<string>();
    markUses(all, (key) => used.add(key));
    const imports = [...used].sort(byCodeUnits).flatMap((key) => IMPORTS.get(key) ?? []);
    return { body: print(all, "  ", this.#identifier), imports };
  }

  readonly #identifier = (key: string): string => this.#identifiers.get(key) ?? key;

  #parameter({ name, type, required, default: initial }: RuleParameter, scope: Scope): Statement[] {
    const ruleType = type === "stringArray" ? "stringList" : type;
    const optional = initial === undefined;
    const local = scope.declare(name, ruleType, optional);
    const read = readParameter(name);
    const text = optional ? read.text : `${paren(read, LEVEL.equality)} ?? ${literalText(initial)}`;
    const statements: Statement[] = [{ kind: "const", local, value: value(text, ruleType) }];
    if (required && optional) {
      const given = isSet(value(local.name, ruleType, { uses: [local] }));
      const message = literalValue(`Missing required parameter: '${name}'`);
      const body: Statement[] = [{ kind: "throw", error: "EndpointError", message }];
      statements.push({ kind: "if", conditions: [negate(given)], body });
      scope.learn(given);
    }
    return statements;
  }

  /** Rules in order, up to the first that always decides; where none does, their exhaustion is an error. */
  #rules(rules: readonly Rule[], scope: Scope, path: string): { statements: Statement[] } {
    const statements: Statement[] = [];
    for (const [index, rule] of rules.entries()) {
      const compiled = scope.withNames(() => this.#conditions(rule, 0, scope, `${path}[${index}]`));
      statements.push(...compiled.statements);
      if (compiled.decides) return { statements };
    }
    statements.push({ kind: "throw", error: "EndpointError", message: literalValue(EXHAUSTED) });
    return { statements };
  }

  /**
   * The conditions of a rule from `start` on, then what it does. An assignment ends one `if` and opens another, inside.
   * `decides` says that nothing after it is reached.
   */
  #conditions(rule: Rule, start: number, scope: Scope, path: string): { statements: Statement[]; decides: boolean } {
    const tested: Value[] = [];
    const statements: Statement[] = [];
    let inside = scope;
    for (let index = start; index < rule.conditions.length; index++) {
      const condition = rule.conditions[index];
      if (condition === undefined) break;
      const at = `${path}.conditions[${index}]`;
      if (condition.assign !== undefined && tested.length > 0) {
        const rest = this.#conditions(rule, index, inside, path);
        if (rest.statements.every(({ kind }) => kind === "const")) return { statements, decides: false };
        return this.#if(tested, rest, statements, scope);
      }
      const holding = this.#condition(condition, inside, statements, at);
      if (holding === undefined) return { statements, decides: false };
      if (holding.length > 0 && inside === scope) inside = scope.block();
      for (const one of holding) inside.learn(one);
      tested.push(...holding);
    }
    const result = { statements: this.#result(rule, tested.length > 0 ? inside : scope, path), decides: true };
    if (tested.length === 0) return { statements: [...statements, ...result.statements], decides: true };
    return this.#if(tested, result, statements, scope);
  }

  /** `if (tested) { rest }`. Where the block decides, the only condition is known not to hold after it. */
  #if(
    tested: readonly Value[],
    rest: { statements: Statement[]; decides: boolean },
    before: readonly Statement[],
    scope: Scope,
  ): { statements: Statement[]; decides: boolean } {
    const [only, ...others] = tested;
    if (rest.decides && only !== undefined && others.length === 0) scope.learn(only, false);
    const statement: Statement = { kind: "if", conditions: withoutImplied(tested), body: rest.statements };
    return { statements: [...before, statement], decides: false };
  }

  /** What has to be tested for a condition to hold; undefined where it can't. Assignments are added to `statements`. */
  #condition(condition: Condition, scope: Scope, statements: Statement[], path: string): Value[] | undefined {
    const place = { scope, identifier: this.#identifier, path };
    const compiled = compileCall(condition.call, place);
    const guards = condition.assign === undefined ? compiled.guards : [];
    const result =
      condition.assign === undefined ? compiled : this.#assign(condition.assign, compiled, scope, statements);
    const conditions = [...guards, ...truth(result)];
    if (conditions.some((one) => scope.known(one) === false)) return undefined;
    return conditions.filter((one) => scope.known(one) !== true);
  }

  #assign(name: string, compiled: Value, scope: Scope, statements: Statement[]): Value {
    const assigned = unguarded(compiled, "undefined");
    const [alias] = assigned.uses;
    if (typeof alias === "object" && alias.name === assigned.text) {
      scope.bind(name, alias);
      return assigned;
    }
    const local = scope.declare(name, assigned.type, assigned.optional);
    scope.remember(assigned, local);
    statements.push({ kind: "const", local, value: assigned });
    return value(local.name, local.type, { optional: local.optional, stable: true, uses: [local] });
  }

  #result(rule: Rule, scope: Scope, path: string): Statement[] {
    const place = { scope, identifier: this.#identifier, path };
    switch (rule.kind) {
      case "tree":
        return this.#rules(rule.rules, scope, `${path}.rules`).statements;
      case "error":
        return [{ kind: "throw", error: "EndpointError", message: compileString(rule.message, place) }];
      case "endpoint":
        return [endpointStatement(rule, { ...place, path: `${path}.endpoint` })];
    }
  }
}

/** `a != null && a === "x"` is said by `a === "x"` alone, and of a boolean by `a`. */
const withoutImplied = (conditions: readonly Value[]): readonly Value[] =>
  conditions.filter(({ text }) => {
    if (!text.endsWith(" != null")) return true;
    const subject = text.slice(0, -" != null".length);
    return !conditions.some((other) => other.text === subject || other.text.startsWith(`${subject} === "`));
  });

/** The conditions for a value to be set and not false. */
const truth = (of: Value): readonly Value[] => {
  if (of.type === "boolean") return [of.optional ? comparison(paren(of, LEVEL.equality), "===", "true", of.uses) : of];
  return of.optional ? [isSet(of)] : [];
};

/** What every object inherits isn't a value that somebody gave. */
const readParameter = (name: string): Pick<Value, "text" | "level"> =>
  name in Object.prototype
    ? { text: `Object.hasOwn(params, ${stringLiteral(name)}) ? params.${name} : undefined`, level: LEVEL.conditional }
    : { text: `params.${name}`, level: LEVEL.primary };

/** The default of a parameter as TypeScript. */
export const literalText = (json: RuleParameter["default"]): string => {
  if (typeof json === "string") return stringLiteral(json);
  if (Array.isArray(json)) return `[${json.map((element) => literalText(element)).join(", ")}]`;
  if (typeof json === "boolean") return String(json);
  throw new RuleSetError("parameters", "a default has to be a string, a boolean or an array of strings");
};
