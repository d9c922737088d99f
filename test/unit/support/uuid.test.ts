import { afterEach, expect, it, vi } from "vitest";
import { randomUuid } from "../../../codegen/typescript/support/uuid.ts";

afterEach(() => vi.restoreAllMocks());

const V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

it("makes ids of the fourth version, each another", () => {
  const ids = Array.from({ length: 100 }, randomUuid);
  for (const id of ids) expect(id).toMatch(V4);
  expect(new Set(ids).size).toBe(100);
});

it("keeps every digit in its place, whatever chance gives", () => {
  vi.spyOn(Math, "random").mockReturnValue(0);
  expect(randomUuid()).toBe("00000000-0000-4000-8000-000000000000");
  vi.spyOn(Math, "random").mockReturnValue(1 - Number.EPSILON / 2);
  expect(randomUuid()).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
});
