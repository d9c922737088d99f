import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NodeRequestHandler } from "../../codegen/typescript/support/request-handler.ts";
import { resultMetadata } from "../../codegen/typescript/support/result-metadata.ts";
import { answerText, type RawServer, rawServer } from "./raw-server.ts";
import { PingCommand, PingServiceException, pingClient } from "./support-client.ts";

/** What a careful client makes of each kind of answer: how many attempts, and the result. */

let server: RawServer;
let answer: string;
const handler = new NodeRequestHandler();

beforeAll(async () => {
  server = await rawServer((socket) => {
    if (answer.startsWith("HTTP/1.1")) {
      socket.write(answer);
    } else {
      socket.end(answer);
    }
  });
});
afterAll(async () => {
  handler.destroy();
  await server.close();
});

const send = async (): Promise<unknown> => {
  try {
    return await pingClient(server.port, handler).send(new PingCommand({}));
  } catch (error) {
    return error;
  }
};

const metadata = { requestId: "request-1" };

describe("answers that are successes", () => {
  it.each([
    ["an empty object", answerText(200, "{}"), {}],
    ["nothing", answerText(200, ""), {}],
    ["whitespace", answerText(200, " \r\n\t "), {}],
    ["null", answerText(200, "null"), {}],
    ["201", answerText(201, "{}"), {}],
    ["204", "HTTP/1.1 204 No Content\r\nx-amzn-requestid: request-1\r\n\r\n", {}],
    ["null members", answerText(200, '{"Text":null}'), { Text: null }],
    [
      "chunks",
      "HTTP/1.1 200 OK\r\nx-amzn-requestid: request-1\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
      {},
    ],
  ])("%s", async (_, text, members) => {
    answer = text;
    expect(await send()).toEqual({ ...members, $metadata: expect.objectContaining({ ...metadata, attempts: 1 }) });
  });
});

describe("answers that are errors", () => {
  const busy = { name: "BusyException", $fault: "client" };
  it.each<[kind: string, text: string, attempts: number, error: object]>([
    ["HTML", answerText(200, "<html>"), 1, { name: "ResponseBodyError" }],
    ["an array", answerText(200, "[]"), 1, { name: "ResponseBodyError" }],
    ["a number", answerText(200, "5"), 1, { name: "ResponseBodyError" }],
    ["JSON cut short", answerText(200, '{"Text":'), 1, { name: "ResponseBodyError" }],
    ["__type", answerText(400, '{"__type":"BusyException"}'), 1, busy],
    ["__type with a namespace", answerText(400, '{"__type":"ns#BusyException"}'), 1, busy],
    ["__type with a URL", answerText(400, '{"__type":"ns#BusyException:http://x/"}'), 1, busy],
    ["a header", answerText(400, "{}", { "x-amzn-errortype": "ns#BusyException:http://x/" }), 1, busy],
    ["code", answerText(400, '{"code":"BusyException"}'), 1, busy],
    ["Code", answerText(400, '{"Code":"BusyException"}'), 1, busy],
    [
      "header and body disagree",
      answerText(400, '{"__type":"Body"}', { "x-amzn-errortype": "Head" }),
      1,
      { name: "Body" },
    ],
    ["an unknown code", answerText(400, '{"__type":"New","message":"m"}'), 1, { name: "New", message: "m" }],
    ["no code", answerText(400, "{}"), 1, { name: "Unknown" }],
    ["nothing", answerText(400, ""), 1, { name: "Unknown" }],
    ["null", answerText(400, "null"), 1, { name: "Unknown" }],
    ["a redirect", answerText(302, "", { location: "http://127.0.0.1:1/" }), 1, { name: "Unknown", $fault: "client" }],
    ["304", "HTTP/1.1 304 Not Modified\r\nx-amzn-requestid: request-1\r\n\r\n", 1, { name: "Unknown" }],
    ["500", answerText(500, "{}"), 3, { name: "Unknown", $fault: "server" }],
    ["502, HTML", answerText(502, "<html>"), 3, { name: "Unknown", $fault: "server" }],
    ["503, empty", answerText(503, ""), 3, { name: "Unknown", $fault: "server" }],
    ["504", answerText(504, '{"__type":"New"}'), 3, { name: "New", $fault: "server" }],
    ["RequestTimeout", answerText(400, '{"__type":"RequestTimeout"}'), 3, { name: "RequestTimeout" }],
    ["throttling", answerText(400, '{"__type":"ThrottlingException"}'), 3, { name: "ThrottlingException" }],
  ])("%s", async (_, text, attempts, error) => {
    answer = text;
    const before = server.requests();
    const thrown = await send();
    expect(thrown).toMatchObject({ ...error, $metadata: { ...metadata, attempts } });
    expect(thrown).not.toBeInstanceOf(SyntaxError);
    expect(server.requests() - before).toBe(attempts);
    expect(resultMetadata(thrown)).toMatchObject({
      attempts,
      response: { headers: { "x-amzn-requestid": "request-1" } },
    });
    if (!("name" in error && error.name === "ResponseBodyError")) {
      expect(thrown).toBeInstanceOf(PingServiceException);
    }
  });

  it("what is not HTTP at all", async () => {
    answer = "SSH-2.0-OpenSSH_9.6\r\n\r\n";
    const thrown = await send();
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).not.toBeInstanceOf(SyntaxError);
    expect(thrown).toMatchObject({ code: expect.stringMatching(/^HPE_/) });
  });
});
