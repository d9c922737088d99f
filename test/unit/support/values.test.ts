import { NumericValue } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { dateTime, epochSeconds, httpDate } from "../../../codegen/typescript/support/timestamps.ts";
import {
  copyMembers,
  keepUnknown,
  mapList,
  mapMap,
  mapSparseList,
  mapSparseMap,
  readNumber,
  readUnknown,
  writeFloat,
  writeUnknown,
} from "../../../codegen/typescript/support/values.ts";

const hostile = JSON.parse('{"__proto__":{"polluted":true},"constructor":"c","a":null,"b":1}');

describe("structures of scalars", () => {
  it("are their named members without nulls, in the model's order", () => {
    const copy = copyMembers<object>({ c: 1, b: null, a: "", x: 2, d: undefined }, ["a", "b", "c", "d"]);
    expect(JSON.stringify(copy)).toBe('{"a":"","c":1}');
  });

  it("never read or set a prototype", () => {
    const copy = copyMembers<Record<string, unknown>>(hostile, ["__proto__", "constructor", "toString", "b"]);
    expect(Object.keys(copy)).toEqual(["__proto__", "constructor", "b"]);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(copyMembers({}, ["constructor", "__proto__", "valueOf"])).toEqual({});
    expect(copyMembers(Object.create(null), ["constructor", "a"])).toEqual({});
  });

  it("of another type are passed on", () => {
    for (const odd of ["text", 5, null, undefined, true]) {
      expect(copyMembers(odd, ["a"])).toBe(odd);
    }
  });

  it("keep unknown members only where they name their type", () => {
    expect(keepUnknown({ a: 1 }, { a: 2, x: 3 })).toEqual({ a: 1 });
    expect(keepUnknown({ a: 1 }, { a: 2, x: 3, __type: "T" })).toEqual({ a: 1, x: 3, __type: "T" });
    expect(keepUnknown({ a: 1 }, null)).toEqual({ a: 1 });
  });
});

describe("lists and maps", () => {
  const double = (n: number) => n * 2;

  it("lose their nulls unless they are sparse", () => {
    expect(mapList([1, null, undefined, 2])).toEqual([1, 2]);
    expect(mapList([1, null, 2], double)).toEqual([2, 4]);
    expect(mapSparseList([1, null, undefined], double)).toEqual([2, null, null]);
    expect(mapMap({ a: 1, b: null, c: undefined }, double)).toEqual({ a: 2 });
    expect(mapSparseMap({ a: 1, b: null, c: undefined }, double)).toEqual({ a: 2, b: null });
  });

  it("take every key as a key", () => {
    for (const copy of [mapMap<object>(hostile), mapSparseMap<object>(hostile)]) {
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
      expect(Object.keys(copy)).toContain("__proto__");
      expect(JSON.stringify(copy)).toContain('"__proto__":{"polluted":true}');
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("leave the caller's object as it was, and pass on what is of another type", () => {
    const input = Object.freeze({ a: null, b: 1 });
    expect(mapMap(input)).toEqual({ b: 1 });
    for (const odd of ["text", 5, null, undefined]) {
      expect([mapList(odd), mapSparseList(odd), mapMap(odd), mapSparseMap(odd)]).toEqual([odd, odd, odd, odd]);
    }
    expect(mapList({ a: 1 })).toEqual({ a: 1 });
    expect(mapMap([1])).toEqual([1]);
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
