import { pathToFileURL } from "node:url";
import { buildCommitted, RUNTIMES } from "./package.ts";
import { installedVersion } from "./report.ts";

/** How a participant makes its calls: an SDK of the third or second version, or a few lines by hand. */
export type Kind = "v3" | "v2" | "fetch" | "http";

/** Someone who makes the calls that are measured, in a process of its own. */
export interface Participant {
  readonly name: string;
  readonly kind: Kind;
  /** What to import, where there is something to import. */
  readonly module?: string;
  /** Whether the client's option `cacheMiddleware` is on. */
  readonly cacheMiddleware?: boolean;
}

export const NEWEST = "@aws-sdk/client-cognito-identity-provider";
export const OLDER = `${NEWEST}-3.782.0`;

/** The names by which ratios refer to them: what any call costs at least, and what most people use. */
export const LIMIT = "node:http";
export const OFFICIAL = `official ${installedVersion(NEWEST)}`;

const officials: readonly Participant[] = [NEWEST, OLDER].flatMap((module): readonly Participant[] => {
  const name = `official ${installedVersion(module)}`;
  return [
    { name, kind: "v3", module },
    { name: `${name}, cacheMiddleware`, kind: "v3", module, cacheMiddleware: true },
  ];
});

/**
 * All who take part, those of Tinsmith first, whose packages in `generated/` are built here.
 *
 * @param short leaves out those that no budget refers to
 */
export const participants = async (short: boolean): Promise<readonly Participant[]> => {
  const ours: Participant[] = [];
  for (const runtime of RUNTIMES) {
    const { path } = buildCommitted(runtime);
    ours.push({ name: `Tinsmith, ${runtime}`, kind: "v3", module: pathToFileURL(`${path}/dist-cjs/index.mjs`).href });
  }
  const all: readonly Participant[] = [
    ...ours,
    ...officials,
    {
      name: `aws-sdk ${installedVersion("aws-sdk")}`,
      kind: "v2",
      module: "aws-sdk/clients/cognitoidentityserviceprovider.js",
    },
    { name: "fetch", kind: "fetch" },
    { name: LIMIT, kind: "http" },
  ];
  return short ? all.filter(({ name }) => name.startsWith("Tinsmith") || name === OFFICIAL || name === LIMIT) : all;
};
