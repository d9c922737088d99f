import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { build } from "esbuild";
import { repositoryPath } from "../../test/support/paths.ts";
import type { Part } from "./callers.ts";
import { CACHE } from "./package.ts";
import type { Participant } from "./participants.ts";
import type { Operation } from "./work.ts";

/** Some calls of one operation. */
export interface Task {
  /** An operation's name, or the title of a case of serializers. */
  readonly operation: Operation | (string & {});
  readonly calls: number;
  readonly atOnce: number;
}

/** What a task cost its process. */
export interface Cost {
  /** Microseconds of processor time per call, of the user and of the system, over all threads. */
  readonly cpu: number;
  readonly perSecond: number;
  /** Milliseconds from a call to its answer: half of the calls, and 99 of 100, took no longer. */
  readonly p50: number;
  readonly p99: number;
}

/** Mebibytes, garbage collected. */
export interface Memory {
  readonly heap: number;
  readonly resident: number;
}

/** A participant in a process of its own. */
export interface Worker {
  readonly name: string;
  readonly make: (task: Task) => Promise<Cost>;
  readonly memory: () => Promise<Memory>;
  readonly stop: () => void;
}

/** Bundles a file of this folder to be started as a process; packages stay outside. */
export const bundleScript = async (name: string): Promise<string> => {
  const outfile = `${CACHE}/${name}.mjs`;
  await build({
    entryPoints: [repositoryPath("bench", "support", `${name}.ts`)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
};

/** Starts a script and waits for its first message; what it prints goes to standard error. */
export const start = async (script: string, args: readonly string[]): Promise<[ChildProcess, unknown]> => {
  const child = fork(script, args, { stdio: ["ignore", 2, 2, "ipc"], execArgv: ["--no-warnings"] });
  return [child, await answerOf(child)];
};

/** The next message of a process. @throws Error where it ends instead */
const answerOf = async (child: ChildProcess): Promise<unknown> => {
  const listening = new AbortController();
  const { signal } = listening;
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([message]) => message as unknown),
      once(child, "exit", { signal }).then(([code]) => {
        throw new Error(`A participant's process ended with ${code}.`);
      }),
    ]);
  } finally {
    listening.abort();
  }
};

/** Starts a participant's process. */
export const startWorker = async (script: string, participant: Participant, where: Part): Promise<Worker> => {
  const [child] = await start(script, [JSON.stringify({ participant, where })]);
  const ask = async (question: Task | "memory"): Promise<unknown> => {
    child.send(question);
    return answerOf(child);
  };
  return {
    name: participant.name,
    make: async (task) => (await ask(task)) as Cost,
    memory: async () => (await ask("memory")) as Memory,
    stop: () => child.disconnect(),
  };
};
