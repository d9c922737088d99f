/**
 * A participant's process: answers each message, a `Task`, with what that task cost. Started by `workers.ts` with the
 * participant and where its calls go, as JSON.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { callerOf, type Part } from "./callers.ts";
import type { Participant } from "./participants.ts";
import { jsonCallerOf, serdeCallerOf } from "./serde/callers.ts";
import { serdeServiceOf } from "./serde/services.ts";
import type { Operation } from "./work.ts";
import type { Cost, Memory, Task } from "./workers.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const percentile = (sorted: Float64Array, part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

type Caller = (operation: Task["operation"]) => Promise<unknown>;

const callerFor = async (participant: Participant, where: Part): Promise<Caller> => {
  if (typeof where === "object") {
    const service = serdeServiceOf(where.serde);
    return participant.module === undefined ? jsonCallerOf(service) : serdeCallerOf(participant.module, service);
  }
  const call = await callerOf(participant, where);
  return (operation) => call(operation as Operation);
};

/** Makes a task's calls, so many at a time. */
const make = async (call: Caller, { operation, calls, atOnce }: Task): Promise<Cost> => {
  const times = new Float64Array(calls);
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < calls) {
      const index = next;
      next += 1;
      const start = performance.now();
      await call(operation);
      times[index] = performance.now() - start;
    }
  };
  const before = process.cpuUsage();
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  times.sort();
  return {
    cpu: (user + system) / calls,
    perSecond: calls / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
};

const memory = (): Memory => {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 };
};

const [, , text = ""] = process.argv;
const { participant, where } = JSON.parse(text) as { readonly participant: Participant; readonly where: Part };
const call = await callerFor(participant, where);
process.on("disconnect", () => process.exit());
process.on("message", async (task: Task | "memory") => {
  process.send?.(task === "memory" ? memory() : await make(call, task));
});
process.send?.("ready");
