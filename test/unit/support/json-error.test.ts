import { fromBase64, fromUtf8, streamCollector, toBase64, toUtf8 } from "@smithy/core/serde";
import type { HttpResponse, SerdeContext } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { readExactJsonObject, readJsonObject } from "../../../codegen/typescript/support/json-body.ts";
import {
  codeOfBody,
  codeOfHeader,
  codeOfType,
  readServiceError,
} from "../../../codegen/typescript/support/json-error.ts";
import { queryErrors } from "../../../codegen/typescript/support/query-errors.ts";
import { ResponseBodyError } from "../../../codegen/typescript/support/response-error.ts";
import { BusyException, errors, PingServiceException } from "../../faults/support-client.ts";

const context = {
  base64Decoder: fromBase64,
  base64Encoder: toBase64,
  utf8Decoder: fromUtf8,
  utf8Encoder: toUtf8,
  streamCollector,
} as unknown as SerdeContext;

const answer = (statusCode: number, body: string, headers: Record<string, string> = {}): HttpResponse => ({
  statusCode,
  headers: { "x-amzn-requestid": "r1", ...headers },
  body: body === "" ? undefined : fromUtf8(body),
});

const read = (status: number, body: string, headers?: Record<string, string>, more = {}) =>
  readServiceError(answer(status, body, headers), context, { ...errors, ...more });

describe("the code of an error", () => {
  it.each([
    [{ __type: "Busy" }, {}, "Busy"],
    [{ __type: "ns.a#Busy" }, {}, "Busy"],
    [{ __type: "Busy:http://internal.amazon.com/x" }, {}, "Busy"],
    [{ __type: "ns#Busy:http://internal.amazon.com/x#y" }, {}, "Busy"],
    [{ code: "Busy" }, {}, "Busy"],
    [{ Code: "Busy" }, {}, "Busy"],
    [{}, { "x-amzn-errortype": "ns#Busy:http://x/" }, "Busy"],
    [{}, { "X-Amzn-ErrorType": "Busy" }, "Busy"],
    [{ __type: "FromType", code: "FromCode" }, { "x-amzn-errortype": "FromHeader" }, "FromType"],
    [{ code: "FromCode" }, { "x-amzn-errortype": "FromHeader" }, "FromCode"],
    [{ __type: "" }, { "x-amzn-errortype": "Busy" }, "Busy"],
    [{ __type: {} }, { "x-amzn-errortype": "" }, undefined],
    [{ code: null, Code: "Busy" }, {}, "Busy"],
    [{ __type: 5 }, {}, "5"],
    [{ __type: "#" }, {}, undefined],
  ])("%j %j", (data, headers, code) => {
    expect(codeOfType({ statusCode: 400, headers: headers as Record<string, string>, body: "" }, data)).toBe(code);
  });

  it.each([
    ["codeOfHeader", codeOfHeader, "FromHeader", "FromCode"],
    ["codeOfBody", codeOfBody, "FromCode", "FromCode"],
    ["codeOfType", codeOfType, "FromType", "FromType"],
  ] as const)("is looked for where the protocol has it first, %s", (_, codeOf, first, second) => {
    const data = { __type: "FromType", code: "FromCode" };
    const head = { statusCode: 400, body: "" };
    expect(codeOf({ ...head, headers: { "x-amzn-errortype": "FromHeader" } }, data)).toBe(first);
    expect(codeOf({ ...head, headers: { "x-amzn-errortype": "" } }, data)).toBe(second);
  });
});

