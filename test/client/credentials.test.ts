import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { buildPackage } from "../support/build-package.ts";
import { isolate } from "./environment.ts";
import { type ClientConfig, commandOf, type Official, pairs } from "./packages.ts";
import { Recorder } from "./recorder.ts";

let cleanUp: () => void = () => {};
afterEach(() => {
  cleanUp();
  vi.unstubAllEnvs();
});

const clientOf = (sdk: Official, config: ClientConfig = {}) => {
  const requestHandler = new Recorder();
  const client = new sdk.CognitoIdentityProviderClient({ region: "eu-west-1", ...config, requestHandler });
  return { client, requests: requestHandler.requests };
};

const signed = (sdk: Official) => commandOf(sdk, "AdminResetUserPassword") as never;
const unsigned = (sdk: Official) => commandOf(sdk, "ForgotPassword") as never;

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);
const identity = { accessKeyId: "AKID", secretAccessKey: "secret" };

describe.each(pairs)("the credentials of $name", ({ folder, ours, official }) => {
  it("are looked for when a signed operation is first called, in a chain that is loaded where the environment has none", async () => {
    cleanUp = isolate({ AWS_ACCESS_KEY_ID: "AKID", AWS_SECRET_ACCESS_KEY: "secret", AWS_REGION: "eu-west-1" });
    const module = pathToFileURL(join(await buildPackage(folder), "built", "index.mjs")).href;
    const script = `
      import { createRequire } from "node:module";
      import * as sdk from ${JSON.stringify(module)};
      const { cache } = createRequire(import.meta.url);
      const loaded = () => Object.keys(cache).filter((file) => /credential-provider|client-(sso|sts)|token-providers/.test(file)).length;
      const respond = async () => ({ response: { statusCode: 200, headers: {}, body: "{}" } });
      const client = new sdk.CognitoIdentityProvider({ requestHandler: { handle: respond, metadata: {} } });
      const counts = [loaded()];
      await client.forgotPassword({ ClientId: "a", Username: "b" });
      await client.getUserAttributeVerificationCode({ AccessToken: "a", AttributeName: "b" });
      counts.push(loaded());
      await client.adminResetUserPassword({ UserPoolId: "a", Username: "b" });
      counts.push(loaded());
      process.env.AWS_PROFILE = "missing";
      const ofProfile = new sdk.CognitoIdentityProvider({ requestHandler: { handle: respond, metadata: {} } });
      await ofProfile.adminResetUserPassword({ UserPoolId: "a", Username: "b" }).catch(() => undefined);
      counts.push(loaded());
      process.stdout.write(JSON.stringify(counts));
    `;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    const counts = JSON.parse(stdout) as readonly number[];
    expect(counts).toEqual([0, 0, 0, expect.any(Number)]);
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  it("aren't needed by operations that aren't signed", async () => {
    cleanUp = isolate();
    let asked = 0;
    const failing = async (): Promise<never> => {
      asked += 1;
      throw new Error("No credentials.");
    };
    for (const config of [{ credentials: failing }, {}]) {
      const { client, requests } = clientOf(ours, config);
      await client.send(unsigned(ours));
      expect([requests.length, asked]).toEqual([1, 0]);
    }
  });

  it.each<[string, (next: () => number) => ClientConfig["credentials"]]>([
    ["a value", () => identity],
    ["a value that expires", () => ({ ...identity, expiration: inMinutes(60) })],
    ["a provider", (next) => async () => ({ ...identity, accessKeyId: `AKID${next()}` })],
    [
      "a provider of ones that last",
      (next) => async () => ({ ...identity, accessKeyId: `K${next()}`, expiration: inMinutes(60) }),
    ],
    [
      "a provider of ones that end soon",
      (next) => async () => ({ ...identity, accessKeyId: `K${next()}`, expiration: inMinutes(2) }),
    ],
    [
      "a provider of ones that are over",
      (next) => async () => ({ ...identity, accessKeyId: `K${next()}`, expiration: inMinutes(-9) }),
    ],
    [
      "a provider with an account",
      (next) => async () => ({ ...identity, accessKeyId: `K${next()}`, accountId: "123456789012" }),
    ],
    ["a provider that fails", (next) => () => Promise.reject(new Error(`No credentials ${next()}.`))],
    ["a provider that gives nothing", () => (async () => undefined) as never],
    ["nothing", () => undefined],
  ])("are asked for as often as officially: %s", async (_, make) => {
    cleanUp = isolate();
    const seen = [];
    for (const sdk of [ours, official]) {
      let count = 0;
      const next = (): number => {
        count += 1;
        return count;
      };
      const credentials = make(next);
      const { client, requests } = clientOf(sdk, credentials === undefined ? {} : { credentials });
      const failures: unknown[] = [];
      const send = () => client.send(signed(sdk)).catch((error: Error) => failures.push([error.name, error.message]));
      await Promise.all([send(), send()]);
      await send();
      const keys = requests.map(({ headers }) => /Credential=(\w+)/.exec(headers["authorization"] ?? "")?.[1]).sort();
      seen.push({ keys, count, failures });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect((seen[0]?.keys.length ?? 0) + (seen[0]?.failures.length ?? 0)).toBe(3);
  });

  it.each<[string, Record<string, string>, string]>([
    ["the environment", { AWS_ACCESS_KEY_ID: "ENVKEY", AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: "t" }, ""],
    ["a profile", { AWS_PROFILE: "p" }, "[profile p]\naws_access_key_id = FILEKEY\naws_secret_access_key = s\n"],
    [
      "a process",
      { AWS_PROFILE: "p" },
      `[profile p]\ncredential_process = node -e "console.log(JSON.stringify({ Version: 1, AccessKeyId: 'PROCESSKEY', SecretAccessKey: 's' }))"\n`,
    ],
  ])("come from %s as officially", async (_, variables, file) => {
    cleanUp = isolate(variables, file);
    const seen = [];
    for (const sdk of [ours, official]) {
      const { client, requests } = clientOf(sdk);
      await client.send(signed(sdk));
      await client.send(signed(sdk));
      const { credentials } = client.config;
      const { accessKeyId, sessionToken, expiration } = await credentials();
      const facts = requests.map(({ headers }) => [
        /Credential=(\w+)/.exec(headers["authorization"] ?? "")?.[1],
        headers["x-amz-security-token"],
      ]);
      seen.push({ facts, accessKeyId, sessionToken, expiration });
    }
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.accessKeyId).toMatch(/KEY$/);
  });
});
