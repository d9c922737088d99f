import { afterEach, describe, expect, it, vi } from "vitest";
import { resolveDefaultsModeConfig } from "../../../codegen/typescript/support/defaults-mode.browser.ts";

afterEach(() => void vi.unstubAllGlobals());

const modeOf = (defaultsMode?: string, navigator: unknown = {}) => {
  vi.stubGlobal("navigator", navigator);
  return resolveDefaultsModeConfig(defaultsMode === undefined ? {} : { defaultsMode: defaultsMode as "auto" })();
};

describe("the defaults of a client in a browser", () => {
  it("are those named, in any case, and the legacy ones where none are", async () => {
    expect(await modeOf()).toBe("legacy");
    for (const mode of ["legacy", "standard", "in-region", "cross-region", "mobile"]) {
      expect(await modeOf(mode.toUpperCase())).toBe(mode);
    }
    await expect(modeOf("fast")).rejects.toThrow('Invalid parameter for "defaultsMode"');
  });

  it.each([
    [undefined, "standard"],
    [{}, "standard"],
    [{ connection: { effectiveType: "4g", rtt: 100, downlink: 10 }, maxTouchPoints: 1 }, "standard"],
    [{ connection: {}, userAgentData: { mobile: false } }, "standard"],
    [{ connection: { effectiveType: "3g" } }, "mobile"],
    [{ connection: { rtt: 101 } }, "mobile"],
    [{ connection: { downlink: 9 } }, "mobile"],
    [{ userAgentData: { mobile: true } }, "mobile"],
    [{ maxTouchPoints: 2 }, "mobile"],
    [{ product: "ReactNative" }, "mobile"],
  ])("auto: %j is %s", async (navigator, mode) => {
    expect(await modeOf("auto", navigator)).toBe(mode);
  });

  it("are asked for once, unless that failed", async () => {
    const provider = vi.fn().mockRejectedValueOnce(new Error("not yet")).mockResolvedValue("standard");
    const mode = resolveDefaultsModeConfig({ defaultsMode: provider });
    await expect(mode()).rejects.toThrow("not yet");
    expect([await mode(), await mode()]).toEqual(["standard", "standard"]);
    expect(provider).toHaveBeenCalledTimes(2);
  });
});