describe("errors", () => {
  it("modelled, with message in either case, metadata and the members that the model doesn't name", async () => {
    for (const message of ["message", "Message"]) {
      const error = await read(
        400,
        JSON.stringify({ __type: "ns#BusyException", [message]: "busy", extra: { a: 1 } }),
        {
          "x-amz-id-2": "e2",
          "x-amz-cf-id": "cf",
        },
      );
      expect(error).toBeInstanceOf(BusyException);
      expect(error).toMatchObject({
        name: "BusyException",
        message: "busy",
        $fault: "client",
        $metadata: { httpStatusCode: 400, requestId: "r1", extendedRequestId: "e2", cfId: "cf" },
        extra: { a: 1 },
      });
      expect("Message" in error).toBe(false);
    }
  });

  it("unmodelled: the base exception by the code's name, its fault by the status", async () => {
    expect(await read(400, '{"__type":"NewException","message":"m"}')).toMatchObject({
      name: "NewException",
      message: "m",
      $fault: "client",
    });
    const server = await read(500, '{"__type":"NewException"}');
    expect(server).toBeInstanceOf(PingServiceException);
    expect(server).toMatchObject({ name: "NewException", message: "UnknownError", $fault: "server" });
  });

  it("without a code, with an empty body, or with one that isn't JSON", async () => {
    for (const body of ["", "  ", "{}", "null"]) {
      expect(await read(400, body)).toMatchObject({
        name: "Unknown",
        message: "HTTP 400, request id r1: UnknownError.",
      });
    }
    for (const body of ["<html>", "[1]", "5", '{"__type":"Busy']) {
      const error = await read(502, body);
      expect(error).toMatchObject({ name: "Unknown", $fault: "server", $metadata: { httpStatusCode: 502 } });
      expect(error.message).toContain(`It begins with ${JSON.stringify(body)}`);
      expect(error).not.toBeInstanceOf(SyntaxError);
    }
    expect(await read(503, "<html>", { "x-amzn-errortype": "BusyException" })).toBeInstanceOf(BusyException);
  });

  it("have a text for a message, whatever the service sends as one", async () => {
    for (const __type of ["BusyException", "NewException"]) {
      for (const key of ["message", "Message"]) {
        for (const value of [5, true, [null], { toString: 1 }]) {
          const body = JSON.stringify({ __type, [key]: value });
          expect(await read(400, body)).toMatchObject({ name: __type, message: JSON.stringify(value) });
        }
      }
    }
  });

  it("take the other message where one is empty", async () => {
    expect(await read(400, '{"message":"","Message":"other"}')).toMatchObject({ name: "Unknown", message: "other" });
  });

  it("a hostile body changes neither the exception's own members nor a prototype", async () => {
    const body =
      '{"__type":"X","__proto__":{"a":1},"constructor":1,"toString":1,"$metadata":{},"$fault":"x","$retryable":{},"name":"y","stack":"z","cause":{"code":"ECONNRESET"},"message":"m"}';
    const error = await read(400, body);
    expect(error).toMatchObject({ name: "X", message: "m", $fault: "client", $metadata: { httpStatusCode: 400 } });
    expect(error.$retryable).toBeUndefined();
    expect(error.cause).toBeUndefined();
    expect(error).toBeInstanceOf(PingServiceException);
    expect(String(error)).toBe("X: m");
    for (const code of ["__proto__", "constructor", "toString"]) {
      expect(await read(400, JSON.stringify({ __type: code }))).toMatchObject({ name: code });
    }
  });

  it("of query-compatible services have the header's code and type", async () => {
    const error = await read(
      400,
      '{"__type":"ns#QueueDoesNotExist","message":"gone"}',
      { "x-amzn-query-error": "BusyException;Sender" },
      { query: queryErrors },
    );
    expect(error).toBeInstanceOf(BusyException);
    expect(error).toMatchObject({
      message: "gone",
      Code: "BusyException",
      Type: "Sender",
      RequestId: "r1",
      Error: { Code: "BusyException", Type: "Sender", Message: "gone" },
    });
  });

  it("of query-compatible services prefer the header's code and type, and the message of that protocol", async () => {
    const error = await read(
      400,
      '{"Code":"Other","Type":"Other","message":"a","Message":"b"}',
      { "x-amzn-query-error": "BusyException;Sender" },
      { query: queryErrors },
    );
    expect(error).toBeInstanceOf(BusyException);
    expect(error).toMatchObject({
      message: "b",
      Code: "BusyException",
      Type: "Sender",
      Error: { Code: "BusyException", Type: "Sender", Message: "b" },
    });
    const without = await read(400, '{"Error":{"message":"inner"},"Message":"outer"}', {}, { query: queryErrors });
    expect(without).toMatchObject({ message: "outer", Error: { message: "inner", Message: "inner" } });
  });
});

describe("bodies of successes", () => {
  const thrownBy = (read: () => Promise<unknown>): Promise<unknown> => read().catch((thrown: unknown) => thrown);

  it.each(["", " \r\n", "{}", "null", undefined])("%j is an empty object", async (body) => {
    expect(await readJsonObject({ statusCode: 200, headers: {}, body }, context)).toEqual({});
  });

  it.each(["[1]", "5", '"text"', "true", "<html>", '{"a":', "{}{}"])("%s is an error with the status", async (body) => {
    const error = await thrownBy(async () => readJsonObject(answer(200, body), context));
    expect(error).toBeInstanceOf(ResponseBodyError);
    expect(error).toMatchObject({ bodyStart: body, $metadata: { httpStatusCode: 200, requestId: "r1" } });
  });

  it("shows no more than a body's start, on one line", async () => {
    const body = `\u001b[31m\n${"x".repeat(5000)}`;
    const error = await thrownBy(async () => readJsonObject(answer(200, body), context));
    expect((error as Error).message.length).toBeLessThan(320);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point
    expect((error as Error).message).not.toMatch(/[\u0000-\u001f]/);
  });

  it("keeps numbers exact where that is asked for, and __proto__ a key", async () => {
    const body = '{"n":9007199254740993,"__proto__":{"x":1}}';
    expect((await readExactJsonObject(answer(200, body), context))["n"]).toBe(9007199254740993n);
    const plain = await readJsonObject(answer(200, body), context);
    expect(Object.keys(plain)).toEqual(["n", "__proto__"]);
    expect(plain["x"]).toBeUndefined();
  });
});
