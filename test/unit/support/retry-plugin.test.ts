import { HttpResponse } from "@smithy/core/protocols";
import { ConfiguredRetryStrategy } from "@smithy/core/retry";
import { describe, expect, it } from "vitest";
import { PingCommand, pingClient } from "../../faults/support-client.ts";

describe("the retry plugin", () => {
  it("asks its providers once in each call, and goes on after a failure with the same id", async () => {
    const seen: string[][] = [];
    let calls = 0;
    const client = pingClient(3, {
      metadata: { handlerProtocol: "mock" },
      handle: async (request: { readonly headers: Record<string, string> }) => {
        seen.push([request.headers["amz-sdk-invocation-id"] ?? "", request.headers["amz-sdk-request"] ?? ""]);
        return { response: new HttpResponse({ statusCode: ++calls % 3 === 0 ? 200 : 500 }) };
      },
    } as never);
    let asked = 0;
    const strategy = new ConfiguredRetryStrategy(3, 0);
    const retryStrategy = async () => {
      asked += 1;
      return strategy;
    };
    Object.assign(client.config, { retryStrategy });
    const before = strategy.getCapacity();
    const { $metadata } = await client.send(new PingCommand({}));
    expect($metadata.attempts).toBe(3);
    expect(asked).toBe(1);
    expect(new Set(seen.map(([id]) => id)).size).toBe(1);
    expect(seen.map(([, attempt]) => attempt)).toEqual([1, 2, 3].map((number) => `attempt=${number}; max=3`));
    expect(strategy.getCapacity()).toBeLessThanOrEqual(before);
    await client.send(new PingCommand({}));
    expect(new Set(seen.map(([id]) => id)).size).toBe(2);
  });
});
