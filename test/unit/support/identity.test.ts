import {
  doesIdentityRequireRefresh,
  isIdentityExpired,
  NoAuthSigner as PublishedNoAuth,
  DefaultIdentityProviderConfig as PublishedProviders,
  memoizeIdentityProvider as publishedMemoize,
} from "@smithy/core";
import { HttpRequest } from "@smithy/core/protocols";
import type { Identity, IdentityProvider } from "@smithy/types";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  DefaultIdentityProviderConfig,
  memoizeIdentityProvider,
  NoAuthSigner,
} from "../../../codegen/typescript/support/identity.ts";

const NOW = Date.UTC(2024, 1, 2, 3, 4, 5);
type Memoize = (given: Identity | IdentityProvider<Identity> | undefined) => IdentityProvider<Identity> | undefined;
const published: Memoize = (given) => publishedMemoize(given, isIdentityExpired, doesIdentityRequireRefresh);

describe("identities that are kept", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What the provider gives when it is asked: how long that lasts, in milliseconds, and how long it takes. */
  const answer = fc.record({
    lasts: fc.constantFrom(undefined, Number.NaN, -1, 0, 1, 299_999, 300_000, 300_001, 600_000),
    takes: fc.constantFrom(0, 10, 1000),
    fails: fc.boolean(),
  });
  type Answer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;
  const call = fc.record({
    after: fc.constantFrom(0, 1, 10, 1000, 300_000, 700_000),
    options: fc.constantFrom(undefined, {}, { forceRefresh: true }, { forceRefresh: false }),
  });
  type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

  const story = async (memoize: Memoize, answers: readonly Answer[], calls: readonly Call[]): Promise<unknown> => {
    vi.setSystemTime(NOW);
    const asked: unknown[] = [];
    const provider = memoize(async (options) => {
      const { lasts, takes, fails } = answers[asked.length % answers.length] as Answer;
      const number = asked.push(options);
      if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
      if (fails) throw new Error(`${number}`);
      return { number, ...(lasts !== undefined && { expiration: new Date(Date.now() + lasts) }) };
    });
    const results: Promise<unknown>[] = [];
    for (const { after, options } of calls) {
      await vi.advanceTimersByTimeAsync(after);
      results.push((provider as IdentityProvider<Identity>)(options).catch(String));
    }
    await vi.advanceTimersByTimeAsync(10_000);
    return [await Promise.all(results), asked];
  };

  it("are those that the published function keeps, call by call", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 1, maxLength: 4 }),
        fc.array(call, { minLength: 1, maxLength: 8 }),
        async (answers, calls) => {
          const expected = await story(published, answers, calls);
          expect(await story(memoizeIdentityProvider, answers, calls)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("are also given as they are, or not at all", async () => {
    const identity = { expiration: new Date(0) };
    for (const memoize of [published, memoizeIdentityProvider]) {
      expect(memoize(undefined)).toBeUndefined();
      expect(await memoize(identity)?.()).toBe(identity);
    }
  });
});

describe("the providers of identities", () => {
  it("are found by the id of a scheme, as in the published class", () => {
    const given = JSON.parse('{"a":1,"__proto__":2,"constructor":3}') as never;
    for (const Providers of [PublishedProviders, DefaultIdentityProviderConfig]) {
      const providers = new Providers(Object.assign(Object.create({ inherited: 1 }), given, { b: undefined }));
      const ids = ["a", "b", "c", "constructor", "toString", "inherited"];
      expect(ids.map((id) => providers.getIdentityProvider(id))).toEqual([
        1,
        undefined,
        undefined,
        3,
        undefined,
        undefined,
      ]);
      expect(new Providers(given).getIdentityProvider("__proto__")).toBe(2);
    }
  });
});

describe("no auth", () => {
  it("passes on the request", async () => {
    const request = new HttpRequest({});
    for (const Signer of [PublishedNoAuth, NoAuthSigner]) {
      expect(await new Signer().sign(request, {}, {})).toBe(request);
    }
  });
});
