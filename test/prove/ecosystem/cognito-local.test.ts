import * as official from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandOf, type Official, type Operation, pairs } from "../../client/packages.ts";
import { type CognitoServer, startCognito } from "./cognito-server.ts";

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };

let server: CognitoServer;
beforeAll(async () => {
  server = await startCognito();
});
afterAll(() => server?.close());

const clientOf = (sdk: Official) =>
  new sdk.CognitoIdentityProviderClient({
    ...{ region: "eu-west-1", credentials, endpoint: server.endpoint },
    maxAttempts: 1,
  });

const given = (value: string | undefined): string => {
  if (value === undefined) throw new Error("The server left out what it has to give.");
  return value;
};

/** A pool with a client and a user who has signed in, made with the official client. */
const signedIn = async () => {
  const admin = new official.CognitoIdentityProvider({ region: "eu-west-1", credentials, endpoint: server.endpoint });
  const { UserPool } = await admin.createUserPool({ PoolName: "people", AutoVerifiedAttributes: ["email"] });
  const UserPoolId = given(UserPool?.Id);
  const { UserPoolClient } = await admin.createUserPoolClient({
    ...{ UserPoolId, ClientName: "app" },
    ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH"],
  });
  const ClientId = given(UserPoolClient?.ClientId);
  const user = { Username: "ann@example.com", Password: "First-Secret-1" };
  const UserAttributes = [{ Name: "email", Value: user.Username }];
  await admin.adminCreateUser({ UserPoolId, Username: user.Username, UserAttributes, MessageAction: "SUPPRESS" });
  await admin.adminSetUserPassword({ UserPoolId, ...user, Permanent: true });
  const signIn = async (PASSWORD: string) => {
    const { AuthenticationResult } = await admin.initiateAuth({
      ...{ ClientId, AuthFlow: "USER_PASSWORD_AUTH" },
      AuthParameters: { USERNAME: user.Username, PASSWORD },
    });
    return given(AuthenticationResult?.AccessToken);
  };
  return { admin, ClientId, UserPoolId, ...user, signIn, AccessToken: await signIn(user.Password) };
};

/** What a call ended with, the request's id aside. */
const outcome = async (call: Promise<object>): Promise<object> => {
  try {
    return { output: { ...(await call), $metadata: undefined } };
  } catch (error) {
    const { name, message, $fault, $metadata } = error as official.CognitoIdentityProviderServiceException;
    const prototypes = [];
    for (let at = Object.getPrototypeOf(error); at !== Object.prototype; at = Object.getPrototypeOf(at))
      prototypes.push(at.constructor.name);
    return { name, message, $fault, status: $metadata?.httpStatusCode, attempts: $metadata?.attempts, prototypes };
  }
};

describe.each(pairs)("a server of user pools and $name", ({ ours, official: peer }) => {
  it("send a code to a user who forgot the password, and the code sets another", async () => {
    const { admin, ClientId, Username, signIn } = await signedIn();
    const { CodeDeliveryDetails, $metadata } = await clientOf(ours).send(
      new ours.ForgotPasswordCommand({ ClientId, Username }),
    );
    expect($metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 });
    expect(CodeDeliveryDetails).toEqual({
      AttributeName: "email",
      DeliveryMedium: "EMAIL",
      Destination: "ann@example.com",
    });
    const ConfirmationCode = server.code;
    const Password = "Second-Secret-2";
    await admin.confirmForgotPassword({ ClientId, Username, ConfirmationCode, Password });
    expect(await signIn(Password)).toMatch(/^ey/);
  });

  it("send a code to a user who is signed in, and the code proves the address", async () => {
    const { admin, AccessToken } = await signedIn();
    const output = await clientOf(ours).send(
      new ours.GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: "email" }),
    );
    expect(output.$metadata.httpStatusCode).toBe(200);
    await admin.verifyUserAttribute({ AccessToken, AttributeName: "email", Code: server.code });
    const { UserAttributes } = await admin.getUser({ AccessToken });
    expect(UserAttributes).toContainEqual({ Name: "email_verified", Value: "true" });
  });

  it.each<[string, (sdk: Official, ClientId: string) => object, object]>([
    [
      "an unknown user",
      (sdk, ClientId) => new sdk.ForgotPasswordCommand({ ClientId, Username: "nobody" }),
      { name: "UserNotFoundException", status: 400 },
    ],
    [
      "an unknown client",
      (sdk) => new sdk.ForgotPasswordCommand({ ClientId: "nobody's", Username: "ann" }),
      { name: "ResourceNotFoundException", status: 400 },
    ],
    [
      "a token that isn't one",
      (sdk) => new sdk.GetUserAttributeVerificationCodeCommand({ AccessToken: "token", AttributeName: "email" }),
      { name: "InvalidParameterException", status: 400 },
    ],
    ...(["ResendConfirmationCode", "AdminResetUserPassword"] satisfies Operation[]).map(
      (operation): [string, (sdk: Official) => object, object] => [
        `${operation}, which it hasn't got`,
        (sdk) => commandOf(sdk, operation),
        { name: "Unsupported", status: 500 },
      ],
    ),
  ])("say the same as the official client of %s", async (_, command, expected) => {
    const { ClientId } = await signedIn();
    const [mine, theirs] = [ours, peer].map((sdk) => outcome(clientOf(sdk).send(command(sdk, ClientId) as never)));
    // Releases of the older generation call each error that isn't modelled the client's, whatever its status.
    const fault = "status" in expected && expected.status === 500 ? "server" : "client";
    expect(await mine).toEqual({ ...(await theirs), $fault: fault });
    expect(await mine).toMatchObject(expected);
  });
});
