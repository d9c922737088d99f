import { cbor } from "@smithy/core/cbor";
import { NumericValue } from "@smithy/core/serde";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCbor, readCborTimestamp } from "../../../codegen/typescript/support/cbor-reader.ts";
import { encodeCbor } from "../../../codegen/typescript/support/cbor-writer.ts";

const decimal = (text: string) => new NumericValue(text, "bigDecimal");
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(" ", ""), "hex"));
const hex = (value: unknown) => Buffer.from(encodeCbor(value)).toString("hex");

/** Values of any kind that callers have. `cbor` of the published runtime writes a date only with a tag by hand. */
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "binary" }),
    fc.maxSafeInteger(),
    fc.double({ noDefaultInfinity: false }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.boolean(),
    fc.constant(null),
    fc.bigInt({ min: 1n << 54n, max: 1n << 200n }),
    fc.bigInt({ min: -(1n << 200n), max: -(1n << 54n) }),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie("value"), { maxLength: 40 }),
    fc.dictionary(fc.string(), tie("value"), { noNullPrototype: true, maxKeys: 40 }),
  ),
})).value;

describe("encodeCbor", () => {
  it.each<[string, unknown]>([
    ["00", 0],
    ["17", 23],
    ["18 18", 24],
    ["19 03e8", 1000],
    ["1a 000f4240", 1000000],
    ["1b 000000e8d4a51000", 1000000000000],
    ["20", -1],
    ["39 03e7", -1000],
    ["1b 001fffffffffffff", Number.MAX_SAFE_INTEGER],
    ["3b 001ffffffffffffe", Number.MIN_SAFE_INTEGER],
    ["1b ffffffffffffffff", 18446744073709551615n],
    ["c2 49 010000000000000000", 18446744073709551616n],
    ["3b ffffffffffffffff", -18446744073709551616n],
    ["c3 49 010000000000000000", -18446744073709551617n],
    ["05", 5n],
    ["fb 3ff8000000000000", 1.5],
    ["fb 8000000000000000", -0],
    ["fb 4340000000000000", 2 ** 53],
    ["3b 001fffffffffffff", -(2 ** 53)],
    ["fb 7ff8000000000000", Number.NaN],
    ["fb fff0000000000000", Number.NEGATIVE_INFINITY],
    ["c4 82 21 19 6ab3", decimal("273.15")],
    ["c4 82 01 38 95", decimal("-1.50e3")],
    ["c1 1a 514b67b0", new Date("2013-03-21T20:04:00Z")],
    ["c1 fb 41d452d9ec200000", new Date("2013-03-21T20:04:00.5Z")],
    ["60", ""],
    ["62 c3bc", "ü"],
    ["43 010203", new Uint8Array([1, 2, 3])],
    ["42 0203", Buffer.from([1, 2, 3]).subarray(1)],
    ["83 01 f6 80", [1, undefined, []]],
    ["a1 61 61 f4", { a: false, b: undefined }],
    ["f6", null],
  ])("writes %s", (expected, value) => {
    expect(hex(value)).toBe(expected.replaceAll(" ", ""));
  });

  it("writes what the published reader reads, at any length", () => {
    fc.assert(fc.property(values, (value) => void expect(cbor.deserialize(encodeCbor(value))).toEqual(value)));
    for (const length of [23, 24, 255, 256, 65535, 65536]) {
      for (const text of ["a".repeat(length), "ü".repeat(length)]) expect(decodeCbor(encodeCbor(text))).toBe(text);
      expect(decodeCbor(encodeCbor(new Array(length).fill(1)))).toHaveLength(length);
      expect(decodeCbor(encodeCbor(new Uint8Array(length)))).toHaveLength(length);
    }
  });

  it("refuses what has no form", () => {
    expect(() => encodeCbor(new Date(Number.NaN))).toThrow(TypeError);
    expect(() => encodeCbor({ a: () => 1 })).toThrow("A function can't be sent.");
    const circle: Record<string, unknown> = {};
    circle["circle"] = circle;
    expect(() => encodeCbor(circle)).toThrow(RangeError);
  });
});

