import * as published from "@aws-sdk/core/client";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createDefaultUserAgentProvider } from "../../../codegen/typescript/support/node-user-agent.ts";

afterEach(() => vi.unstubAllEnvs());

const text = fc.option(
  fc.string().map((each) => each.replaceAll("\0", "")),
  { nil: undefined },
);

describe("the user agent of Node.js", () => {
  it("is the published one", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.string(), text, text, async (serviceId, clientVersion, around, appId) => {
        vi.stubEnv("AWS_EXECUTION_ENV", around);
        const facts = { clientVersion, ...(serviceId !== undefined && { serviceId }) };
        const config = { userAgentAppId: async () => appId };
        const own = createDefaultUserAgentProvider(facts);
        const theirs = published.createDefaultUserAgentProvider(facts as never);
        expect(await own()).toEqual(await theirs());
        expect(await own(config)).toEqual(await theirs(config as never));
      }),
    );
  });

  it("names the runtime that stands in for Node.js", async () => {
    const { versions } = process;
    try {
      Object.defineProperty(process, "versions", { value: { ...versions, bun: "1.2.3" } });
      const own = createDefaultUserAgentProvider({ clientVersion: "1" });
      expect(await own()).toContainEqual(["md/bun", "1.2.3"]);
    } finally {
      Object.defineProperty(process, "versions", { value: versions });
    }
  });
});
