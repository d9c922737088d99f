/** What was measured of some work of a certain size. */
export interface Point {
  readonly size: number;
  readonly cost: number;
}

/**
 * How cost grows with size, as the exponent of a power: the slope of the straight line through the logarithms of both
 * that has the least squares. 1 is linear, 2 quadratic.
 *
 * @throws Error where there are not two sizes, or a cost isn't above zero
 */
export const exponentOf = (points: readonly Point[]): number => {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (of: (log: { x: number; y: number }) => number): number =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length;
  const x = mean((log) => log.x);
  const y = mean((log) => log.y);
  const slope = mean((log) => (log.x - x) * (log.y - y)) / mean((log) => (log.x - x) ** 2);
  if (!Number.isFinite(slope)) throw new Error("Growth takes several sizes, and costs above zero.");
  return slope;
};
