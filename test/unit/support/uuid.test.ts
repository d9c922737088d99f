import { afterEach, expect, it, vi } from "vitest";
import { randomUuid } from "../../../codegen/typescript/support/uuid.ts";

afterEach(() => vi.unstubAllGlobals());

const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it("makes ids of the fourth version, each another", () => {
  const ids = Array.from({ length: 100 }, randomUuid);
  for (const id of ids) expect(id).toMatch(V4);
  expect(new Set(ids).size).toBe(100);
});

it("makes them where there is nothing but random bytes", () => {
  const random = crypto.getRandomValues.bind(crypto);
  vi.stubGlobal("crypto", { getRandomValues: random });
  const ids = Array.from({ length: 100 }, randomUuid);
  for (const id of ids) expect(id).toMatch(V4);
  expect(new Set(ids).size).toBe(100);
  vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) });
  expect(randomUuid()).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
});
