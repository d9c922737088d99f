import { HttpResponse } from "@smithy/core/protocols";
import { getRetryAfterHint, isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { retryAfter } from "../../../codegen/typescript/support/retry-after.ts";
import { retryErrorInfo } from "../../../codegen/typescript/support/retry-errors.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-04T05:06:07.089Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const publishedKind = (thrown: Error): string => {
  const error = thrown as Parameters<typeof isThrottlingError>[0];
  if (isThrottlingError(error)) return "THROTTLING";
  if (isTransientError(error)) return "TRANSIENT";
  return isServerError(error) ? "SERVER_ERROR" : "CLIENT_ERROR";
};

const NAMES = [
  ..."AccessDeniedException AuthFailure InvalidSignatureException RequestExpired RequestInTheFuture".split(" "),
  ..."RequestTimeTooSkewed SignatureDoesNotMatch BandwidthLimitExceeded EC2ThrottledException LimitExceeded".split(" "),
  ..."LimitExceededException PriorRequestNotComplete ProvisionedThroughputExceededException Request".split(" "),
  ..."RequestLimitExceeded RequestThrottled RequestThrottledException SlowDown ThrottledException Throttled".split(" "),
  ..."Throttling ThrottlingException TooManyRequestsException TransactionInProgressException".split(" "),
  ..."TimeoutError RequestTimeout RequestTimeoutException AbortError Error throttling xSlowDown SlowDownx".split(" "),
];
const CODES = [
  ..."ECONNRESET ECONNREFUSED EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN EPROTO".split(" "),
  ..."ERR_HTTP2_STREAM_ERROR ECONN xEPIPE".split(" "),
];
const MESSAGES = [
  ...["Failed to fetch", "NetworkError when attempting to fetch resource", "Load failed", "Network request failed"],
  ...["The Internet connection appears to be offline", "NetworkError when attempting to fetch resource.", "no"],
  ...["Signature expired: now", "It is NGHTTP2_REFUSED_STREAM"],
];
const STATUSES = [undefined, 200, 400, 403, 429, 499, 500, 501, 502, 503, 504, 505, 599, 600];

describe("kinds of errors", () => {
  const members: readonly object[] = [
    ...NAMES.map((name) => ({ name })),
    ...CODES.map((code) => ({ code })),
    ...STATUSES.map((httpStatusCode) => ({ $metadata: { httpStatusCode } })),
    ...[undefined, {}, { throttling: true }, { throttling: false }].map(($retryable) => ({ $retryable })),
    ...[true, false].map((clockSkewCorrected) => ({ $metadata: { clockSkewCorrected } })),
  ];
  const errors = members.flatMap((each) =>
    MESSAGES.flatMap((message) => [new Error(message), new TypeError(message)]).flatMap((error) => [
      Object.assign(new Error(error.message), each),
      Object.assign(error, each),
      Object.assign(Object.assign(new Error("outer", { cause: error }), { name: "AbortError" })),
      new Error("outer", { cause: error }),
      Object.assign(new Error("outer", { cause: error }), { $metadata: { httpStatusCode: 503 } }),
    ]),
  );

  it(`are the published ones, for ${errors.length} errors`, () => {
    const kinds = new Map<string, number>();
    for (const error of errors) {
      const kind = publishedKind(error);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      expect([error, retryErrorInfo(error)]).toEqual([error, { error, errorType: kind }]);
    }
    expect(kinds.size).toBe(4);
  });

  it.each(NAMES.flatMap((name) => STATUSES.map((status) => [name, status] as const)))(
    "are the published ones: %s with status %s",
    (name, httpStatusCode) => {
      for (const message of MESSAGES) {
        const error = Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
        expect(retryErrorInfo(error).errorType).toBe(publishedKind(error));
      }
    },
  );

  it.each([9, 10, 11, 12, 13])("go by causes as deep as the published ones: %i", (depth) => {
    let error: Error = Object.assign(new Error("inmost"), { code: "EPIPE" });
    for (let level = 0; level < depth; level += 1) error = new Error("outer", { cause: error });
    expect(retryErrorInfo(error).errorType).toBe(publishedKind(error));
  });

  it("are told of whatever is thrown", () => {
    for (const thrown of [undefined, null, 5, "text", Symbol("thrown"), {}, () => {}, { cause: null }]) {
      expect(retryErrorInfo(thrown)).toEqual({ error: thrown, errorType: "CLIENT_ERROR" });
    }
    const circle = new Error("circle");
    circle.cause = circle;
    expect(retryErrorInfo(circle).errorType).toBe("CLIENT_ERROR");
  });
});

describe("when a service wants to be asked again", () => {
  const values = [
    ...["0", "1", "120", "1.5", "-1", "", " 5", "5s", "soon", "1e3", ".5", "5.", "Infinity", "99999999999999"],
    ...["Wed, 04 Mar 2026 05:06:37 GMT", "Wed, 04 Mar 2026 05:05:37 GMT", "Wednesday, 04-Mar-26 05:07:07 GMT"],
    ...["Wed, 04 Mar 2026 05:06:07 GMT, 2", "Wed, 04 Mar 2026 05:06:07 GMT, 0.25", "GMT", "soon GMT, x"],
    ...["2026-03-04T05:06:09Z", "2026-03-04T05:06:01Z", "Wed Mar  4 05:06:37 2026", "Wed, 04 Foo 2026 05:06:37 GMT"],
  ];
  const names = ["retry-after", "Retry-After", "x-amz-retry-after", "X-Amz-Retry-After", "x-retry-after"];
  const hintOf = (headers: Record<string, string>) => getRetryAfterHint(new HttpResponse({ statusCode: 503, headers }));

  it.each(names.flatMap((name) => values.map((value) => [name, value] as const)))(
    "is as published: %s: %s",
    (name, value) => {
      const headers = { "content-type": "x", [name]: value };
      expect(retryAfter(headers)).toEqual(hintOf(headers));
    },
  );

  it("is what the first header says", () => {
    for (const headers of [
      { "retry-after": "1", "x-amz-retry-after": "2" },
      { "x-amz-retry-after": "2", "retry-after": "1" },
      { "retry-after": "x", "x-amz-retry-after": "2" },
    ]) {
      expect(retryAfter(headers)).toEqual(hintOf(headers));
    }
  });

  it("is told the logger where it can't be read", () => {
    const lines: unknown[] = [];
    const nothing = () => {};
    const logger = {
      trace: (line: unknown) => lines.push(line),
      debug: nothing,
      info: nothing,
      warn: nothing,
      error: nothing,
    };
    expect(retryAfter({ "X-Amz-Retry-After": "soon" }, logger)).toBeUndefined();
    expect(lines).toEqual(["Failed to parse x-amz-retry-after=soon"]);
  });

  it("is told with the error", () => {
    const error = { $response: new HttpResponse({ statusCode: 503, headers: { "retry-after": "2" } }) };
    expect(retryErrorInfo(error).retryAfterHint).toEqual(new Date("2026-03-04T05:06:09.089Z"));
  });
});
