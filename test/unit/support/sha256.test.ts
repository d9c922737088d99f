import { createHash, createHmac } from "node:crypto";
import type { SourceData } from "@smithy/types";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  Sha256 as BrowserSha256,
  hashesAtOnce as inBrowser,
} from "../../../codegen/typescript/support/sha256.browser.ts";
import { hashesAtOnce, Sha256 } from "../../../codegen/typescript/support/sha256.ts";

const bytes = fc.uint8Array({ maxLength: 200 });
const secret: fc.Arbitrary<SourceData | undefined> = fc.oneof(
  fc.constantFrom(undefined, ""),
  fc.string({ minLength: 1, unit: "binary" }),
  fc.uint8Array({ minLength: 1, maxLength: 150 }),
  fc.uint8Array({ minLength: 1, maxLength: 150 }).map((key) => key.slice().buffer),
  fc.uint8Array({ minLength: 4, maxLength: 150 }).map((key) => new DataView(key.slice().buffer, 1)),
);

const expected = (parts: readonly Uint8Array[], key: SourceData | undefined): string => {
  const bytesOfKey = key instanceof ArrayBuffer ? new Uint8Array(key) : (key as string | DataView | undefined);
  const hash = bytesOfKey ? createHmac("sha256", bytesOfKey) : createHash("sha256");
  return parts.reduce((sum, part) => sum.update(part), hash).digest("hex");
};
const hex = (digest: Uint8Array): string => Buffer.from(digest).toString("hex");

const hashes = [
  { name: "of Node.js", Hash: Sha256, crypto: globalThis.crypto as object | undefined },
  { name: "of browsers", Hash: BrowserSha256, crypto: globalThis.crypto as object | undefined },
  { name: "of browsers without one of their own", Hash: BrowserSha256, crypto: undefined },
  { name: "of browsers with half of one", Hash: BrowserSha256, crypto: { subtle: { digest: () => undefined } } },
];

describe.each(hashes)("SHA-256 $name", ({ Hash, crypto }) => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("is that of node:crypto, with a key and without", async () => {
    vi.stubGlobal("crypto", crypto);
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 4 }), secret, async (parts, key) => {
        const hash = key === undefined ? new Hash() : new Hash(key);
        for (const part of parts) {
          hash.update(part);
        }
        const digest = await hash.digest();
        expect(hex(digest)).toBe(expected(parts, key));
        expect(digest).toBeInstanceOf(Uint8Array);
        expect(hash.digestLength).toBe(32);
      }),
      { numRuns: 500 },
    );
  });

  it("is that of every length around a block", async () => {
    vi.stubGlobal("crypto", crypto);
    for (let length = 0; length < 200; length += 1) {
      const hash = new Hash();
      hash.update(new Uint8Array(length).fill(length));
      expect(hex(await hash.digest())).toBe(expected([new Uint8Array(length).fill(length)], undefined));
    }
  });

  it("goes on after a digest, and begins anew", async () => {
    vi.stubGlobal("crypto", crypto);
    const [first, second] = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)];
    const hash = new Hash();
    hash.update(first);
    expect(hex(await hash.digest())).toBe(expected([first], undefined));
    hash.update(second);
    expect(hex(await hash.digest())).toBe(expected([first, second], undefined));
    hash.reset();
    hash.update(second);
    expect(hex(await hash.digest())).toBe(expected([second], undefined));
  });

  it("is done after the digest with a key, until it begins anew", async () => {
    vi.stubGlobal("crypto", crypto);
    const data = Uint8Array.of(1);
    const hash = new Hash("key");
    hash.update(data);
    await hash.digest();
    expect(() => hash.update(data)).toThrow("finished");
    await expect(hash.digest()).rejects.toThrow();
    hash.reset();
    hash.update(data);
    expect(hex(await hash.digest())).toBe(expected([data], "key"));
  });

  it("takes more than is kept, and what its owner changes afterwards", async () => {
    vi.stubGlobal("crypto", crypto);
    const part = new Uint8Array(3 * 1024 * 1024).map((_, index) => index);
    for (const key of ["", "key"]) {
      const parts = [part.slice(), part.slice(0, -1), part.slice(), part.slice(5)];
      const hash = new Hash(key);
      for (const each of parts) {
        const given = each.slice();
        hash.update(given);
        given.fill(0);
      }
      expect(hex(await hash.digest())).toBe(expected(parts, key));
    }
  });
});

describe("hashes at once", () => {
  it("are those of node:crypto, for the class that hashes by it alone", () => {
    class Other extends Sha256 {}
    expect(hashesAtOnce(Other)).toBeUndefined();
    expect(inBrowser(BrowserSha256)).toBeUndefined();
    const hashes = hashesAtOnce(Sha256);
    expect(hashes?.hex("text")).toBe(createHash("sha256").update("text").digest("hex"));
    expect(hashes?.hex("text", "key")).toBe(createHmac("sha256", "key").update("text").digest("hex"));
    expect(hashes?.bytes("text", Uint8Array.of(1))).toEqual(
      createHmac("sha256", Uint8Array.of(1)).update("text").digest(),
    );
  });
});
