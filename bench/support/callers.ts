import { Agent, request } from "node:http";
import type * as official from "@aws-sdk/client-cognito-identity-provider";
import { callerOfV2 } from "./caller-v2.ts";
import type { Participant } from "./participants.ts";
import { CREDENTIALS, signerOf } from "./sign.ts";
import { ANSWERS, answerHeaders, CONTENT_TYPE, INPUTS, type Operation, operationOf, REGION, TARGET } from "./work.ts";

/** Makes one call, and ends when its answer has been read. */
export type Call = (operation: Operation) => Promise<unknown>;

/** Where calls go: a port of this machine, or nowhere, the answer being there at once. */
export type Where = number | "canned";

/** Where there is no call: serializers alone, those of a protocol. */
export type Part = Where | { readonly serde: string };

/** Sockets that stay open: as many as calls may be under way. */
export const AGENT_OPTIONS = { keepAlive: true, maxSockets: 256 } as const;

/** The caller of a participant, made once; all of its calls share one client. */
export const callerOf = async (participant: Participant, where: Where): Promise<Call> => {
  switch (participant.kind) {
    case "v3":
      return callerOfV3(participant, where);
    case "v2":
      return callerOfV2(participant.module ?? "", where);
    case "fetch":
      return byHand(where === "canned" ? cannedSend : (headers, body) => fetchSend(where, headers, body));
    case "http":
      return byHand(where === "canned" ? cannedSend : httpSender(where));
  }
};

const cannedHandler = {
  async handle({ headers }: { readonly headers: Readonly<Record<string, string>> }) {
    const operation = operationOf(headers["x-amz-target"] ?? headers["X-Amz-Target"]);
    return { response: { statusCode: 200, headers: answerHeaders(operation), body: ANSWERS[operation] } };
  },
};

const callerOfV3 = async ({ module = "", cacheMiddleware = false }: Participant, where: Where): Promise<Call> => {
  const sdk = (await import(module)) as typeof official;
  const reached =
    where === "canned"
      ? {
          requestHandler: cannedHandler as unknown as NonNullable<
            official.CognitoIdentityProviderClientConfig["requestHandler"]
          >,
        }
      : { endpoint: `http://127.0.0.1:${where}`, requestHandler: { httpAgent: AGENT_OPTIONS } };
  const client = new sdk.CognitoIdentityProviderClient({
    region: REGION,
    credentials: CREDENTIALS,
    cacheMiddleware,
    ...reached,
  });
  return (operation) =>
    operation === "ForgotPassword"
      ? client.send(new sdk.ForgotPasswordCommand(INPUTS.ForgotPassword))
      : client.send(new sdk.AdminResetUserPasswordCommand(INPUTS.AdminResetUserPassword));
};

type Send = (headers: Readonly<Record<string, string>>, body: string) => Promise<string>;

/** A call without any SDK: the input's JSON with the fewest headers, the answer parsed. */
const byHand = (send: Send): Call => {
  const sign = signerOf(CREDENTIALS, REGION, "cognito-idp");
  return async (operation) => {
    const body = JSON.stringify(INPUTS[operation]);
    const headers = { host: "127.0.0.1", "content-type": CONTENT_TYPE, "x-amz-target": `${TARGET}.${operation}` };
    const sent = operation === "ForgotPassword" ? headers : sign({ method: "POST", path: "/", headers, body });
    return JSON.parse(await send(sent, body));
  };
};

const decoder = new TextDecoder();
const cannedSend: Send = async (headers) => decoder.decode(ANSWERS[operationOf(headers["x-amz-target"])]);

/** `fetch` sets the header `host` itself. */
const fetchSend = async (port: number, headers: Readonly<Record<string, string>>, body: string): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", headers, body });
  return response.text();
};

const httpSender = (port: number): Send => {
  const agent = new Agent(AGENT_OPTIONS);
  return (headers, body) =>
    new Promise((resolve, reject) => {
      const options = { agent, port, host: "127.0.0.1", method: "POST", path: "/", headers };
      const sent = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks).toString()));
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body);
    });
};
