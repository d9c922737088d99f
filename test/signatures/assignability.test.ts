import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generatedPackages, packageForTypes, readPackage } from "../support/package-source.ts";
import { emitDeclarations } from "../support/typecheck.ts";
import { assignabilityFaults, unresolvedImports } from "./assignability.ts";
import { comparedNames } from "./compared-names.ts";
import { copyDeclarations, copyOfficial, type OfficialCopy } from "./official-copy.ts";

/** The official release that each runtime follows. */
const followed = {
  "smithy-client": "@aws-sdk/client-cognito-identity-provider-3.782.0",
  "smithy-core": "@aws-sdk/client-cognito-identity-provider",
} as const;

const runtimes = ["smithy-client", "smithy-core"] as const;
const copies = new Map<string, OfficialCopy>();

function copyFor(runtime: keyof typeof followed): OfficialCopy {
  const copy = copies.get(runtime);
  if (copy === undefined) throw new Error(`There is no copy for ${runtime}.`);
  return copy;
}

beforeAll(async () => {
  for (const runtime of runtimes) copies.set(runtime, await copyOfficial(followed[runtime]));
});

describe.each(generatedPackages())("types of the generated package $name", (own) => {
  it(`are assignable to and from those of ${followed[own.runtime]}`, async () => {
    const folder = await packageForTypes(readPackage(own.folder));
    await emitDeclarations({ compiler: "5.9", moduleResolution: "bundler", folder, files: ["src/index.ts"] });
    const entry = join(folder, "declarations-5.9-bundler", "index.d.ts");
    expect(await assignabilityFaults(copyFor(own.runtime), entry)).toBe("");
  });
});

describe.each(runtimes)("the copy of official declarations for %s", (runtime) => {
  it("exports the names that are known to belong to the four operations", () => {
    expect(copyFor(runtime).names.map(({ name }) => name)).toEqual(comparedNames[runtime]);
  });

  it("finds all that it imports", async () => {
    expect(await unresolvedImports(copyFor(runtime).folder)).toBe("");
  });

  it("would tell of an import that leads nowhere", async () => {
    const broken = await copyDeclarations(followed[runtime], (files) => {
      const path = "extensionConfiguration.d.ts";
      files.set(path, (files.get(path) ?? "").replace("@aws-sdk/types", "@aws-sdk/no-types"));
    });
    expect(await unresolvedImports(broken)).toContain("@aws-sdk/no-types");
  });

  it("is assignable to itself", async () => {
    const copy = copyFor(runtime);
    expect(await assignabilityFaults(copy, join(copy.folder, "index.d.ts"), "7")).toBe("");
  });

  it.each([
    ["models/models_0.d.ts", "Username: string | undefined", "Username: number | undefined", "ForgotPasswordRequest"],
    ["models/models_0.d.ts", "UserContextDataType", "UserContextType", "UserContextDataType"],
    ["CognitoIdentityProviderClient.d.ts", "destroy(): void", "destroy(): never", "CognitoIdentityProviderClient"],
    ["CognitoIdentityProvider.d.ts", "forgotPassword(", "forgotPasswords(", "CognitoIdentityProvider"],
  ])("isn't assignable to a broken one: %s: %s", async (path, from, to, name) => {
    const copy = copyFor(runtime);
    const broken = await copyDeclarations(followed[runtime], (files) => {
      expect(files.get(path)).toContain(from);
      files.set(path, (files.get(path) ?? "").replaceAll(from, to));
    });
    const faults = await assignabilityFaults(copy, join(broken, "index.d.ts"), "7");
    expect(faults).toContain(`${name}: `);
  });
});
