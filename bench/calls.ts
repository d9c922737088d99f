/**
 * What a call costs its process, over loopback to a server in another process, keep-alive: Tinsmith in both runtimes
 * beside the official clients, aws-sdk v2, `fetch` and the least that it takes, `node:http`.
 *
 *     npm run bench:calls -- [--short] [--rounds N] [--calls N] [--memory N] [--only PART] [--write]
 *
 * `--calls` are made in each round, `--memory` by each participant once in a fresh process; `--short` leaves out
 * most peers; `--only` measures those alone whose name holds this text.
 */
import { parseArgs } from "node:util";
import type { Measured } from "./support/budgets.ts";
import { LIMIT, OFFICIAL, participants } from "./support/participants.ts";
import { installedVersion, publish, table } from "./support/report.ts";
import { ratioOf, showSpread, spreadOf, takeTurns } from "./support/rounds.ts";
import { OPERATIONS, type Operation } from "./support/work.ts";
import { bundleScript, type Cost, start, startWorker, type Worker } from "./support/workers.ts";

const { values: args } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    rounds: { type: "string" },
    calls: { type: "string" },
    memory: { type: "string" },
    only: { type: "string", default: "" },
    write: { type: "boolean" },
  },
});
const rounds = Number(args.rounds ?? (args.short ? 5 : 7));
const calls = Number(args.calls ?? (args.short ? 640 : 1280));
const memoryCalls = Number(args.memory ?? (args.short ? 0 : 200_000));
/** How many calls are under way at once; the budgets are of 32. */
const AT_ONCE = args.short ? [32] : [1, 32, 256];
/** Enough for compilers to have done most of their work. */
const WARM_UP = 4000;

const chosen = (await participants(args.short)).filter(({ name }) => name.includes(args.only));
const [server, port] = await start(await bundleScript("server"), []);
const script = await bundleScript("worker");
const startOne = (participant: (typeof chosen)[number]): Promise<Worker> =>
  startWorker(script, participant, Number(port));

const rows: (readonly string[])[] = [];
const measured: Measured[] = [];

const report = (operation: Operation, atOnce: number, results: ReadonlyMap<string, readonly Cost[]>): void => {
  const cpuOf = (name: string): readonly number[] | undefined => results.get(name)?.map(({ cpu }) => cpu);
  const [limit, official] = [cpuOf(LIMIT), cpuOf(OFFICIAL)];
  for (const [name, costs] of results) {
    const cpu = costs.map((cost) => cost.cpu);
    const middle = (of: (cost: Cost) => number): number => spreadOf(costs.map(of)).median;
    const toLimit = limit === undefined ? undefined : ratioOf(cpu, limit);
    rows.push([
      `${operation}, ${atOnce} at once: ${name}`,
      showSpread(spreadOf(cpu), 0),
      toLimit === undefined ? "" : showSpread(toLimit, 2),
      official === undefined ? "" : showSpread(ratioOf(cpu, official), 2),
      middle(({ perSecond }) => perSecond).toFixed(0),
      `${middle(({ p50 }) => p50).toFixed(2)} ms`,
      `${middle(({ p99 }) => p99).toFixed(2)} ms`,
    ]);
    if (atOnce !== 32 || toLimit === undefined || !name.startsWith("Tinsmith, ")) continue;
    const budget = operation === "ForgotPassword" ? "callUnsigned" : "callSigned";
    measured.push({ budget, of: name.slice(10), value: toLimit.median });
  }
};

const workers: Worker[] = [];
for (const participant of chosen) workers.push(await startOne(participant));
for (const operation of OPERATIONS) {
  for (const atOnce of AT_ONCE) {
    const costs = await takeTurns(
      rounds,
      workers.map(
        ({ make }) =>
          (round: number) =>
            make({ operation, atOnce, calls: round === 0 ? Math.max(calls, WARM_UP) : calls }),
      ),
    );
    report(operation, atOnce, new Map(workers.map(({ name }, index) => [name, costs[index] ?? []])));
  }
}
for (const { stop } of workers) stop();

const HEADER = ["", "CPU us per call", "/ node:http", "/ official newest", "calls/s", "p50", "p99"];
const parts = [
  `Processor time of the calling process: ${rounds} interleaved rounds of ${calls} calls, median (least to most). ` +
    `Signed calls by \`fetch\` and \`node:http\` are signed with \`node:crypto\`, the key being kept.`,
  table([HEADER, ...rows]),
];

if (memoryCalls > 0) {
  const memoryOf = async (participant: (typeof chosen)[number]): Promise<readonly string[]> => {
    const worker = await startOne(participant);
    await worker.make({ operation: "ForgotPassword", calls: WARM_UP, atOnce: 32 });
    const before = await worker.memory();
    await worker.make({ operation: "ForgotPassword", calls: memoryCalls, atOnce: 32 });
    const after = await worker.memory();
    worker.stop();
    const figures = [before.heap, after.heap, after.heap - before.heap, after.resident];
    return [participant.name, ...figures.map((mebibytes) => `${mebibytes.toFixed(1)} MiB`)];
  };
  const memory: (readonly string[])[] = [];
  // Nothing is timed here, so two can share the machine.
  for (let first = 0; first < chosen.length; first += 2) {
    memory.push(...(await Promise.all(chosen.slice(first, first + 2).map(memoryOf))));
  }
  const header = ["", `heap after ${WARM_UP} calls`, `after ${memoryCalls} more`, "growth", "resident"];
  parts.push(`Memory, garbage collected:\n\n${table([header, ...memory])}`);
}
server.disconnect();

publish({
  title: "Calls",
  command: "npm run bench:calls",
  versions: [`@smithy/core ${installedVersion("@smithy/core")}`],
  body: parts.join("\n\n"),
  measured,
});
