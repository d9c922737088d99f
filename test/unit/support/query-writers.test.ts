import { describe, expect, it } from "vitest";
import {
  entries,
  flatList,
  list,
  nested,
  numbered,
  pair,
  pairs,
  unknownMember,
} from "../../../codegen/typescript/support/query-writers.ts";

describe("pairs of a form", () => {
  it("are not there for what isn't set, and are for what is empty", () => {
    expect([pair("A", undefined), pair("A", null), nested("A", null, pair)]).toEqual(["", "", ""]);
    expect(pairs([pair("A", ""), pair("B", 0), pair("C", false), pair("D", Number.NaN)])).toBe("&A=&B=0&C=false&D=NaN");
  });

  it("have every character encoded that isn't unreserved", () => {
    expect(pair("A", "a b&c=d+é!'()*~")).toBe("&A=a%20b%26c%3Dd%2B%C3%A9%21%27%28%29%2A~");
  });

  it("are numbered in lists, without a gap for nulls", () => {
    expect(list("A", "member", ["x", null, "y"], pair)).toBe("&A.member.1=x&A.member.2=y");
    expect(flatList("A", ["x", undefined, "y"], pair)).toBe("&A.1=x&A.2=y");
    expect([list("A", "member", [], pair), flatList("A", [], pair), numbered("A", [], pair)]).toEqual([
      "&A=",
      "&A=",
      "",
    ]);
    expect([list("A", "member", undefined, pair), flatList("A", null, pair), numbered("A", null, pair)]).toEqual([
      "",
      "",
      "",
    ]);
  });

  it("are two for each entry of a map", () => {
    expect(entries("M.entry", "key", "value", { "a b": "x", c: null, d: "y" }, pair)).toBe(
      "&M.entry.1.key=a%20b&M.entry.1.value=x&M.entry.2.key=d&M.entry.2.value=y",
    );
    expect(entries("M", "key", "value", {}, pair)).toBe("");
  });

  it("hold a union's unknown member, if it is a text", () => {
    expect(unknownMember("U", { $unknown: ["a&b", "c"] })).toBe("&U.a%26b=c");
    expect(unknownMember("U", { Known: 1 })).toBe("");
    expect(() => unknownMember("U", { $unknown: ["a", {}] })).toThrow(TypeError);
  });
});
