/** A number that was measured several times. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Of an even count, the greater of the two in the middle. @throws Error where there is no number */
export const spreadOf = (numbers: readonly number[]): Spread => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [min, median, max] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  if (min === undefined || median === undefined || max === undefined) throw new Error("Nothing was measured.");
  return { min, median, max };
};

/**
 * Runs some actions in turn, round after round, so that a machine that slows down for a while does so for all of them.
 * Where there
 * are several rounds, one more comes first to warm up the disk's cache, and isn't counted.
 *
 * @returns the results of each action, in the order of rounds
 */
export const interleave = <T>(rounds: number, actions: readonly (() => T)[]): readonly (readonly T[])[] => {
  const results: T[][] = actions.map(() => []);
  for (let round = rounds > 1 ? 0 : 1; round <= rounds; round++) {
    for (const [index, action] of actions.entries()) {
      const result = action();
      if (round > 0) results[index]?.push(result);
    }
  }
  return results;
};

/**
 * The same for actions that take turns with others of their process. Round 0 warms up compilers and sockets and isn't
 * counted; each later round begins with another action.
 */
export const takeTurns = async <T>(
  rounds: number,
  actions: readonly ((round: number) => Promise<T>)[],
): Promise<readonly (readonly T[])[]> => {
  const results: T[][] = actions.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < actions.length; turn++) {
      const index = (turn + round) % actions.length;
      const result = await actions[index]?.(round);
      if (round > 0 && result !== undefined) results[index]?.push(result);
    }
  }
  return results;
};

/** How many times as much a series is as another, round by round. */
export const ratioOf = (numbers: readonly number[], others: readonly number[]): Spread =>
  spreadOf(numbers.map((number, round) => number / (others[round] ?? Number.NaN)));

/**
 * How much more a series takes than another by the least of each, since what others do on the machine only adds.
 */
export const leastExcess = (numbers: readonly number[], others: readonly number[]): number =>
  Math.min(...numbers) - Math.min(...others);

/** `12.3 (11.9 to 14.0)` */
export const showSpread = ({ min, median, max }: Spread, digits: number): string =>
  `${median.toFixed(digits)} (${min.toFixed(digits)} to ${max.toFixed(digits)})`;
