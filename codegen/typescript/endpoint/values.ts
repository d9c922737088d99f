import { stringLiteral } from "../layout.ts";

/** The types of the rules language, and the structures that its functions give. */
export type RuleType = "string" | "boolean" | "number" | "stringList" | "url" | "arn" | "partition";

/** A `const` of the compiled function. `used` is known once the statements that read it are printed. */
export interface Local {
  readonly name: string;
  readonly type: RuleType;
  readonly optional: boolean;
  used: boolean;
}

/** How tightly an expression's outermost operator binds, from loosest to tightest. */
export const LEVEL = { conditional: 1, nullish: 2, and: 3, equality: 4, unary: 5, primary: 6 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** A compiled expression. */
export interface Value {
  readonly text: string;
  readonly level: Level;
  readonly type: RuleType;
  /** Whether it can be unset. */
  readonly optional: boolean;
  /** What it reads: variables of the function, and imports by their keys. */
  readonly uses: readonly (Local | string)[];
  /** Conditions under which the text may be evaluated at all. */
  readonly guards: readonly Value[];
  /** Whether TypeScript remembers what a test said about this text: names and their properties, but no calls. */
  readonly stable: boolean;
  readonly literal: string | number | boolean | undefined;
  /** Of booleans: the text of the contrary, and the fact that both are about. */
  readonly contrary: string | undefined;
  readonly fact: { readonly key: string; readonly holds: boolean } | undefined;
}

export const paren = (value: Pick<Value, "text" | "level">, least: Level): string =>
  value.level >= least ? value.text : `(${value.text})`;

const NONE: readonly never[] = [];

/** A value with what is usual filled in. Rule sets make tens of thousands, all of one form. */
export const value = (text: string, type: RuleType, more: Partial<Value> = {}): Value => ({
  text,
  type,
  level: more.level ?? LEVEL.primary,
  optional: more.optional ?? false,
  uses: more.uses ?? NONE,
  guards: more.guards ?? NONE,
  stable: more.stable ?? false,
  literal: more.literal,
  contrary: more.contrary,
  fact: more.fact,
});

export const literalValue = (literal: string | number | boolean): Value =>
  typeof literal === "string"
    ? value(stringLiteral(literal), "string", { literal })
    : value(String(literal), typeof literal === "number" ? "number" : "boolean", { literal });

/** `a === b`, `a != null`: a boolean whose contrary has an operator of its own. */
export const comparison = (left: string, operator: "===" | "!=", right: string, uses: Value["uses"]): Value => {
  const text = `${left} ${operator} ${right}`;
  const contrary = `${left} ${operator === "===" ? "!==" : "=="} ${right}`;
  return value(text, "boolean", { level: LEVEL.equality, uses, contrary, fact: { key: text, holds: true } });
};

export const isSet = (tested: Value): Value => ({
  ...comparison(paren(tested, LEVEL.equality), "!=", "null", tested.uses),
  guards: tested.guards,
});

/** What a condition is about, and which answer it asks for: `!a` and `a` are about the same. */
export const factOf = (condition: Value): { readonly key: string; readonly holds: boolean } =>
  condition.fact ?? { key: condition.text, holds: true };

/** The contrary of a condition. */
export const negate = (condition: Value): Value => {
  if (condition.literal !== undefined) return literalValue(condition.literal !== true);
  const { key, holds } = factOf(condition);
  const { contrary = `!${paren(condition, LEVEL.unary)}` } = condition;
  const comparing = condition.level === LEVEL.equality && condition.contrary !== undefined;
  return {
    ...condition,
    text: contrary,
    level: comparing ? LEVEL.equality : LEVEL.unary,
    contrary: condition.text,
    fact: { key, holds: !holds },
  };
};

/** All of the conditions as one. */
export const conjunction = (conditions: readonly Value[]): Value => {
  const [first, ...others] = conditions;
  if (first === undefined) return literalValue(true);
  if (others.length === 0) return first;
  return value(conditions.map((condition) => paren(condition, LEVEL.equality)).join(" && "), "boolean", {
    level: LEVEL.and,
    uses: conditions.flatMap((condition) => condition.uses),
  });
};

/** A value on its own: where it may not be evaluated, it is `otherwise`. */
export const unguarded = (guarded: Value, otherwise: string): Value => {
  if (guarded.guards.length === 0) return guarded;
  const guard = conjunction(guarded.guards);
  return value(`${paren(guard, LEVEL.and)} ? ${paren(guarded, LEVEL.nullish)} : ${otherwise}`, guarded.type, {
    level: LEVEL.conditional,
    optional: otherwise === "undefined",
    uses: [...guard.uses, ...guarded.uses],
  });
};
