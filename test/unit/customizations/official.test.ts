import { join } from "node:path";
import * as officialDynamoDb from "@aws-sdk/client-dynamodb";
import * as officialSqs from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isolate } from "../../client/environment.ts";
import type { Reply } from "../../client/recorder.ts";
import { generate, modelAt } from "../../golden/generate.ts";
import { sharedFolder, withoutShared } from "../../support/shared.ts";
import { TestPackage } from "./service.ts";

const folder = sharedFolder();

/** Our package of a model's operations beside the official one. */
const both = async (file: string, operations: readonly string[], official: Readonly<Record<string, unknown>>) => {
  const files = generate(modelAt(join(folder ?? "", "models", file)), { operations });
  return [await TestPackage.of(files), new TestPackage(official)] as const;
};

const credentials = { accessKeyId: "key", secretAccessKey: "secret" };
const withAccount = { ...credentials, accountId: "123456789012" };

let cleanUp: () => void = () => {};
beforeEach(() => {
  cleanUp = isolate();
});
afterEach(() => {
  cleanUp();
  vi.unstubAllEnvs();
});

/** Where a call goes, or what it fails with. */
const placeOf = async (made: TestPackage, command: string, input: object, config: object): Promise<unknown> => {
  try {
    const { requests } = await made.send(command, input, config);
    return requests.map(({ protocol, hostname, port, path, headers }) => {
      const { host } = headers;
      return { protocol, hostname, port, path, host };
    });
  } catch (error) {
    return String(error);
  }
};

describe.skipIf(folder === undefined)(`the client of DynamoDB${withoutShared}`, async () => {
  const packages =
    folder === undefined ? undefined : await both("dynamodb-2012-08-10.json", ["GetItem"], officialDynamoDb);

  it.each([
    ["no account", { credentials }, undefined],
    ["an account", { credentials: withAccount }, undefined],
    ["a provider of an account", { credentials: async () => withAccount }, undefined],
    ["an account that is preferred", { credentials: withAccount, accountIdEndpointMode: "preferred" }, undefined],
    [
      "an account that is required",
      { credentials: withAccount, accountIdEndpointMode: async () => "required" },
      undefined,
    ],
    ["an account that is disabled", { credentials: withAccount, accountIdEndpointMode: "disabled" }, undefined],
    ["an account that is disabled by the environment", { credentials: withAccount }, "disabled"],
    ["an account in the environment's unknown mode", { credentials: withAccount }, "unknown"],
    ["an unknown mode", { credentials: withAccount, accountIdEndpointMode: "unknown" }, undefined],
    ["no account, though it is required", { credentials, accountIdEndpointMode: "required" }, undefined],
    ["no account, though the environment requires it", { credentials }, "required"],
    ["an account and FIPS", { credentials: withAccount, useFipsEndpoint: true }, undefined],
    ["an account and an endpoint", { credentials: withAccount, endpoint: "http://localhost:8000" }, undefined],
  ])("calls the endpoint that the official one calls with %s", async (_name, config, mode) => {
    if (mode !== undefined) vi.stubEnv("AWS_ACCOUNT_ID_ENDPOINT_MODE", mode);
    const input = { TableName: "Table", Key: { id: { S: "1" } } };
    const places = await Promise.all((packages ?? []).map((made) => placeOf(made, "GetItem", input, config)));
    expect(places).toHaveLength(2);
    expect(places[0]).toEqual(places[1]);
  });

  it("takes an item's endpoint from the account and from the table's name alike", async () => {
    const [ours] = packages ?? [];
    const table = "arn:aws:dynamodb:eu-west-1:210987654321:table/Table";
    const input = (TableName: string) => ({ TableName, Key: { id: { S: "1" } } });
    const host = async (name: string, config: object) =>
      ours && (await ours.send("GetItem", input(name), config)).requests[0]?.hostname;
    expect(await host("Table", { credentials: withAccount })).toBe("123456789012.ddb.eu-west-1.amazonaws.com");
    expect(await host(table, { credentials })).toBe("210987654321.ddb.eu-west-1.amazonaws.com");
    expect(await host("Table", { credentials })).toBe("dynamodb.eu-west-1.amazonaws.com");
  });

  it("tries as often as the official one", async () => {
    const attempts = async (config: object) =>
      Promise.all(
        (packages ?? []).map((made) => made.config<{ maxAttempts(): Promise<number> }>(config).maxAttempts()),
      );
    expect(await attempts({ maxAttempts: undefined })).toEqual([4, 4]);
    expect(await attempts({ maxAttempts: 2 })).toEqual([2, 2]);
  });
});

