/**
 * Circles in a graph: for each group of nodes that lead back to themselves, one path of nodes that does. Iterative,
 * since a chain can be as long as a model.
 */
export const cycles = <T>(nodes: Iterable<T>, edges: (node: T) => readonly T[]): readonly (readonly T[])[] => {
  const done = new Set<T>();
  const found: T[][] = [];
  for (const start of nodes) {
    if (done.has(start)) continue;
    const path: { readonly node: T; readonly next: Iterator<T> }[] = [];
    const onPath = new Map<T, number>();
    const enter = (node: T): void => {
      onPath.set(node, path.length);
      path.push({ node, next: edges(node)[Symbol.iterator]() });
    };
    enter(start);
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
  return found;
};
