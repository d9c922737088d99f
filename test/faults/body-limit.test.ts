import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { afterEach, describe, expect, it } from "vitest";
import { type ClientConfig, inputs, type Official, pairs } from "../client/packages.ts";
import { answerText, type RawServer, rawServer } from "./raw-server.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const BODY = '{"CodeDeliveryDetails":{"Destination":"e***"}}';
const LENGTH = Buffer.byteLength(BODY);
const announced = answerText(200, BODY);
const chunked = announced
  .replace(/content-length: \d+/, "transfer-encoding: chunked")
  .replace(BODY, `${LENGTH.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`);

/** What generated clients know beside the official configuration. */
type Config = ClientConfig & { readonly maxResponseBodySize?: number };

const serving = async (answer: string): Promise<RawServer> => {
  const server = await rawServer((socket) => socket.write(answer));
  open.push(server);
  return server;
};

const call = (sdk: Official, server: RawServer, config: Config) => {
  const client = new sdk.CognitoIdentityProviderClient({
    ...{ region: "eu-west-1", endpoint: `http://127.0.0.1:${server.port}`, ...config },
  });
  open.push({ close: () => client.destroy() });
  return client.send(new sdk.ForgotPasswordCommand(inputs.ForgotPassword));
};

const handlers: readonly [string, () => ClientConfig][] = [
  ["the default handler", () => ({})],
  ["fetch", () => ({ requestHandler: new FetchHttpHandler() })],
  ["a collector that knows no limit", () => ({ streamCollector: collectAll })],
];

const collectAll = async (body: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
};

describe.each(pairs)("the largest body that $name holds", ({ ours }) => {
  describe.each(handlers)("with %s", (_, config) => {
    it.each([
      ["announced", announced],
      ["in chunks", chunked],
    ])("is a limit of bodies that are %s", async (_kind, answer) => {
      const server = await serving(answer);
      const error: unknown = await call(ours, server, { ...config(), maxResponseBodySize: LENGTH - 1 }).catch(
        (thrown) => thrown,
      );
      expect(error).toBeInstanceOf(ours.ResponseBodyTooLargeError);
      expect(error).toMatchObject({
        name: "ResponseBodyTooLargeError",
        limit: LENGTH - 1,
        message: `HTTP 200, request id request-1: the body is larger than ${LENGTH - 1} bytes, the client's \`maxResponseBodySize\`.`,
        $metadata: { httpStatusCode: 200, requestId: "request-1", attempts: 1 },
      });
      expect(server.requests()).toBe(1);
    });

    it("may be as large as the limit says", async () => {
      for (const maxResponseBodySize of [LENGTH, Number.POSITIVE_INFINITY])
        for (const answer of [announced, chunked])
          expect(await call(ours, await serving(answer), { ...config(), maxResponseBodySize })).toMatchObject(
            JSON.parse(BODY),
          );
    });
  });

  it("leaves an error what its head says", async () => {
    const body = JSON.stringify({ message: "m".repeat(100) });
    const server = await serving(answerText(400, body, { "x-amzn-errortype": "UserNotFoundException" }));
    await expect(call(ours, server, { maxResponseBodySize: 50 })).rejects.toMatchObject({
      name: "UserNotFoundException",
      message: expect.stringContaining("larger than 50 bytes"),
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
  });

  it("closes the connection of a body that it gives up", async () => {
    const server = await serving(answerText(200, BODY, { "content-length": "1000000" }));
    await expect(call(ours, server, { maxResponseBodySize: 50 })).rejects.toMatchObject({ limit: 50 });
    while (server.open() > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(server.connections()).toBe(1);
  });
});
