import { createReadStream, openSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as published from "@smithy/core/serde";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as browser from "../../../codegen/typescript/support/bytes.browser.ts";
import * as node from "../../../codegen/typescript/support/bytes.ts";

type Functions = Pick<typeof node, "calculateBodyLength" | "fromBase64" | "fromUtf8" | "toBase64" | "toUtf8">;

const require = createRequire(import.meta.url);
const inBrowsers = require(join(dirname(require.resolve("@smithy/core/serde")), "index.browser.js")) as Functions;

const outcomeOf = (get: () => unknown): unknown => {
  try {
    return get();
  } catch (error) {
    return `${error}`.replace(/Cannot (read|destructure).*/s, "Cannot read");
  }
};

const bytes = fc.uint8Array({ maxLength: 40 });
const base64 = fc
  .oneof(
    bytes.map((each) => Buffer.from(each).toString("base64")),
    fc.stringMatching(/^[AB+/ü_ ]{0,9}={0,2}$/),
    fc.string(),
  )
  .filter((text) => !/=(?!=?$)/.test(text) && (text.length % 4 === 0 || !text.endsWith("=")));
const parts = fc.tuple(bytes, fc.nat(5)).map(([whole, from]) => whole.subarray(Math.min(from, whole.length)));
const other = fc.constantFrom<unknown>(undefined, null, 5, true, {}, [], [1, 2], new DataView(new ArrayBuffer(3)));
const body = fc.oneof(
  fc.string({ unit: "binary" }),
  bytes,
  other,
  fc.record({ size: fc.nat() }),
  fc.record({ byteLength: fc.nat() }),
  fc.record({ start: fc.nat(), end: fc.nat() }),
);

describe.each([
  { name: "Node.js", own: node as Functions, theirs: published as unknown as Functions },
  { name: "browsers", own: browser as Functions, theirs: inBrowsers },
])("bytes in $name", ({ own, theirs }) => {
  const compare = (name: keyof Functions, values: fc.Arbitrary<unknown>): void =>
    fc.assert(
      fc.property(values, (value) => {
        const run = (of: Functions): unknown => outcomeOf(() => of[name](value as never));
        expect(run(own)).toStrictEqual(run(theirs));
      }),
      { numRuns: 500 },
    );

  it("are read from base64 as published", () => compare("fromBase64", base64));
  it("are written in base64 as published", () => compare("toBase64", fc.oneof(parts, fc.string(), other)));
  it("are read from text as published", () => compare("fromUtf8", fc.string({ unit: "binary" })));
  it("are made text as published", () => compare("toUtf8", fc.oneof(parts, fc.string(), other)));
  it("of bodies are counted as published", () => compare("calculateBodyLength", body));
});

describe("bytes", () => {
  it("are no text where what should be one isn't, as published", () => {
    for (const value of [undefined, null, 5, {}, []]) {
      const read = (of: Functions) => outcomeOf(() => of.fromBase64(value as never));
      expect(read(node)).toStrictEqual(read(published as unknown as Functions));
    }
    expect(() => node.fromUtf8(5 as never)).toThrow(TypeError);
  });

  it("of a file are counted by its path or its descriptor", async () => {
    const folder = await mkdtemp(join(tmpdir(), "tinsmith-bytes-"));
    const path = join(folder, "file");
    writeFileSync(path, "twelve bytes");
    const streams = [createReadStream(path), createReadStream("", { fd: openSync(path, "r") })];
    Object.assign(streams[1] as object, { path: undefined });
    expect(streams.map(node.calculateBodyLength)).toEqual([12, 12]);
    for (const stream of streams) stream.destroy();
    await rm(folder, { recursive: true });
  });

  it("misplaced padding is refused in browsers", () => {
    expect(() => browser.fromBase64("A=AA")).toThrow(new TypeError("Invalid character = in base64 string."));
  });
});
