import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { tokenDefaultProvider } from "../../../codegen/typescript/support/tokens.ts";

const loaded = vi.hoisted(() => ({ times: 0 }));
vi.mock("@aws-sdk/token-providers", async (original) => {
  loaded.times += 1;
  return original();
});

const CONFIG = `[profile signed-in]
sso_session = company

[sso-session company]
sso_region = eu-west-1
sso_start_url = https://company.example/start
`;

describe("the default token", () => {
  let home = "";
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "tinsmith-tokens-"));
    const cache = join(home, ".aws", "sso", "cache");
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(home, ".aws", "config"), CONFIG);
    const file = `${createHash("sha1").update("company").digest("hex")}.json`;
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    writeFileSync(join(cache, file), JSON.stringify({ accessToken: "kept", expiresAt }));
    vi.stubEnv("HOME", home);
    vi.stubEnv("AWS_CONFIG_FILE", join(home, ".aws", "config"));
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(home, ".aws", "credentials"));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  });

  it("is the published chain's, of the client's profile; the chain is loaded when first asked, and once", async () => {
    const provider = tokenDefaultProvider({ profile: "signed-in" });
    expect(loaded.times).toBe(0);
    const [first, second] = await Promise.all([provider(), provider()]);
    expect(first).toMatchObject({ token: "kept", expiration: expect.any(Date) });
    expect(second).toEqual(first);
    expect(loaded.times).toBe(1);
  });

  it("says what was looked for where there is none", async () => {
    const failure = await tokenDefaultProvider({ profile: "nobody", ignoreCache: true })().catch((error) => error);
    expect(failure).toMatchObject({ name: "TokenProviderError" });
  });
});