describe.skipIf(folder === undefined)(`the client of SQS${withoutShared}`, async () => {
  const operations = ["SendMessage", "SendMessageBatch", "ReceiveMessage", "DeleteMessage"];
  const packages = folder === undefined ? undefined : await both("sqs-2012-11-05.json", operations, officialSqs);
  const quiet = { warn: () => {}, debug: () => {}, info: () => {}, error: () => {} };

  it.each(operations)("has the official middleware in the official order for %s", (operation) => {
    const [ours, official] = packages ?? [];
    const names = ours?.stack(operation).filter((name) => !name.startsWith("inputValidationMiddleware"));
    expect(names).toEqual(official?.stack(operation));
    expect(names).toContain("queueUrlMiddleware - after endpointV2Middleware");
  });

  it.each([
    ["of the client's region", "https://sqs.eu-west-1.amazonaws.com/123456789012/Queue", {}],
    ["of another region", "https://sqs.us-east-1.amazonaws.com/123456789012/Queue", {}],
    ["of a local server", "http://localhost:9324/000000000000/Queue", {}],
    ["of a VPC", "https://vpce-1.sqs.eu-west-1.vpce.amazonaws.com/123456789012/Queue", {}],
    ["that isn't a URL", "Queue", {}],
    ["that counts for nothing", "http://localhost:9324/000000000000/Queue", { useQueueUrlAsEndpoint: false }],
    ["beside an endpoint", "http://localhost:9324/000000000000/Queue", { endpoint: "https://h.example" }],
  ])("calls the endpoint that the official one calls with a queue URL %s", async (_name, QueueUrl, config) => {
    const input = { QueueUrl, ReceiptHandle: "1" };
    const places = await Promise.all(
      (packages ?? []).map((made) => placeOf(made, "DeleteMessage", input, { ...config, logger: quiet })),
    );
    expect(places).toHaveLength(2);
    expect(places[0]).toEqual(places[1]);
  });

  const MD5_OF_TEXT = "9dffbf69ffba8bc38bc4e01abf4b1675";
  const QueueUrl = "https://sqs.eu-west-1.amazonaws.com/123456789012/Queue";
  it.each<[string, object, (md5: string) => object]>([
    ["SendMessage", { MessageBody: "Text" }, (MD5OfMessageBody) => ({ MessageId: "1", MD5OfMessageBody })],
    [
      "SendMessageBatch",
      { Entries: [{ Id: "a", MessageBody: "Text" }] },
      (MD5OfMessageBody) => ({ Successful: [{ Id: "a", MessageId: "1", MD5OfMessageBody }], Failed: [] }),
    ],
    ["ReceiveMessage", {}, (MD5OfBody) => ({ Messages: [{ MessageId: "1", Body: "Text", MD5OfBody }] })],
  ])("refuses an answer to %s whose digest is another message's", async (operation, input, answer) => {
    const outcome = async (made: TestPackage, md5: string, config: object = {}): Promise<unknown> => {
      const reply: Reply = { body: JSON.stringify(answer(md5)) };
      try {
        const { output } = await made.send(operation, { QueueUrl, ...input }, config, reply);
        return { ...output, $metadata: undefined };
      } catch (error) {
        return String(error);
      }
    };
    const outcomes = async (md5: string, config?: object) =>
      Promise.all((packages ?? []).map((made) => outcome(made, md5, config)));
    expect(await outcomes(MD5_OF_TEXT)).toEqual([answer(MD5_OF_TEXT), answer(MD5_OF_TEXT)]);
    const [ours, official] = await outcomes("0".repeat(32));
    expect(ours).toMatch(/Invalid/);
    expect(ours).toEqual(official);
    expect(await outcomes("0".repeat(32), { md5: false })).toEqual([answer("0".repeat(32)), answer("0".repeat(32))]);
  });
});
