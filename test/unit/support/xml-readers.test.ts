import { NumericValue } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { parseXml } from "../../../codegen/typescript/support/xml-parser.ts";
import {
  readAttribute,
  readChild,
  readElements,
  readEntries,
  readFlatList,
  readFlatMap,
  readList,
  readMap,
  readRequired,
  readXmlUnion,
} from "../../../codegen/typescript/support/xml-readers.ts";
import * as as from "../../../codegen/typescript/support/xml-values.ts";

const root = parseXml(`
  <root a="1" xsi:type="T">
    <one>1</one><one>2</one><none/>
    <list><member>a</member><other/><member>b</member></list>
    <flat>a</flat><flat>b</flat>
    <map><entry><key>__proto__</key><value>1</value></entry><entry><key>b</key></entry><entry/></map>
    <flatMap><key>a</key><value>1</value></flatMap>
  </root>`);

describe("members", () => {
  it("are the first child, or the attribute, of their name as it is spelled", () => {
    expect(readChild(root, "one", as.asNumber)).toBe(1);
    expect(readChild(root, "none", as.asText)).toBe("");
    expect(readAttribute(root, "xsi:type", as.asText)).toBe("T");
    expect(readAttribute(root, "a", as.asNumber)).toBe(1);
    for (const name of ["missing", "toString", "type"]) {
      expect([readChild(root, name, as.asText), readAttribute(root, name, as.asText)]).toEqual([undefined, undefined]);
    }
    expect(readRequired(root, "missing", ({ text }) => ({ text }))).toEqual({ text: "" });
  });

  it("that are lists are empty where their element is, and not there without it", () => {
    expect(readList(root, "list", "member", as.asText)).toEqual(["a", "b"]);
    expect([readList(root, "none", "member", as.asText), readList(root, "missing", "member", as.asText)]).toEqual([
      [],
      undefined,
    ]);
    expect([readFlatList(root, "flat", as.asText), readFlatList(root, "missing", as.asText)]).toEqual([
      ["a", "b"],
      undefined,
    ]);
    expect(readElements(root, "missing", as.asText)).toEqual([]);
  });

  it("that are maps have any key as their own, and leave out entries that are not whole", () => {
    const map = readMap(root, "map", "key", "value", as.asNumber) as object;
    expect(Object.entries(map)).toEqual([["__proto__", 1]]);
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
    expect(readFlatMap(root, "flatMap", "key", "value", as.asText)).toEqual({ a: "1" });
    expect([readMap(root, "none", "key", "value", as.asText), readMap(root, "x", "key", "value", as.asText)]).toEqual([
      {},
      undefined,
    ]);
    expect(readFlatMap(root, "x", "key", "value", as.asText)).toBeUndefined();
    expect(readEntries(root, "x", "key", "value", as.asText)).toEqual({});
  });
});

describe("unions", () => {
  it("have the member that is known, or the one that isn't", () => {
    expect(readXmlUnion(parseXml("<u><a>1</a></u>"), { a: "1", b: undefined })).toEqual({ a: "1" });
    const unknown = parseXml('<u><x y="1"><z>a</z><z>b</z></x></u>');
    expect(readXmlUnion(unknown, { a: undefined })).toEqual({ $unknown: ["x", { y: "1", z: ["a", "b"] }] });
    expect(readXmlUnion(parseXml("<u><x>t</x></u>"), {})).toEqual({ $unknown: ["x", "t"] });
    expect([readXmlUnion(parseXml("<u/>"), {}), readXmlUnion(parseXml("<u><x/><y/></u>"), {})]).toEqual([{}, {}]);
  });
});

describe("values", () => {
  const read = <T>(value: (text: { readonly text: string }) => T, text: string): T => value({ text });

  it("are numbers, exact where a number isn't", () => {
    expect(["1", "-1.5e3", "NaN", "-Infinity"].map((text) => read(as.asNumber, text))).toEqual([
      1,
      -1500,
      NaN,
      -Infinity,
    ]);
    expect(read(as.asLong, "9007199254740991")).toBe(9007199254740991);
    expect(read(as.asLong, "9223372036854775807")).toBe(9223372036854775807n);
    expect(read(as.asLong, "x")).toBeNaN();
    expect(read(as.asBigInteger, "123456789012345678901")).toBe(123456789012345678901n);
    expect(read(as.asBigDecimal, "0.10")).toEqual(new NumericValue("0.10", "bigDecimal"));
  });

  it("are true in any case, and else false", () => {
    expect(["true", "True", "false", "", "1"].map((text) => read(as.asBoolean, text))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("are dates of each format, and text that is none is refused", () => {
    const date = new Date("2014-04-29T18:30:38Z");
    expect(read(as.asDateTime, "2014-04-29T19:30:38+01:00")).toEqual(date);
    expect(read(as.asHttpDate, "Tue, 29 Apr 2014 18:30:38 GMT")).toEqual(date);
    expect(read(as.asEpochSeconds, "1398796238")).toEqual(date);
    expect(() => read(as.asDateTime, "yesterday")).toThrow(TypeError);
  });

  it("are JSON where the model says so", () => {
    expect(read(as.asDocument, '{"a":[1]}')).toEqual({ a: [1] });
    expect(read(as.asJsonString, '{"a":1}').deserializeJSON()).toEqual({ a: 1 });
  });
});
