import { NumericValue } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { readNumber } from "../../../codegen/typescript/support/read-number.ts";
import { dateTime, epochSeconds, httpDate } from "../../../codegen/typescript/support/timestamps.ts";
import {
  keepUnknown,
  mapList,
  mapMap,
  mapSparseList,
  mapSparseMap,
  readList,
  readMap,
  readSparseList,
  readSparseMap,
  readUnknown,
  writeFloat,
  writeUnknown,
} from "../../../codegen/typescript/support/values.ts";

const hostile = JSON.parse('{"__proto__":{"polluted":true},"constructor":"c","a":null,"b":1}');

describe("structures", () => {
  it("keep unknown members only where they name their type", () => {
    expect(keepUnknown({ a: 1 }, { a: 2, x: 3 })).toEqual({ a: 1 });
    expect(keepUnknown({ a: 1 }, { a: 2, x: 3, __type: "T" })).toEqual({ a: 1, x: 3, __type: "T" });
    expect(keepUnknown({ a: 1 }, null)).toEqual({ a: 1 });
  });
});

describe("lists and maps on their way to the wire", () => {
  const double = (n: number) => n * 2;

  it("lose their nulls unless they are sparse", () => {
    expect(mapList([1, null, undefined, 2])).toEqual([1, 2]);
    expect(mapList([1, null, 2], double)).toEqual([2, 4]);
    expect(mapSparseList([1, null, undefined], double)).toEqual([2, null, null]);
    expect(JSON.stringify(mapMap({ a: 1, b: null, c: undefined }, double))).toBe('{"a":2}');
    expect(JSON.stringify(mapMap({ a: 1, b: null, c: undefined }))).toBe('{"a":1}');
    expect(JSON.stringify(mapSparseMap({ a: 1, b: null, c: undefined }, double))).toBe('{"a":2,"b":null}');
  });

  it("take every key as a key", () => {
    const keep = (value: unknown) => value;
    for (const copy of [mapMap<object>(hostile, keep), mapSparseMap<object>(hostile, keep)]) {
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
      expect(Object.keys(copy)).toContain("__proto__");
      expect(JSON.stringify(copy)).toContain('"__proto__":{"polluted":true}');
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("leave the caller's object as it was, and pass on what is of another type, but for null", () => {
    const list = Object.freeze([1, null]);
    const map = Object.freeze({ a: null, b: 1 });
    expect([mapList(list, double), mapSparseList(list, double)]).toEqual([[2], [2, null]]);
    expect([mapMap(map, double), mapSparseMap(map, double)]).toEqual([{ b: 2 }, { a: null, b: 2 }]);
    for (const odd of ["text", 5, undefined]) {
      expect([mapList(odd), mapSparseList(odd), mapMap(odd), mapSparseMap(odd)]).toEqual([odd, odd, odd, odd]);
    }
    expect([mapList(null), mapSparseList(null), mapMap(null), mapSparseMap(null)]).toEqual(Array(4).fill(undefined));
    expect(mapList({ a: 1 })).toEqual({ a: 1 });
    expect(mapMap([1])).toEqual([1]);
  });
});

describe("lists and maps as they came", () => {
  const double = (n: number) => n * 2;

  it("lose their nulls unless they are sparse", () => {
    expect(readList([null, 1, null, 2, null])).toStrictEqual([1, 2]);
    expect(readList([1, null, 2], double)).toStrictEqual([2, 4]);
    expect(readSparseList([1, null], double)).toStrictEqual([2, null]);
    expect(readSparseList([1, null])).toStrictEqual([1, null]);
    expect(readMap({ a: 1, b: null }, double)).toStrictEqual({ a: 2 });
    expect(readMap({ a: 1, b: null })).toStrictEqual({ a: 1 });
    expect(readSparseMap({ a: 1, b: null }, double)).toStrictEqual({ a: 2, b: null });
  });

  it("take every key as a key", () => {
    const text = '{"__proto__":{"polluted":true},"constructor":{"a":1}}';
    const wrap = (value: object) => ({ ...value, read: true });
    for (const read of [readMap<object>(JSON.parse(text), wrap), readSparseMap<object>(JSON.parse(text), wrap)]) {
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
      expect(JSON.stringify(read)).toBe(
        '{"__proto__":{"polluted":true,"read":true},"constructor":{"a":1,"read":true}}',
      );
    }
    expect(JSON.stringify(readMap(JSON.parse('{"__proto__":null}')))).toBe("{}");
  });

  it("of another type are passed on", () => {
    for (const odd of ["text", 5, true]) {
      expect([readList(odd), readSparseList(odd), readMap(odd), readSparseMap(odd)]).toEqual([odd, odd, odd, odd]);
    }
    expect(readList({ a: 1 }, double)).toEqual({ a: 1 });
    expect(readMap([1], double)).toEqual([1]);
  });
});

describe("unions", () => {
  it("keep a member that the model doesn't know", () => {
    expect(readUnknown({ Later: { a: 1 }, __type: "U", Other: null })).toEqual({ $unknown: ["Later", { a: 1 }] });
    expect(readUnknown({ __type: "U" })).toEqual({});
    expect(readUnknown({ a: 1, b: 2 })).toEqual({});
    expect(readUnknown("odd")).toBe("odd");
    expect(writeUnknown({ $unknown: ["Later", { a: 1 }] })).toEqual({ Later: { a: 1 } });
    expect(JSON.stringify(writeUnknown({ $unknown: ["__proto__", 1] }))).toBe('{"__proto__":1}');
    expect(writeUnknown({})).toEqual({});
  });
});

describe("numbers", () => {
  it("know the three that JSON doesn't", () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      expect(writeFloat(value)).toBe(String(value));
      expect(readNumber(String(value))).toBe(value);
    }
    expect(writeFloat(1.5)).toBe(1.5);
    expect(writeFloat(null)).toBeUndefined();
    expect(readNumber("12")).toBe("12");
    expect(readNumber(5n)).toBe(5);
    expect(readNumber(new NumericValue("0.1000000000000000055", "bigDecimal"))).toBe(0.1);
    expect(readNumber(null)).toBe(null);
  });
});

describe("timestamps", () => {
  it("have three forms on the wire", () => {
    const date = new Date("1985-04-12T23:20:50.520Z");
    expect(epochSeconds(date)).toBe(482196050.52);
    expect(dateTime(date)).toBe("1985-04-12T23:20:50.520Z");
    expect(dateTime(new Date(0))).toBe("1970-01-01T00:00:00Z");
    expect(httpDate(new Date("2014-04-29T18:30:38Z"))).toBe("Tue, 29 Apr 2014 18:30:38 GMT");
  });

  it("refuse an invalid date, and what is none", () => {
    expect(() => epochSeconds(new Date("x"))).toThrow(TypeError);
    expect(() => dateTime("2020-01-01" as unknown as Date)).toThrow(TypeError);
  });
});
