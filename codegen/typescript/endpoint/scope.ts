import type { Local, RuleType, Value } from "./values.ts";
import { factOf } from "./values.ts";

/** Words that can't name a variable of the compiled function, or that it uses itself. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield async of " +
    "params resolve Object URL"
  ).split(" "),
);

/** `PartitionResult` is `partitionResult`, `ARNType` is `arnType`, `uri_encoded_bucket` is `uriEncodedBucket`. */
const camelCase = (name: string): string => {
  const joined = name.replace(/_+(.?)/g, (_, next: string) => next.toUpperCase());
  const camel = joined.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (head) => head.toLowerCase());
  return /^[a-z]/.test(camel) ? camel : `value${camel}`;
};

/**
 * What is known at one place of the compiled function: its variables, which conditions hold or don't, and what has been
 * computed before. A block's scope sees those around it.
 */
export class Scope {
  readonly #parent: Scope | undefined;
  readonly #variables = new Map<string, Local>();
  readonly #taken: Set<string>;
  readonly #facts = new Map<string, boolean>();
  readonly #literals = new Map<string, string>();
  readonly #computed = new Map<string, Local>();

  /** @param taken identifiers that the function or its file uses otherwise */
  constructor(taken: Iterable<string>, parent?: Scope) {
    this.#taken = new Set(taken);
    this.#parent = parent;
  }

  block(): Scope {
    return new Scope([], this);
  }

  /** Runs `compile` for one rule, whose names the next one doesn't see; what it computed stays known. */
  withNames<T>(compile: () => T): T {
    const names = [...this.#variables];
    const result = compile();
    this.#variables.clear();
    for (const [name, local] of names) this.#variables.set(name, local);
    return result;
  }

  /** The variable that a rule's name stands for. */
  variable(name: string): Local | undefined {
    return this.#variables.get(name) ?? this.#parent?.variable(name);
  }

  /** A new variable for a rule's name, under an identifier that is safe and free. */
  declare(name: string, type: RuleType, optional: boolean): Local {
    const wanted = camelCase(name);
    let free = wanted;
    for (let n = 2; RESERVED.has(free) || this.#isTaken(free); n++) free = `${wanted}${n}`;
    const local: Local = { name: free, type, optional, used: false };
    this.#taken.add(free);
    this.#variables.set(name, local);
    return local;
  }

  /** Lets a rule's name stand for a variable that exists. */
  bind(name: string, local: Local): void {
    this.#variables.set(name, local);
  }

  remember(computed: Value, local: Local): void {
    this.#computed.set(computed.text, local);
  }

  /** The variable that already holds what a text computes. */
  computed(text: string): Local | undefined {
    return this.#computed.get(text) ?? this.#parent?.computed(text);
  }

  /** From here on `condition` is known to hold, or not to. */
  learn(condition: Value, holds = true): void {
    const fact = factOf(condition);
    const truth = fact.holds === holds;
    this.#facts.set(fact.key, truth);
    const literal = truth ? comparedLiteral(fact.key) : undefined;
    if (literal) this.#literals.set(literal.subject, literal.literal);
  }

  /** Whether a condition holds, as far as it is known. */
  known(condition: Value): boolean | undefined {
    if (typeof condition.literal === "boolean") return condition.literal;
    const fact = factOf(condition);
    const truth = this.#fact(fact.key);
    return truth === undefined ? undefined : truth === fact.holds;
  }

  #fact(key: string): boolean | undefined {
    const known = this.#truth(key);
    if (known !== undefined) return known;
    const compared = comparedLiteral(key);
    const literal = compared && this.#literal(compared.subject);
    return literal === undefined ? undefined : literal === compared?.literal;
  }

  #truth(key: string): boolean | undefined {
    return this.#facts.get(key) ?? (this.#parent === undefined ? undefined : this.#parent.#truth(key));
  }

  #literal(subject: string): string | undefined {
    return this.#literals.get(subject) ?? (this.#parent === undefined ? undefined : this.#parent.#literal(subject));
  }

  #isTaken(identifier: string): boolean {
    if (this.#taken.has(identifier)) return true;
    return this.#parent === undefined ? false : this.#parent.#isTaken(identifier);
  }
}

/** `a.name === "aws"`: a text that is that one literal is no other. */
const comparedLiteral = (key: string): { subject: string; literal: string } | undefined => {
  const match = /^([\w$.[\]]+) === (["'].*["'])$/s.exec(key);
  const [, subject, literal] = match ?? [];
  return subject === undefined || literal === undefined ? undefined : { subject, literal };
};
