import * as aws from "@aws-sdk/core/client";
import * as client from "@smithy/core/client";
import { resolveRegionConfig as publishedRegion } from "@smithy/core/config";
import { resolveEndpointConfig as publishedEndpoint } from "@smithy/core/endpoints";
import * as protocols from "@smithy/core/protocols";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { resolveEndpointConfig } from "../../../codegen/typescript/support/endpoint-config.ts";
import * as parts from "../../../codegen/typescript/support/extension-parts.ts";
import { getLoggerPlugin, getRecursionDetectionPlugin } from "../../../codegen/typescript/support/logger-and-trace.ts";
import { awsCheckVersion } from "../../../codegen/typescript/support/node-version.ts";
import { resolveRegionConfig } from "../../../codegen/typescript/support/region-config.ts";
import { resolveUserAgentConfig } from "../../../codegen/typescript/support/user-agent.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What a resolver makes of a configuration: its values, and what its functions give or throw. */
const resolved = async (resolve: (input: never) => object, input: object): Promise<unknown> => {
  const outcome = async (get: () => unknown): Promise<unknown> => {
    try {
      return await get();
    } catch (error) {
      return String(error);
    }
  };
  return outcome(async () => {
    const config = Object.entries(resolve({ ...input } as never));
    return Promise.all(
      config.map(async ([key, value]) => [key, typeof value === "function" ? await outcome(() => value()) : value]),
    );
  });
};

const provided = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | (() => Promise<T>)> =>
  fc.oneof(
    values,
    values.map((value) => async () => value),
  );
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

const regions = fc.oneof(
  fc.constantFrom("eu-west-1", "fips-us-east-1", "us-east-1-fips", "aws-fips", "fips-aws-global", "fips-dkr-eu-1", ""),
  fc.constantFrom("fips-prod-eu-1", "a.b", "-a", "x".repeat(64)),
  fc.string(),
);
const flags = optional(provided(fc.boolean()));

