import { RuleSetError } from "../../ir/rule-set-error.ts";

/** A step of a path through an input. */
export type Step =
  | { readonly kind: "field"; readonly name: string }
  /** `[*]` and `[]`: what follows is done with each element, and what that gives makes one list. */
  | { readonly kind: "each" }
  /** `.*` */
  | { readonly kind: "values" }
  /** `keys(@)` */
  | { readonly kind: "keys" }
  /** `[a, b.c]` */
  | { readonly kind: "list"; readonly paths: readonly (readonly Step[])[] };

// What stands between quotes is a JSON string, with its escapes.
const TOKEN =
  /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*")|(\[\*\]|\[\]|[[\]().,*@]))/uy;
const MAX_DEPTH = 20;

type Token = { readonly name: string } | { readonly sign: string };

const tokenize = (path: string, at: string): readonly Token[] => {
  const tokens: Token[] = [];
  const scanner = new RegExp(TOKEN);
  for (let end = 0; end < path.trimEnd().length; end = scanner.lastIndex) {
    scanner.lastIndex = end;
    const match = scanner.exec(path);
    if (match === null)
      throw new RuleSetError(at, `"${path}" isn't in the part of JMESPath that endpoint rules may use`);
    const [, name, quoted, sign] = match;
    if (sign !== undefined) tokens.push({ sign });
    else tokens.push({ name: name ?? String(JSON.parse(quoted ?? '""')) });
  }
  return tokens;
};

/**
 * A path of `smithy.rules#operationContextParams`, in the part of JMESPath that the specification allows there:
 * identifiers, sub-expressions, wildcards, multi-select lists, flattening and `keys`.
 * https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#smithy-rules-operationcontextparams-trait
 *
 * @throws RuleSetError for all else
 */
export const parsePathExpression = (path: string, at: string): readonly Step[] => new Parser(path, at).whole();

class Parser {
  readonly #path: string;
  readonly #at: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(path: string, at: string) {
    this.#path = path;
    this.#at = at;
    this.#tokens = tokenize(path, at);
  }

  whole(): readonly Step[] {
    const steps = this.#expression();
    if (this.#next < this.#tokens.length) throw this.#fault();
    return steps;
  }

  #expression(): readonly Step[] {
    if (++this.#depth > MAX_DEPTH) throw this.#fault();
    const steps = [...this.#operand()];
    for (;;) {
      if (this.#take(".")) steps.push(...this.#operand());
      else if (this.#take("[*]") || this.#take("[]")) steps.push({ kind: "each" });
      else if (this.#take("[")) steps.push(this.#list());
      else break;
    }
    this.#depth -= 1;
    return steps;
  }

  /** What may stand at the start and after a dot. */
  #operand(): readonly Step[] {
    const token = this.#tokens[this.#next++];
    if (token === undefined) throw this.#fault();
    if ("name" in token) {
      if (!this.#take("(")) return [{ kind: "field", name: token.name }];
      if (token.name !== "keys") throw this.#fault();
      const of = this.#expression();
      this.#expect(")");
      return [...of, { kind: "keys" }];
    }
    if (token.sign === "@") return [];
    if (token.sign === "*") return [{ kind: "values" }, { kind: "each" }];
    if (token.sign === "[*]" || token.sign === "[]") return [{ kind: "each" }];
    if (token.sign === "[") return [this.#list()];
    throw this.#fault();
  }

  #list(): Step {
    const paths = [this.#expression()];
    while (this.#take(",")) paths.push(this.#expression());
    this.#expect("]");
    return { kind: "list", paths };
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#next];
    if (token === undefined || "name" in token || token.sign !== sign) return false;
    this.#next += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#fault();
  }

  #fault(): RuleSetError {
    return new RuleSetError(this.#at, `"${this.#path}" isn't in the part of JMESPath that endpoint rules may use`);
  }
}
