import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { endpointCache } from "../../../codegen/typescript/support/endpoint-cache.ts";

const value = fc.option(fc.oneof(fc.constantFrom("-", "1:-", "true", ""), fc.string(), fc.boolean()), {
  nil: undefined,
});
const params = fc.record({ A: value, B: value, C: value });

describe("the cache of endpoints", () => {
  it("gives the same for the same parameters, and for no others", () => {
    fc.assert(
      fc.property(fc.array(params, { minLength: 1, maxLength: 20 }), (all) => {
        const cached = endpointCache<(typeof all)[number], object>(["A", "B", "C"]);
        const given = all.map((each) => ({ each, got: cached(each, () => ({ ...each })) }));
        for (const { each, got } of given) {
          expect(cached(each, () => ({ other: true }))).toBe(got);
          // A flag and its name are one to the rules of a service, which knows each parameter's type.
          for (const key of ["A", "B", "C"] as const) expect(String((got as never)[key])).toBe(String(each[key]));
        }
      }),
    );
  });

  it("asks again after a failure, and forgets the oldest of many", () => {
    const cached = endpointCache<{ A: string }, string>(["A"]);
    const failing = () => {
      throw new Error("no endpoint");
    };
    expect(() => cached({ A: "x" }, failing)).toThrow("no endpoint");
    expect(cached({ A: "x" }, () => "first")).toBe("first");
    for (let index = 0; index < 50; index += 1) cached({ A: String(index) }, () => "other");
    const again = vi.fn(() => "second");
    expect(cached({ A: "x" }, again)).toBe("second");
    expect(again).toHaveBeenCalledOnce();
    expect(cached({ A: "49" }, failing)).toBe("other");
  });
});
