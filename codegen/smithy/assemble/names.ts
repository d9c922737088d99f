import { nearest } from "../nearest.ts";

/** How many different names are compared with all others: enough to help, few enough for a model that lacks a file. */
const BUDGET = 100;

/** Finds the existing name that is nearest to a wrong one, each wrong one once. */
export class Names {
  readonly #names: Iterable<string>;
  readonly #found = new Map<string, string | undefined>();

  constructor(names: Iterable<string>) {
    this.#names = [...names];
  }

  nearest(name: string): string | undefined {
    if (!this.#found.has(name) && this.#found.size < BUDGET) this.#found.set(name, nearest(name, this.#names));
    return this.#found.get(name);
  }
}
