import { spawnSync } from "node:child_process";

/** What a whole process took, from its start to its end, its children included. */
export interface Cost {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of processor time, of the user and of the system, over all threads. */
  readonly cpu: number;
  /** Mebibytes of memory at the peak, of the largest process. */
  readonly peak: number;
}

const MEASURE = "/usr/bin/time";
const FORMAT = "cost %e %U %S %M";

/** How a command is run. */
export interface RunOptions {
  /** The exit codes that are no failure; 0 alone where they aren't given. */
  readonly accepts?: readonly number[];
}

/** What a command may print, bytes: reports on dozens of models are long. */
const MOST_PRINTED = 64 * 2 ** 20;

/**
 * Runs a command and measures it with GNU time, which reads the system's own account of a process that has ended.
 * @returns its cost, and what it printed
 * @throws Error with the command's output where it fails, or where GNU time isn't installed
 */
export const run = (
  command: readonly string[],
  { accepts = [0] }: RunOptions = {},
): { readonly cost: Cost; readonly stdout: string } => {
  const started = performance.now();
  const options = { encoding: "utf8", maxBuffer: MOST_PRINTED } as const;
  const { status, stdout, stderr, error } = spawnSync(MEASURE, ["-f", FORMAT, ...command], options);
  const wall = (performance.now() - started) / 1000;
  if (error !== undefined) throw new Error(`The benchmarks need GNU time at ${MEASURE}.`, { cause: error });
  if (status === null || !accepts.includes(status))
    throw new Error(`${command.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  const [, , user, system, kibibytes] = (/^cost (\S+) (\S+) (\S+) (\S+)$/m.exec(stderr) ?? []).map(Number);
  if (user === undefined || system === undefined || kibibytes === undefined) {
    throw new Error(`${MEASURE} printed no cost: ${stderr}`);
  }
  return { cost: { wall, cpu: user + system, peak: kibibytes / 1024 }, stdout };
};

/** Whether a program is there to be run. */
export const isInstalled = (program: string): boolean => spawnSync(program, ["-version"]).error === undefined;
