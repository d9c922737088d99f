import { byCodeUnits } from "../../smithy/order.ts";

/** Functions that are declared once they are asked for, each once, whatever asks for which. */
export class Declarations {
  readonly #names = new Map<string, string>();
  readonly #waiting: (() => void)[] = [];
  readonly #texts: { readonly name: string; readonly text: string }[] = [];

  /**
   * The name of a function.
   *
   * @param key what it is for: a shape's id, where the shape has one function
   * @param claim gives the name, where it has none yet
   * @param write gives the text of the declaration; it may ask for more
   */
  ask(key: string, claim: () => string, write: (name: string) => string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = claim();
    this.#names.set(key, name);
    this.#waiting.push(() => this.#texts.push({ name, text: write(name) }));
    return name;
  }

  /** All that were asked for, sorted by name. */
  texts(): readonly string[] {
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) next();
    return this.#texts.sort((a, b) => byCodeUnits(a.name, b.name)).map(({ text }) => text);
  }
}
