import { describe, expect, it } from "vitest";
import { repositoryPath } from "../support/paths.ts";
import { generate, modelAt } from "./generate.ts";
import { packagesUsed } from "./uses.ts";

const cognito = modelAt(repositoryPath("model", "cognito-user-pools.json"));
const weather = modelAt(repositoryPath("test", "models", "weather.json"));
const hostile = modelAt(repositoryPath("test", "models", "hostile.json"));
const unsigned = ["ForgotPassword", "GetUserAttributeVerificationCode", "ResendConfirmationCode"];

describe.each(["smithy-core", "smithy-client"] as const)("with the runtime %s", (runtime) => {
  it.each([
    ["the four operations", generate(cognito, { runtime })],
    ["three without a signature", generate(cognito, { runtime, operations: unsigned })],
    ["a service of one's own", generate(weather, { runtime })],
    ["hostile names", generate(hostile, { runtime })],
  ])("a package depends on what it imports, and on nothing else: %s", (_, files) => {
    const { imported, depended } = packagesUsed(files);
    expect(imported).toEqual(depended);
    expect(depended.length).toBeGreaterThan(1);
  });

  it("a service outside of AWS has nothing of AWS's packages, and no credentials", () => {
    for (const operations of [undefined, ["CheckHealth"], ["GetForecast", "EchoKinds"]]) {
      const files = generate(weather, { runtime, ...(operations && { operations }) });
      const { imported, depended } = packagesUsed(files);
      expect([...imported, ...depended].filter((name) => name.startsWith("@aws-sdk/"))).toEqual([]);
      const mentions = [...files].filter(([path, text]) => path !== "README.md" && /@aws-sdk\/|sigv4/i.test(text));
      expect(mentions.map(([path]) => path)).toEqual([]);
    }
  });

  it("a package without a signed operation has no code that signs or finds credentials", () => {
    const signed = packagesUsed(generate(cognito, { runtime }));
    const files = generate(cognito, { runtime, operations: unsigned });
    const { loaded, depended } = packagesUsed(files);
    const credentials = "@aws-sdk/credential-provider-node";
    expect([signed.depended.includes(credentials), depended.includes(credentials)]).toEqual([true, false]);
    expect(loaded.filter((name) => /credential|signature|token/.test(name))).toEqual([]);
    expect([...files.keys()].filter((path) => /credential/.test(path))).toEqual([]);
    // Types alone may be of the signing part, so that code written for the whole client compiles.
    const values = [...files.values()].flatMap((text) => [
      ...text.matchAll(/^import (?!type )\{[^}]*\} from "@aws-sdk\/core\/(?:httpAuthSchemes|account-id-endpoint)";$/gm),
    ]);
    expect(values.map(([statement]) => statement)).toEqual([]);
    expect([...files.values()].filter((text) => /AwsSdkSigV4Signer|resolveAwsSdkSigV4Config/.test(text))).toEqual([]);
    expect(files.get("README.md")).toContain("it depends on no signing and on no credential package");
  });
});
