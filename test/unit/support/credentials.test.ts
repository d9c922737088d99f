import { type DefaultProviderInit, defaultProvider } from "@aws-sdk/credential-provider-node";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { credentialDefaultProvider } from "../../../codegen/typescript/support/credentials.ts";

const NOW = Date.UTC(2024, 1, 2, 3, 4, 5);
const loaded = vi.hoisted(() => ({ times: 0, fails: false }));
vi.mock("@aws-sdk/credential-provider-node", async (original) => {
  const chain = await original<typeof import("@aws-sdk/credential-provider-node")>();
  return {
    get defaultProvider() {
      loaded.times += 1;
      if (loaded.fails) throw new Error("It can't be loaded.");
      return chain.defaultProvider;
    },
  };
});

const NAMES = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_CREDENTIAL_EXPIRATION",
  "AWS_CREDENTIAL_SCOPE",
  "AWS_ACCOUNT_ID",
  "AWS_PROFILE",
] as const;
type Environment = { readonly [name in (typeof NAMES)[number]]?: string | undefined };

const setEnvironment = (environment: Environment): void => {
  for (const name of NAMES) {
    vi.stubEnv(name, environment[name]);
  }
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  // Nothing else than the environment gives any.
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_CONFIG_FILE", "/nowhere/config");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials");
  vi.spyOn(console, "warn").mockReturnValue();
  setEnvironment({ AWS_ACCESS_KEY_ID: "AKID", AWS_SECRET_ACCESS_KEY: "secret" });
  Object.assign(loaded, { times: 0, fails: false });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the default credentials", () => {
  const value = fc.constantFrom(undefined, "", "a", "b");
  const expiration = fc.constantFrom(
    undefined,
    "",
    "nonsense",
    ...[-1000, 1000, 299_000, 300_000, 400_000, 900_000].map((after) => new Date(NOW + after).toISOString()),
  );
  const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom("a", "b") }, fc.constantFrom(undefined, ""));
  const environment: fc.Arbitrary<Environment> = fc.record({
    AWS_ACCESS_KEY_ID: key,
    AWS_SECRET_ACCESS_KEY: key,
    AWS_SESSION_TOKEN: value,
    AWS_CREDENTIAL_EXPIRATION: expiration,
    AWS_CREDENTIAL_SCOPE: value,
    AWS_ACCOUNT_ID: value,
    AWS_PROFILE: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(undefined, "") }, fc.constant("profile")),
  });
  const init = fc.record({ profile: fc.constantFrom("", "profile") }, { requiredKeys: [] });
  const step = fc.record({
    after: fc.constantFrom(0, 1000, 200_000, 700_000),
    environment: fc.option(environment, { nil: undefined }),
    options: fc.array(fc.constantFrom(undefined, {}, { forceRefresh: true }), { minLength: 1, maxLength: 3 }),
  });
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

  const story = async (provide: typeof defaultProvider, given: DefaultProviderInit, steps: readonly Step[]) => {
    vi.setSystemTime(NOW);
    const log: unknown[] = [];
    const logger = Object.fromEntries(
      ["debug", "info", "warn", "error"].map((level) => [level, (text: unknown) => log.push([level, text])]),
    );
    const provider = provide({ ...given, logger: logger as never });
    const seen: unknown[] = [];
    for (const { after, environment, options } of steps) {
      vi.setSystemTime(Date.now() + after);
      if (environment) setEnvironment(environment);
      seen.push(await Promise.all(options.map((each) => provider(each).catch((error: Error) => error.name))));
      // What goes on in the background.
      for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => process.nextTick(resolve));
    }
    return { seen, log };
  };

  it("are those of the published chain, call by call, with the same log", async () => {
    // The warning of two sources is given once in a process, and the chain's modules are loaded.
    setEnvironment({ AWS_ACCESS_KEY_ID: "AKID", AWS_SECRET_ACCESS_KEY: "secret", AWS_PROFILE: "profile" });
    await expect(defaultProvider({})()).rejects.toThrow();
    await fc.assert(
      fc.asyncProperty(
        init,
        environment,
        fc.array(step, { minLength: 1, maxLength: 4 }),
        async (given, first, steps) => {
          setEnvironment(first);
          const expected = await story(defaultProvider, given, steps);
          setEnvironment(first);
          expect(await story(credentialDefaultProvider, given, steps)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("of the environment need no chain", async () => {
    const provider = credentialDefaultProvider({});
    const [first, second] = await Promise.all([provider(), provider()]);
    expect(first).toEqual({
      accessKeyId: "AKID",
      secretAccessKey: "secret",
      $source: { CREDENTIALS_ENV_VARS: "g" },
    });
    expect(second).toBe(first);
    expect(loaded.times).toBe(0);
  });

  it("are those of the chain where a profile is asked for, which is loaded once", async () => {
    const provider = credentialDefaultProvider({ profile: "profile" });
    const asked = await Promise.allSettled([provider(), provider(), provider()]);
    expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await expect(provider()).rejects.toThrow();
    expect(loaded.times).toBe(1);
  });

  it("are looked for again where the chain can't be loaded", async () => {
    const provider = credentialDefaultProvider({ profile: "profile" });
    loaded.fails = true;
    await expect(provider()).rejects.toThrow("It can't be loaded.");
    loaded.fails = false;
    await expect(provider()).rejects.not.toThrow("It can't be loaded.");
    expect(loaded.times).toBe(2);
  });

  it("are kept until a refresh is forced", async () => {
    const provider = credentialDefaultProvider();
    await provider();
    vi.stubEnv("AWS_ACCESS_KEY_ID", "AKID2");
    expect((await provider()).accessKeyId).toBe("AKID");
    expect((await provider({ forceRefresh: true })).accessKeyId).toBe("AKID2");
  });
});
