/**
 * What a client itself costs: processor time per call with a request handler that has the answer at once, one call after
 * the other. Tinsmith in both runtimes beside the official clients, aws-sdk v2 and the same by hand.
 *
 *     npm run bench:client -- [--short] [--rounds N] [--calls N] [--only PART] [--write]
 *
 * `--short` leaves out most peers; `--only` measures those alone whose name holds this text.
 */
import { parseArgs } from "node:util";
import type { Measured } from "./support/budgets.ts";
import { LIMIT, OFFICIAL, type Participant, participants } from "./support/participants.ts";
import { installedVersion, publish, table } from "./support/report.ts";
import { ratioOf, showSpread, spreadOf, takeTurns } from "./support/rounds.ts";
import { OPERATIONS, type Operation } from "./support/work.ts";
import { bundleScript, startWorker, type Task, type Worker } from "./support/workers.ts";

const { values: args } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    rounds: { type: "string" },
    calls: { type: "string" },
    only: { type: "string", default: "" },
    write: { type: "boolean" },
  },
});
const rounds = Number(args.rounds ?? (args.short ? 3 : 9));
const calls = Number(args.calls ?? (args.short ? 300 : 1000));

/** Compilers are done with most of their work after so many calls. */
const WARM_UP = args.short ? 1000 : 2000;

const BY_HAND = "by hand";
const chosen = (await participants(args.short))
  .filter(({ kind }) => kind !== "fetch")
  .map((each): Participant => (each.name === LIMIT ? { ...each, name: BY_HAND } : each))
  .filter(({ name }) => name.includes(args.only));
const script = await bundleScript("worker");
const workers: Worker[] = [];
for (const participant of chosen) workers.push(await startWorker(script, participant, "canned"));

const measure = async (operation: Operation): Promise<ReadonlyMap<string, readonly number[]>> => {
  const taskOf = (round: number): Task => ({
    operation,
    calls: round === 0 ? Math.max(calls, WARM_UP) : calls,
    atOnce: 1,
  });
  const costs = await takeTurns(
    rounds,
    workers.map(
      ({ make }) =>
        (round: number) =>
          make(taskOf(round)),
    ),
  );
  return new Map(workers.map(({ name }, index) => [name, (costs[index] ?? []).map(({ cpu }) => cpu)]));
};

const rows: (readonly string[])[] = [];
const measured: Measured[] = [];
for (const operation of OPERATIONS) {
  const title = operation === "ForgotPassword" ? "unsigned" : "signed";
  const budget = operation === "ForgotPassword" ? "clientUnsigned" : "clientSigned";
  const all = await measure(operation);
  const [limit, official] = [all.get(BY_HAND), all.get(OFFICIAL)];
  for (const [name, cpu] of all) {
    const ratio = official === undefined ? undefined : ratioOf(cpu, official);
    rows.push([
      `${title}: ${name}`,
      showSpread(spreadOf(cpu), 1),
      limit === undefined ? "" : showSpread(ratioOf(cpu, limit), 2),
      ratio === undefined ? "" : showSpread(ratio, 3),
    ]);
    if (!name.startsWith("Tinsmith, ")) continue;
    const value = spreadOf(cpu).median;
    measured.push({ budget, of: name.slice(10), value, ...(ratio === undefined ? {} : { ratio: ratio.median }) });
  }
}
for (const { stop } of workers) stop();

publish({
  title: "The client alone",
  command: "npm run bench:client",
  versions: [`@smithy/core ${installedVersion("@smithy/core")}`],
  body: `Microseconds of processor time per call: ${rounds} interleaved rounds of ${calls} calls, median (least to most).\n\n${table([["", "CPU per call", `/ ${BY_HAND}`, "/ official newest"], ...rows])}`,
  measured,
});
