/**
 * How large a program is that calls some operations, bundled by esbuild and by Rollup, minified and gzipped: with packages
 * that Tinsmith generates for just these operations, in both runtimes, beside the official client. For Node.js also what
 * a call loads of it.
 *
 *     npm run bench:bundle -- [--short] [--modules] [--write]
 *
 * `--short` leaves out Rollup and what no budget refers to; `--modules` lists what the `smithy-core` runtime's bundles
 * hold at start.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { repositoryPath, repositoryRoot } from "../test/support/paths.ts";
import type { Measured } from "./support/budgets.ts";
import { type Bundle, bundlers, type Platform, sizeOf, writeBundle } from "./support/bundle.ts";
import { FOUR, UNSIGNED } from "./support/cognito.ts";
import { type Built, buildPackage, CACHE, RUNTIMES } from "./support/package.ts";
import { NEWEST, OFFICIAL, OLDER } from "./support/participants.ts";
import { filesLoaded, writeRunner } from "./support/programs.ts";
import { installedVersion, publish, table } from "./support/report.ts";
import { bundleScript, start } from "./support/workers.ts";

const { values: args } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    modules: { type: "boolean", default: false },
    write: { type: "boolean" },
  },
});

interface Peer {
  readonly name: string;
  readonly package: (operations: readonly string[]) => Promise<Built>;
}

interface Work {
  readonly title: string;
  readonly operations: readonly string[];
  /** The budgets of its bundles by esbuild. */
  readonly browser?: Measured["budget"];
  readonly node?: Measured["budget"];
}

const ALL_WORKS: readonly Work[] = [
  { title: "four operations", operations: FOUR, browser: "browserFour", node: "nodeSigned" },
  { title: "the three unsigned ones", operations: UNSIGNED, browser: "browserUnsigned", node: "nodeUnsigned" },
  { title: "ForgotPassword alone", operations: ["ForgotPassword"] },
];
const WORKS = args.short ? ALL_WORKS.filter(({ browser }) => browser !== undefined) : ALL_WORKS;
const BUNDLERS = args.short ? (["esbuild"] as const) : (["esbuild", "rollup"] as const);
const SIGNED = "AdminResetUserPassword";

const ours = RUNTIMES.map((runtime): Peer => {
  return { name: `Tinsmith, ${runtime}`, package: (operations) => buildPackage(operations, runtime) };
});
const officials = [NEWEST, ...(args.short ? [] : [OLDER])].map((name): Peer => {
  const path = repositoryPath("node_modules", name);
  return {
    name: `official ${installedVersion(name)}`,
    package: async () => ({ name, folder: repositoryRoot(), path }),
  };
});
/** The first operation out of the package of four: what it takes along of the other three. */
const oneOfFour: Peer = {
  name: "Tinsmith, smithy-core, of the four",
  package: () => buildPackage(FOUR, "smithy-core"),
};

const program = (name: string, operations: readonly string[]): string => {
  const commands = operations.map((operation) => `${operation}Command`);
  return [
    `import { CognitoIdentityProviderClient, ${commands.join(", ")} } from ${JSON.stringify(name)};`,
    "export const callsOf = (options) => {",
    "  const client = new CognitoIdentityProviderClient(options);",
    `  return [${commands.map((command) => `(input) => client.send(new ${command}(input))`).join(", ")}];`,
    "};",
  ].join("\n");
};

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

const [server, port] = await start(await bundleScript("server"), []);

/** Bytes, gzipped, that a call loads of a bundle for Node.js. */
const loadedBy = (
  bundle: Bundle,
  operations: readonly string[],
  operation: "ForgotPassword" | typeof SIGNED,
): number => {
  const folder = join(CACHE, "bundle");
  writeBundle(bundle, folder);
  const urls = filesLoaded([writeRunner(folder, operation, operations.indexOf(operation))], Number(port));
  return sizeOf(bundle.filter(({ path }) => urls.some((url) => url.endsWith(`/${path}`)))).gzipped;
};

