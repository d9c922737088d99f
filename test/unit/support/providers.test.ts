import { describe, expect, it, vi } from "vitest";
import { ask, isConstant, keepConstants, whenKnown } from "../../../codegen/typescript/support/providers.ts";

const provider = <T>(value: T) => vi.fn(async () => value);

describe("providers", () => {
  it("of constants are asked once", async () => {
    const region = provider("eu-west-1");
    keepConstants({ region }, { region: "eu-west-1" });
    expect(ask(region)).toBeInstanceOf(Promise);
    await ask(region);
    const asked = region.mock.calls.length;
    expect(ask(region)).toBe("eu-west-1");
    expect(region).toHaveBeenCalledTimes(asked);
  });

  it("that the user gave are asked each time, and so is what depends on them", async () => {
    const config = { region: provider("eu-west-1"), useFipsEndpoint: provider(false), maxAttempts: provider(3) };
    keepConstants(config, { region: async () => "eu-west-1" });
    for (const each of [config.region, config.useFipsEndpoint]) {
      await ask<unknown>(each);
      expect(ask<unknown>(each)).toBeInstanceOf(Promise);
      expect(each).toHaveBeenCalledTimes(2);
      expect(isConstant(each)).toBe(false);
    }
    expect(isConstant(config.maxAttempts)).toBe(true);
  });

  it("that fail are asked again", async () => {
    const region = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error("no region")).mockResolvedValue("eu");
    keepConstants({ region });
    await expect(ask(region)).rejects.toThrow("no region");
    await expect(ask(region)).resolves.toBe("eu");
    expect(ask(region)).toBe("eu");
  });

  it("are used at once where all of them are known", async () => {
    expect(whenKnown([1, "a"], (number, text) => `${number}${text}`)).toBe("1a");
    const later = whenKnown([Promise.resolve(1), "a"], (number, text) => `${number}${text}`);
    expect(later).toBeInstanceOf(Promise);
    expect(await later).toBe("1a");
  });
});
