/**
 * The program of the page, built by vite with a generated package: calls the server that the address names, and writes
 * what came of each call into the page.
 */
import {
  CognitoIdentityProvider,
  CognitoIdentityProviderServiceException,
  ForgotPasswordCommand,
  UserNotFoundException,
} from "generated-package";

const endpoint = new URL(location.href).searchParams.get("endpoint") ?? "";
const client = new CognitoIdentityProvider({
  region: "eu-west-1",
  endpoint,
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
  requestHandler: { requestTimeout: 4_000 },
  maxAttempts: 1,
});

const forgot = (Username: string, options = {}) =>
  client.send(new ForgotPasswordCommand({ ClientId: "client", Username }), options);

const outcome = async (call: Promise<object>): Promise<object> => {
  try {
    return { output: await call };
  } catch (error) {
    if (!(error instanceof Error)) return { thrown: String(error) };
    const typed = error instanceof UserNotFoundException;
    const ofService = error instanceof CognitoIdentityProviderServiceException;
    const { name, message } = error;
    const status = ofService ? error.$metadata.httpStatusCode : undefined;
    return { name, message, typed, ofService, status };
  }
};

const abort = new AbortController();
const aborted = outcome(forgot("never", { abortSignal: abort.signal }));
abort.abort();

const results = {
  success: await outcome(forgot("user")),
  signed: await outcome(client.adminResetUserPassword({ UserPoolId: "pool", Username: "user" })),
  typedError: await outcome(forgot("absent")),
  timeLimit: await outcome(forgot("never")),
  aborted: await aborted,
};
document.title = "done";
document.body.append(Object.assign(document.createElement("pre"), { textContent: JSON.stringify(results, null, 2) }));
