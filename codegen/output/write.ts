import { lstatSync } from "node:fs";
import { DiagnosticsError } from "../smithy/diagnostics.ts";
import { draft } from "./create.ts";
import { carryOut, hasRelics, stage } from "./journal.ts";
import { lock } from "./lock.ts";
import { type Package, type Plan, plan } from "./plan.ts";
import { problems } from "./problems.ts";
import { undisturbed } from "./signals.ts";
import { ABSENT, asDiagnostic, isSystemError, reasonOf, unless } from "./system-error.ts";
import { takeBack } from "./take-back.ts";

/** What writing a package came to. Paths are relative to its folder, in the order of code units. */
export interface Written {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** A package made ready to be written, and what it takes to write it or to be rid of it. */
interface Prepared {
  readonly commit: () => Promise<Written> | Written;
  readonly discard: () => void;
}

/**
 * Writes packages, each wholly or not at all (`journal.ts` says how), and none where one of them has a conflict or
 * doesn't fit on the disk. Files that are already as they should be are not touched.
 *
 * @throws DiagnosticsError for what stands against it
 */
export const writePackages = async (packages: readonly Package[]): Promise<readonly Written[]> => {
  const done = packages.map(glance).flatMap((each) => (each !== undefined && isDone(each) ? [each] : []));
  if (done.length === packages.length) return done.map(resultOf);
  const settled = new Map(done.map((each) => [each.folder, each]));
  const locks = new Map<string, () => void>();
  const unlock = (): void => {
    for (const free of locks.values()) free();
  };
  try {
    // One order for all runs, so that no two of them wait for each other.
    for (const { folder } of [...packages].sort((a, b) => (a.folder < b.folder ? -1 : 1))) {
      if (isThere(folder) && !settled.has(folder)) locks.set(folder, await lockAndMend(folder));
    }
  } catch (error) {
    unlock();
    throw error;
  }
  return await undisturbed(async () => {
    try {
      return await commitAll(prepareAll(packages, settled, locks));
    } finally {
      unlock();
    }
  });
};

/**
 * A plan made without a lock, to see whether there is anything to do. It is good for nothing else: another run may be
 * half-way through the folder, and its new files, not yet in the manifest, look foreign.
 */
const glance = (wanted: Package): Plan | undefined => {
  if (!isThere(wanted.folder) || hasRelics(wanted.folder)) return undefined;
  try {
    return plan(wanted);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
};

/** Locks a folder and makes good what a killed run has left there. */
const lockAndMend = async (folder: string): Promise<() => void> => {
  let free: (() => void) | undefined;
  try {
    free = await lock(folder);
    takeBack(folder);
    return free;
  } catch (error) {
    free?.();
    throw explained(error, folder);
  }
};

/** @throws DiagnosticsError with the conflicts of all packages, before any is made ready */
const prepareAll = (
  packages: readonly Package[],
  settled: ReadonlyMap<string, Plan>,
  locks: ReadonlyMap<string, unknown>,
): readonly Prepared[] => {
  const plans = packages.map((wanted) => {
    const { folder } = wanted;
    // A folder that another run has made since this one looked is that run's for now: see `again`.
    if (!settled.has(folder) && !locks.has(folder) && isThere(folder)) return undefined;
    return settled.get(folder) ?? guarded(folder, () => plan(wanted));
  });
  const conflicts = plans.flatMap((each) => each?.conflicts ?? []);
  if (conflicts.length > 0) throw new DiagnosticsError(conflicts);
  const prepared: Prepared[] = [];
  try {
    for (const [index, wanted] of packages.entries()) {
      prepared.push(guarded(wanted.folder, () => prepare(wanted, plans[index], locks.has(wanted.folder))));
    }
    return prepared;
  } catch (error) {
    for (const each of prepared) each.discard();
    throw error;
  }
};

const prepare = (wanted: Package, each: Plan | undefined, isLocked: boolean): Prepared => {
  if (each === undefined) return { commit: () => again(wanted), discard: nothing };
  if (isDone(each)) return { commit: () => resultOf(each), discard: nothing };
  return isLocked ? prepareUpdate(each) : prepareNew(wanted, each);
};

const prepareNew = (wanted: Package, each: Plan): Prepared => {
  const { publish, discard } = draft(each);
  const commit = (): Promise<Written> | Written => {
    try {
      publish();
      return resultOf(each);
    } catch (error) {
      discard();
      if (isSystemError(error) && ["ENOTEMPTY", "EEXIST"].includes(error.code)) return again(wanted);
      throw error;
    }
  };
  return { commit, discard };
};

const prepareUpdate = (each: Plan): Prepared => {
  const { folder } = each;
  const discard = (): void => takeBack(folder);
  try {
    const journal = stage(each);
    const commit = (): Written => {
      try {
        carryOut(folder, journal);
        return resultOf(each);
      } catch (error) {
        takeBackAfter(error, folder);
        throw error;
      }
    };
    return { commit, discard };
  } catch (error) {
    discard();
    throw error;
  }
};

const again = async (wanted: Package): Promise<Written> => {
  const [result] = await writePackages([wanted]);
  return result ?? { written: [], removed: [], unchanged: 0 };
};

const commitAll = async (prepared: readonly Prepared[]): Promise<readonly Written[]> => {
  const results: Written[] = [];
  for (const [index, each] of prepared.entries()) {
    try {
      results.push(await each.commit());
    } catch (error) {
      for (const later of prepared.slice(index + 1)) later.discard();
      throw explained(error, "");
    }
  }
  return results;
};

const takeBackAfter = (error: unknown, folder: string): void => {
  try {
    takeBack(folder);
  } catch (second) {
    if (!isSystemError(second)) throw new AggregateError([error, second]);
    throw new DiagnosticsError([problems.notTakenBack(second.path ?? folder, reasonOf(second))]);
  }
};

const nothing = (): void => undefined;

const isThere = (folder: string): boolean =>
  unless(ABSENT, () => lstatSync(folder, { throwIfNoEntry: false })) !== undefined;

const isDone = ({ changes, removals, conflicts }: Plan): boolean =>
  changes.length + removals.length + conflicts.length === 0;

const resultOf = ({ changes, removals, unchanged }: Plan): Written => ({
  written: changes.map(({ file }) => file.path).sort(),
  removed: removals,
  unchanged,
});

const guarded = <T>(folder: string, action: () => T): T => {
  try {
    return action();
  } catch (error) {
    throw explained(error, folder);
  }
};

/** An error as it is reported: one of the file system as a diagnostic, any other (a fault in Tinsmith) as it is. */
const explained = (error: unknown, folder: string): unknown =>
  isSystemError(error) ? asDiagnostic(error, folder) : error;
