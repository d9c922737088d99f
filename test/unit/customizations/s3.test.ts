import { join } from "node:path";
import * as officialS3 from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isolate } from "../../client/environment.ts";
import { bodyText, type Reply } from "../../client/recorder.ts";
import { generate, modelAt } from "../../golden/generate.ts";
import { sharedFolder, withoutShared } from "../../support/shared.ts";
import { TestPackage } from "./service.ts";

const folder = sharedFolder();

const OPERATIONS = ["CreateBucket", "DeleteObjects", "GetObject", "HeadObject", "ListObjectsV2", "PutObject"];

const ours = (...operations: readonly string[]): Promise<TestPackage> =>
  TestPackage.of(generate(modelAt(join(folder ?? "", "models", "s3-2006-03-01.json")), { operations }));

let cleanUp: () => void = () => {};
beforeAll(() => {
  cleanUp = isolate();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-01-02T03:04:05Z") });
});
afterAll(() => {
  vi.useRealTimers();
  cleanUp();
});

describe.skipIf(folder === undefined)(`the client of S3${withoutShared}`, async () => {
  const packages =
    folder === undefined ? [] : [await ours(...OPERATIONS, "CreateSession"), new TestPackage(officialS3)];

  /** What ours sends, and what the official client does, without what they say of themselves. */
  const sent = (command: string, input: object, config: object = {}, ...replies: readonly Reply[]) =>
    Promise.all(
      packages.map(async (made) => {
        const { requests } = await made.send(command, { ...input }, config, ...replies);
        return requests.map((request) => {
          const { method, protocol, hostname, path, query, headers } = request;
          const own = new Set([
            "user-agent",
            "x-amz-user-agent",
            "amz-sdk-invocation-id",
            "amz-sdk-request",
            "authorization",
          ]);
          const kept = Object.entries(headers).filter(([name]) => !own.has(name));
          const signed = /SignedHeaders=[^,]*/
            .exec(headers["authorization"] ?? "")?.[0]
            ?.replace("x-amz-user-agent", "");
          return {
            method,
            protocol,
            hostname,
            path,
            query,
            headers: Object.fromEntries(kept),
            signed,
            body: bodyText(request),
          };
        });
      }),
    );

  it.each(OPERATIONS)("has the official middleware in the official order for %s", (operation) => {
    const [names, official] = packages.map((made) =>
      made.stack(operation).filter((name) => !name.startsWith("inputValidationMiddleware")),
    );
    expect(names).toEqual(official);
  });

  const KEY = Buffer.from("0123456789abcdef0123456789abcdef").toString("base64");
  it.each<[string, string, object, object]>([
    ["an object", "PutObject", { Bucket: "bucket", Key: "a/b c.txt", Body: "text", Metadata: { x: "y" } }, {}],
    [
      "an object with a checksum",
      "PutObject",
      { Bucket: "bucket", Key: "k", Body: "text", ChecksumAlgorithm: "SHA1" },
      {},
    ],
    [
      "an object under a customer's key",
      "PutObject",
      { Bucket: "bucket", Key: "k", Body: "t", SSECustomerAlgorithm: "AES256", SSECustomerKey: KEY },
      {},
    ],
    ["a large object", "PutObject", { Bucket: "bucket", Key: "k", Body: "x".repeat(3_000_000) }, {}],
    ["a bucket of the client's region", "CreateBucket", { Bucket: "bucket" }, {}],
    ["keys to delete", "DeleteObjects", { Bucket: "bucket", Delete: { Objects: [{ Key: "<&>" }], Quiet: true } }, {}],
    ["an object", "GetObject", { Bucket: "bucket", Key: "../k" }, {}],
    ["a bucket in the path", "GetObject", { Bucket: "bucket", Key: "k" }, { forcePathStyle: true }],
    ["accelerated", "GetObject", { Bucket: "bucket", Key: "k" }, { useAccelerateEndpoint: true }],
  ])("sends what the official one sends: %s, %s", async (_, command, input, config) => {
    const [our, official] = await sent(command, input, config, { body: "", streams: true });
    expect(our).toHaveLength(1);
    expect(our).toEqual(official);
  });

  it("asks for a session of a directory bucket, as the official one does", async () => {
    const session =
      "<CreateSessionResult><Credentials><SessionToken>t</SessionToken><SecretAccessKey>s</SecretAccessKey>" +
      "<AccessKeyId>a</AccessKeyId><Expiration>2024-01-02T04:04:05Z</Expiration></Credentials></CreateSessionResult>";
    const input = { Bucket: "bucket--use1-az4--x-s3", Key: "k" };
    const [our, official] = await sent(
      "GetObject",
      input,
      { region: "us-east-1" },
      { body: session },
      { body: "", streams: true },
    );
    expect(our?.map(({ hostname, query }) => [hostname, Object.keys(query)])).toEqual([
      ["bucket--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com", ["session"]],
      ["bucket--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com", ["x-id"]],
    ]);
    expect(our?.[1]?.headers["x-amz-s3session-token"]).toBe("t");
    expect(our).toEqual(official);
  });

  it("says what is missing for directory buckets in a package without sessions", async () => {
    const made = await ours("GetObject");
    const call = made.send("GetObject", { Bucket: "bucket--use1-az4--x-s3", Key: "k" }, { region: "us-east-1" });
    await expect(call).rejects.toThrow("Directory buckets need the operation CreateSession");
  });

  const [client] = packages;
  it("gives an error that came with the status 200", async () => {
    const reply = { body: '<?xml version="1.0"?><Error><Code>InternalError</Code><Message>m</Message></Error>' };
    await expect(client?.send("ListObjectsV2", { Bucket: "bucket" }, {}, reply)).rejects.toMatchObject({
      name: "InternalError",
      message: "m",
      Code: "InternalError",
    });
  });

  it("gives an answer whose Expires is no date", async () => {
    const reply = { headers: { expires: "0" }, body: "x", streams: true as const };
    const call = await client?.send("GetObject", { Bucket: "bucket", Key: "k" }, {}, reply);
    expect(call?.output).not.toHaveProperty("Expires");
  });

  it("refuses an answer whose checksum is another's", async () => {
    const reply = { headers: { "x-amz-checksum-crc32": "AAAAAA==" }, body: "x" };
    await expect(client?.send("GetObject", { Bucket: "bucket", Key: "k" }, {}, reply)).rejects.toThrow(
      "Checksum mismatch",
    );
  });

  it("refuses a bucket with a slash, and knows a missing object by its status", async () => {
    await expect(client?.send("GetObject", { Bucket: "a/b", Key: "k" })).rejects.toMatchObject({
      name: "InvalidBucketName",
    });
    const missing = client?.send("HeadObject", { Bucket: "bucket", Key: "k" }, {}, { status: 404, body: "" });
    await expect(missing).rejects.toMatchObject({ name: "NotFound", $metadata: { httpStatusCode: 404 } });
  });
});

