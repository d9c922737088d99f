import { Readable } from "node:stream";
import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
import { fromUtf8 } from "@smithy/core/serde";
import { constructStack } from "@smithy/middleware-stack";
import type { MetadataBearer } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { getGlacierPlugin } from "../../../codegen/typescript/support/glacier.ts";
import { streamCollector } from "../../../codegen/typescript/support/stream-collector.ts";

interface Input {
  readonly accountId?: string;
}

/** What an input and a request become on the way through the plugin's middleware. */
const sent = async (input: Input, body: unknown, headers: Record<string, string> = {}) => {
  const stack = constructStack<Input, MetadataBearer>();
  stack.use(
    getGlacierPlugin<Input, MetadataBearer>({
      apiVersion: "2012-06-01",
      sha256: Sha256,
      utf8Decoder: fromUtf8,
      streamCollector,
    }),
  );
  const request = new HttpRequest({ method: "POST", path: "/", headers, body });
  let given: Input = {};
  stack.add((next) => (args) => next({ ...args, request }), { step: "serialize" });
  await stack.resolve(async (args) => {
    given = args.input;
    return { response: {}, output: { $metadata: {} } };
  }, {})({ input });
  return { input: given, request };
};

describe("Glacier", () => {
  it("is called for the account of the credentials where none is given", async () => {
    expect((await sent({}, undefined)).input).toEqual({ accountId: "-" });
    expect((await sent({ accountId: "" }, undefined)).input).toEqual({ accountId: "-" });
    expect((await sent({ accountId: "1" }, undefined)).input).toEqual({ accountId: "1" });
  });

  it("is told the API's version, and nothing of a body that isn't there", async () => {
    expect((await sent({}, undefined)).request.headers).toEqual({ "x-amz-glacier-version": "2012-06-01" });
  });

  const HELLO = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";
  it.each([
    ["a text", "hello world"],
    ["bytes", Buffer.from("hello world")],
    ["a buffer", new Uint8Array(Buffer.from("hello world")).buffer],
    ["a stream", Readable.from([Buffer.from("hello "), Buffer.from("world")])],
  ])("is told the digests of %s", async (_, body) => {
    const { request } = await sent({}, body);
    expect(request.headers).toMatchObject({ "x-amz-content-sha256": HELLO, "x-amz-sha256-tree-hash": HELLO });
    if (body instanceof Readable) expect(Buffer.from(request.body).toString()).toBe("hello world");
  });

  it("is told the digests that the caller knows", async () => {
    const { request } = await sent({}, "hello", { "x-amz-sha256-tree-hash": "known" });
    expect(request.headers["x-amz-sha256-tree-hash"]).toBe("known");
  });

  it("is told the root of the digests of each MiB", async () => {
    const digest = async (...parts: readonly Uint8Array[]) => {
      const hash = new Sha256();
      for (const part of parts) hash.update(part);
      return hash.digest();
    };
    const mib = 1024 * 1024;
    const body = Buffer.alloc(2.5 * mib, "a");
    const leaf = (start: number) => digest(body.subarray(start, start + mib));
    const root = await digest(await digest(await leaf(0), await leaf(mib)), await leaf(2 * mib));
    const { request } = await sent({}, body);
    expect(request.headers["x-amz-sha256-tree-hash"]).toBe(Buffer.from(root).toString("hex"));
  });
});
