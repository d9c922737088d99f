import { EventEmitter } from "node:events";
import { Agent } from "node:http";
import type CognitoIdentityServiceProvider from "aws-sdk/clients/cognitoidentityserviceprovider.js";
import { AGENT_OPTIONS, type Call, type Where } from "./callers.ts";
import { CREDENTIALS } from "./sign.ts";
import { ANSWERS, answerHeaders, INPUTS, type Operation, operationOf, REGION } from "./work.ts";

/** What the SDK sends requests with, as far as it is replaced here. */
interface Core {
  readonly HttpClient: { getInstance(): { handleRequest: (...args: Parameters<typeof answerNow>) => EventEmitter } };
}

/** The caller of the second version of the SDK, keep-alive on. */
export const callerOfV2 = async (module: string, where: Where): Promise<Call> => {
  // Read once the SDK is loaded: it announces that it is no longer maintained.
  process.env["AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE"] = "1";
  const { default: Service } = (await import(module)) as { readonly default: typeof CognitoIdentityServiceProvider };
  if (where === "canned") {
    const { default: core } = (await import("aws-sdk/lib/core.js" as string)) as { readonly default: Core };
    core.HttpClient.getInstance().handleRequest = answerNow;
  }
  const loopback = { endpoint: `http://127.0.0.1:${where}`, httpOptions: { agent: new Agent(AGENT_OPTIONS) } };
  const client = new Service({
    region: REGION,
    credentials: CREDENTIALS,
    ...(where === "canned" ? {} : loopback),
  });
  return (operation) =>
    operation === "ForgotPassword"
      ? client.forgotPassword(INPUTS.ForgotPassword).promise()
      : client.adminResetUserPassword(INPUTS.AdminResetUserPassword).promise();
};

/** An answer as the SDK reads it from a socket: `headers`, `readable`, `end`. */
class Answer extends EventEmitter {
  #left: Buffer | null;
  constructor(operation: Operation) {
    super();
    this.#left = Buffer.from(ANSWERS[operation]);
  }
  read(): Buffer | null {
    const chunk = this.#left;
    this.#left = null;
    return chunk;
  }
}

const answerNow = (
  { headers }: { readonly headers: Readonly<Record<string, string>> },
  _options: unknown,
  callback: (answer: Answer) => void,
): EventEmitter => {
  const operation = operationOf(headers["X-Amz-Target"]);
  const answer = new Answer(operation);
  process.nextTick(() => {
    callback(answer);
    answer.emit("headers", 200, answerHeaders(operation), "OK");
    answer.emit("readable");
    answer.emit("end");
  });
  return answer;
};