describe.skipIf(folder === undefined)(`the client of S3 Control${withoutShared}`, async () => {
  const model = join(folder ?? "", "models", "s3-control-2018-08-20.json");
  const operations = ["CreateBucket", "GetBucket", "ListJobs"];
  const client = folder === undefined ? undefined : await TestPackage.of(generate(modelAt(model), { operations }));
  const hostOf = async (command: string, input: object): Promise<string | undefined> =>
    (await client?.send(command, input, {}, { body: "" }))?.requests[0]?.hostname;

  it("puts the account before the host name once", async () => {
    expect(await hostOf("ListJobs", { AccountId: "123456789012" })).toBe(
      "123456789012.s3-control.eu-west-1.amazonaws.com",
    );
  });

  it("takes account and outpost out of names that are ARNs", async () => {
    const Bucket = "arn:aws:s3-outposts:eu-west-1:123456789012:outpost/op-1/bucket/b";
    expect(await hostOf("GetBucket", { Bucket, AccountId: "123456789012" })).toBe(
      "s3-outposts.eu-west-1.amazonaws.com",
    );
    expect(await hostOf("CreateBucket", { Bucket: "b", OutpostId: "op-1" })).toBe(
      "s3-outposts.eu-west-1.amazonaws.com",
    );
  });
});