/** What is known of one bundle; sizes are gzipped. */
interface Result {
  readonly name: string;
  readonly bundle: Bundle;
  readonly start: number;
  readonly unsigned?: number;
  readonly signed?: number;
}

const listModules = (title: string, bundle: Bundle): void => {
  const modules = bundle.filter(({ atStart }) => atStart).flatMap((chunk) => chunk.modules);
  const lines = [...modules]
    .sort(([, a], [, b]) => b - a)
    .map(([path, bytes]) => `${String(bytes).padStart(7)} ${path}`);
  process.stdout.write(`${title}: bytes by module\n${lines.slice(0, 40).join("\n")}\n\n`);
};

const resultsOf = async (
  work: Work,
  bundler: keyof typeof bundlers,
  platform: Platform,
): Promise<readonly Result[]> => {
  const { operations } = work;
  const results: Result[] = [];
  for (const peer of [...ours, ...(operations.length === 1 ? [oneOfFour] : []), ...officials]) {
    const built = await peer.package(operations);
    const bundle = await bundlers[bundler](program(built.name, operations), built.folder, platform);
    const atStart = sizeOf(bundle.filter((chunk) => chunk.atStart)).gzipped;
    const unsigned = platform === "node" ? { unsigned: loadedBy(bundle, operations, "ForgotPassword") } : {};
    const signed =
      platform === "node" && operations.includes(SIGNED) ? { signed: loadedBy(bundle, operations, SIGNED) } : {};
    results.push({ name: peer.name, bundle, start: atStart, ...unsigned, ...signed });
  }
  const [first] = results;
  if (args.modules && first !== undefined) listModules(`${bundler}, ${platform}, ${work.title}`, first.bundle);
  return results;
};

const measured: Measured[] = [];
const measure = (work: Work, platform: Platform, { name, start: atStart, unsigned, signed }: Result): void => {
  const budget = work[platform];
  const bytes = platform === "browser" ? atStart : (signed ?? unsigned);
  if (budget === undefined || bytes === undefined || !name.startsWith("Tinsmith, ")) return;
  measured.push({ budget, of: name.slice(10), value: bytes / 1024 });
};

const HEADERS = {
  browser: ["", "minified", "gzipped", "/ official newest"],
  node: ["", "at start", "gzipped", "/ official newest", "by an unsigned call", "by a signed one", "all"],
} as const;

const parts: string[] = [];
for (const platform of ["browser", "node"] as const) {
  for (const bundler of BUNDLERS) {
    const rows: (readonly string[])[] = [];
    for (const work of WORKS) {
      const results = await resultsOf(work, bundler, platform);
      const reference = results.find(({ name }) => name === OFFICIAL)?.start ?? Number.NaN;
      for (const result of results) {
        const { name, bundle, start: atStart, unsigned, signed } = result;
        if (bundler === "esbuild") measure(work, platform, result);
        rows.push([
          `${work.title}: ${name}`,
          kilobytes(sizeOf(bundle.filter((chunk) => chunk.atStart)).bytes),
          kilobytes(atStart),
          (atStart / reference).toFixed(2),
          ...(platform === "browser"
            ? []
            : [
                unsigned === undefined ? "" : kilobytes(unsigned),
                signed === undefined ? "" : kilobytes(signed),
                kilobytes(sizeOf(bundle).gzipped),
              ]),
        ]);
      }
    }
    const heading = `${platform === "browser" ? "Browsers" : "Node.js"}, ${bundler === "esbuild" ? "esbuild" : "Rollup"}`;
    parts.push(`### ${heading}\n\n${table([HEADERS[platform], ...rows])}`);
  }
}
server.disconnect();

publish({
  title: "Bundles",
  command: "npm run bench:bundle",
  versions: ["esbuild", "rollup", "@smithy/core"].map((name) => `${name} ${installedVersion(name)}`),
  body: parts.join("\n\n"),
  measured,
});
