import type { Official } from "../../client/packages.ts";
import { pairs } from "../../client/packages.ts";
import { identities } from "./certificates.ts";
import { type Outcome, outcomeOf } from "./run.ts";
import { faults } from "./servers.ts";

/** What came of one fault, by client. */
export interface Row {
  readonly fault: string;
  /** Of each generated package, by its name. */
  readonly ours: Readonly<Record<string, Outcome>>;
  /** Of the newest official client. */
  readonly official: Outcome;
}

/** How many calls wait for their servers at a time. */
const AT_ONCE = 8;

/** Every fault with every client; what takes much memory runs alone, after the others. */
export const compareAll = async (): Promise<{ readonly rows: readonly Row[]; readonly complete: boolean }> => {
  const certificates = identities();
  const clients: readonly { readonly name: string; readonly sdk: Official }[] = [
    ...pairs.map(({ name, ours }) => ({ name, sdk: ours })),
    ...pairs
      .filter(({ name }) => !name.endsWith("-smithy-client"))
      .map(({ official }) => ({ name: "", sdk: official })),
  ];
  const all = faults(certificates);
  const results = new Map<string, Outcome>();
  const calls = all.flatMap((fault) =>
    clients.map(({ name, sdk }) => ({
      heavy: fault.heavy === true,
      run: async () => void results.set(`${fault.name}\n${name}`, await outcomeOf(sdk, fault)),
    })),
  );
  await inParallel(
    AT_ONCE,
    calls.filter(({ heavy }) => !heavy).map(({ run }) => run),
  );
  await inParallel(
    1,
    calls.filter(({ heavy }) => heavy).map(({ run }) => run),
  );
  const resultOf = (fault: string, client: string): Outcome => {
    const outcome = results.get(`${fault}\n${client}`);
    if (outcome === undefined) throw new Error(`${fault} wasn't tried.`);
    return outcome;
  };
  const rows = all.map(({ name: fault }) => ({
    fault,
    ours: Object.fromEntries(pairs.map(({ name }) => [name, resultOf(fault, name)])),
    official: resultOf(fault, ""),
  }));
  return { rows, complete: certificates !== undefined };
};

const inParallel = async (lanes: number, tasks: readonly (() => Promise<void>)[]): Promise<void> => {
  const waiting = [...tasks];
  const lane = async (): Promise<void> => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await task();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

/** One cell: `TimeoutError, 200, request-1, 2 attempts; next call fails`. */
export const cellOf = (outcome: Outcome): string => {
  const { result, status, requestId, attempts, paused, note, nextWorks, socketsLeft } = outcome;
  const facts = [
    result,
    status === undefined ? "" : `HTTP ${status}`,
    requestId === undefined ? "" : "request id",
    attempts === undefined ? "" : `${attempts} attempt${attempts === 1 ? "" : "s"}`,
    paused ? "after the pause" : "",
    note ?? "",
  ];
  const after = [nextWorks ? "" : "the next call fails", socketsLeft === 0 ? "" : "a connection stays open"];
  return [facts, after]
    .map((part) => part.filter((fact) => fact !== "").join(", "))
    .filter((part) => part !== "")
    .join("; ");
};

/** The table as Markdown, the same for every run. */
export const tableOf = (rows: readonly Row[]): string =>
  [
    "| a server that | generated clients | official client |",
    "| --- | --- | --- |",
    ...rows.map(({ fault, ours, official }) => {
      const cells = new Set(Object.values(ours).map(cellOf));
      return `| ${fault} | ${[...cells].join("; or ")} | ${cellOf(official)} |`;
    }),
  ].join("\n");
