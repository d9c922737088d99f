/**
 * What serializers themselves cost, a service for each protocol: a large request written, and a large answer read; Tinsmith
 * in both runtimes, the official clients, and JSON alone.
 *
 *     npm run bench:serde -- [--short] [--rounds N] [--calls N] [--protocol NAME] [--write]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { sharedPath } from "../test/support/paths.ts";
import { buildPackage, CACHE, RUNTIMES } from "./support/package.ts";
import type { Participant } from "./support/participants.ts";
import { installedVersion, publish, table } from "./support/report.ts";
import { ratioOf, showSpread, spreadOf, takeTurns } from "./support/rounds.ts";
import type { SerdeService } from "./support/serde/case.ts";
import { SERDE_SERVICES } from "./support/serde/services.ts";
import { bundleScript, startWorker, type Worker } from "./support/workers.ts";

const { values: args } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    rounds: { type: "string" },
    calls: { type: "string" },
    protocol: { type: "string" },
    write: { type: "boolean" },
  },
});
const rounds = Number(args.rounds ?? (args.short ? 1 : 9));
const calls = Number(args.calls ?? (args.short ? 5 : 100));
const WARM_UP = args.short ? 20 : 150;

const LIMIT = "JSON alone";

/** The service's model, as a file that names the protocol where the service itself doesn't. */
const modelOf = (service: SerdeService, path: string): string => {
  if (service.protocol !== "rpcv2Cbor") return path;
  const text = readFileSync(path, "utf8").replace('"aws.protocols#awsJson1_0": {}', '"smithy.protocols#rpcv2Cbor": {}');
  mkdirSync(CACHE, { recursive: true });
  const changed = join(CACHE, `cbor-${service.model}`);
  writeFileSync(changed, text);
  return changed;
};

const participantsOf = async (service: SerdeService, path: string): Promise<readonly Participant[]> => {
  const model = modelOf(service, path);
  const operations = service.cases.map(({ command }) => command);
  const ours: Participant[] = [];
  for (const runtime of args.short ? RUNTIMES.slice(0, 1) : RUNTIMES) {
    const built = await buildPackage(operations, runtime, { model, prefix: `bench-${service.protocol.toLowerCase()}` });
    ours.push({
      name: `Tinsmith, ${runtime}`,
      kind: "v3",
      module: pathToFileURL(`${built.path}/dist-es/index.js`).href,
    });
  }
  const officials = [service.official, ...(service.older === undefined || args.short ? [] : [service.older])].map(
    (module): Participant => ({ name: `official ${installedVersion(module)}`, kind: "v3", module }),
  );
  return [...ours, ...officials, { name: LIMIT, kind: "http" }];
};

const compare = async (service: SerdeService, model: string, script: string): Promise<string> => {
  const official = `official ${installedVersion(service.official)}`;
  const workers: Worker[] = [];
  for (const participant of await participantsOf(service, model)) {
    workers.push(await startWorker(script, participant, { serde: service.protocol }));
  }
  const rows: (readonly string[])[] = [];
  for (const { title } of service.cases) {
    const costs = await takeTurns(
      rounds,
      workers.map(
        ({ make }) =>
          (round: number) =>
            make({ operation: title, atOnce: 1, calls: round === 0 ? Math.max(calls, WARM_UP) : calls }),
      ),
    );
    const all = new Map(workers.map(({ name }, index) => [name, (costs[index] ?? []).map(({ cpu }) => cpu)]));
    for (const [name, cpu] of all) {
      const ratios = [LIMIT, official].map((peer) => showSpread(ratioOf(cpu, all.get(peer) ?? []), 2));
      rows.push([`${title}: ${name}`, showSpread(spreadOf(cpu), 0), ...ratios]);
    }
  }
  for (const { stop } of workers) stop();
  return `### ${service.protocol}\n\n${table([["", "CPU us", `/ ${LIMIT}`, "/ official newest"], ...rows])}`;
};

const NOTE = `Microseconds of processor time: ${rounds} interleaved rounds of ${calls}, median (least to most). A request's body is text or bytes, as the client makes it. ${LIMIT} is \`JSON.stringify\` and \`JSON.parse\` of the same content, whatever the protocol. In CBOR the official one is the published protocol with the schemas of the official DynamoDB client.`;

const sections: string[] = [];
const script = await bundleScript("worker");
for (const service of SERDE_SERVICES.filter(
  ({ protocol }) => args.protocol === undefined || args.protocol === protocol,
)) {
  const model = sharedPath("models", service.model);
  const left = `### ${service.protocol}\n\nLeft out: it needs \`${service.model}\` in \`../shared/models\`.`;
  sections.push(model === undefined ? left : await compare(service, model, script));
}
publish({
  title: "Serializers alone",
  command: "npm run bench:serde",
  versions: [`@smithy/core ${installedVersion("@smithy/core")}`],
  body: [NOTE, ...sections].join("\n\n"),
});
