import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { digestOf, generatedPackages, packageForTypes, readPackage } from "../support/package-source.ts";
import { type Compiler, compilers, emitDeclarations, typeCheck } from "../support/typecheck.ts";

/** What a user writes, and what is to be refused. */
const PROGRAM = `
import {
  type CallOptions, CognitoIdentityProvider, CognitoIdentityProviderClient, type CognitoIdentityProviderClientConfig,
  CognitoIdentityProviderServiceException, ForgotPasswordCommand, type ForgotPasswordCommandInput,
  type ForgotPasswordCommandOutput, InputValidationError, resultMetadata, UserNotFoundException, wireLogPlugin,
} from "./index.js";

const config: CognitoIdentityProviderClientConfig = {
  region: async () => "eu-west-1", validation: "off", maxAttempts: 2, retryMode: "adaptive", logger: console,
  requestHandler: { connectionTimeout: 1_000, socketTimeout: 2_000 },
  endpoint: { protocol: "https:", hostname: "localhost", path: "/" },
};
const client = new CognitoIdentityProviderClient(config);
client.middlewareStack.use(wireLogPlugin({ logger: console }));
client.middlewareStack.add((next, context) => async (args) => {
  const name: string | undefined = context.commandName;
  console.log(name);
  return next(args);
}, { step: "initialize", name: "mine", tags: ["T"] });

const input: ForgotPasswordCommandInput = { ClientId: "id", Username: "user", ClientMetadata: { key: "value" } };
const command = new ForgotPasswordCommand(input);
export const promised: Promise<ForgotPasswordCommandOutput> = client.send(command);
client.send(command, { abortSignal: new AbortController().signal, requestTimeout: 5 });
client.send(command, { socketTimeout: 1, connectionTimeout: 2, validation: "off" });
client.send(command, { socketTimeout: 1 }, (error, output) => console.log(error, output?.CodeDeliveryDetails?.Destination));
client.send(command, (_error, output?: ForgotPasswordCommandOutput) => console.log(output?.$metadata.attempts));
const options: CallOptions = { validation: "required" };
client.send(command, options);
// @ts-expect-error no such option
client.send(command, { sockettimeout: 1 });
// @ts-expect-error no such choice
client.send(command, { validation: "maybe" });
// @ts-expect-error an input is needed
new ForgotPasswordCommand();
// @ts-expect-error a required member is missing
new ForgotPasswordCommand({ ClientId: "id" });
// @ts-expect-error no such member
new ForgotPasswordCommand({ ...input, Usernam: "user" });

const aggregated = new CognitoIdentityProvider({});
export const output: Promise<ForgotPasswordCommandOutput> = aggregated.forgotPassword(input, { socketTimeout: 1 });
aggregated.forgotPassword(input, (error, data) => console.log(error, data?.CodeDeliveryDetails?.DeliveryMedium));
aggregated.forgotPassword(input, { validation: "off" }, (error) => console.log(error));

export const explain = async (): Promise<string> => {
  try {
    const result = await promised;
    const sentAt: Date | undefined = resultMetadata(result)?.sentAt;
    return String(sentAt);
  } catch (error) {
    if (error instanceof UserNotFoundException) return error.name satisfies "UserNotFoundException";
    if (error instanceof CognitoIdentityProviderServiceException) return error.$fault satisfies "client" | "server";
    if (error instanceof InputValidationError) return error.failures.map(({ path }) => path).join();
    throw error;
  } finally {
    client.destroy();
  }
};
`;

describe.each(generatedPackages())("the types of $name", (own) => {
  let folder: string;
  beforeAll(async () => {
    folder = await packageForTypes(readPackage(own.folder));
    await emitDeclarations({ compiler: "5.9", moduleResolution: "bundler", folder, files: ["src/index.ts"] });
  });

  it.each(Object.keys(compilers) as Compiler[])("serve a user's program under TypeScript %s", async (compiler) => {
    const file = `program-${digestOf(new Map([["program", PROGRAM]]), "program")}.ts`;
    const declarations = join(folder, "declarations-5.9-bundler");
    mkdirSync(declarations, { recursive: true });
    writeFileSync(join(declarations, file), PROGRAM);
    const check = { compiler, moduleResolution: "bundler", folder: declarations, files: [file] } as const;
    expect(await typeCheck({ ...check, options: { exactOptionalPropertyTypes: true } })).toBe("");
  });
});
