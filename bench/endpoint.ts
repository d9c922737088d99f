/**
 * Endpoint resolvers alone, compiled by Tinsmith beside those of the official clients, which walk a decision diagram:
 * how large they are, and what an endpoint costs, with the parameters of the model's own endpoint tests.
 *
 *     npm run bench:endpoint -- [--short] [--rounds N] [--write]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { repositoryPath, sharedPath } from "../test/support/paths.ts";
import { buildPackage, CACHE } from "./support/package.ts";
import { installedVersion, publish, table } from "./support/report.ts";
import { ratioOf, showSpread, spreadOf, takeTurns } from "./support/rounds.ts";

const { values: args } = parseArgs({
  options: { short: { type: "boolean", default: false }, rounds: { type: "string" }, write: { type: "boolean" } },
});
const rounds = Number(args.rounds ?? (args.short ? 1 : 9));
/** Endpoints of a round, about. */
const ENDPOINTS = args.short ? 2_000 : 50_000;

interface Service {
  readonly model: string;
  readonly operation: string;
  readonly official: string;
}

const SERVICES: readonly Service[] = [
  { model: "dynamodb-2012-08-10", operation: "GetItem", official: "@aws-sdk/client-dynamodb" },
  { model: "s3-2006-03-01", operation: "GetObject", official: "@aws-sdk/client-s3" },
];

type Parameters = Readonly<Record<string, unknown>>;
type Resolver = (parameters: Parameters) => unknown;

/** The parameters of the model's endpoint tests that give an endpoint, each once. */
const parametersOf = (file: string): readonly Parameters[] => {
  const { shapes }: Model = JSON.parse(readFileSync(file, "utf8"));
  const service = Object.values(shapes).find(({ type }) => type === "service");
  const cases = service?.traits?.["smithy.rules#endpointTests"]?.testCases ?? [];
  const given = cases.filter(({ expect }) => "endpoint" in expect).map(({ params }) => JSON.stringify(params ?? {}));
  return [...new Set(given)].map((text) => JSON.parse(text) as Parameters);
};

interface Model {
  readonly shapes: Readonly<
    Record<string, { readonly type: string; readonly traits?: { readonly "smithy.rules#endpointTests"?: Tests } }>
  >;
}
interface Tests {
  readonly testCases: readonly { readonly params?: Parameters; readonly expect: object }[];
}

/** A resolver in one file, minified: gzipped bytes of its own code and of all that it needs, and what it exports. */
const bundle = async (name: string, folder: string) => {
  const text = async (alone: boolean): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [join(folder, "dist-es", "endpoint", "endpointResolver.js")],
      ...{ bundle: true, write: false, minify: true, format: "esm", platform: "neutral", target: "es2022" },
      ...{ mainFields: ["module", "main"], external: ["node:*"], logLevel: "error" },
      packages: alone ? "external" : "bundle",
    });
    return outputFiles[0]?.text ?? "";
  };
  const whole = await text(false);
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `endpoint-${name}.mjs`);
  writeFileSync(file, whole);
  const module: { readonly defaultEndpointResolver: Resolver } = await import(pathToFileURL(file).href);
  const gzipped = (code: string): number => gzipSync(code, { level: 9 }).length;
  return { own: gzipped(await text(true)), whole: gzipped(whole), resolve: module.defaultEndpointResolver };
};

/** Some cases are of partitions that have changed since, or of services that the newer client refuses. */
const isResolved = (resolve: Resolver, parameters: Parameters): boolean => {
  try {
    resolve(parameters);
    return true;
  } catch {
    return false;
  }
};

/** Microseconds of processor time for one endpoint, of so many in turn. */
const costOf = (resolve: Resolver, parameters: readonly Parameters[]): number => {
  const turns = Math.ceil(ENDPOINTS / parameters.length);
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn++) for (const each of parameters) resolve(each);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (turns * parameters.length);
};

const compare = async ({ model, operation, official }: Service): Promise<readonly (readonly string[])[]> => {
  const file = sharedPath("models", `${model}.json`);
  if (file === undefined) return [];
  const { path } = await buildPackage([operation], "smithy-core", { model: file, prefix: `bench-endpoint-${model}` });
  const peers = [
    { name: "Tinsmith", ...(await bundle(`ours-${model}`, path)) },
    { name: "official", ...(await bundle(`official-${model}`, repositoryPath("node_modules", official))) },
  ];
  const parameters = parametersOf(file).filter((each) => peers.every(({ resolve }) => isResolved(resolve, each)));
  const costs = await takeTurns(
    rounds,
    peers.flatMap(({ resolve }) => [
      async () => costOf(resolve, parameters),
      async () => costOf(resolve, parameters.slice(0, 1)),
    ]),
  );
  return peers.map(({ name, own, whole }, index) => {
    const [turns = [], same = []] = costs.slice(2 * index);
    const ratio = showSpread(ratioOf(turns, costs[2] ?? []), 2);
    const sizes = [own, whole].map((bytes) => (bytes / 1024).toFixed(1));
    const times = [turns, same].map((cost) => showSpread(spreadOf(cost), 2));
    return [`${model}, ${parameters.length} endpoints: ${name}`, ...sizes, ...times, ratio];
  });
};

const rows: (readonly string[])[] = [];
for (const service of SERVICES) rows.push(...(await compare(service)));
const header = ["", "own code KB", "with packages KB", "CPU us, in turn", "CPU us, the same", "in turn / official"];
const note =
  `Code is minified and gzipped. Microseconds of processor time for an endpoint: ${rounds} interleaved rounds, median ` +
  "(least to most), with the parameters of the model's endpoint tests in turn, which are more than a resolver keeps " +
  "(50), and with the same ones again and again, which it keeps.";
publish({
  title: "Endpoint resolvers",
  command: "npm run bench:endpoint",
  versions: SERVICES.map(({ official }) => `${official} ${installedVersion(official)}`),
  body: rows.length === 0 ? "Left out: it needs the models in `../shared`." : `${note}\n\n${table([header, ...rows])}`,
});