describe("configuration is resolved as published", () => {
  it("the region", () =>
    fc.assert(
      fc.asyncProperty(optional(provided(regions)), flags, async (region, useFipsEndpoint) => {
        const input = { region, useFipsEndpoint };
        expect(await resolved(resolveRegionConfig, input)).toEqual(await resolved(publishedRegion as never, input));
      }),
    ));

  it("the region that stands for all, with a word to the console", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    expect(await resolveRegionConfig({ region: "*" }).region()).toBe("*");
    expect(warn).toHaveBeenCalledOnce();
  });

  it("the endpoint", async () => {
    vi.stubEnv("AWS_CONFIG_FILE", "/nowhere/config");
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials");
    const url = new URL("https://example.com:81/a?b=c");
    const endpoints = fc.constantFrom<unknown>(
      ...[undefined, null, "", "http://localhost:8/x", "nonsense", { url }, { url, headers: { A: ["b", "c"] } }],
      { protocol: "http:", hostname: "h", path: "/" },
    );
    const input = fc.record({
      endpoint: provided(endpoints),
      tls: optional(fc.boolean()),
      useDualstackEndpoint: flags,
      useFipsEndpoint: flags,
      ignoreConfiguredEndpointUrls: optional(fc.boolean()),
      serviceId: fc.constantFrom(undefined, "My Service"),
    });
    const around = fc.dictionary(
      fc.constantFrom("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_MY_SERVICE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"),
      fc.constantFrom("", "http://localhost:9", "true", "false"),
    );
    await fc.assert(
      fc.asyncProperty(input, around, async (config, variables) => {
        for (const name of ["", "_MY_SERVICE"]) vi.stubEnv(`AWS_ENDPOINT_URL${name}`, undefined);
        vi.stubEnv("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", undefined);
        for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
        expect(await resolved(resolveEndpointConfig, config)).toEqual(
          await resolved(publishedEndpoint as never, config),
        );
      }),
    );
  });

  it("the user agent, with the same warnings", async () => {
    const console = vi.spyOn(globalThis.console, "warn").mockReturnValue();
    const input = fc.record({
      customUserAgent: fc.constantFrom<unknown>(undefined, "app/1", [["a", "b"]]),
      userAgentAppId: fc.constantFrom<unknown>(undefined, "id", "x".repeat(51), 5, async () => null),
      logged: fc.constantFrom("own", "none", "no-op"),
    });
    await fc.assert(
      fc.asyncProperty(input, async ({ logged, ...config }) => {
        const run = async (resolve: (given: never) => object): Promise<unknown> => {
          console.mockClear();
          const own = { warn: vi.fn() };
          const logger = { own, none: undefined, "no-op": new client.NoOpLogger() }[logged];
          const all = await resolved(resolve, config.userAgentAppId === undefined ? config : { ...config, logger });
          return JSON.stringify([all, own.warn.mock.calls, console.mock.calls]);
        };
        expect(await run(resolveUserAgentConfig)).toBe(await run(aws.resolveUserAgentConfig as never));
      }),
    );
  });

  it("what extensions see and set", () => {
    const run = (of: typeof parts): unknown => {
      const handler = { updateHttpClientConfig: vi.fn(), httpHandlerConfigs: () => ({ a: 1 }) };
      const config = { region: "first", requestHandler: handler, logger: console, defaultSocketTimeout: 5 } as never;
      const seen = of.getHttpHandlerExtensionConfiguration(config);
      const region = of.getAwsRegionExtensionConfiguration(config);
      seen.updateHttpClientConfig("x" as never, "y" as never);
      const before = [seen.httpHandlerConfigs(), region.region(), seen.httpHandler() === (handler as never)];
      region.setRegion("second" as never);
      seen.setHttpHandler("other" as never);
      const after = [of.resolveHttpHandlerRuntimeConfig(seen), of.resolveAwsRegionExtensionConfiguration(region)];
      return { before, after, config, told: handler.updateHttpClientConfig.mock.calls };
    };
    expect(run(parts)).toEqual(run({ ...protocols, ...aws } as never));
  });

  it("what extensions see and set of checksums and retries", () => {
    class Sum {}
    const algorithm = (id: string) => ({ algorithmId: () => id as never, checksumConstructor: () => Sum as never });
    const run = (
      of: Pick<typeof parts, "getDefaultExtensionConfiguration" | "resolveDefaultRuntimeConfig">,
    ): unknown => {
      const config = { sha256: Sum, md5: Sum, crc64: Sum, checksumAlgorithms: { XXH: Sum }, retryStrategy: "first" };
      const seen = of.getDefaultExtensionConfiguration(config as never);
      const told = () => seen.checksumAlgorithms().map((each) => [each.algorithmId(), each.checksumConstructor()]);
      const before = [told(), seen.retryStrategy(), of.resolveDefaultRuntimeConfig(seen)];
      seen.addChecksumAlgorithm(algorithm("sha1"));
      seen.addChecksumAlgorithm(algorithm("own"));
      seen.setRetryStrategy("second" as never);
      return { before, after: [told(), seen.retryStrategy(), of.resolveDefaultRuntimeConfig(seen)], config };
    };
    expect(run(parts)).toEqual(run(client as never));
  });

  it("where the logger and the trace stand in a stack", () => {
    const added = (plugin: { applyToStack: (stack: never) => void }): unknown => {
      const add = vi.fn();
      plugin.applyToStack({ ...client.constructStack(), add } as never);
      return add.mock.calls[0]?.[1];
    };
    expect(added(getLoggerPlugin({}))).toEqual(added(aws.getLoggerPlugin({})));
    expect(added(getRecursionDetectionPlugin({}))).toEqual(added(aws.getRecursionDetectionPlugin({} as never)));
  });
});

describe("a release of Node.js that AWS will no longer publish for", () => {
  const warned = (check: (version: string) => void, version: string): boolean => {
    const emit = vi.spyOn(process, "emitWarning").mockReturnValue();
    emit.mockClear();
    aws.state.warningEmitted = false;
    Reflect.deleteProperty(globalThis, Symbol.for("aws client: release of Node.js"));
    check(version);
    check(version);
    vi.runAllTimers();
    expect(emit.mock.calls.length).toBeLessThan(2);
    return emit.mock.calls.length === 1;
  };

  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  it("is warned of once, where the published check warns", () => {
    for (let major = 16; major < 30; major += 1) {
      const version = `v${major}.1.2`;
      expect([version, warned(awsCheckVersion, version)]).toEqual([
        version,
        warned(aws.emitWarningIfUnsupportedVersion, version),
      ]);
    }
  });

  it("is not warned of where that is switched off", () => {
    vi.stubEnv("AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED", "true");
    expect(warned(awsCheckVersion, "v16.0.0")).toBe(false);
  });
});
