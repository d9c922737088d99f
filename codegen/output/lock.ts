import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { DiagnosticsError } from "../smithy/diagnostics.ts";
import { problems } from "./problems.ts";
import { ABSENT, unless } from "./system-error.ts";

/** The lock's place in a package's folder, while a run writes there. */
export const LOCK = ".tinsmith.lock";

/** How often a lock that another run holds is tried again. A run holds it for milliseconds. */
const ATTEMPTS = 200;
const PAUSE_MS = 50;

const ME = `${process.pid} on ${hostname()}`;

/** The locks that this process holds. */
const held = new Set<string>();

/**
 * Holds a folder against other runs, waiting for one that is under way. The lock names a process; one whose process
 * has ended is taken over. A lock from another machine (a shared disk, a container) can't be judged and is respected.
 *
 * @returns what gives the folder free again
 * @throws DiagnosticsError if another run doesn't end
 */
export const lock = async (folder: string, attempts = ATTEMPTS): Promise<() => void> => {
  const file = join(folder, LOCK);
  for (let attempt = 1; ; attempt++) {
    if (take(file)) {
      held.add(file);
      return () => {
        held.delete(file);
        rmSync(file, { force: true });
      };
    }
    const owner = unless(ABSENT, () => readFileSync(file, "utf8"));
    if (owner === undefined) continue;
    // A lock that stays empty belongs to a process that was killed between making it and signing it.
    if (isOver(owner, file) || (owner === "" && attempt >= attempts)) {
      breakLock(file, owner);
      continue;
    }
    if (attempt >= attempts) throw new DiagnosticsError([problems.locked(file, `process ${owner}`)]);
    await setTimeout(PAUSE_MS);
  }
};

const take = (file: string): boolean =>
  unless(["EEXIST"], () => {
    writeFileSync(file, ME, { flag: "wx" });
    return true;
  }) ?? false;

/** Whether the process of a lock has ended. A lock with this process's id that it doesn't hold is from an earlier one. */
const isOver = (owner: string, file: string): boolean => {
  const [, id, host] = /^(\d+) on (.*)$/s.exec(owner) ?? [];
  if (id === undefined || host !== hostname()) return false;
  return owner === ME ? !held.has(file) : !isAlive(Number(id));
};

/** Removes a lock, unless another run has just replaced it by its own: then that one is put back. */
const breakLock = (file: string, owner: string): void => {
  const aside = `${file}-${process.pid}`;
  const moved = unless(ABSENT, () => {
    renameSync(file, aside);
    return true;
  });
  if (moved === undefined) return;
  if (readFileSync(aside, "utf8") !== owner) unless(["EEXIST"], () => linkSync(aside, file));
  rmSync(aside, { force: true });
};

/** Whether a process of this machine is running. */
export const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};
