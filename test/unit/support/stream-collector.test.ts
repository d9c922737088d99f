import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { streamCollector as collectorForBrowsers } from "../../../codegen/typescript/support/stream-collector.browser.ts";
import { streamCollector } from "../../../codegen/typescript/support/stream-collector.ts";

const text = async (body: unknown) => Buffer.from(await streamCollector(body)).toString();

describe("the stream collector", () => {
  it("collects streams of one, of many and of no chunks, of bytes and of text", async () => {
    expect(await text(Readable.from([Buffer.from("one")]))).toBe("one");
    expect(await text(Readable.from([Buffer.from("o"), Buffer.from("ne")]))).toBe("one");
    expect(await text(Readable.from([]))).toBe("");
    expect(await text(Readable.from(["ü", "b"], { objectMode: false }))).toBe("üb");
  });

  it("collects web streams and blobs", async () => {
    expect(await text(new Blob(["blob"]))).toBe("blob");
    expect(await text(new Blob(["web"]).stream())).toBe("web");
  });

  it("refuses what is neither", async () => {
    for (const body of [undefined, null, "text", {}]) {
      await expect(streamCollector(body)).rejects.toThrow(TypeError);
      await expect(collectorForBrowsers(body)).rejects.toThrow(TypeError);
    }
  });

  it("gives up a stream that is longer than the limit, and gives more than the limit of it", async () => {
    const endless = new PassThrough();
    endless.write("12345");
    expect((await streamCollector(endless, 4)).byteLength).toBe(5);
    expect(endless.destroyed).toBe(true);
    let cancelled = false;
    const web = new ReadableStream<Uint8Array>({
      pull: (stream) => stream.enqueue(new Uint8Array(3)),
      cancel: () => {
        cancelled = true;
      },
    });
    expect((await streamCollector(web, 4)).byteLength).toBe(6);
    expect(cancelled).toBe(true);
    expect((await streamCollector(Readable.from([Buffer.from("1234")]), 4)).byteLength).toBe(4);
  });

  it("collects for browsers alike", async () => {
    const web = () => new Blob(["web"]).stream();
    expect(Buffer.from(await collectorForBrowsers(web())).toString()).toBe("web");
    expect(Buffer.from(await collectorForBrowsers(new Blob(["blob"]))).toString()).toBe("blob");
    expect((await collectorForBrowsers(web(), 2)).byteLength).toBe(3);
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
