import type { HandlerExecutionContext } from "@smithy/types";
import { describe, expect, it, vi } from "vitest";
import { getEndpointPlugin } from "../../../codegen/typescript/support/endpoint-plugin.ts";
import { keepConstants } from "../../../codegen/typescript/support/providers.ts";

const INSTRUCTIONS = { Region: { type: "builtInParams", name: "region" } };

/** Where two calls go, of a client whose rules are the user's own and count their calls. */
const callsOf = async (given: unknown) => {
  const region = vi.fn(async () => "eu-west-1");
  let calls = 0;
  const endpointProvider = vi.fn(({ Region }: { Region: string }) => {
    calls += 1;
    return { url: new URL(`https://${Region}-${calls}.example.com`) };
  });
  const config = { region, endpointProvider, ignoreConfiguredEndpointUrls: true };
  keepConstants(config, { region: given });
  const hosts: (string | undefined)[] = [];
  for (let call = 0; call < 2; call += 1) {
    let middleware: (next: unknown, context: object) => (args: object) => Promise<unknown> = () => async () =>
      undefined;
    const stack = { addRelativeTo: (each: typeof middleware) => (middleware = each) };
    getEndpointPlugin(config, INSTRUCTIONS).applyToStack(stack as never);
    const context: HandlerExecutionContext = {};
    await middleware(async () => undefined, context)({ input: {} });
    hosts.push(context.endpointV2?.url.hostname);
  }
  return { hosts, asked: region.mock.calls.length };
};

describe("the endpoint of a call", () => {
  it("is asked of the rules each time, and of constants once", async () => {
    const { hosts, asked } = await callsOf("eu-west-1");
    expect(hosts).toEqual(["eu-west-1-1.example.com", "eu-west-1-2.example.com"]);
    expect(asked).toBe(1);
  });

  it("is asked of the user's functions each time", async () => {
    expect((await callsOf(async () => "eu-west-1")).asked).toBe(2);
  });
});
