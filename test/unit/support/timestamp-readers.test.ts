import { parseRfc3339DateTimeWithOffset } from "@smithy/core/serde";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDateTime, readHttpDate } from "../../../codegen/typescript/support/timestamp-readers.ts";

describe("a date and time", () => {
  it.each([
    ["0019-05-02T23:38:03.300Z", "0019-05-02T23:38:03.300Z"],
    ["0000-02-29T00:00:00Z", "0000-02-29T00:00:00.000Z"],
    ["0100-03-01T00:00:00Z", "0100-03-01T00:00:00.000Z"],
    ["0099-12-31T23:30:00-01:00", "0100-01-01T00:30:00.000Z"],
  ])("has its own year, %s", (text, date) => {
    expect(readDateTime(text).toISOString()).toBe(date);
  });

  it.each([
    ["2026-02-03T04:05:06.1234Z", "2026-02-03T04:05:06.123Z"],
    ["2026-02-03T04:05:06.1235Z", "2026-02-03T04:05:06.124Z"],
    ["2026-12-31T23:59:59.999999Z", "2027-01-01T00:00:00.000Z"],
  ])("is rounded to milliseconds, %s", (text, date) => {
    expect(readDateTime(text).toISOString()).toBe(date);
  });

  it("is what the published reader makes of it", () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, "0"));
    const years = fc.integer({ min: 1000, max: 9999 });
    const parts = fc.tuple(years, two(13), two(32), two(25), two(61), two(61), fc.constantFrom("", ".000", ".123"));
    const read = (reader: (text: string) => unknown, text: string): unknown => {
      try {
        return reader(text);
      } catch {
        return "refused";
      }
    };
    fc.assert(
      fc.property(parts, ([year, month, day, hour, minute, second, fraction]) => {
        const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
        expect(read(readDateTime, text)).toEqual(read(parseRfc3339DateTimeWithOffset, text));
      }),
      { numRuns: 2000 },
    );
  });

  it("is refused where it is none", () => {
    expect(readDateTime(undefined)).toBeUndefined();
    expect(() => readDateTime(5)).toThrow(TypeError);
    expect(() => readDateTime("00-1")).toThrow(TypeError);
  });
});

describe("an HTTP date", () => {
  it.each([
    ["Mon, 01 Jan 0001 00:00:00 GMT", "0001-01-01T00:00:00.000Z"],
    ["Tue, 29 Apr 2014 18:30:38 GMT", "2014-04-29T18:30:38.000Z"],
  ])("has its own year, %s", (text, date) => {
    expect(readHttpDate(text).toISOString()).toBe(date);
  });
});
