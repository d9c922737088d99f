/** What Tinsmith has to keep to, and how it is told where machines differ. */
export interface Budget {
  readonly what: string;
  readonly limit: number;
  /** `us`, `ms`, `s`, `KB`, `MiB`, or what it is a multiple of. */
  readonly unit: string;
  /**
   * The same as a ratio to a peer of the same run, for limits in units of time, which hold for one machine. The short
   * form of the benchmarks fails where this, or else `limit`, is missed by more than twice.
   */
  readonly relative?: { readonly to: string; readonly limit: number };
}

/** All budgets. Each benchmark gives what it measured of those that are its own. */
export const BUDGETS = {
  generateFour: {
    what: "generate four Cognito operations out of the full model, cold process",
    limit: 0.2,
    unit: "s",
    relative: { to: "node -e ''", limit: 4 },
  },
  generateFourMemory: { what: "the same: peak memory", limit: 110, unit: "MiB" },
  generateAll: {
    what: "generate all operations of all shared models",
    limit: 3,
    unit: "s",
    relative: { to: "node -e ''", limit: 60 },
  },
  generateAllMemory: { what: "the same: peak memory", limit: 700, unit: "MiB" },
  callUnsigned: { what: "CPU per ForgotPassword call over loopback, 32 at once", limit: 1.5, unit: "x node:http" },
  callSigned: {
    what: "CPU per signed AdminResetUserPassword call over loopback, 32 at once",
    limit: 2,
    unit: "x node:http with its signer",
  },
  clientUnsigned: {
    what: "the client without the network, unsigned",
    limit: 15,
    unit: "us",
    relative: { to: "the official client", limit: 0.14 },
  },
  clientSigned: {
    what: "the client without the network, signed",
    limit: 40,
    unit: "us",
    relative: { to: "the official client", limit: 0.23 },
  },
  start: {
    what: "cold start to the first byte of the answer, unbundled, by require, over node -e ''",
    limit: 35,
    unit: "ms",
    relative: { to: "the official client", limit: 0.35 },
  },
  browserFour: { what: "bundle for browsers, gzipped: four operations", limit: 22, unit: "KB" },
  browserUnsigned: { what: "bundle for browsers, gzipped: the three unsigned ones", limit: 15, unit: "KB" },
  nodeUnsigned: { what: "bundle for Node.js, gzipped: loaded for an unsigned call", limit: 25, unit: "KB" },
  nodeSigned: {
    what: "bundle for Node.js, gzipped: loaded for a signed call with credentials from the environment",
    limit: 36,
    unit: "KB",
  },
  types: {
    what: "type check of a small consumer over an empty program (TypeScript 5.9)",
    limit: 0.35,
    unit: "x the official client's",
  },
} as const satisfies Readonly<Record<string, Budget>>;

/** What was measured of a budget. */
export interface Measured {
  readonly budget: keyof typeof BUDGETS;
  /** Whose figure it is, where there are several: a runtime. */
  readonly of?: string;
  /** In the budget's unit. */
  readonly value: number;
  /** To the budget's peer, where it has one. */
  readonly ratio?: number;
  /** The same ratio, or value, by the least of each series instead of medians. */
  readonly least?: number;
}

const budgetOf = ({ budget }: Measured): Budget => BUDGETS[budget];

/**
 * Whether a figure is worse than twice its budget, by all that was measured of it: on a machine that is busy with others
 * medians and leasts go astray, but seldom both.
 */
export const isFarOver = (measured: Measured): boolean => {
  const { limit, relative } = budgetOf(measured);
  const { value, ratio, least = Number.POSITIVE_INFINITY } = measured;
  return relative !== undefined && ratio !== undefined
    ? Math.min(ratio, least) > 2 * relative.limit
    : Math.min(value, least) > 2 * limit;
};

/** A machine that is slower than the one of the limits is told by the ratio to a peer in the same run. */
const verdict = (measured: Measured): string => {
  const { limit, relative } = budgetOf(measured);
  if (measured.value <= limit) return "met";
  return relative !== undefined && measured.ratio !== undefined && measured.ratio <= relative.limit
    ? "met as a ratio"
    : "not met";
};

const figure = (value: number): string => String(Number(value.toPrecision(value < 10 ? 2 : 3)));

/** A row of the table of budgets. */
export const rowOf = (measured: Measured): readonly string[] => {
  const { what, limit, unit, relative } = budgetOf(measured);
  const ratio =
    relative === undefined || measured.ratio === undefined
      ? ""
      : `${figure(measured.ratio)} x ${relative.to} (${relative.limit})`;
  return [
    measured.of === undefined ? what : `${what}: ${measured.of}`,
    `${limit} ${unit}`,
    `${figure(measured.value)} ${unit}`,
    ratio,
    verdict(measured),
  ];
};

/** The header of that table. */
export const HEADER = ["", "budget", "measured", "as a ratio (budget)", ""];
