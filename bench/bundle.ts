/**
 * How large a program is that calls some operations, bundled by esbuild, minified and gzipped: with packages that
 * Tinsmith generates for just these operations, in both runtimes, beside the official client.
 *
 *     npm run bench:bundle -- [--modules] [--write]
 *
 * `--modules` also lists what the bundles of the `smithy-core` runtime consist of.
 */
import { parseArgs } from "node:util";
import { repositoryPath, repositoryRoot } from "../test/support/paths.ts";
import { type Bundle, bundle } from "./support/bundle.ts";
import { FOUR, UNSIGNED } from "./support/cognito.ts";
import { type Built, buildPackage, RUNTIMES } from "./support/package.ts";
import { installedVersion, publish, table } from "./support/report.ts";

interface Peer {
  readonly name: string;
  readonly package: (operations: readonly string[]) => Promise<Built>;
}

const { values: args } = parseArgs({ options: { modules: { type: "boolean" }, write: { type: "boolean" } } });

const WORKS = [
  { title: "four operations", operations: FOUR },
  { title: "the three unsigned ones", operations: UNSIGNED },
  { title: "ForgotPassword alone", operations: ["ForgotPassword"] },
] as const;

const NEWEST = "@aws-sdk/client-cognito-identity-provider";
const OLDER = `${NEWEST}-3.782.0`;

const ours = RUNTIMES.map((runtime): Peer => {
  return { name: `Tinsmith, ${runtime}`, package: (operations) => buildPackage(operations, runtime) };
});
const officials = [NEWEST, OLDER].map((name): Peer => {
  return {
    name: `official ${installedVersion(name)}`,
    package: async () => ({ name, folder: repositoryRoot(), path: repositoryPath("node_modules", name) }),
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
    `const client = new CognitoIdentityProviderClient({ region: "us-east-1" });`,
    `export const calls = [${commands.map((command) => `(input) => client.send(new ${command}(input))`).join(", ")}];`,
  ].join("\n");
};

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

const rowOf = (name: string, { start, all }: Bundle, reference: Bundle): readonly string[] => [
  name,
  kilobytes(start.bytes),
  kilobytes(start.gzipped),
  (start.gzipped / reference.start.gzipped).toFixed(2),
  kilobytes(all.gzipped),
];

const HEADER = ["", "at start", "gzipped", "/ official newest", "and on demand, gzipped"];
const parts: string[] = [];
for (const platform of ["browser", "node"] as const) {
  const rows: (readonly string[])[] = [];
  for (const { title, operations } of WORKS) {
    const peers = [...ours, ...(operations.length === 1 ? [oneOfFour] : []), ...officials];
    const made: { readonly name: string; readonly bundle: Bundle }[] = [];
    for (const { name, package: make } of peers) {
      const built = await make(operations);
      made.push({ name, bundle: await bundle(program(built.name, operations), built.folder, platform) });
    }
    const reference = made.find(({ name }) => name === officials[0]?.name)?.bundle;
    if (reference === undefined) throw new Error("There is no official client to compare with.");
    rows.push(...made.map((each) => rowOf(`${title}: ${each.name}`, each.bundle, reference)));
    const [core] = made;
    if (args.modules === true && core !== undefined) {
      const modules = core.bundle.modules.slice(0, 40).map(([path, bytes]) => `${String(bytes).padStart(7)} ${path}`);
      process.stdout.write(`${platform}, ${title}: bytes by module\n${modules.join("\n")}\n\n`);
    }
  }
  parts.push(`### ${platform === "browser" ? "Browsers" : "Node.js"}\n\n${table([HEADER, ...rows])}`);
}

publish({
  title: "Bundles",
  command: "npm run bench:bundle",
  versions: [`esbuild ${installedVersion("esbuild")}`, `@smithy/core ${installedVersion("@smithy/core")}`],
  body: parts.join("\n\n"),
});
