/** A graph's nodes, each after those that it leads to, and the circles that keep this from being wholly true. */
export interface Order<T> {
  readonly nodes: readonly T[];
  /** The nodes of each circle: every one leads to the next, and the last to the first. */
  readonly cycles: readonly (readonly T[])[];
}

/** Orders a graph from some nodes on. Iterative, since a chain can be as long as a model. */
export const order = <T>(nodes: Iterable<T>, edges: (node: T) => readonly T[]): Order<T> => {
  const done = new Set<T>();
  const found: T[][] = [];
  const path: { readonly node: T; readonly next: Iterator<T> }[] = [];
  const onPath = new Map<T, number>();
  const enter = (node: T): void => {
    onPath.set(node, path.length);
    path.push({ node, next: edges(node)[Symbol.iterator]() });
  };
  for (const start of nodes) {
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.next.next();
      if (step.done === true) {
        path.pop();
        onPath.delete(top.node);
        done.add(top.node);
        continue;
      }
      const back = onPath.get(step.value);
      if (back !== undefined) found.push(path.slice(back).map(({ node }) => node));
      else if (!done.has(step.value)) enter(step.value);
    }
  }
  return { nodes: [...done], cycles: found };
};
