import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { streamCollector } from "../../../codegen/typescript/support/stream-collector.ts";

const text = async (body: unknown) => Buffer.from(await streamCollector(body)).toString();

describe("the stream collector", () => {
  it("collects streams of one, of many and of no chunks, of bytes and of text", async () => {
    expect(await text(Readable.from([Buffer.from("one")]))).toBe("one");
    expect(await text(Readable.from([Buffer.from("o"), Buffer.from("ne")]))).toBe("one");
    expect(await text(Readable.from([]))).toBe("");
    expect(await text(Readable.from(["ü", "b"], { objectMode: false }))).toBe("üb");
  });

  it("leaves web streams and blobs to the published one", async () => {
    expect(await text(new Blob(["blob"]))).toBe("blob");
    expect(await text(new Blob(["web"]).stream())).toBe("web");
  });

  it("never waits for a stream that is gone", async () => {
    const closing = new PassThrough();
    closing.write("half");
    const reading = streamCollector(closing);
    closing.destroy();
    await expect(reading).rejects.toMatchObject({ code: "ECONNRESET" });
    await expect(streamCollector(closing)).rejects.toMatchObject({ code: "ECONNRESET" });
    const failed = new PassThrough().on("error", () => {});
    failed.destroy(new Error("reset"));
    await expect(streamCollector(failed)).rejects.toThrow("reset");
    const ended = Readable.from([Buffer.from("x")]);
    await streamCollector(ended);
    expect(await text(ended)).toBe("");
  });
});
