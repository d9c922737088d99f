import { describe, expect, it } from "vitest";
import { defaultSocketTimeout } from "../../../codegen/ir/time-limits.ts";

describe("the default socket timeout of a service", () => {
  it.each([
    ["Cognito Identity Provider", 300_000],
    ["DynamoDB", 300_000],
    ["SQS", 900_000],
    ["SFN", 900_000],
    ["SSM", 900_000],
    ["Bedrock Agent Runtime", 900_000],
    ["Lambda", 0],
    ["S3", 0],
    ["constructor", 300_000],
    [undefined, 300_000],
  ])("%s", (sdkId, milliseconds) => {
    expect(defaultSocketTimeout(sdkId)).toBe(milliseconds);
  });
});
