import {
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  AwsSdkSigV4Signer as PublishedSigner,
  resolveAwsSdkSigV4Config as resolvePublished,
} from "@aws-sdk/core/httpAuthSchemes";
import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest, HttpResponse } from "@smithy/core/protocols";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AUTH_SCHEME_PREFERENCE_OPTIONS } from "../../../codegen/typescript/support/auth-preference.ts";
import { resolveAwsSdkSigV4Config } from "../../../codegen/typescript/support/sigv4-config.ts";
import { AwsSdkSigV4Signer } from "../../../codegen/typescript/support/sigv4-signer.ts";

const NOW = Date.UTC(2024, 1, 2, 3, 4, 5);
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

type Resolve = (config: object) => {
  credentials: ((options?: object) => Promise<object>) & object;
  signer: (scheme?: object) => Promise<{ sign: (request: HttpRequest, options: object) => Promise<HttpRequest> }>;
  signingRegion?: string;
  signingName?: string;
  systemClockOffset: number;
};
const both = [resolvePublished, resolveAwsSdkSigV4Config] as unknown as readonly [Resolve, Resolve];

const request = () =>
  new HttpRequest({ method: "POST", hostname: "a.example.com", path: "/a b", headers: { host: "a" }, body: "{}" });
const identity = (more: object = {}) => ({ accessKeyId: "AKID", secretAccessKey: "secret", ...more });

/** What a promise came to. */
const settled = async (value: unknown): Promise<unknown> =>
  Promise.resolve(value).catch((error: unknown) => (error as Error).name);

const flagsOf = ({ memoized, configBound, attributed }: Record<string, unknown>) => [
  Boolean(memoized),
  Boolean(configBound),
  Boolean(attributed),
];

