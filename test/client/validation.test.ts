import { describe, expect, it } from "vitest";
import { generateBoth, modelAt } from "../golden/generate.ts";
import { importPackage } from "../support/build-package.ts";
import { repositoryPath } from "../support/paths.ts";
import { type CallOptions, type Client, type ClientConfig, type Official, pairs, stackOf } from "./packages.ts";
import { Recorder } from "./recorder.ts";

type Validated = ClientConfig & { readonly validation?: "required" | "off" };

const clientOf = (sdk: Official, config: Validated = {}) => {
  const requestHandler = new Recorder();
  const credentials = () => Promise.reject(new Error("No credentials."));
  const given = { region: "eu-west-1", credentials, ...config, requestHandler };
  return { client: new sdk.CognitoIdentityProviderClient(given), requestHandler };
};

/** A call without the members that it needs. */
const call = async (sdk: Official, client: Client, options?: CallOptions): Promise<unknown> =>
  client.send(new sdk.ForgotPasswordCommand({ Username: "Secret-User" } as never), options);

const missing = {
  name: "InputValidationError",
  message: "Cognito Identity Provider ForgotPassword: 1 required member is missing: ForgotPasswordInput.ClientId",
  failures: [{ path: "ForgotPasswordInput.ClientId", reason: "missing" }],
};

describe.each(pairs)("the check of inputs of $name", ({ ours }) => {
  it("refuses an input that lacks required members, lists them all, and sends nothing", async () => {
    const { client, requestHandler } = clientOf(ours);
    const error = await call(ours, client).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ours.InputValidationError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject(missing);
    expect(Object.keys(error as object).sort()).toEqual(["failures", "name"]);
    const both = client.send(new ours.AdminResetUserPasswordCommand({} as never));
    await expect(both).rejects.toMatchObject({
      message:
        "Cognito Identity Provider AdminResetUserPassword: 2 required members are missing: AdminResetUserPasswordInput.UserPoolId, AdminResetUserPasswordInput.Username",
    });
    expect(requestHandler.requests).toEqual([]);
  });

  it("counts null as missing and an empty text as present", async () => {
    const { client, requestHandler } = clientOf(ours);
    const send = (input: object) => client.send(new ours.ForgotPasswordCommand(input as never));
    await expect(send({ ClientId: null, Username: "" })).rejects.toMatchObject(missing);
    await send({ ClientId: "", Username: "" });
    expect(requestHandler.requests).toHaveLength(1);
  });

  it("does neither ask for credentials and endpoint nor try again", async () => {
    const { client, requestHandler } = clientOf(ours, {
      region: (): Promise<string> => Promise.reject(new Error("No region.")),
      retryStrategy: {
        acquireInitialRetryToken: () => Promise.reject(new Error("Tried.")),
        refreshRetryTokenForRetry: () => Promise.reject(new Error("Tried again.")),
        recordSuccess: () => undefined,
      },
    });
    await expect(call(ours, client)).rejects.toMatchObject(missing);
    expect(requestHandler.requests).toEqual([]);
  });

  it("comes after the user's middleware, which may fill in what is missing", async () => {
    const { client, requestHandler } = clientOf(ours);
    const fill = (next: (args: never) => Promise<never>) => (args: { readonly input: object }) =>
      next({ ...args, input: { ...args.input, ClientId: "filled" } } as never);
    stackOf(client).add(fill, { step: "initialize", priority: "low" });
    await call(ours, client);
    expect(requestHandler.requests[0]?.body).toBe('{"ClientId":"filled","Username":"Secret-User"}');
  });

  it.each<[client: Validated["validation"], call: CallOptions["validation"], refused: boolean]>([
    [undefined, undefined, true],
    ["required", undefined, true],
    ["off", undefined, false],
    [undefined, "off", false],
    ["required", "off", false],
    ["off", "required", true],
  ])("is as the client (%s) and the call (%s) say", async (validation, ofCall, refused) => {
    const { client, requestHandler } = clientOf(ours, validation && { validation });
    const sent = call(ours, client, ofCall && { validation: ofCall });
    await (refused ? expect(sent).rejects.toMatchObject(missing) : expect(sent).resolves.toBeDefined());
    expect(requestHandler.requests).toHaveLength(refused ? 0 : 1);
  });

  it("is as each call says, where one command is sent more than once", async () => {
    const { client, requestHandler } = clientOf(ours);
    const command = new ours.ForgotPasswordCommand({} as never);
    const send = (options: CallOptions) =>
      client.send(command, options).then(
        () => "sent",
        () => "refused",
      );
    const results = [];
    for (const validation of ["required", "off", "required"] as const) results.push(await send({ validation }));
    expect(results).toEqual(["refused", "sent", "refused"]);
    expect(requestHandler.requests).toHaveLength(1);
  });
});

const model = modelAt(repositoryPath("model", "cognito-user-pools.json"));

describe.each([...generateBoth("unchecked", model, { validation: "off" })])(
  "a package generated without the check (%s)",
  (_, files) => {
    it("holds nothing of it", async () => {
      expect(
        [...files]
          .filter(([path, text]) => /validation/.test(path) || /InputValidation/.test(text))
          .map(([path]) => path),
      ).toEqual([]);
      const sdk = (await importPackage(files)) as unknown as Official;
      const { client, requestHandler } = clientOf(sdk);
      await call(sdk, client);
      expect(requestHandler.requests).toHaveLength(1);
    });
  },
);
