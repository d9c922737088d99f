import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { credentialDefaultProvider } from "../../../codegen/typescript/support/credentials.ts";

const loaded = vi.hoisted(() => ({ times: 0 }));
vi.mock("@aws-sdk/credential-provider-node", async (original) => {
  loaded.times += 1;
  return original();
});

describe("the default credentials", () => {
  beforeEach(() => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKID");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("are those of the published chain, which is loaded when they are first asked for, and once", async () => {
    const provider = credentialDefaultProvider({});
    expect(loaded.times).toBe(0);
    const [first, second] = await Promise.all([provider(), provider()]);
    expect(first).toMatchObject({ accessKeyId: "AKID", secretAccessKey: "secret" });
    expect(second).toEqual(first);
    expect(loaded.times).toBe(1);
  });

  it("are kept until a refresh is forced", async () => {
    const provider = credentialDefaultProvider();
    await provider();
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKID2");
    expect((await provider()).accessKeyId).toBe("AKID");
    expect((await provider({ forceRefresh: true })).accessKeyId).toBe("AKID2");
  });
});
