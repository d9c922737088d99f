import "aws-sdk-client-mock-vitest/extend";
import { type AwsStub, mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, it } from "vitest";
import { inputs, type Official, pairs } from "./packages.ts";
import { Recorder } from "./recorder.ts";

type Mock = AwsStub<never, never, unknown>;

const mocks: Mock[] = [];
afterEach(() => {
  for (const mock of mocks.splice(0)) mock.restore();
});

/** The client's class or one client, mocked until the test is over. */
const mocked = (client: object) => {
  const mock = mockClient(client as InstanceType<Official["CognitoIdentityProviderClient"]>);
  mocks.push(mock as unknown as Mock);
  return mock;
};

const sdks = pairs.flatMap(({ name, ours, official }) => [
  { name, sdk: ours },
  { name: `the official client of the generation of ${name}`, sdk: official },
]);

describe.each(sdks)("aws-sdk-client-mock on $name", ({ sdk }) => {
  const { AdminResetUserPasswordCommand, CognitoIdentityProviderClient, ForgotPasswordCommand } = sdk;
  const input = inputs.ForgotPassword;
  const output = { CodeDeliveryDetails: { Destination: "a***@e***" }, $metadata: {} };

  it("answers for the class: any command, a command, and one with a certain input", async () => {
    const mock = mocked(CognitoIdentityProviderClient);
    mock.onAnyCommand().resolves({ $metadata: { attempts: 7 } });
    mock.on(ForgotPasswordCommand).resolves(output);
    mock.on(ForgotPasswordCommand, { Username: "absent" }).rejects("No such user.");
    const client = new CognitoIdentityProviderClient({ region: "eu-west-1" });
    expect(await client.send(new ForgotPasswordCommand(input))).toEqual(output);
    await expect(client.send(new ForgotPasswordCommand({ ...input, Username: "absent" }))).rejects.toThrow(
      "No such user.",
    );
    const other = new AdminResetUserPasswordCommand(inputs.AdminResetUserPassword);
    expect((await client.send(other)).$metadata.attempts).toBe(7);
    expect(mock.commandCalls(ForgotPasswordCommand, { Username: "absent" })).toHaveLength(1);
  });

  it("answers for one client, one answer after the other, and leaves the others alone", async () => {
    const requestHandler = new Recorder();
    const [client, other] = [1, 2].map(
      () => new CognitoIdentityProviderClient({ region: "eu-west-1", requestHandler }),
    );
    if (client === undefined || other === undefined) throw new Error("There are two clients.");
    mocked(client).on(ForgotPasswordCommand).resolvesOnce(output).resolves({ $metadata: {} });
    expect(await client.send(new ForgotPasswordCommand(input))).toEqual(output);
    expect(await client.send(new ForgotPasswordCommand(input))).toEqual({ $metadata: {} });
    expect(requestHandler.requests).toHaveLength(0);
    await other.send(new ForgotPasswordCommand(input));
    expect(requestHandler.requests).toHaveLength(1);
  });

  it("rejects with typed errors", async () => {
    const absent = new sdk.UserNotFoundException({ message: "No such user.", $metadata: { httpStatusCode: 400 } });
    mocked(CognitoIdentityProviderClient).on(ForgotPasswordCommand).rejects(absent);
    const client = new CognitoIdentityProviderClient({ region: "eu-west-1" });
    const error = await client.send(new ForgotPasswordCommand(input)).catch((thrown: unknown) => thrown);
    expect(error).toBe(absent);
    expect(error).toBeInstanceOf(sdk.CognitoIdentityProviderServiceException);
  });

  it("answers the methods of the aggregated client", async () => {
    const mock = mocked(sdk.CognitoIdentityProvider);
    mock.on(ForgotPasswordCommand, input).resolves(output);
    const client = new sdk.CognitoIdentityProvider({ region: "eu-west-1" });
    expect(await client.forgotPassword(input)).toEqual(output);
    expect(mock).toHaveReceivedCommandExactlyOnceWith(ForgotPasswordCommand, input);
  });

  it("lets go", async () => {
    const mock = mocked(CognitoIdentityProviderClient);
    mock.onAnyCommand().resolves(output);
    mock.restore();
    const requestHandler = new Recorder();
    const client = new CognitoIdentityProviderClient({ region: "eu-west-1", requestHandler });
    await client.send(new ForgotPasswordCommand(input));
    expect(requestHandler.requests).toHaveLength(1);
  });

  it("tells the matchers of vitest what was received", async () => {
    const mock = mocked(CognitoIdentityProviderClient);
    const client = new CognitoIdentityProviderClient({ region: "eu-west-1" });
    expect(mock).not.toHaveReceivedAnyCommand();
    await client.send(new ForgotPasswordCommand(input));
    await client.send(new AdminResetUserPasswordCommand(inputs.AdminResetUserPassword));
    expect(mock).toHaveReceivedAnyCommand();
    expect(mock).toHaveReceivedCommand(ForgotPasswordCommand);
    expect(mock).toHaveReceivedCommandOnce(ForgotPasswordCommand);
    expect(mock).toHaveReceivedCommandTimes(sdk.ResendConfirmationCodeCommand, 0);
    expect(mock).toHaveReceivedCommandWith(ForgotPasswordCommand, { Username: "user" });
    expect(mock).toHaveReceivedNthCommandWith(ForgotPasswordCommand, 1, { ClientId: "client" });
    expect(mock).toHaveReceivedLastCommandWith(AdminResetUserPasswordCommand, inputs.AdminResetUserPassword);
    expect(() => expect(mock).toHaveReceivedCommandWith(ForgotPasswordCommand, { Username: "another" })).toThrow(
      "ForgotPasswordCommand",
    );
  });
});
