import { describe, expect, it } from "vitest";
import { asciiSubstring } from "../../../codegen/typescript/support/endpoint-ascii-substring.ts";
import { endpointAt } from "../../../codegen/typescript/support/endpoint-at.ts";
import { implicitGlobalRegion } from "../../../codegen/typescript/support/endpoint-implicit-global-region.ts";
import { parseEndpointUrl } from "../../../codegen/typescript/support/endpoint-parse-url.ts";
import { splitString } from "../../../codegen/typescript/support/endpoint-split-string.ts";
import { uriEncode } from "../../../codegen/typescript/support/uri-encode.ts";

describe("parseEndpointUrl", () => {
  // The table of the specification, and what it leaves open.
  it.each([
    ["https://example.com", "https", "example.com", "/", "/", false],
    ["http://example.com:80/foo/bar", "http", "example.com:80", "/foo/bar", "/foo/bar/", false],
    ["https://127.0.0.1", "https", "127.0.0.1", "/", "/", true],
    ["https://[fe80::1]", "https", "[fe80::1]", "/", "/", true],
    ["https://[fe80::1]:443/", "https", "[fe80::1]:443", "/", "/", true],
    ["HTTPS://Example.com:8443/a/", "https", "example.com:8443", "/a/", "/a/", false],
    ["https://user:80@example.com", "https", "example.com", "/", "/", false],
    ["https://1.2.3.4.example.com", "https", "1.2.3.4.example.com", "/", "/", false],
  ] as const)("reads %s", (url, scheme, authority, path, normalizedPath, isIp) => {
    expect(parseEndpointUrl(url)).toEqual({ scheme, authority, path, normalizedPath, isIp });
  });

  it.each(["https://example.com:8443?foo=bar&faz=baz", "example.com", "", "ftp://example.com", "https://"])(
    "refuses %j",
    (url) => {
      expect(parseEndpointUrl(url)).toBeUndefined();
    },
  );
});

describe("asciiSubstring", () => {
  it.each([
    ["abcdef", 0, 3, false, "abc"],
    ["abcdef", 0, 3, true, "def"],
    ["abcdef", 1, 3, true, "de"],
    ["abc", 0, 3, false, "abc"],
    ["ab", 0, 3, false, undefined],
    ["abc", 2, 2, false, undefined],
    ["abé", 0, 1, false, undefined],
  ] as const)("%s from %d to %d, reversed: %s", (text, start, end, reverse, expected) => {
    expect(asciiSubstring(text, start, end, reverse)).toBe(expected);
  });
});

describe("splitString", () => {
  // The table of the specification.
  it.each([
    ["a--b--c", "--", 0, ["a", "b", "c"]],
    ["a--b--c", "--", 2, ["a", "b--c"]],
    ["a--b--c--d", "--", 3, ["a", "b", "c--d"]],
    ["a--b--c", "--", 1, ["a--b--c"]],
    ["", "--", 0, [""]],
    ["----", "--", 0, ["", "", ""]],
    ["--x-s3--azid--suffix", "--", 2, ["", "x-s3--azid--suffix"]],
    ["abc", "x", 0, ["abc"]],
    ["abc", "x", 1, ["abc"]],
  ] as const)("%j by %j, at most %d", (text, delimiter, limit, expected) => {
    expect(splitString(text, delimiter, limit)).toEqual(expected);
  });
});

describe("uriEncode", () => {
  it("leaves unreserved characters alone and encodes all else", () => {
    const unreserved = "ABCXYZabcxyz0189-_.~";
    expect(uriEncode(unreserved)).toBe(unreserved);
    for (const char of "/:,?#[]{}|@! $&'()*+;=%<>\"^`\\") {
      expect(uriEncode(char)).toBe(`%${char.charCodeAt(0).toString(16).toUpperCase()}`);
    }
    expect(uriEncode("é")).toBe("%C3%A9");
  });
});

describe("implicitGlobalRegion", () => {
  it("reads what partitions have beyond their type", () => {
    expect(implicitGlobalRegion({ implicitGlobalRegion: "us-east-1" })).toBe("us-east-1");
    expect(implicitGlobalRegion({})).toBeUndefined();
  });
});

describe("endpointAt", () => {
  it("makes a URL, with empty properties and headers of its own", () => {
    const [one, other] = [endpointAt("https://a.example"), endpointAt("https://a.example")];
    expect(one).toEqual({ url: new URL("https://a.example"), properties: {}, headers: {} });
    expect(one.headers).not.toBe(other.headers);
    expect(() => endpointAt("nowhere")).toThrow(TypeError);
  });
});
