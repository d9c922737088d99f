/**
 * A long run of calls, one in ten of which goes wrong, 64 at a time, against a server in a process of its own: every
 * call comes to its own answer or error, and neither memory nor handles grow.
 *
 *     npm run bench:soak -- [--calls N] [--write]
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { ResponseMetadata, RetryStrategyV2, RetryToken } from "@smithy/types";
import { type CallOptions, type Client, pairs } from "../test/client/packages.ts";
import { publish, table } from "./support/report.ts";
import { RIGHT, serve, userOf, wrongs } from "./support/soak-server.ts";

const AT_ONCE = 64;
const ROUNDS = 10;
/** Milliseconds of silence after which an attempt is given up, in calls that are to meet silence. */
const SILENCE = 2_000;
/** The same in all others, which don't: longer than a loaded machine lets a process stand still. */
const LOST = 60_000;
/** Milliseconds after which a caller that aborts does so. */
const PATIENCE = 20;
/** What the heap may be larger after the last round than after the second: caches and profiles settle late. */
const GROWTH = 4;

const { values: args } = parseArgs({
  options: { calls: { type: "string", default: "100000" }, serve: { type: "boolean" }, write: { type: "boolean" } },
});

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

interface State {
  readonly calls: number;
  readonly lost: number;
  readonly heap: number;
  readonly resident: number;
  readonly handles: number;
}

/** Open files, idle sockets among them, where the system lists them; else what keeps the process alive. */
const handles = (): number => {
  const listed = "/proc/self/fd";
  return existsSync(listed) ? readdirSync(listed).length : process.getActiveResourcesInfo().length;
};

const stateAfter = (calls: number, lost: number): State => {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { calls, lost, heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20, handles: handles() };
};

type Sdk = (typeof pairs)[number]["ours"];

const tokenOf = (count: number): RetryToken => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

/** Two attempts at once. The published strategies keep account, and with this many errors they would run out. */
const twoAttempts: RetryStrategyV2 = {
  acquireInitialRetryToken: async () => tokenOf(0),
  refreshRetryTokenForRetry: async (token, { errorType }) => {
    if (token.getRetryCount() > 0 || (errorType !== "TRANSIENT" && errorType !== "THROTTLING")) {
      throw new Error("No attempt is left.");
    }
    return tokenOf(1);
  },
  recordSuccess: () => {},
};

/** An error as `RIGHT` writes it: `TimeoutError, ECONNRESET, 2`. */
const outcomeOf = (error: unknown): string => {
  const { name, code, $metadata } = error as {
    readonly name: string;
    readonly code?: string;
    readonly $metadata?: ResponseMetadata;
  };
  return [name, code, $metadata?.attempts].filter((part) => part !== undefined).join(", ");
};

/** What a call came to, where that isn't what it has to be: `reset:93: TypeError, 1: ...`. */
const mistakeOf = async (sdk: Sdk, client: Client, call: number): Promise<string | undefined> => {
  const kind = call % 10 === 3 ? (wrongs[Math.floor(call / 10) % wrongs.length] ?? "fine") : "fine";
  const user = userOf(kind, call);
  const caller = new AbortController();
  const timer = kind === "aborted" ? setTimeout(() => caller.abort(), PATIENCE) : undefined;
  const command = new sdk.ForgotPasswordCommand({ ClientId: "client", Username: user });
  const options: CallOptions = { abortSignal: caller.signal, ...(kind === "silent" && { socketTimeout: SILENCE }) };
  const right: readonly string[] = RIGHT[kind];
  try {
    const { CodeDeliveryDetails, $metadata } = await client.send(command, options);
    const answered = CodeDeliveryDetails?.Destination;
    const outcome = `answer, ${$metadata.attempts}`;
    return answered === user && right.includes(outcome) ? undefined : `${user}: ${outcome}: ${answered}`;
  } catch (error) {
    const outcome = outcomeOf(error);
    return right.includes(outcome) ? undefined : `${user}: ${outcome}: ${String(error)}`;
  } finally {
    clearTimeout(timer);
  }
};

/** All calls of one package in rounds, each of which ends before the next begins; the state after each. */
const soak = async (sdk: Sdk, port: number, calls: number): Promise<readonly State[]> => {
  const before = stateAfter(0, 0);
  const client: Client = new sdk.CognitoIdentityProviderClient({
    region: "eu-west-1",
    endpoint: `http://127.0.0.1:${port}`,
    retryStrategy: twoAttempts,
    requestHandler: { socketTimeout: LOST },
  });
  const states = [before];
  let lost = 0;
  let next = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const end = Math.round((calls / ROUNDS) * round);
    const lane = async (): Promise<void> => {
      while (next < end) {
        next += 1;
        const mistake = await mistakeOf(sdk, client, next);
        if (mistake !== undefined) {
          lost += 1;
          process.stderr.write(`${mistake}\n`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    states.push(stateAfter(end, lost));
  }
  client.destroy();
  // Sockets that are destroyed are gone some turns of the loop later.
  for (let turn = 0; turn < 100 && handles() > before.handles; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return [...states, stateAfter(calls, lost)];
};

const startServer = async (): Promise<{ readonly child: ChildProcess; readonly port: number }> => {
  const [, script = ""] = process.argv;
  const child = spawn(process.execPath, [script, "--serve"], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const [port] = (await once(child, "message")) as [number];
  return { child, port };
};

const faultsOf = (name: string, states: readonly State[]): readonly string[] => {
  const [before, , second] = states;
  const [last, after] = states.slice(-2);
  if (!before || !second || !last || !after) throw new Error("No round was run.");
  return [
    last.lost > 0 ? `${name}: ${last.lost} calls came to something else than they should.` : "",
    last.heap - second.heap > GROWTH ? `${name}: the heap grew by ${(last.heap - second.heap).toFixed(1)} MiB.` : "",
    last.handles > second.handles + AT_ONCE
      ? `${name}: ${last.handles - second.handles} handles more than at first.`
      : "",
    after.handles > before.handles ? `${name}: ${after.handles - before.handles} handles are left.` : "",
  ].filter((fault) => fault !== "");
};

const rowsOf = (name: string, states: readonly State[]): readonly (readonly string[])[] =>
  states.map(({ calls, lost, heap, resident, handles: open }, index) => [
    `${name}: ${index === 0 ? "before" : index === states.length - 1 ? "destroyed" : `round ${index}`}`,
    String(calls),
    String(lost),
    `${heap.toFixed(1)} MiB`,
    `${resident.toFixed(0)} MiB`,
    String(open),
  ]);

const main = async (): Promise<void> => {
  const { child, port } = await startServer();
  const unhandled: unknown[] = [];
  process.on("unhandledRejection", (reason) => unhandled.push(reason));
  try {
    const rows: (readonly string[])[] = [];
    const faults: string[] = [];
    for (const { name, ours } of pairs) {
      const states = await soak(ours, port, Number(args.calls));
      rows.push(...rowsOf(name, states));
      faults.push(...faultsOf(name, states));
    }
    if (unhandled.length > 0) faults.push(`${unhandled.length} rejections were handled by nobody.`);
    const verdict = faults.length === 0 ? "No answer lost, nothing grown." : faults.join("\n");
    const header = ["", "calls", "lost", "heap", "resident", "handles"];
    publish({
      title: "Soak",
      command: "npm run bench:soak",
      versions: [],
      body: `${args.calls} calls of each package, ${AT_ONCE} at once, one in ten going wrong.\n\n${table([header, ...rows])}\n\n${verdict}`,
    });
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    child.kill();
  }
};

if (args.serve === true) process.send?.(await serve());
else await main();