describe("decodeCbor", () => {
  it.each<[string, unknown]>([
    ["1b 0020000000000000", 2n ** 53n],
    ["3b 001fffffffffffff", -(2n ** 53n)],
    ["3b 001ffffffffffffe", Number.MIN_SAFE_INTEGER],
    ["f9 3e00", 1.5],
    ["f9 0001", 2 ** -24],
    ["f9 7bff", 65504],
    ["f9 fc00", Number.NEGATIVE_INFINITY],
    ["f9 7e01", Number.NaN],
    ["fa 40f40000", 7.625],
    ["f7", null],
    ["7f 61 61 62 c3bc ff", "aü"],
    ["7f 61 c3 61 bc ff", "ü"],
    ["5f 41 01 42 0203 ff", new Uint8Array([1, 2, 3])],
    ["9f 01 9f ff ff", [1, []]],
    ["bf 61 61 01 ff", { a: 1 }],
    ["a2 61 61 01 61 61 02", { a: 2 }],
    ["c1 1a 514b67b0", new Date("2013-03-21T20:04:00Z")],
    ["c1 fb 41cc37db380fbe77", new Date("2000-01-02T20:34:56.123Z")],
    ["c1 61 61", "a"],
    ["c2 40", 0n],
    ["c2 42 0100", 256n],
    ["c3 49 010000000000000000", -18446744073709551617n],
    ["c2 01", 1],
    ["c4 82 21 19 6ab3", decimal("273.15")],
    ["c4 82 24 05", decimal("0.00005")],
    ["c4 82 02 05", decimal("500")],
    ["c4 82 00 20", decimal("-1")],
    ["c4 82 1a 7fffffff 01", decimal("1e2147483647")],
    ["c4 82 3a 7fffffff 18 7b", decimal("123e-2147483648")],
    ["c4 01", 1],
    ["c4 82 61 61 01", ["a", 1]],
    ["d9 d9f7 01", 1],
    ["61 ff", "\ufffd"],
  ])("reads %s", (encoded, value) => {
    expect(decodeCbor(bytes(encoded))).toEqual(value);
  });

  it("reads what the published writer writes", () => {
    fc.assert(fc.property(values, (value) => void expect(decodeCbor(cbor.serialize(value))).toEqual(value)));
  });

  it.each([
    ["nothing", ""],
    ["two values", "01 02"],
    ["an integer cut off", "19 01"],
    ["text shorter than its length", "7a ffffffff 61"],
    ["bytes shorter than their length", "5b ffffffffffffffff 61"],
    ["a list shorter than its count", "9b ffffffffffffffff"],
    ["a list with a count that only memory ends", "9a ffffffff 01 02"],
    ["a map shorter than its count", "bb 001fffffffffffff 61 61"],
    ["a list without an end", "9f 01"],
    ["a map without an end", "bf 61 61 01"],
    ["a map with half an entry", "bf 61 61 ff"],
    ["a key that is no text", "a1 01 02"],
    ["text in pieces that are bytes", "7f 41 61 ff"],
    ["text in pieces in pieces", "7f 7f 61 61 ff ff"],
    ["an end without a beginning", "ff"],
    ["an integer without a length", "1f"],
    ["a tag without a length", "df 01"],
    ["a reserved length", "1c"],
    ["a simple value that nobody has defined", "e0"],
    ["lists in lists without end", "81".repeat(100_000)],
    ["a decimal of a hundred thousand digits", `c4 82 00 c2 59 ffff ${"ff".repeat(65535)}`],
  ])("refuses %s", (_, encoded) => {
    expect(() => decodeCbor(bytes(encoded))).toThrow(/^(?:No CBOR|A value|Values are|A decimal)/);
  });

  it("tells texts apart that are nearly the same, as often as they come", () => {
    const text = fc.array(fc.constantFrom("a", "b", "\u00e9", "\ufffd", "\u{1f600}"), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 50, maxLength: 200 }), (texts) => {
        const all = texts.map((parts) => parts.join("").repeat(3));
        expect(decodeCbor(encodeCbor(all))).toEqual(all);
      }),
    );
    expect(decodeCbor(bytes("83 63 efbfbd 61 ff 63 616161"))).toEqual(["\ufffd", "\ufffd", "aaa"]);
  });

  it("takes a key of any name for the map's own", () => {
    const map = decodeCbor(encodeCbor(JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')));
    expect(Object.keys(map as object)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
    expect((map as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it("gives bytes that don't hold the body they came in", () => {
    const body = Buffer.from(encodeCbor([new Uint8Array([1, 2])]));
    const [blob] = decodeCbor(body) as [Uint8Array];
    body.fill(0);
    expect(blob).toEqual(new Uint8Array([1, 2]));
    expect(blob.buffer.byteLength).toBe(2);
  });

  it("ends on any bytes, with a value or a SyntaxError", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (random) => {
        try {
          decodeCbor(random);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

it("a timestamp may come without its tag", () => {
  expect(readCborTimestamp(1.5)).toEqual(new Date(1500));
  expect(readCborTimestamp("x")).toBe("x");
});
