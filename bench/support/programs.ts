import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CREDENTIALS } from "./sign.ts";
import { CONTENT_TYPE, INPUTS, type Operation, REGION, TARGET } from "./work.ts";

/** Names the port of the server, in the environment of a program. */
const PORT = "TINSMITH_BENCH_PORT";

const ENDPOINT = `const endpoint = "http://127.0.0.1:" + process.env.${PORT};`;

/** Tells the time since the process started, and what it took, once the answer is there. */
const TELL =
  "const tell = () => process.stdout.write(JSON.stringify({ wall: performance.now(), cpu: process.cpuUsage() }), () => process.exit());";

/** A program that makes one call by an SDK of the third version, with credentials from the environment. */
export const v3Program = (load: (names: string) => string, operation: Operation = "ForgotPassword"): string =>
  [
    load(`CognitoIdentityProviderClient, ${operation}Command`),
    TELL,
    ENDPOINT,
    `const client = new CognitoIdentityProviderClient({ region: "${REGION}", endpoint });`,
    `client.send(new ${operation}Command(${JSON.stringify(INPUTS[operation])})).then(tell);`,
  ].join("\n");

/** The same by the second version. */
export const v2Program = [
  'const Service = require("aws-sdk/clients/cognitoidentityserviceprovider");',
  TELL,
  ENDPOINT,
  `const client = new Service({ region: "${REGION}", endpoint });`,
  `client.forgotPassword(${JSON.stringify(INPUTS.ForgotPassword)}).promise().then(tell);`,
].join("\n");

/** The same by nothing but Node.js. */
export const httpProgram = [
  'const { request } = require("node:http");',
  TELL,
  `const headers = { "content-type": "${CONTENT_TYPE}", "x-amz-target": "${TARGET}.ForgotPassword" };`,
  `const sent = request({ host: "127.0.0.1", port: process.env.${PORT}, method: "POST", headers }, (response) => {`,
  '  let body = "";',
  '  response.on("data", (chunk) => { body += chunk; }).on("end", () => { JSON.parse(body); tell(); });',
  "});",
  `sent.end(${JSON.stringify(JSON.stringify(INPUTS.ForgotPassword))});`,
].join("\n");

/** Writes a program beside a bundle's entry that makes one of the calls that it exports as `callsOf`. Gives its path. */
export const writeRunner = (folder: string, operation: Operation, index: number): string => {
  const file = join(folder, "runner.mjs");
  const call = `callsOf({ region: "${REGION}", endpoint })[${index}](${JSON.stringify(INPUTS[operation])}).then(tell);`;
  writeFileSync(file, ['import { callsOf } from "./entry.mjs";', TELL, ENDPOINT, call].join("\n"));
  return file;
};

/** Nothing at all. */
export const emptyProgram = `${TELL}\ntell();`;

/** What a program took from its process's start to its answer, in milliseconds. */
export interface Start {
  readonly wall: number;
  /** Of the user and of the system, over all threads. */
  readonly cpu: number;
}

const environment = (port: number): NodeJS.ProcessEnv => ({
  ...process.env,
  [PORT]: String(port),
  AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
});

const runProgram = (args: readonly string[], env: NodeJS.ProcessEnv): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (status !== 0 || stdout === "") throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}`);
  return stdout;
};

/** Runs a program, given as Node.js's arguments. @throws Error with its words where it fails */
export const startOf = (args: readonly string[], port: number): Start => {
  const { wall, cpu } = JSON.parse(runProgram(args, environment(port))) as {
    readonly wall: number;
    readonly cpu: NodeJS.CpuUsage;
  };
  return { wall, cpu: (cpu.user + cpu.system) / 1000 };
};

/** The files that a program loads until its answer, as V8 lists them for its report of coverage. */
export const filesLoaded = (args: readonly string[], port: number): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-bench-"));
  try {
    runProgram(args, { ...environment(port), NODE_V8_COVERAGE: folder });
    const urls = readdirSync(folder).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
        readonly result: readonly { readonly url: string }[];
      };
      return result.map(({ url }) => url).filter((url) => url.startsWith("file:"));
    });
    return [...new Set(urls)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
