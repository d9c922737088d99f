import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SigV4RequestSigner } from "../../../codegen/typescript/support/request-signer.ts";
import { Sha256 as BrowserSha256 } from "../../../codegen/typescript/support/sha256.browser.ts";
import { Sha256 as NodeSha256 } from "../../../codegen/typescript/support/sha256.ts";

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
    query: fc.dictionary(
      fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom("X-Amz-Signature", "x-amz-signature", "b c")),
      fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.constantFrom(null, undefined)),
      { maxKeys: 3 },
    ),
    headers: fc.array(fc.tuple(header, text), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    body: fc.oneof(
      fc.constantFrom(undefined, null, "", new ReadableStream(), new DataView(new ArrayBuffer(4), 1), {}),
      text,
      fc.string({ unit: "grapheme" }),
      fc.uint8Array({ maxLength: 80 }),
      fc.uint16Array({ maxLength: 20 }),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => bytes.slice().buffer),
    ),
  })
  .map((parts) => new HttpRequest(parts as ConstructorParameters<typeof HttpRequest>[0]));
const date = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
const signing = fc.record(
  {
    signingDate: fc.oneof(
      date,
      date.map((each) => each.getTime() / 1000),
      date.map((each) => each.toISOString()),
      fc.constantFrom(0, "1700000000", "0", "nonsense"),
    ),
    signingRegion: fc.oneof(token, fc.constant("")),
    signingService: fc.oneof(token, fc.constant("")),
    unsignableHeaders: headerNames,
    signableHeaders: headerNames,
    hoistableHeaders: headerNames,
    unhoistableHeaders: headerNames,
    expiresIn: fc.constantFrom(1, 60, 604_800, 604_801),
  },
  { requiredKeys: ["signingDate"] },
);
const identity = fc.record(
  { accessKeyId: token, secretAccessKey: text, sessionToken: text },
  { requiredKeys: ["accessKeyId", "secretAccessKey"] },
);
const given = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | (() => Promise<T>)> =>
  fc.oneof(
    value,
    value.map((each) => async () => each),
  );
const signer = fc.record(
  {
    credentials: given(fc.oneof({ weight: 9, arbitrary: identity }, fc.constantFrom({}, { accessKeyId: "AKID" }))),
    region: given(token),
    service: token,
    sha256: fc.constantFrom(Sha256, NodeSha256, BrowserSha256),
    uriEscapePath: fc.boolean(),
    applyChecksum: fc.boolean(),
  },
  { requiredKeys: ["credentials", "region", "service", "sha256"] },
);

/** What a promise came to, as plain data. */
const outcome = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (signed) =>
      typeof signed === "string"
        ? signed
        : { ...(signed as HttpRequest), headers: Object.entries((signed as HttpRequest).headers) },
    () => "fails",
  );

describe("the signer of requests", () => {
  it.each(["sign", "presign"] as const)("does what the published one does: %s", async (method) => {
    await fc.assert(
      fc.asyncProperty(signer, request, signing, async (options, toSign, given) => {
        const settings = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
        const before = JSON.stringify(toSign);
        const theirs = new SignatureV4({ ...options, sha256: Sha256 } as never);
        const ours = new SigV4RequestSigner(options as never);
        const results = [theirs, ours].map((each) => outcome(each[method](toSign, settings as never)));
        const [expected, actual] = await Promise.all(results);
        expect(actual).toEqual(expected);
        expect(JSON.stringify(toSign)).toBe(before);
      }),
      { numRuns: 1000 },
    );
  });

  it("signs texts as the published one does", async () => {
    await fc.assert(
      fc.asyncProperty(signer, text, signing, async (options, toSign, given) => {
        const { signingDate, signingRegion = "region", signingService = "service" } = given;
        const settings = { signingDate: signingDate as string, signingRegion, signingService };
        const theirs = new SignatureV4({ ...options, sha256: Sha256 } as never);
        const ours = new SigV4RequestSigner(options as never);
        expect(await outcome(ours.sign(toSign, settings))).toEqual(await outcome(theirs.sign(toSign, settings)));
      }),
    );
  });

  const options = {
    credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
    region: "eu-west-1",
    service: "cognito-idp",
    sha256: NodeSha256,
  };
  const at = { signingDate: new Date("2026-11-21T11:00:00Z") };
  const post = (body: unknown): HttpRequest =>
    new HttpRequest({ method: "POST", hostname: "example.com", headers: { host: "example.com" }, body });

  it("hashes by what the configuration has", async () => {
    const hashed: unknown[] = [];
    class Told extends NodeSha256 {
      override update(data: Uint8Array): void {
        hashed.push(data);
        super.update(data);
      }
    }
    await new SigV4RequestSigner({ ...options, sha256: Told }).sign(post("body"), at);
    expect(hashed).toContainEqual(new TextEncoder().encode("body"));
    expect(hashed.length).toBeGreaterThan(2);
  });

  it("takes the key of whoever signs, day by day", async () => {
    for (const secretAccessKey of ["one", "two", "one"]) {
      for (const signingDate of [at.signingDate, new Date("2026-11-22T11:00:00Z")]) {
        const credentials = { accessKeyId: "AKID", secretAccessKey };
        const theirs = await new SignatureV4({ ...options, credentials }).sign(post("body"), { signingDate });
        const ours = await new SigV4RequestSigner({ ...options, credentials }).sign(post("body"), { signingDate });
        expect(ours.headers).toEqual(theirs.headers);
      }
    }
  });

  it("makes keys once, of which it keeps some", async () => {
    let made = 0;
    class Counted extends NodeSha256 {
      constructor(secret?: ConstructorParameters<typeof NodeSha256>[0]) {
        super(secret);
        made += secret === undefined ? 0 : 1;
      }
    }
    const signing = async (secretAccessKey: string): Promise<number> => {
      const before = made;
      const credentials = { accessKeyId: "AKID", secretAccessKey };
      await new SigV4RequestSigner({ ...options, credentials, sha256: Counted }).sign(post("body"), at);
      return made - before;
    };
    expect([await signing("kept"), await signing("kept")]).toEqual([5, 1]);
    for (let index = 0; index < 60; index += 1) {
      await signing(`another ${index}`);
    }
    expect(await signing("kept")).toBe(5);
  });

  it("signs keys of a query that objects have by themselves", async () => {
    const signature = async (name: string, value: unknown): Promise<string | undefined> => {
      const query: Record<string, string> = Object.defineProperty({}, name, { value, enumerable: true });
      const signed = await new SigV4RequestSigner(options).sign(Object.assign(post("body"), { query }), at);
      return signed.headers["authorization"]?.slice(-64);
    };
    const names = ["__proto__", "constructor", "a"];
    expect(new Set(await Promise.all(names.map((name) => signature(name, "b")))).size).toBe(3);
    expect(new Set(await Promise.all(names.map((name) => signature(name, null)))).size).toBe(1);
  });
});
