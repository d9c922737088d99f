import { describe, expect, it } from "vitest";
import { compilerFaults } from "../../golden/compile.ts";
import { formatterFaults } from "../../golden/format.ts";
import { bothPackagesOf, packageOf, TestPackage } from "./service.ts";

const operation = { input: { Name: "smithy.api#String" } };

const RULES_BY_ACCOUNT = {
  "smithy.rules#endpointRuleSet": {
    version: "1.0",
    parameters: {
      AccountId: { type: "string", builtIn: "AWS::Auth::AccountId" },
      AccountIdEndpointMode: { type: "string", builtIn: "AWS::Auth::AccountIdEndpointMode" },
    },
    rules: [
      {
        conditions: [
          { fn: "isSet", argv: [{ ref: "AccountId" }] },
          { fn: "stringEquals", argv: [{ ref: "AccountIdEndpointMode" }, "preferred"] },
        ],
        endpoint: { url: "https://{AccountId}.example" },
        type: "endpoint",
      },
      { conditions: [], endpoint: { url: "https://all.example" }, type: "endpoint" },
    ],
  },
};
const routed = { sdkId: "Routed", operations: { Get: operation }, traits: RULES_BY_ACCOUNT };

describe("a service whose endpoints depend on the account", () => {
  it.each([
    ["goes to the account's where the credentials tell it", { accountId: "123" }, {}, "123.example"],
    ["goes to that of all without one", {}, {}, "all.example"],
    ["goes where the configuration says", { accountId: "123" }, { accountIdEndpointMode: "disabled" }, "all.example"],
  ])("%s", async (_name, account, config, host) => {
    const made = await TestPackage.of(packageOf(routed));
    const credentials = { accessKeyId: "key", secretAccessKey: "secret", ...account };
    const { requests } = await made.send("Get", {}, { credentials, ...config });
    expect(requests.map(({ hostname }) => hostname)).toEqual([host]);
  });

  it("has the option and its default; no other service has", async () => {
    expect(packageOf(routed).get("src/runtimeConfig.browser.ts")).toContain(
      "accountIdEndpointMode: config?.accountIdEndpointMode ?? DEFAULT_ACCOUNT_ID_ENDPOINT_MODE,",
    );
    const plain = packageOf({ sdkId: "Plain", operations: { Get: operation } });
    // These files ask every configuration for it: to count features, and to keep constants.
    const files = [...plain].filter(([path]) => !/^src\/support\/(user-agent|providers)\.ts$/.test(path));
    expect(files.map(([, text]) => text).join()).not.toContain("ccountIdEndpointMode");
  });
});

describe("retries", () => {
  const attempts = async (sdkId: string, config: object = {}) => {
    const made = await TestPackage.of(packageOf({ sdkId, operations: { Get: operation } }));
    return made.config<{ maxAttempts(): Promise<number> }>({ maxAttempts: undefined, ...config }).maxAttempts();
  };

  it.each([
    ["DynamoDB", 4],
    ["DynamoDB Streams", 4],
    ["Other", 3],
  ])("of %s end after %i attempts", async (sdkId, count) => {
    expect(await attempts(sdkId)).toBe(count);
    expect(await attempts(sdkId, { maxAttempts: 9 })).toBe(9);
  });

  it("of DynamoDB begin sooner, in browsers too", () => {
    const files = packageOf({ sdkId: "DynamoDB", operations: { Get: operation } });
    expect(files.get("src/DynamoDBClient.ts")).toContain(
      "resolveRetryConfig(config1, { defaultBaseDelay: 25, defaultMaxAttempts: 4 });",
    );
    expect(files.get("src/runtimeConfig.browser.ts")).toContain("maxAttempts: config?.maxAttempts ?? 4,");
  });
});

describe("long polling", () => {
  it.each([
    ["SQS", "ReceiveMessage"],
    ["SFN", "GetActivityTask"],
    ["SWF", "PollForActivityTask"],
    ["SWF", "PollForDecisionTask"],
  ])("is what %s does with %s alone", async (sdkId, name) => {
    const made = await TestPackage.of(packageOf({ sdkId, operations: { [name]: operation, Get: operation } }));
    expect(made.stack(name)).toContain("longPollMiddleware - initialize");
    expect(made.stack("Get")).not.toContain("longPollMiddleware - initialize");
  });
});

it("API Gateway is asked for JSON, unless the caller wants something else", async () => {
  const made = await TestPackage.of(packageOf({ sdkId: "API Gateway", operations: { Get: operation } }));
  const { requests } = await made.send("Get", {});
  expect(requests.map(({ headers }) => headers["accept"])).toEqual(["application/json"]);
});

it("Glacier is told the version of its API", async () => {
  const made = await TestPackage.of(packageOf({ sdkId: "Glacier", operations: { Get: operation } }));
  const { requests } = await made.send("Get", {});
  expect(requests.map(({ headers }) => headers["x-amz-glacier-version"])).toHaveLength(1);
  expect(made.stack("Get")).toEqual(
    expect.arrayContaining([
      "accountIdDefaultMiddleware - initialize",
      "addGlacierApiVersionMiddleware - build",
      "addChecksumHeadersMiddleware - build",
    ]),
  );
});

it("what services have of their own is what formatters and compilers like, in both runtimes", async () => {
  const sqs = { SendMessage: operation, SendMessageBatch: operation, ReceiveMessage: operation };
  const packages = new Map([
    ...bothPackagesOf("routed", routed),
    ...bothPackagesOf("dynamodb", { ...routed, sdkId: "DynamoDB" }),
    ...bothPackagesOf("sqs", { sdkId: "SQS", operations: sqs }),
    ...bothPackagesOf("api-gateway", { sdkId: "API Gateway", operations: { Get: operation } }),
    ...bothPackagesOf("glacier", { sdkId: "Glacier", operations: { Get: operation } }),
    ...bothPackagesOf("swf", { sdkId: "SWF", operations: { PollForDecisionTask: operation } }),
  ]);
  expect(await formatterFaults(packages)).toBe("");
  expect(await compilerFaults(packages, "7")).toBe("");
});
