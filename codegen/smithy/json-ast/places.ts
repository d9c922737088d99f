import { type Node, parseTree } from "jsonc-parser";
import type { Place } from "../diagnostics.ts";
import type { ShapeId } from "../shape-id.ts";
import type { Origin, Source } from "../source.ts";

/**
 * Finds lines and columns of values in model files. A file is read a second time, for positions, only when something
 * in it is to be reported.
 */
export class Places {
  readonly #trees = new Map<Source, Node | undefined>();
  readonly #children = new Map<Node, ReadonlyMap<string | number, Node>>();
  readonly #lines = new Map<Source, readonly number[]>();

  /** Where a value (or its key) stands. Where the file has no such value: where the nearest one around it stands. */
  of(origin: Origin): Place {
    let node = this.#treeOf(origin.source);
    let whole = true;
    for (const step of origin.path) {
      const child = node === undefined ? undefined : this.#childrenOf(node).get(step);
      if (child === undefined) {
        whole = false;
        break;
      }
      node = child;
    }
    const isKey = whole && origin.key === true && node?.parent?.type === "property";
    return this.atOffset(origin.source, (isKey ? node?.parent : node)?.offset ?? 0);
  }

  /** Where a shape is written. Its key mostly stands once in its file, and is found without reading all of it again. */
  ofShape(source: Source, id: ShapeId): Place {
    const key = new RegExp(`"${id.replace(/[.$]/g, "\\$&")}"\\s*:`, "g");
    const [found, ...more] = source.text.matchAll(key);
    return found === undefined || more.length > 0
      ? this.of({ source, path: ["shapes", id], key: true })
      : this.atOffset(source, found.index);
  }

  atOffset(source: Source, offset: number): Place {
    const starts = this.#linesOf(source);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: source.file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  #treeOf(source: Source): Node | undefined {
    if (!this.#trees.has(source)) this.#trees.set(source, parseTree(source.text));
    return this.#trees.get(source);
  }

  /** Values by key or index. A key that is there twice means its last value, as it does to `JSON.parse`. */
  #childrenOf(node: Node): ReadonlyMap<string | number, Node> {
    const known = this.#children.get(node);
    if (known !== undefined) return known;
    const children = new Map<string | number, Node>();
    node.children?.forEach((child, index) => {
      const [key, value] = child.children ?? [];
      if (child.type !== "property") children.set(index, child);
      else if (typeof key?.value === "string" && value !== undefined) children.set(key.value, value);
    });
    this.#children.set(node, children);
    return children;
  }

  #linesOf(source: Source): readonly number[] {
    const known = this.#lines.get(source);
    if (known !== undefined) return known;
    const starts = [0];
    for (const match of source.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.#lines.set(source, starts);
    return starts;
  }
}
