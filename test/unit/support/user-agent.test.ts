import { getUserAgentPlugin as getPublishedPlugin } from "@aws-sdk/core/client";
import { constructStack } from "@smithy/core/client";
import { HttpRequest } from "@smithy/core/protocols";
import type { Pluggable, UserAgentPair } from "@smithy/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getUserAgentPlugin } from "../../../codegen/typescript/support/user-agent.ts";

const word = fc.oneof(fc.constantFrom("aws-sdk-js", "api/My Service", "os/linux#5", "a/b/c", "/x", "ü y"), fc.string());
const agent = fc.array(
  fc.oneof(
    fc.tuple(word),
    fc.tuple(word, fc.option(word, { nil: undefined })),
  ) as unknown as fc.Arbitrary<UserAgentPair>,
  { maxLength: 4 },
);
const facts = fc.record({
  agent,
  custom: fc.option(agent, { nil: undefined }),
  ofCall: fc.option(agent, { nil: undefined }),
  appId: fc.option(word, { nil: undefined }),
  runtime: fc.constantFrom("node", "browser", undefined),
  mode: fc.constantFrom("standard", "adaptive", "other", undefined),
  accounts: fc.constantFrom("disabled", "preferred", "required", undefined),
  sources: fc.option(fc.dictionary(fc.string(), fc.string({ maxLength: 300 }), { maxKeys: 6 }), { nil: undefined }),
  accountId: fc.option(fc.constant("123456789012"), { nil: undefined }),
  headers: fc.constantFrom({}, { "smithy-protocol": "rpc-v2-cbor" }, { "x-amz-user-agent": "x", "user-agent": "y" }),
});

const said = async (
  plugin: (config: never) => Pluggable<never, never>,
  of: typeof facts extends fc.Arbitrary<infer T> ? T : never,
) => {
  const config = {
    defaultUserAgentProvider: async () => of.agent,
    userAgentAppId: async () => of.appId,
    customUserAgent: of.custom,
    runtime: of.runtime,
    ...(of.mode && { retryStrategy: async () => ({ mode: of.mode }) }),
    ...(of.accounts && { accountIdEndpointMode: async () => of.accounts }),
  };
  const stack = constructStack();
  stack.use(plugin(config as never) as never);
  const request = new HttpRequest({ headers: { ...of.headers } });
  const context = {
    userAgent: of.ofCall,
    endpointV2: { url: new URL("https://123456789012.ddb.example.com") },
    __smithy_context: {
      features: { ENDPOINT_OVERRIDE: "N" },
      selectedHttpAuthScheme: { identity: { $source: of.sources, accountId: of.accountId } },
    },
  };
  await stack.resolve((async () => ({ response: {}, output: {} })) as never, context as never)({ request } as never);
  return { headers: request.headers, context };
};

describe("the user agent", () => {
  it("is what the published middleware says, and notes the same features", async () => {
    await fc.assert(
      fc.asyncProperty(facts, async (of) => {
        expect(await said(getUserAgentPlugin as never, of)).toEqual(await said(getPublishedPlugin as never, of));
      }),
      { numRuns: 500 },
    );
  });
});
