import { ConfiguredRetryStrategy } from "@smithy/core/retry";
import { describe, expect, it } from "vitest";
import { type ClientConfig, type Official, pairs, stackOf } from "./packages.ts";
import { Recorder, type Reply } from "./recorder.ts";

const clientOf = (sdk: Official, replies: readonly Reply[], config: ClientConfig = {}) =>
  new sdk.CognitoIdentityProvider({
    ...{ region: "eu-west-1", requestHandler: new Recorder(...replies) },
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "secret-session" },
    retryStrategy: new ConfiguredRetryStrategy(3, 0),
    ...config,
  });

const input = {
  ...{ ClientId: "secret-client", Username: "secret-user", SecretHash: "secret-hash" },
  UserContextData: { IpAddress: "secret-address" },
  ClientMetadata: { key: "value" },
};
const details = { CodeDeliveryDetails: { Destination: "a***@example.com", DeliveryMedium: "EMAIL" } };
const delivered: Reply = { headers: { "x-mine": "1", "set-cookie": "secret-cookie" }, body: JSON.stringify(details) };
const refused: Reply = { status: 400, body: '{"__type":"UserNotFoundException","message":"No such user."}' };

describe.each(pairs)("what $name knows of a result", ({ ours, official }) => {
  it("is beside the output, which stays equal to the official one", async () => {
    const before = Date.now();
    const output = await clientOf(ours, [{ status: 503 }, delivered]).forgotPassword(input);
    const metadata = ours.resultMetadata(output);
    expect(output).toEqual(await clientOf(official, [{ status: 503 }, delivered]).forgotPassword(input));
    expect(metadata).toMatchObject({ attempts: 2, response: { statusCode: 200, headers: { "x-mine": "1" } } });
    const times = [before, metadata?.sentAt.getTime(), metadata?.receivedAt.getTime(), Date.now()];
    expect(times).toEqual([...times].sort());
  });

  it("is there for errors with an answer, and for nothing else", async () => {
    const failureOf = (...replies: readonly Reply[]) =>
      clientOf(ours, replies)
        .forgotPassword(input)
        .catch((error) => error);
    expect(ours.resultMetadata(await failureOf(refused))).toMatchObject({ attempts: 1, response: { statusCode: 400 } });
    expect(ours.resultMetadata(await failureOf({ status: 500 }))).toMatchObject({
      attempts: 3,
      response: { statusCode: 500 },
    });
    expect(ours.resultMetadata(await failureOf({ body: "<html>" }))).toMatchObject({
      attempts: 1,
      response: { statusCode: 200 },
    });
    expect(ours.resultMetadata(await failureOf(new Error("No connection.")))).toBeUndefined();
    for (const value of [{}, undefined, null, 5, "text"]) expect(ours.resultMetadata(value)).toBeUndefined();
  });
});

describe.each(pairs)("the log of the wire of $name", ({ ours }) => {
  const logged = async (
    replies: readonly Reply[],
    call: (client: InstanceType<Official["CognitoIdentityProvider"]>) => Promise<unknown>,
  ) => {
    const lines: unknown[][] = [];
    const logger = {
      debug: (line: unknown) => lines.push(["debug", line]),
      error: (line: unknown) => lines.push(["error", line]),
    };
    const client = clientOf(ours, replies);
    stackOf(client).use(ours.wireLogPlugin({ logger: logger as never }) as never);
    const outcome = await call(client).catch((error: Error) => error.name);
    return { lines, outcome, text: JSON.stringify(lines) };
  };

  it("shows each attempt, and no sensitive member, credential or cookie", async () => {
    const { lines, text } = await logged([{ status: 503, body: "secret-body" }, delivered], (client) =>
      client.forgotPassword(input),
    );
    expect(lines.map(([level]) => level)).toEqual(["debug", "error", "debug", "debug"]);
    expect(text).not.toContain("secret-");
    expect(lines[1]?.[1]).toMatchObject({ error: "Unknown: HTTP 503, request id request-1: the body is not JSON." });
    const host = "https://cognito-idp.eu-west-1.amazonaws.com/";
    expect(lines[2]?.[1]).toMatchObject({
      request: { method: "POST", url: host },
      input: { ClientMetadata: { key: "value" } },
    });
    expect(lines[3]?.[1]).toMatchObject({ response: { statusCode: 200, headers: { "x-mine": "1" } }, output: details });
  });

  it("hides the signature", async () => {
    const { lines, text } = await logged([{}], (client) =>
      client.adminResetUserPassword({ UserPoolId: "pool", Username: "secret-user" }),
    );
    expect(text).not.toMatch(/secret-|AKID|Signature=/);
    expect(lines[0]?.[1]).toMatchObject({
      request: { headers: { authorization: "***" } },
      input: { UserPoolId: "pool" },
    });
  });

  it("passes on what a call ends with", async () => {
    const { lines, outcome } = await logged([refused], (client) => client.forgotPassword(input));
    expect([outcome, lines.length]).toEqual(["UserNotFoundException", 2]);
    expect((await logged([new Error("odd")], (client) => client.forgotPassword(input))).lines[1]?.[0]).toBe("error");
  });
});
