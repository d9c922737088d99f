import { NumericValue } from "@smithy/core/serde";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBigDecimal, readBigInteger, readLong } from "../../../codegen/typescript/support/big-numbers.ts";
import { parseExact, stringifyExact } from "../../../codegen/typescript/support/json-numbers.ts";

const decimal = (text: string) => new NumericValue(text, "bigDecimal");

describe("parseExact", () => {
  it.each<[string, unknown]>([
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", 9007199254740993n],
    ["-9223372036854775808", -9223372036854775808n],
    ["1e20", 100000000000000000000n],
    ["1.5e17", 150000000000000000n],
    ["9007199254740993.0", decimal("9007199254740993.0")],
    ["3.14159265358979323846", decimal("3.14159265358979323846")],
    ["0.1000000000000000", 0.1],
    ["1500000000000000e-15", 1.5],
    ["0.00000000000000000", 0],
    ["1e999999999", decimal("1e999999999")],
    ["1e-400", decimal("1e-400")],
    [`1${"0".repeat(5000)}`, decimal(`1${"0".repeat(5000)}`)],
  ])("%s", (text, value) => {
    expect(parseExact(text)).toEqual(value);
    expect(parseExact(`{"a":[ ${text} ]}`)).toEqual({ a: [value] });
  });

  it("minus zero stays what it is", () => {
    expect(Object.is(parseExact("[-0, 12345678901234567]"), undefined)).toBe(false);
    expect((parseExact("[-0.0000000000000000]") as number[])[0]).toBe(-0);
  });

  it("takes no text for a number, however it is written", () => {
    const big = "12345678901234567890";
    const texts = ["\u0001", "\u0001\u0001", `\u0001${big}`, big, "\u00011e999", '\\"', `"${big}"`];
    for (const text of texts) {
      const document = { [text]: text, list: [text], n: 1 };
      const json = `{${JSON.stringify(text)} : ${JSON.stringify(text)},"list":[${JSON.stringify(text)}],"n":1,"big":${big}}`;
      expect(parseExact(json)).toEqual({ ...document, big: BigInt(big) });
    }
  });

  it("refuses what JSON.parse refuses, and says it alike", () => {
    const texts = [
      "",
      "{",
      "01234567890123456789",
      '{"a":12345678901234567',
      '"1234567890123456',
      "1234567890123456789.",
      "[1e99,]",
      "12345678901234567890-1",
    ];
    for (const text of texts) {
      expect(() => parseExact(text)).toThrow(SyntaxError);
    }
  });

  it("makes own keys of __proto__, and nests deep without harm", () => {
    const value = parseExact('{"__proto__":{"polluted":12345678901234567890}}') as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(() => parseExact(`${"[".repeat(200_000)}1e99`)).toThrow();
  });

  it("takes linear time over hostile texts", () => {
    const texts = [
      `[${"1".repeat(300_000)}]`,
      `"${"\\".repeat(600_000)}"`,
      `[${"0.".repeat(1)}${"0".repeat(300_000)}1]`,
      `["${"1234567890123456 ".repeat(20_000)}"]`,
    ];
    const start = performance.now();
    for (const text of texts) {
      expect(() => parseExact(text)).not.toThrow();
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("agrees with JSON.parse wherever a double holds the number", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const inDoubles = (_: string, v: unknown) =>
          typeof v === "bigint" || v instanceof NumericValue ? Number(String(v)) : v;
        expect(JSON.stringify(parseExact(text), inDoubles)).toBe(text);
      }),
    );
  });

  it("is the way back of stringifyExact", () => {
    const leaf = fc.oneof(
      fc.bigInt(),
      fc.string({ unit: "binary" }),
      fc.constant("\u00011"),
      fc.boolean(),
      fc.constant(null),
      fc.integer(),
    );
    const key = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor", "\u00011"));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.array(tie("tree")),
        fc.array(fc.tuple(key, tie("tree"))).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    const asRead = (value: unknown): unknown => {
      if (typeof value === "bigint") {
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
      }
      if (Array.isArray(value)) {
        return value.map(asRead);
      }
      return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asRead(member)]))
        : value;
    };
    fc.assert(
      fc.property(tree, (value) => {
        expect(parseExact(stringifyExact(value))).toEqual(asRead(value));
      }),
    );
  });
});

describe("stringifyExact", () => {
  it("writes what JSON.stringify can't", () => {
    const value = {
      a: 2n ** 64n,
      b: decimal("0.10"),
      c: [undefined, Number.NaN, -Infinity],
      d: undefined,
      e: new Date(1500),
      f: new Uint8Array([1, 2]),
    };
    expect(stringifyExact(value)).toBe(
      '{"a":18446744073709551616,"b":0.10,"c":[null,"NaN","-Infinity"],"e":1.5,"f":"AQI="}',
    );
  });

  it("refuses what refers to itself", () => {
    const value: Record<string, unknown> = {};
    value["self"] = [value];
    expect(() => stringifyExact(value)).toThrow(/refers to itself/);
  });
});

describe("big numbers of the model", () => {
  it("reads each form, and passes on what is none", () => {
    expect(readLong(5)).toBe(5);
    expect(readLong(2n ** 63n)).toBe(2n ** 63n);
    expect(readLong(decimal("1.5000000000000000001"))).toBe(1.5);
    expect(readBigInteger(5)).toBe(5n);
    expect(readBigInteger("12345678901234567890")).toBe(12345678901234567890n);
    for (const odd of ["x", "0x10", "", 1.5, null, {}, "9".repeat(5000)]) {
      expect(readBigInteger(odd)).toBe(odd);
    }
    expect(readBigDecimal(0.5)).toEqual(decimal("0.5"));
    expect(readBigDecimal(5n)).toEqual(decimal("5"));
    expect(readBigDecimal("1.50")).toEqual(decimal("1.50"));
    for (const odd of ["x", null, {}]) {
      expect(readBigDecimal(odd)).toBe(odd);
    }
  });
});
