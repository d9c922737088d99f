import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as aws from "@aws-sdk/core/client";
import * as published from "@smithy/core/config";
import { assert, asyncProperty, constantFrom, oneof, option, record, string } from "fast-check";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { AUTH_SCHEME_PREFERENCE_OPTIONS } from "../../../codegen/typescript/support/auth-preference.ts";
import { resolveDefaultsModeConfig } from "../../../codegen/typescript/support/defaults-mode.ts";
import { USER_AGENT_APP_ID } from "../../../codegen/typescript/support/node-user-agent.ts";
import * as own from "../../../codegen/typescript/support/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "tinsmith-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** Paths are new each time, since files are remembered by theirs. */
let count = 0;

interface Around {
  readonly variable: string | undefined;
  readonly config: string | undefined;
  readonly credentials: string | undefined;
  readonly profile: string | undefined;
}

const surround = (name: string, property: string, { variable, config, credentials, profile }: Around): void => {
  count += 1;
  vi.stubEnv(name, variable);
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
  vi.stubEnv("AWS_PROFILE", profile);
  const write = (kind: string, heading: string, value: string | undefined): string => {
    const path = join(folder, `${kind}-${count}`);
    if (value !== undefined) writeFileSync(path, `[default]\na = b\n[${heading}]\n${property} = ${value}\n`);
    return path;
  };
  vi.stubEnv("AWS_CONFIG_FILE", write("config", "profile some", config));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", write("credentials", "some", credentials));
};

const outcomeOf = (get: () => Promise<unknown>): Promise<unknown> => get().catch((error: unknown) => String(error));

/** A logger, and what it was told. */
const listener = () => {
  const heard: unknown[] = [];
  const hear = (...content: unknown[]): void => {
    heard.push(content);
  };
  return { logger: { debug: hear, info: hear, warn: hear, error: hear }, heard };
};

const value = oneof(constantFrom("true", "false", "", "eu-west-1", "legacy", "In-Region", "auto"), string());
const line = value.map((text) => text.replace(/[^\w-]/g, ""));
const around = record({
  variable: option(
    value.map((text) => text.replaceAll("\0", "")),
    { nil: undefined },
  ),
  config: option(line, { nil: undefined }),
  credentials: option(line, { nil: undefined }),
  profile: option(constantFrom("some", "other"), { nil: undefined }),
});

const settings = [
  {
    setting: own.REGION,
    options: published.NODE_REGION_CONFIG_OPTIONS,
    names: ["AWS_REGION", "region"],
    files: published.NODE_REGION_CONFIG_FILE_OPTIONS,
  },
  {
    setting: own.USE_FIPS_ENDPOINT,
    options: published.NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
    names: ["AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"],
  },
  {
    setting: own.USE_DUALSTACK_ENDPOINT,
    options: published.NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
    names: ["AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"],
  },
  {
    setting: USER_AGENT_APP_ID,
    options: aws.NODE_APP_ID_CONFIG_OPTIONS,
    names: ["AWS_SDK_UA_APP_ID", "sdk_ua_app_id"],
  },
  {
    setting: AUTH_SCHEME_PREFERENCE_OPTIONS,
    options: AUTH_SCHEME_PREFERENCE_OPTIONS,
    names: ["AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference"],
  },
] as const;

describe("settings", () => {
  it.each(settings)("$names.0 is what the published loader finds", async ({ setting, options, names, ...init }) => {
    const files = "files" in init ? init.files : {};
    await assert(
      asyncProperty(around, async (surroundings) => {
        surround(names[0], names[1], surroundings);
        const [mine, theirs] = [listener(), listener()];
        const found = (init: object) => outcomeOf(own.loadConfig<unknown>(setting as never, init));
        const expected = await outcomeOf(published.loadConfig<unknown>(options as never, { ...files, ...theirs }));
        expect(await found(files)).toEqual(expected);
        expect(await found({ ...files, ...mine })).toEqual(expected);
        expect(mine.heard).toHaveLength(theirs.heard.length);
      }),
      { numRuns: 150 },
    );
  });

  it("the region is read in the published order of files", () => {
    expect(published.NODE_REGION_CONFIG_FILE_OPTIONS).toEqual({ preferredFile: "credentials" });
  });

  it("the defaults' mode is the published one, and so are its errors", async () => {
    const modes = option(oneof(constantFrom("auto", "legacy", "STANDARD", "mobile", "in-region"), string()), {
      nil: undefined,
    });
    await assert(
      asyncProperty(around, modes, async (surroundings, defaultsMode) => {
        surround("AWS_DEFAULTS_MODE", "defaults_mode", surroundings);
        const input = { region: "eu-west-1", ...(defaultsMode !== undefined && { defaultsMode }) } as never;
        expect(await outcomeOf(resolveDefaultsModeConfig(input))).toEqual(
          await outcomeOf(published.resolveDefaultsModeConfig(input)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("are asked for once, by all who ask at once, and again after a failure", async () => {
    surround("AWS_REGION", "region", {
      variable: "one",
      config: undefined,
      credentials: undefined,
      profile: undefined,
    });
    const region = own.loadConfig(own.REGION);
    vi.stubEnv("AWS_REGION", undefined);
    await expect(Promise.all([region(), region()])).rejects.toThrow("Region is missing");
    vi.stubEnv("AWS_REGION", "two");
    expect(await Promise.all([region(), region()])).toEqual(["two", "two"]);
    vi.stubEnv("AWS_REGION", "three");
    expect(await region()).toBe("two");
  });

  it("a default may be a function, which may fail", async () => {
    surround("AWS_X", "x", { variable: undefined, config: undefined, credentials: undefined, profile: undefined });
    const selectors = { environmentVariableSelector: () => undefined, configFileSelector: () => undefined };
    expect(await own.loadConfig({ ...selectors, default: async () => 7 })()).toBe(7);
    const failing = own.loadConfig<number>({ ...selectors, default: () => Promise.reject(new Error("none")) });
    await expect(failing()).rejects.toThrow("none");
  });
});
