import type { SerdeContext } from "@smithy/types";
import { describe, expect, it } from "vitest";
import {
  readBooleanHeader,
  readEncodedHeader,
  readHeaderDates,
  readHeaderList,
  readLongHeader,
  readNumberHeader,
  readPrefixedHeaders,
} from "../../../codegen/typescript/support/http-readers.ts";
import { readDateTime, readHttpDate } from "../../../codegen/typescript/support/timestamp-readers.ts";

describe("headers of a response", () => {
  it.each([
    ["1.5", 1.5],
    ["-0", -0],
    ["NaN", Number.NaN],
    ["-Infinity", Number.NEGATIVE_INFINITY],
    ["", ""],
    ["many", "many"],
    [undefined, undefined],
  ])("are numbers: %s", (text, value) => {
    expect(readNumberHeader(text)).toBe(value);
  });

  it.each([
    ["12", 12],
    ["-9007199254740993", -9_007_199_254_740_993n],
    ["9007199254740991", 9_007_199_254_740_991],
    [undefined, undefined],
  ])("are longs: %s", (text, value) => {
    expect(readLongHeader(text)).toBe(value);
  });

  it("are booleans, and texts in base64", () => {
    expect(["true", "false", "TRUE", undefined].map(readBooleanHeader)).toEqual([true, false, "TRUE", undefined]);
    const context = {
      base64Decoder: (text: string) => Buffer.from(text, "base64"),
      utf8Encoder: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
    } as unknown as SerdeContext;
    expect([readEncodedHeader("w6k=", context), readEncodedHeader(undefined, context)]).toEqual(["é", undefined]);
  });

  it.each([
    ["a, b,c", ["a", "b", "c"]],
    ['"a, \\"b\\"", c', ['a, "b"', "c"]],
    ["", []],
    ["one", ["one"]],
    ['"open, c', ['"open', "c"]],
    [undefined, undefined],
  ])("are lists: %s", (text, list) => {
    expect(readHeaderList(text)).toEqual(list);
  });

  it("are lists of numbers and of dates", () => {
    const date = new Date(1_576_540_098_000);
    expect(readHeaderList("1, 2", readNumberHeader)).toEqual([1, 2]);
    expect(readHeaderList("2019-12-16T23:48:18Z, 2019-12-16T23:48:18Z", readDateTime)).toEqual([date, date]);
    const text = "Mon, 16 Dec 2019 23:48:18 GMT, Mon, 16 Dec 2019 23:48:18 GMT";
    expect(readHeaderDates(text, readHttpDate)).toEqual([date, date]);
    expect(readHeaderDates(undefined, readHttpDate)).toBeUndefined();
  });

  it("with a prefix are a map of any keys", () => {
    const headers = JSON.parse('{ "x-a": "1", "x-__proto__": "2", "y": "3" }');
    expect(Object.entries(readPrefixedHeaders(headers, "x-"))).toEqual([
      ["a", "1"],
      ["__proto__", "2"],
    ]);
  });

  it("take no more than a moment, however they are made", () => {
    const long = `${'"\\'.repeat(50_000)},${",".repeat(50_000)}`;
    expect(Array.isArray(readHeaderList(long))).toBe(true);
  });
});
