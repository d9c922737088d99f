import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { calculateBodyLength } from "@smithy/core/serde";
import type { SerdeContext } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { ofKnownLength } from "../../../codegen/typescript/support/known-length.ts";

const context = { bodyLengthChecker: calculateBodyLength } as unknown as SerdeContext;

describe("a payload of known length", () => {
  it.each([
    ["bytes", new Uint8Array(3)],
    ["a text", "text"],
    ["a Blob", new Blob(["blob"])],
    ["the stream of a file", createReadStream("package.json")],
    ["nothing", undefined],
    ["null", null],
  ])("may be %s", (_, payload) => {
    expect(ofKnownLength(payload, "Body", context)).toBe(payload);
  });

  it.each([
    ["a stream of Node.js", Readable.from(["a"])],
    ["a web stream", new ReadableStream()],
  ])("can't be %s", (_, payload) => {
    expect(() => ofKnownLength(payload, "Body", context)).toThrow("Body is a stream of unknown length");
  });
});
