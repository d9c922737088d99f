import type { HttpRequest } from "@smithy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isolate } from "./environment.ts";
import {
  type Client,
  type ClientConfig,
  commandOf,
  type Middleware,
  type Official,
  operations,
  pairs,
  stackOf,
} from "./packages.ts";
import { bodyText, Recorder, type Reply } from "./recorder.ts";

/** What calls without an answer ended with; the same for both clients, so that none is equal for want of requests. */
const failures: string[] = [];

let cleanUp: () => void = () => {};
beforeEach(() => {
  failures.length = 0;
  cleanUp = isolate();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-02-03T04:05:06Z") });
});
afterEach(() => {
  cleanUp();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Gives every attempt the same id, where it is still to be signed. */
const fixInvocationId = (client: Client): void => {
  const fix: Middleware = (next) => (args: { readonly request: HttpRequest }) => {
    args.request.headers["amz-sdk-invocation-id"] = "the-id";
    return next(args as never);
  };
  stackOf(client).addRelativeTo(fix, { relation: "after", toMiddleware: "retryMiddleware", name: "fixInvocationId" });
};

const base: ClientConfig = {
  region: "eu-west-1",
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "session" },
  defaultUserAgentProvider: async () => [["agent", "1.0"]],
};

/** What a client hands to its request handler for one call. */
const requestsOf = async (
  sdk: Official,
  operation: (typeof operations)[number],
  config: ClientConfig = {},
  replies: readonly Reply[] = [],
): Promise<readonly HttpRequest[]> => {
  const requestHandler = new Recorder(...replies);
  try {
    const client = new sdk.CognitoIdentityProviderClient({ ...base, ...config, requestHandler });
    fixInvocationId(client);
    await client.send(commandOf(sdk, operation) as never);
  } catch (error) {
    failures.push(String(error));
  }
  return requestHandler.requests.map((request) => ({ ...request, body: bodyText(request) }));
};

describe.each(pairs)("the requests of $name", ({ ours, official }) => {
  it.each(operations)("equal the official ones to the byte: %s", async (operation) => {
    const [request] = await requestsOf(ours, operation);
    expect([request]).toEqual(await requestsOf(official, operation));
    expect(request?.method).toBe("POST");
    const signed = operation === "AdminResetUserPassword";
    expect("authorization" in (request?.headers ?? {})).toBe(signed);
  });

  it.each<[string, ClientConfig]>([
    ["a path, a query and a port", { endpoint: "http://localhost:8080/pre%20fix/?a=b&c=1&c=2" }],
    [
      "an object",
      { endpoint: { protocol: "https:", hostname: "h.example", path: "/p/", port: 444, query: { q: "1" } } },
    ],
    ["a provider", { endpoint: async () => ({ protocol: "https:", hostname: "h.example", path: "/" }) }],
    ["a provider of text", { endpoint: async () => "https://h.example" as never }],
    ["a URL in the new form", { endpoint: { url: new URL("https://h.example:8443/x") } as never }],
    ["a region's provider", { region: async () => "us-gov-west-1" }],
    ["another partition", { region: "cn-north-1" }],
    ["an unknown region", { region: "xx-new-9" }],
    ["FIPS", { useFipsEndpoint: true }],
    ["dual stack", { useDualstackEndpoint: async () => true }],
    ["FIPS and dual stack", { useFipsEndpoint: true, useDualstackEndpoint: true, region: "us-west-2" }],
    ["FIPS of China", { useFipsEndpoint: true, region: "cn-north-1" }],
    ["a pseudo region of FIPS", { region: "fips-us-east-1" }],
    ["a custom endpoint with FIPS", { useFipsEndpoint: true, endpoint: "https://h.example" }],
    ["no region", { region: undefined as never, endpoint: "https://h.example" }],
    ["an empty region", { region: "" }],
    ["a region that is no host label", { region: "a/b" }],
    ["a user agent of the user's own", { customUserAgent: [["mine", "2"]], userAgentAppId: "app" }],
    ["a signing region of the user's own", { signingRegion: "us-east-2", signingEscapePath: false } as never],
    ["a clock that is off", { systemClockOffset: 3_600_000 }],
    ["many attempts", { maxAttempts: 7, retryMode: "adaptive" }],
  ])("equal the official ones with %s", async (_, config) => {
    for (const operation of ["AdminResetUserPassword", "ForgotPassword"] as const) {
      const requests = await requestsOf(ours, operation, config);
      expect(requests).toEqual(await requestsOf(official, operation, config));
      const [failure] = failures.splice(0, 1);
      expect([failure]).toEqual([failures.pop()]);
      expect(failure === undefined).toBe(requests.length > 0);
    }
  });

  it.each(["", "trace=%20 \u00e9"])("carry the trace of a Lambda function (%s)", async (trace) => {
    vi.stubEnv("AWS_LAMBDA_FUNCTION_NAME", "function");
    vi.stubEnv("_X_AMZN_TRACE_ID", `Root=1-2-3${trace}`);
    const requests = await requestsOf(ours, "ForgotPassword");
    expect(requests).toEqual(await requestsOf(official, "ForgotPassword"));
    expect(requests[0]?.headers["X-Amzn-Trace-Id"]).toMatch(/^Root=1-2-3/);
  });

  it("come again with the attempt's number, the same id, and the server's clock", async () => {
    const busy: Reply = {
      status: 503,
      headers: { date: "Tue, 03 Feb 2026 05:05:06 GMT" },
      body: '{"__type":"InternalErrorException"}',
    };
    const requests = await requestsOf(ours, "AdminResetUserPassword", {}, [busy, busy, {}]);
    expect(requests).toEqual(await requestsOf(official, "AdminResetUserPassword", {}, [busy, busy, {}]));
    expect(requests.map(({ headers }) => headers["amz-sdk-request"])).toEqual([
      "attempt=1; max=3",
      "attempt=2; max=3",
      "attempt=3; max=3",
    ]);
    expect(requests.map(({ headers }) => headers["x-amz-date"])).toEqual([
      "20260203T040506Z",
      "20260203T050506Z",
      "20260203T050506Z",
    ]);
  });

  it("are made with the server's clock after an error that says so", async () => {
    const skewed: Reply = {
      status: 400,
      headers: { date: "Tue, 03 Feb 2026 05:05:06 GMT" },
      body: '{"__type":"RequestTimeTooSkewed"}',
    };
    const requests = await requestsOf(ours, "AdminResetUserPassword", {}, [skewed, {}]);
    expect(requests).toEqual(await requestsOf(official, "AdminResetUserPassword", {}, [skewed, {}]));
    expect(requests).toHaveLength(2);
  });
});
