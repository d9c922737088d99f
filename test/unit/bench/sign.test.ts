import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CREDENTIALS, signerOf } from "../../../bench/support/sign.ts";

/** What the published signer takes for its hash, made of `node:crypto`. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", toBuffer(secret));
  }
  update(data: Uint8Array): void {
    this.#hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}

const toBuffer = (data: string | ArrayBuffer | ArrayBufferView): Buffer => {
  if (typeof data === "string") return Buffer.from(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
};

const segment = fc.string({ unit: fc.constantFrom(..."abcXYZ019-_~!*'()%3A+".split("")), minLength: 1 });
const requests = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT"),
  path: fc.array(segment).map((segments) => `/${segments.join("/")}`),
  headers: fc
    .dictionary(
      fc.string({ unit: fc.constantFrom(..."abcdef-".split("")), minLength: 1 }).map((name) => `x-${name}`),
      fc.string({ unit: fc.constantFrom(..."aZ09 ,;=".split("")) }),
    )
    .map((headers) => ({ host: "example.com", ...headers })),
  body: fc.string({ unit: "binary" }),
  now: fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
});

test("the benchmark's signer signs as the published one does, whatever the request", async () => {
  const published = new SignatureV4({
    credentials: CREDENTIALS,
    region: "eu-west-1",
    service: "cognito-idp",
    sha256: Sha256,
  });
  const sign = signerOf(CREDENTIALS, "eu-west-1", "cognito-idp");
  await fc.assert(
    fc.asyncProperty(requests, async ({ now, ...request }) => {
      const theirs = await published.sign(
        { ...request, protocol: "https:", hostname: "example.com", headers: { ...request.headers } },
        { signingDate: now },
      );
      expect(sign(request, now)).toEqual(theirs.headers);
    }),
  );
});