describe("the configuration of SigV4", () => {
  const given = fc.constantFrom("none", "object", "sourced", "function", "expiring", "fails", "default", "ofAnother");
  const scheme = fc.option(
    fc.record({
      signingRegion: fc.constantFrom("eu-north-1", ""),
      signingName: fc.constantFrom("x", undefined),
    }),
    { nil: undefined },
  );

  it("is resolved as the published function does, call by call", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(given, { minLength: 1, maxLength: 3 }),
        fc.array(scheme, { minLength: 1, maxLength: 3 }),
        fc.record(
          { signingRegion: fc.string(), signingName: fc.string(), signingEscapePath: fc.boolean() },
          { requiredKeys: [] },
        ),
        fc.boolean(),
        async (credentials, schemes, options, ownSigner) => {
          const [expected, seen] = await Promise.all(
            both.map((resolve) => story(resolve, { credentials, schemes, options, ownSigner })),
          );
          expect(seen).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  const story = async (
    resolve: Resolve,
    {
      credentials,
      schemes,
      options,
      ownSigner,
    }: { credentials: string[]; schemes: unknown[]; options: object; ownSigner: boolean },
  ): Promise<readonly unknown[]> => {
    const seen: unknown[] = [];
    let asked = 0;
    const next = (): number => {
      asked += 1;
      return asked;
    };
    const credentialsOf = (kind: string): unknown => {
      if (kind === "object") return identity();
      if (kind === "sourced") return identity({ $source: { CREDENTIALS_ENV_VARS: "g" } });
      if (kind === "function") return async () => identity({ sessionToken: `${next()}` });
      if (kind === "expiring") return async () => identity({ expiration: new Date(NOW + next()) });
      if (kind === "fails") return () => Promise.reject(new TypeError("no"));
      if (kind === "ofAnother") return resolve({ region: "r", credentials: identity(), sha256: Sha256 }).credentials;
      return undefined;
    };
    class Signer {
      readonly made: object;
      constructor({ region, service, uriEscapePath, extra }: Record<string, unknown>) {
        this.made = { region, service, uriEscapePath, extra };
      }
      sign = async () => ({ headers: this.made });
    }
    const [first = "none", ...later] = credentials;
    const config = resolve({
      ...{ region: async () => "eu-west-1", sha256: Sha256, serviceId: "Service", defaultSigningName: "service" },
      ...{ extra: 1, disableClockSkewCorrection: false, ...options, ...(ownSigner && { signerConstructor: Signer }) },
      ...(first === "default" && { credentialDefaultProvider: () => async () => identity({ accountId: "1" }) }),
      credentials: credentialsOf(first),
    });
    for (const kind of ["", ...later]) {
      if (kind !== "") Object.assign(config, { credentials: credentialsOf(kind) });
      seen.push(
        flagsOf(config.credentials as never),
        await settled(config.credentials()),
        await settled(config.credentials()),
      );
      for (const scheme of schemes) {
        const signer = await config.signer(scheme as object | undefined);
        const signed = signer.sign(request(), { signingDate: new Date(NOW) }).then(({ headers }) => headers);
        seen.push(await settled(signed), config.signingRegion, config.signingName);
      }
    }
    return [...seen, asked, config.systemClockOffset, Object.keys(config).sort()];
  };
});

describe("the signer", () => {
  const date = fc.constantFrom(
    undefined,
    "nonsense",
    new Date(NOW + 1000).toUTCString(),
    new Date(NOW - 500_000).toUTCString(),
  );
  const attempt = fc.record({
    date,
    serverTime: date,
    age: fc.constantFrom(undefined, "5"),
    fails: fc.boolean(),
    waits: fc.constantFrom(0, 1000, 1_000_000),
    eventStream: fc.constantFrom(undefined, { output: true }, { output: false }),
    schemes: fc.constantFrom(
      undefined,
      [],
      [{ name: "sigv4a" }, { name: "sigv4", signingRegion: "r", signingName: "n" }],
    ),
  });

  type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never;

  it("learns of the server's clock as the published one does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 1, maxLength: 4 }), fc.boolean(), async (attempts, isFixed) => {
        const seen = [];
        for (const Signer of [PublishedSigner, AwsSdkSigV4Signer])
          seen.push(await clockStory(new Signer(), attempts, isFixed));
        expect(seen[1]).toEqual(seen[0]);
      }),
    );
  });

  const clockStory = async (
    signer: AwsSdkSigV4Signer | PublishedSigner,
    attempts: readonly Attempt[],
    isFixed: boolean,
  ) => {
    vi.setSystemTime(NOW);
    const seen: unknown[] = [];
    const config = {
      systemClockOffset: 0,
      disableClockSkewCorrection: async () => isFixed,
      signer: async (scheme: unknown) => ({ sign: async (_: unknown, options: object) => seen.push(scheme, options) }),
    };
    for (const { date, serverTime, age, fails, waits, eventStream, schemes } of attempts) {
      const context = {
        authSchemes: schemes,
        __smithy_context: { eventStream },
        endpointV2: { properties: { authSchemes: schemes } },
      };
      const properties = { config, context, signingRegion: "a", signingName: "b" } as Record<string, unknown>;
      await signer.sign(request() as never, identity() as never, properties as never);
      vi.setSystemTime(Date.now() + waits);
      const headers = { ...(date && { date }), ...(age && { age }) };
      const response = new HttpResponse({ statusCode: 200, headers });
      const error = Object.assign(new Error("no"), {
        $response: response,
        $metadata: {},
        ...(serverTime && { ServerTime: serverTime }),
      });
      if (fails) expect(() => signer.errorHandler(properties as never)(error as never)).toThrow(error);
      else signer.successHandler(response, properties as never);
      seen.push(config.systemClockOffset, error.$metadata);
    }
    return seen;
  };
  it.each(["context", "config", "signer"])("tells what is missing: %s", async (name) => {
    const properties = { context: {}, config: { signer: async () => ({}) } };
    if (name === "signer") Object.assign(properties, { config: {} });
    else Object.assign(properties, { [name]: undefined });
    const told = [PublishedSigner, AwsSdkSigV4Signer].map((Signer) =>
      new Signer()
        .sign(request() as never, identity() as never, properties as never)
        .catch((error: Error) => error.message),
    );
    const [theirs, ours] = await Promise.all(told);
    expect([ours, theirs]).toEqual([theirs, expect.stringContaining(name)]);
  });
});

describe("the auth schemes that are preferred", () => {
  it.each([{}, { v: "" }, { v: "sigv4" }, { v: " a , b,,c " }])(
    "are read as by the published options: %o",
    ({ v }: { v?: string }) => {
      const { environmentVariableSelector, configFileSelector, default: none } = AUTH_SCHEME_PREFERENCE_OPTIONS;
      const published = NODE_AUTH_SCHEME_PREFERENCE_OPTIONS;
      const env = v === undefined ? {} : { AWS_AUTH_SCHEME_PREFERENCE: v };
      const profile = v === undefined ? {} : { auth_scheme_preference: v };
      expect(environmentVariableSelector(env)).toEqual(published.environmentVariableSelector(env));
      expect(configFileSelector(profile)).toEqual(published.configFileSelector(profile));
      expect(none).toEqual(published.default);
    },
  );
});
