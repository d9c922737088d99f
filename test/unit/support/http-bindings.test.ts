import { describe, expect, it } from "vitest";
import {
  greedyLabel,
  headerList,
  headers,
  label,
  mergedQuery,
  prefixedHeaders,
  query,
  quoted,
} from "../../../codegen/typescript/support/http-bindings.ts";

describe("query", () => {
  it("holds texts, and lists of them", () => {
    expect(query({ a: 1, b: false, c: "", d: [1, null, 2], e: [], f: null, g: undefined, h: 12n })).toEqual({
      a: "1",
      b: "false",
      c: "",
      d: ["1", "2"],
      h: "12",
    });
    expect([query(undefined), query(null)]).toEqual([{}, {}]);
  });

  it("has a parameter of any name as its own", () => {
    const made = query(JSON.parse('{ "__proto__": "p", "constructor": "c" }'));
    expect(Object.entries(made)).toEqual([
      ["__proto__", "p"],
      ["constructor", "c"],
    ]);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });

  it("prefers what has a name of its own, where that is set", () => {
    expect(mergedQuery({ a: "map", b: "map" }, { a: "own", b: undefined })).toEqual({ a: "own", b: "map" });
    expect(mergedQuery(null, { a: "own" })).toEqual({ a: "own" });
  });
});

describe("headers", () => {
  it("are texts, those with a prefix in lower case", () => {
    expect(headers({ a: 1, b: "", c: null })).toEqual({ a: "1", b: "" });
    expect(prefixedHeaders("x-", { Foo: "f", bar: "b", none: null as never }, { "x-bar": "own" })).toEqual({
      "x-foo": "f",
      "x-bar": "own",
    });
    expect(prefixedHeaders("x-", undefined)).toEqual({});
  });

  it("hold lists", () => {
    expect(headerList([1, null, 2])).toBe("1, 2");
    expect(headerList(["b,c", '"d"', "a\\", "e"], quoted)).toBe('"b,c", "\\"d\\"", a\\, e');
    expect([headerList([]), headerList(undefined), headerList(null)]).toEqual(["", undefined, undefined]);
  });
});

describe("labels", () => {
  it("are segments of a path", () => {
    expect(label("a/b c!'()*?#", "Name")).toBe("a%2Fb%20c%21%27%28%29%2A%3F%23");
    expect(label(0, "Name")).toBe("0");
    expect(greedyLabel("a b/c/(d)", "Name")).toBe("a%20b/c/%28d%29");
  });

  it.each([undefined, null, ""])("aren't %j", (value) => {
    expect(() => label(value, "Name")).toThrow(TypeError);
    expect(() => greedyLabel(value, "Name")).toThrow("Name is part of the request's path");
  });
});
