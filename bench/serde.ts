/**
 * What serializers themselves cost: a large `BatchWriteItem` of Amazon DynamoDB to its request, and a large answer of
 * `Query` to its output; Tinsmith in both runtimes, the official clients, and JSON alone.
 *
 *     npm run bench:serde -- [--short] [--rounds N] [--calls N] [--write]
 */
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { sharedPath } from "../test/support/paths.ts";
import { buildPackage, RUNTIMES } from "./support/package.ts";
import type { Participant } from "./support/participants.ts";
import { installedVersion, publish, table } from "./support/report.ts";
import { ratioOf, showSpread, spreadOf, takeTurns } from "./support/rounds.ts";
import { SERDE_OPERATIONS } from "./support/serde-callers.ts";
import { bundleScript, startWorker, type Worker } from "./support/workers.ts";

const { values: args } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    rounds: { type: "string" },
    calls: { type: "string" },
    write: { type: "boolean" },
  },
});
const rounds = Number(args.rounds ?? (args.short ? 1 : 9));
const calls = Number(args.calls ?? (args.short ? 5 : 100));
const WARM_UP = args.short ? 20 : 150;

const NEWEST = "@aws-sdk/client-dynamodb";
const OLDER = `${NEWEST}-3.782.0`;
const LIMIT = "JSON alone";
const OFFICIAL = `official ${installedVersion(NEWEST)}`;

const participantsOf = async (model: string): Promise<readonly Participant[]> => {
  const ours: Participant[] = [];
  for (const runtime of RUNTIMES) {
    const { path } = await buildPackage(SERDE_OPERATIONS, runtime, { model, prefix: "bench-dynamodb" });
    ours.push({ name: `Tinsmith, ${runtime}`, kind: "v3", module: pathToFileURL(`${path}/dist-es/index.js`).href });
  }
  const officials = [NEWEST, OLDER].map((module): Participant => {
    return { name: `official ${installedVersion(module)}`, kind: "v3", module };
  });
  return [...ours, ...officials, { name: LIMIT, kind: "http" }];
};

const compare = async (model: string): Promise<string> => {
  const script = await bundleScript("worker");
  const workers: Worker[] = [];
  for (const participant of await participantsOf(model)) workers.push(await startWorker(script, participant, "serde"));
  const rows: (readonly string[])[] = [];
  for (const operation of SERDE_OPERATIONS) {
    const costs = await takeTurns(
      rounds,
      workers.map(
        ({ make }) =>
          (round: number) =>
            make({ operation, atOnce: 1, calls: round === 0 ? Math.max(calls, WARM_UP) : calls }),
      ),
    );
    const all = new Map(workers.map(({ name }, index) => [name, (costs[index] ?? []).map(({ cpu }) => cpu)]));
    const title = operation === "Query" ? "read Query's answer" : "write BatchWriteItem";
    for (const [name, cpu] of all) {
      const ratios = [LIMIT, OFFICIAL].map((peer) => showSpread(ratioOf(cpu, all.get(peer) ?? []), 2));
      rows.push([`${title}: ${name}`, showSpread(spreadOf(cpu), 0), ...ratios]);
    }
  }
  for (const { stop } of workers) stop();
  return `Microseconds of processor time: ${rounds} interleaved rounds of ${calls}, median (least to most). A request's body is text or bytes, as the client makes it.\n\n${table([["", "CPU us", `/ ${LIMIT}`, "/ official newest"], ...rows])}`;
};

const model = sharedPath("models", "dynamodb-2012-08-10.json");
publish({
  title: "Serializers alone",
  command: "npm run bench:serde",
  versions: [`@smithy/core ${installedVersion("@smithy/core")}`],
  body: model === undefined ? "Left out: it needs DynamoDB's model in `../shared`." : await compare(model),
});
