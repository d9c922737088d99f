import { nearest } from "../nearest.ts";
import { nameOf, namespaceOf, type ShapeId } from "../shape-id.ts";

/** How many different ids are compared with all others: enough to help, few enough for a model that lacks a file. */
const BUDGET = 100;

/** Finds the existing shape id that is nearest to a wrong one, each wrong one once. */
export class Names {
  readonly #ids: readonly ShapeId[];
  readonly #found = new Map<string, ShapeId | undefined>();

  constructor(ids: Iterable<ShapeId>) {
    this.#ids = [...ids];
  }

  nearest(id: string): ShapeId | undefined {
    if (!this.#found.has(id) && this.#found.size < BUDGET) this.#found.set(id, this.#find(id));
    return this.#found.get(id);
  }

  /** The same name in another namespace, or else a name like it in the same one. */
  #find(id: string): ShapeId | undefined {
    const name = nameOf(id);
    const namesake = this.#ids.find((candidate) => nameOf(candidate) === name);
    if (namesake !== undefined) return namesake;
    const namespace = namespaceOf(id);
    const neighbours = this.#ids.filter((candidate) => namespaceOf(candidate) === namespace);
    const near = nearest(name, neighbours.map(nameOf));
    return near === undefined ? undefined : `${namespace}#${near}`;
  }
}
