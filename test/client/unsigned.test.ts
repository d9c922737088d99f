import { describe, expect, it } from "vitest";
import { generateBoth, modelAt } from "../golden/generate.ts";
import { importPackage } from "../support/build-package.ts";
import { repositoryPath } from "../support/paths.ts";
import { type Client, commandOf, type Official, operations, pairs, stackOf } from "./packages.ts";
import { Recorder } from "./recorder.ts";

const unsigned = operations.filter((operation) => operation !== "AdminResetUserPassword");
const model = modelAt(repositoryPath("model", "cognito-user-pools.json"));
const packages = [...generateBoth("unsigned", model, { operations: unsigned })];

const clientOf = (sdk: Official) => {
  const requestHandler = new Recorder();
  return { client: new sdk.CognitoIdentityProviderClient({ region: "eu-west-1", requestHandler }), requestHandler };
};

const namesOf = (sdk: Official, client: Client, operation: (typeof operations)[number]): string[] => {
  const command = commandOf(sdk, operation);
  command.resolveMiddleware(client.middlewareStack as never, client.config as never, {});
  return stackOf(client).concat(stackOf(command)).identify();
};

describe.each(packages)("a package without a signed operation (%s)", (name, files) => {
  const official = pairs.find(
    (pair) => name.includes("smithy-client") === pair.name.includes("smithy-client"),
  )?.official;
  if (official === undefined) throw new Error("There is no official peer.");

  it.each(unsigned)("has every official middleware and sends the same: %s", async (operation) => {
    const sdk = (await importPackage(files)) as unknown as Official;
    const ours = clientOf(sdk);
    const theirs = clientOf(official);
    const names = namesOf(sdk, ours.client, operation);
    expect(names.filter((line) => !line.startsWith("inputValidationMiddleware "))).toEqual(
      namesOf(official, theirs.client, operation),
    );
    await ours.client.send(commandOf(sdk, operation) as never);
    await theirs.client.send(commandOf(official, operation) as never);
    const [our, their] = [ours, theirs].map(({ requestHandler: { requests } }) => requests[0]);
    expect(Object.keys(our?.headers ?? {}).sort()).toEqual(Object.keys(their?.headers ?? {}).sort());
    expect([our?.hostname, our?.path, our?.method]).toEqual([their?.hostname, their?.path, their?.method]);
  });

  it("depends on nothing that signs or finds credentials, and says so", () => {
    const manifest: { readonly dependencies: object } = JSON.parse(files.get("package.json") ?? "{}");
    expect(
      Object.keys(manifest.dependencies).filter((dependency) => /credential|signature|hash|httpAuth/.test(dependency)),
    ).toEqual([]);
    const code = [...files]
      .filter(([path]) => path.startsWith("src/"))
      .map(([, text]) => text)
      .join("\n");
    const imports = [...code.matchAll(/^(?:import|export) (?!type )[^;]*? from "([^"]+)"/gm)].map(
      ([, module]) => module,
    );
    expect(
      imports.filter((module) => /httpAuthSchemes|credential|signature-v4|sha256|checksum/.test(module ?? "")),
    ).toEqual([]);
    expect(files.get("README.md")).toMatch(/sign/i);
  });

  it("takes the official auth options, and has no use for them", async () => {
    const sdk = (await importPackage(files)) as unknown as Official;
    const requestHandler = new Recorder();
    const client = new sdk.CognitoIdentityProviderClient({
      ...{ region: "eu-west-1", requestHandler, authSchemePreference: ["sigv4"], signingEscapePath: false },
      credentials: () => Promise.reject(new Error("No credentials.")),
    });
    await client.send(commandOf(sdk, "ForgotPassword") as never);
    expect(requestHandler.requests[0]?.headers).not.toHaveProperty("authorization");
  });
});
