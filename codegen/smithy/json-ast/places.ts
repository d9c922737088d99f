import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { Place } from "../diagnostics.ts";
import type { Origin, Source } from "../source.ts";

/**
 * Finds lines and columns of values in model files. A file is read a second time, for positions, only when something
 * in it is to be reported.
 */
export class Places {
  readonly #trees = new Map<Source, Node | undefined>();
  readonly #lines = new Map<Source, readonly number[]>();

  /** Where a value (or its key) stands. Where the file has no such value: where the nearest one around it stands. */
  of(origin: Origin): Place {
    const tree = this.#treeOf(origin.source);
    if (tree === undefined) return this.atOffset(origin.source, 0);
    for (let length = origin.path.length; length >= 0; length--) {
      const node = findNodeAtLocation(tree, origin.path.slice(0, length));
      if (node === undefined) continue;
      const key = origin.key === true && node.parent?.type === "property" ? node.parent : node;
      return this.atOffset(origin.source, key.offset);
    }
    return this.atOffset(origin.source, 0);
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

  #linesOf(source: Source): readonly number[] {
    const known = this.#lines.get(source);
    if (known !== undefined) return known;
    const starts = [0];
    for (const match of source.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.#lines.set(source, starts);
    return starts;
  }
}
