import { describe, expect, it, vi } from "vitest";
import { keepSigner } from "../../../codegen/typescript/support/kept-signer.ts";
import { keepConstants } from "../../../codegen/typescript/support/providers.ts";

const configured = (region: unknown = "eu-west-1") => {
  const config = {
    region: async () => "eu-west-1",
    credentials: async () => ({}),
    signer: vi.fn(async () => ({ made: true })),
    signingRegion: undefined as string | undefined,
  };
  const made = config.signer;
  made.mockImplementation(async () => {
    config.signingRegion = "eu-west-1";
    return { made: true };
  });
  return { made, config: keepConstants(keepSigner(undefined, config), { region }) };
};

describe("the signer of a client", () => {
  it("is made once", async () => {
    const { config, made } = configured();
    const first = await config.signer();
    expect(await config.signer()).toBe(first);
    expect(made).toHaveBeenCalledTimes(1);
  });

  it.each([
    { what: "credentials", change: { credentials: async () => ({ other: true }) } },
    { what: "region", change: { signingRegion: "us-east-1" } },
    { what: "hash", change: { sha256: class {} } },
  ])("is made anew for another $what", async ({ change }) => {
    const { config, made } = configured();
    const first = await config.signer();
    Object.assign(config, change);
    expect(await config.signer()).not.toBe(first);
    expect(made).toHaveBeenCalledTimes(2);
  });

  it("is made for each call whose region the user's function gives", async () => {
    const { config, made } = configured(async () => "eu-west-1");
    await config.signer();
    await config.signer();
    expect(made).toHaveBeenCalledTimes(2);
  });

  it("is the user's own where there is one", () => {
    const config = { signer: async () => ({}) };
    const { signer } = config;
    expect(keepSigner(signer, config).signer).toBe(signer);
  });
});
