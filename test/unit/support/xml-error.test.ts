import { fromUtf8, streamCollector, toUtf8 } from "@smithy/core/serde";
import type { HttpResponse, SerdeContext } from "@smithy/types";
import { describe, expect, it } from "vitest";
import {
  readUnwrappedXml,
  readWrappedXml,
  readXml,
  readXmlPayload,
} from "../../../codegen/typescript/support/xml-body.ts";
import { readXmlError, type XmlErrors } from "../../../codegen/typescript/support/xml-error.ts";
import { BusyException, errors, PingServiceException } from "../../faults/support-client.ts";

const context = { utf8Encoder: toUtf8, utf8Decoder: fromUtf8, streamCollector } as unknown as SerdeContext;

const answer = (statusCode: number, body: string, headers: Record<string, string> = {}): HttpResponse => ({
  statusCode,
  headers,
  body: body === "" ? undefined : fromUtf8(body),
});

const read = (body: string, statusCode = 400, more: Partial<XmlErrors> = {}, headers: Record<string, string> = {}) =>
  readXmlError(answer(statusCode, body, headers), context, { ...errors, ...more });

describe("an error", () => {
  const error = "<Code>BusyException</Code><Message>Later</Message>";

  it.each([
    ["wrapped", `<ErrorResponse><Error>${error}</Error><RequestId>r1</RequestId></ErrorResponse>`],
    ["not wrapped", `<Error>${error}<RequestId>r1</RequestId></Error>`],
    ["in a list", `<Response><Errors><Error>${error}</Error></Errors><RequestID>r1</RequestID></Response>`],
  ])("is found by its code: %s", async (_, body) => {
    const exception = await read(body);
    expect(exception).toBeInstanceOf(BusyException);
    expect(exception).toMatchObject({ message: "Later", $metadata: { httpStatusCode: 400, requestId: "r1" } });
  });

  it("has the request id of the head, where that has one", async () => {
    const body = `<Error>${error}<RequestId>r1</RequestId></Error>`;
    const exception = await read(body, 400, {}, { "x-amz-request-id": "r2" });
    expect(exception.$metadata.requestId).toBe("r2");
  });

  it("that the model doesn't have is the base exception, with all that came", async () => {
    const exception = await read("<Error><Code>Odd</Code><Key>k</Key><Resource><A>1</A></Resource></Error>", 500);
    expect(exception).toBeInstanceOf(PingServiceException);
    expect(exception).toMatchObject({
      name: "Odd",
      $fault: "server",
      message: "UnknownError",
      Code: "Odd",
      Key: "k",
      Resource: { A: "1" },
    });
  });

  it("of a query protocol has its type and code, and a summary", async () => {
    const body =
      '<ErrorResponse xmlns="u"><Error><Type>Sender</Type><Code>Odd</Code><Message>m</Message></Error></ErrorResponse>';
    const exception = await read(body, 400, { query: true });
    expect(exception).toMatchObject({
      name: "Odd",
      Type: "Sender",
      Code: "Odd",
      Error: { Type: "Sender", Code: "Odd", Message: "m" },
    });
    expect(exception).not.toHaveProperty("xmlns");
  });

  it("of a query protocol has no request id among its members where the model doesn't have it", async () => {
    const wrapped = (code: string) =>
      `<ErrorResponse><Error><Code>${code}</Code></Error><RequestId>r</RequestId></ErrorResponse>`;
    expect(await read(wrapped("Odd"), 400, { query: true })).not.toHaveProperty("RequestId");
    expect(await read(wrapped("BusyException"), 400, { query: true })).toMatchObject({
      RequestId: "r",
      Type: undefined,
    });
  });

  it("of a query protocol without a message is Unknown, and one with an empty message an UnknownError", async () => {
    const without = await read("<Error><Code>Odd</Code></Error>", 400, { query: true });
    expect(without).toMatchObject({ message: "Unknown", Error: { Code: "Odd", Message: "Unknown" } });
    const empty = await read("<Error><Code>Odd</Code><Message/></Error>", 400, { query: true });
    expect(empty).toMatchObject({ message: "UnknownError", Error: { Code: "Odd", Message: "" } });
  });

  it("without a code is NotFound or Unknown, and says what is known", async () => {
    expect(await read("", 404)).toMatchObject({ name: "NotFound", $fault: "client" });
    expect(await read("", 503, {}, { "x-amz-request-id": "r2" })).toMatchObject({
      name: "Unknown",
      message: "HTTP 503, request id r2: UnknownError.",
    });
  });

  it("that isn't XML shows where its body begins", async () => {
    const exception = await read("<!DOCTYPE html><html>", 502);
    expect(exception).toMatchObject({
      name: "Unknown",
      message: 'HTTP 502: the body is not XML. It begins with "<!DOCTYPE html><html>".',
      cause: expect.any(SyntaxError),
    });
  });

  it("doesn't say what the client itself says of it", async () => {
    const body =
      "<Error><name>n</name><stack>s</stack><cause>c</cause><toString>t</toString><__proto__>p</__proto__></Error>";
    const exception = await read(body);
    expect(exception.name).toBe("Unknown");
    expect(exception.cause).toBeUndefined();
    expect(exception.stack).not.toBe("s");
    expect(exception).toBeInstanceOf(PingServiceException);
    expect(String(exception)).toContain("Unknown");
  });

  it("is not read where the body never came", async () => {
    const timeout = Object.assign(new Error("late"), { name: "TimeoutError" });
    const late = { ...context, streamCollector: () => Promise.reject(timeout) } as unknown as SerdeContext;
    const response = { statusCode: 400, headers: {}, body: {} };
    await expect(readXmlError(response, late, errors)).rejects.toBe(timeout);
  });
});

describe("a body", () => {
  it("is its root element, or nothing", async () => {
    expect((await readXml(answer(200, "<a>b</a>"), context)).text).toBe("b");
    expect((await readXml(answer(200, " \n"), context)).name).toBe("");
    await expect(readXml(answer(200, "<a>"), context)).rejects.toMatchObject({
      name: "ResponseBodyError",
      bodyStart: "<a>",
    });
  });

  it("is the element that is wrapped", async () => {
    const wrapped = answer(200, "<XResponse><XResult><a>b</a></XResult></XResponse>");
    expect((await readWrappedXml(wrapped, context, "XResult")).children?.get("a")?.[0]?.text).toBe("b");
    expect((await readWrappedXml(answer(200, ""), context, "XResult")).children).toBeUndefined();
  });

  it("is a member itself", async () => {
    expect((await readUnwrappedXml(answer(200, "<a>b</a>"), context)).children?.get("a")?.[0]?.text).toBe("b");
    expect((await readUnwrappedXml(answer(200, ""), context)).children).toBeUndefined();
    expect((await readUnwrappedXml(answer(200, "<a/>"), context)).children).toBeUndefined();
  });

  it("is a payload, where there is one", async () => {
    expect(await readXmlPayload(answer(200, "<a>b</a>"), context, ({ text }) => text)).toBe("b");
    expect(await readXmlPayload(answer(200, ""), context, ({ text }) => text)).toBeUndefined();
  });
});
