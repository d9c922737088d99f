import { vi } from "vitest";
import { isolate } from "../client/environment.ts";

/** Hides the machine's configuration, and fixes the time and all random ids, so that signatures can be compared. */
export const fixWorld = (): (() => void) => {
  const cleanUp = isolate();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-02-03T04:05:06Z") });
  // Which makes the same id of ours.
  vi.spyOn(Math, "random").mockReturnValue(0);
  vi.spyOn(globalThis.crypto, "randomUUID").mockReturnValue("00000000-0000-4000-8000-000000000000");
  return () => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    vi.unstubAllEnvs();
    cleanUp();
  };
};
