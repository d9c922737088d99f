import type { Segment as SegmentClass } from "aws-xray-sdk-core";
import xray from "aws-xray-sdk-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type InstalledPackage, installPackage } from "../support/installed-package.ts";
import { generatedPackages } from "../support/package-source.ts";
import { commandOf, inputs, type Official, operations, pairs } from "./packages.ts";
import { Recorder, type Reply } from "./recorder.ts";
import { COGNITO_CALLS, peers, spansOf } from "./tracing.ts";

describe.each(generatedPackages())(
  "OpenTelemetry's instrumentation of the AWS SDK sees $name",
  ({ folder, runtime }) => {
    let installed: InstalledPackage;
    beforeAll(async () => {
      installed = await installPackage(folder);
    });

    // With the hook for loaders, and for packages that load less: `npm run prove`.
    it.each(["CommonJS", "ES modules"] as const)("as the official client of its generation: %s", async (form) => {
      const { name, project } = installed;
      const [ours = [], official] = await Promise.all(
        [name, peers[runtime]].map((each) => spansOf(project, each, form, COGNITO_CALLS)),
      );
      expect(ours).toEqual(official);
      expect(ours).toHaveLength(6);
      expect(ours[0]).toMatchObject({
        name: "CognitoIdentityProvider.ForgotPassword",
        attributes: { "rpc.method": "ForgotPassword", "cloud.region": "eu-west-1", "aws.request.id": "request" },
      });
      expect(ours[4]).toMatchObject({ status: { code: 2, message: "No such user." }, events: ["exception"] });
    });
  },
);

const UNEQUAL = new Set(["id", "start_time", "end_time", "trace_id", "stack", "working_directory"]);

/** What a daemon would get of a segment, without ids, times and stacks. */
const plain = (segment: SegmentClass): unknown =>
  JSON.parse(JSON.stringify(segment), (key, value) =>
    UNEQUAL.has(key) || (key === "cause" && typeof value === "string") ? undefined : value,
  );

const REFUSED: Reply = { status: 400, body: '{"__type":"UserNotFoundException","message":"No such user."}' };
const THROTTLED: Reply = { status: 400, body: '{"__type":"TooManyRequestsException","message":"Slow down."}' };

const captured = (sdk: Official, segment: SegmentClass | undefined, ...replies: readonly Reply[]) => {
  const requestHandler = new Recorder(...replies);
  const client = new sdk.CognitoIdentityProviderClient({
    region: "eu-west-1",
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    maxAttempts: 1,
    requestHandler,
  });
  return { client: xray.captureAWSv3Client(client as never, segment) as unknown as typeof client, requestHandler };
};

describe.each(pairs)("X-Ray's capture of $name", ({ ours, official }) => {
  it("has a subsegment for each call, as of the official client, in a segment given by hand", async () => {
    xray.enableManualMode();
    const segments = [];
    for (const sdk of [ours, official]) {
      const segment = new xray.Segment("calls");
      const { client, requestHandler } = captured(sdk, segment, {}, {}, {}, {}, REFUSED, THROTTLED);
      for (const operation of operations) await client.send(commandOf(sdk, operation) as never);
      for (const name of ["UserNotFoundException", "TooManyRequestsException"]) {
        const call = client.send(new sdk.ForgotPasswordCommand(inputs.ForgotPassword));
        await expect(call).rejects.toMatchObject({ name });
      }
      const traced = requestHandler.requests.map(({ headers }) => headers["X-Amzn-Trace-Id"]);
      expect(traced).toEqual(segment.subsegments?.map(({ id }) => `Root=${segment.trace_id};Parent=${id};Sampled=1`));
      segments.push(plain(segment));
    }
    expect(segments[0]).toEqual(segments[1]);
    expect(segments[0]).toMatchObject({
      subsegments: [
        { name: "CognitoIdentityProvider", aws: { operation: "ForgotPassword", region: "eu-west-1" } },
        { aws: { operation: "AdminResetUserPassword" } },
        { aws: { operation: "ResendConfirmationCode" } },
        { aws: { operation: "GetUserAttributeVerificationCode" } },
        { error: true, http: { response: { status: 400 } } },
        { throttle: true },
      ],
    });
  });

  it("finds the segment of calls at once by itself, as with the official client", async () => {
    xray.enableAutomaticMode();
    const segments = [];
    for (const sdk of [ours, official]) {
      const { client } = captured(sdk, undefined);
      const names = Array.from({ length: 20 }, (_, index) => `call ${index}`);
      segments.push(
        await Promise.all(
          names.map((name) =>
            xray.getNamespace().runAndReturn(async () => {
              const segment = new xray.Segment(name);
              xray.setSegment(segment);
              await client.send(commandOf(sdk, "ForgotPassword") as never);
              return plain(segment);
            }),
          ),
        ),
      );
    }
    // Requests are numbered as they come.
    const [mine, theirs] = segments.map((each) => JSON.stringify(each).replaceAll(/request-\d+/g, "request"));
    expect(mine).toEqual(theirs);
    expect(segments[0]?.map((segment) => (segment as SegmentClass).subsegments?.length)).toEqual(Array(20).fill(1));
  });
});
