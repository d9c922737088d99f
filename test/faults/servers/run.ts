import { ConfiguredRetryStrategy } from "@smithy/core/retry";
import { commandOf, type Official } from "../../client/packages.ts";
import type { Fault, Hostile } from "./servers.ts";

/** What came of one call, and of what follows it. */
export interface Outcome {
  /** `output`, the error's name with its code, or `waits` where the call had to be aborted. */
  readonly result: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly attempts?: number;
  /** Whether the pause before the second attempt was as long as the server asked. */
  readonly paused: boolean;
  readonly note?: string;
  /** Whether the next call of the same client gives an output. */
  readonly nextWorks: boolean;
  /** Connections that are open when the client is destroyed. */
  readonly socketsLeft: number;
  /** Milliseconds that the call took. */
  readonly took: number;
}

/** Limits that a careful user sets, in milliseconds, here low enough for a test. */
const LIMITS = { connectionTimeout: 2_000, socketTimeout: 1_000 };
/** A call that takes longer waits for ever, as far as its user can tell: two attempts' limits, and time to spare. */
export const PATIENCE = 8_000;
/** How long what has to come, and isn't limited by itself, is waited for. */
const GRACE = 2_000;

/** One call of a client against a server, with one retry, and what follows it. */
export const outcomeOf = async (sdk: Official, fault: Fault): Promise<Outcome> => {
  const caller = new AbortController();
  const hostile = await fault.serve(() => caller.abort());
  const client = new sdk.CognitoIdentityProviderClient({
    region: "eu-west-1",
    endpoint: hostile.endpoint,
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    retryStrategy: new ConfiguredRetryStrategy(2, 0),
    requestHandler: { ...LIMITS, ...(fault.ca !== undefined && { httpsAgent: { ca: fault.ca } }) },
  });
  const send = (abortSignal: AbortSignal): Promise<Settled> =>
    client
      .send(commandOf(sdk, fault.signed ? "AdminResetUserPassword" : "ForgotPassword") as never, { abortSignal })
      .then(
        (output: Answered) => ({ result: "output", $metadata: output.$metadata }),
        (error: Answered & Error & { code?: unknown }) => ({
          result: typeof error.code === "string" ? `${error.name} (${error.code})` : error.name,
          $metadata: error.$metadata,
        }),
      );
  const started = performance.now();
  const settled = await within(PATIENCE, send(caller.signal));
  const took = performance.now() - started;
  if (settled === undefined) caller.abort();
  const note = hostile.note?.();
  await hostile.heal();
  const next = await within(PATIENCE, send(new AbortController().signal));
  client.destroy();
  const socketsLeft = await openAfter(hostile);
  await hostile.close();
  const { httpStatusCode: status, requestId, attempts, totalRetryDelay = 0 } = settled?.$metadata ?? {};
  return {
    result: settled?.result ?? "waits",
    ...(status !== undefined && { status }),
    ...(requestId !== undefined && { requestId }),
    ...(attempts !== undefined && { attempts }),
    paused: totalRetryDelay >= 900,
    ...(note !== undefined && { note }),
    nextWorks: next?.result === "output",
    socketsLeft,
    took,
  };
};

interface Answered {
  readonly $metadata?: Metadata;
}
interface Metadata {
  readonly httpStatusCode?: number;
  readonly requestId?: string;
  readonly attempts?: number;
  readonly totalRetryDelay?: number;
}
interface Settled {
  readonly result: string;
  readonly $metadata: Metadata | undefined;
}

/** The promise's value, or undefined where it takes longer. */
const within = async <T>(ms: number, promise: Promise<T>): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Connections that the server still has, when those that are closing had time for it. */
const openAfter = async ({ open }: Hostile): Promise<number> => {
  const until = performance.now() + GRACE;
  while (open() > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
  return open();
};
