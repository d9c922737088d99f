import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NodeSignatureV4 } from "../../../codegen/typescript/support/node-signer.ts";

const text = fc.string({ unit: "binary", maxLength: 40 });
const token = fc.stringMatching(/^[A-Za-z0-9/+=-]{1,40}$/);
const header = fc.oneof(
  fc.constantFrom("Content-Type", "x-amz-target", "X-Amz-Date", "Authorization", "date", "x-amz-content-sha256"),
  fc.constantFrom("user-agent", "Expect", "proxy-x", "sec-y", "X-Amzn-Trace-Id", "__proto__", "constructor", "Host"),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,12}$/),
);
const headerNames = fc.option(
  fc.uniqueArray(header, { maxLength: 3 }).map((names) => new Set(names.map((name) => name.toLowerCase()))),
  { nil: undefined },
);
const request = fc
  .record({
    method: fc.constantFrom("GET", "POST", "PUT"),
    hostname: fc.constant("service.example.com"),
    path: fc.oneof(fc.constant("/"), fc.webPath(), fc.constantFrom("/a//b/../c/./d/", "/%20/ü/*'()", "")),
    query: fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 3 }),
    headers: fc.array(fc.tuple(header, text), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    body: fc.oneof(fc.constant(undefined), text, fc.string({ unit: "grapheme" }), fc.uint8Array({ maxLength: 80 })),
  })
  .map((parts) => new HttpRequest(parts));
const signing = fc.record(
  {
    signingDate: fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
    signingRegion: token,
    signingService: token,
    unsignableHeaders: headerNames,
    signableHeaders: headerNames,
  },
  { requiredKeys: ["signingDate"] },
);
const signer = fc.record({
  credentials: fc.record(
    { accessKeyId: token, secretAccessKey: text, sessionToken: text },
    { requiredKeys: ["accessKeyId", "secretAccessKey"] },
  ),
  region: token,
  service: token,
  uriEscapePath: fc.boolean(),
  applyChecksum: fc.boolean(),
});

/** What a promise came to, as plain data. */
const outcome = async (promise: Promise<HttpRequest>): Promise<unknown> =>
  promise.then(
    (signed) => ({ ...signed, headers: Object.entries(signed.headers) }),
    (error: unknown) => String(error),
  );

describe("the signer for Node.js", () => {
  it("signs as the published one does", async () => {
    await fc.assert(
      fc.asyncProperty(
        signer,
        request,
        signing,
        async (options, toSign, { unsignableHeaders, signableHeaders, ...given }) => {
          const settings = {
            ...given,
            ...(unsignableHeaders && { unsignableHeaders }),
            ...(signableHeaders && { signableHeaders }),
          };
          const [theirs, ours] = [SignatureV4, NodeSignatureV4].map(
            (Signer) => new Signer({ ...options, sha256: Sha256 } as ConstructorParameters<typeof SignatureV4>[0]),
          );
          const before = JSON.stringify(toSign);
          expect(await outcome(ours?.sign(toSign, settings) as Promise<HttpRequest>)).toEqual(
            await outcome(theirs?.sign(toSign, settings) as Promise<HttpRequest>),
          );
          expect(JSON.stringify(toSign)).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  const options = {
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    region: "eu-west-1",
    service: "cognito-idp",
    sha256: Sha256,
  };
  const at = { signingDate: new Date("2026-11-21T11:00:00Z") };
  const post = (body: unknown): HttpRequest =>
    new HttpRequest({ method: "POST", hostname: "example.com", headers: { host: "example.com" }, body });

  it("signs a stream, an event and a text, and presigns, as the published one does", async () => {
    const signed = await Promise.all(
      [SignatureV4, NodeSignatureV4].map(async (Signer) => {
        const made = new Signer(options);
        return [
          await made.sign(post(new ReadableStream()), at).then(({ headers }) => headers),
          await made.sign("text", at),
          await made.sign(
            { headers: new Uint8Array([1]), payload: new Uint8Array([2]) },
            { ...at, priorSignature: "prior" },
          ),
          (await made.presign(post(undefined), at)).query,
        ];
      }),
    );
    expect(signed[1]).toEqual(signed[0]);
    expect(signed[0]?.[0]).toMatchObject({ "x-amz-content-sha256": "UNSIGNED-PAYLOAD" });
  });

  it("uses the hash that the configuration has", async () => {
    const hashed: unknown[] = [];
    class Told extends Sha256 {
      override update(...args: Parameters<Sha256["update"]>): void {
        hashed.push(args);
        super.update(...args);
      }
    }
    await new NodeSignatureV4({ ...options, sha256: Told }).sign(post("body"), at);
    expect(hashed).not.toEqual([]);
  });

  it("takes the key of whoever signs, day by day", async () => {
    for (const secretAccessKey of ["one", "two", "one"]) {
      for (const signingDate of [at.signingDate, new Date("2026-11-22T11:00:00Z")]) {
        const [theirs, ours] = await Promise.all(
          [SignatureV4, NodeSignatureV4].map((Signer) =>
            new Signer({ ...options, credentials: { accessKeyId: "AKID", secretAccessKey } }).sign(post("body"), {
              signingDate,
            }),
          ),
        );
        expect(ours?.headers).toEqual(theirs?.headers);
      }
    }
  });
});
