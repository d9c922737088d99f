import { Readable } from "node:stream";
import { cbor } from "@smithy/core/cbor";
import { HttpRequest } from "@smithy/core/protocols";
import { NumericValue } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { protocolCases, protocolModels, type Shapes } from "./cases.ts";
import { bodyDifferences } from "./compare/bodies.ts";
import { requestDifferences } from "./compare/request.ts";
import { type Outcome, outcomeDifferences } from "./compare/response.ts";
import type { ExactJsonObject } from "./exact-json.ts";
import { scopedConfig } from "./s3.ts";
import { OFFICIAL_TESTS } from "./suite.ts";
import { requestTest, responseTest } from "./tests.ts";

const models = protocolModels();

describe.skipIf(models === undefined)("the official tests", () => {
  it.each(OFFICIAL_TESTS)("of %s are all there, each once", (protocol, requests, responses) => {
    const cases = (models ?? []).flatMap(({ file, shapes }) => protocolCases(file, shapes, protocol));
    const ids = (isRequest: boolean) =>
      cases.filter(({ kind }) => (kind === "request") === isRequest).map(({ test }) => test.id);
    expect([ids(true).length, ids(false).length]).toEqual([requests, responses]);
    expect([new Set(ids(true)).size, new Set(ids(false)).size]).toEqual([requests, responses]);
  });
});

describe("a request", () => {
  const test = requestTest({
    id: "Draw",
    protocol: "example#protocol",
    method: "POST",
    uri: "/shapes/a%20b",
    host: "example.com",
    resolvedHost: "data.example.com",
    queryParams: ["size=1%2F2", "size=3", "flag"],
    forbidQueryParams: ["colour"],
    requireQueryParams: ["now"],
    headers: { "X-Colour": "red" },
    forbidHeaders: ["X-Secret"],
    requireHeaders: ["Content-Length"],
    body: '{"a": [1, 2]}',
    bodyMediaType: "application/json",
  });
  const right = {
    method: "POST",
    path: "/shapes/a%20b",
    hostname: "data.example.com",
    query: { size: ["1/2", "3"], flag: "", now: "1", more: "2" },
    headers: { "x-colour": "red", "content-length": "11", more: "2" },
    body: '{"a":[1,2]}',
  };
  const differencesOf = (changed: object) => requestDifferences(test, new HttpRequest({ ...right, ...changed }));

  it("passes as the test describes it, whatever else it holds", async () => {
    expect(await differencesOf({})).toEqual([]);
    expect(await differencesOf({ body: Readable.from([Buffer.from('{"a":'), Buffer.from("[1,2]}")]) })).toEqual([]);
  });

  it.each([
    ["method", { method: "PUT" }],
    ["uri", { path: "/shapes/a b" }],
    ["host", { hostname: "example.com" }],
    ["query parameter size", { query: { ...right.query, size: ["3", "1/2"] } }],
    ["query parameter size", { query: { ...right.query, size: ["1/2", "3", "4"] } }],
    ["query parameter flag", { query: { size: right.query.size, now: "1" } }],
    ["query parameter flag", { query: { ...right.query, flag: "1" } }],
    ["query parameter colour is forbidden", { query: { ...right.query, colour: "" } }],
    ["query parameter now is missing", { query: { size: right.query.size, flag: "" } }],
    ["header X-Colour", { headers: { ...right.headers, "x-colour": "blue" } }],
    ["header X-Colour", { headers: { "content-length": "11" } }],
    ["header X-Secret is forbidden", { headers: { ...right.headers, "x-SECRET": "" } }],
    ["header Content-Length is missing", { headers: { "x-colour": "red" } }],
    ["body", { body: '{"a":[2,1]}' }],
    ["body", { body: undefined }],
    ["body", { body: Readable.from([Buffer.from("{}")]) }],
  ])("fails in its %s: %j", async (what, changed) => {
    const differences = await differencesOf(changed);
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(new RegExp(`^${what}`));
  });

  it("may have any body where the test has none, and no body where the test has an empty one", async () => {
    const { body: _, ...silent } = test;
    expect(await requestDifferences(silent, new HttpRequest(right))).toEqual([]);
    expect(await requestDifferences({ ...silent, body: "" }, new HttpRequest(right))).toHaveLength(1);
    expect(await requestDifferences({ ...silent, body: "" }, new HttpRequest({ ...right, body: "" }))).toEqual([]);
  });
});

describe("a body", () => {
  const base64 = (value: unknown) => Buffer.from(cbor.serialize(value)).toString("base64");
  const octets = (body: string, mediaType: string): Uint8Array =>
    mediaType === "application/cbor" ? Buffer.from(body, "base64") : Buffer.from(body);

  it.each([
    ["application/json", '{"b":1,"a":[null,"x"]}', '{ "a": [null, "x"], "b": 1.0 }'],
    [
      "application/xml",
      '<a y="2" x="1"><c/><b>1</b></a>',
      '<?xml version="1.0"?>\n<a x="1" y="2">\n <b>1</b><c></c>\n</a>',
    ],
    ["application/xml", "<a>&lt;&#65;</a>", "<a><![CDATA[<A]]></a>"],
    ["application/x-www-form-urlencoded", "Action=A&b.1=x%20y", "b.1=x%20y\n&Action=A"],
    ["application/cbor", base64({ a: 1, b: [1.5] }), base64({ b: [1.5], a: 1 })],
    ["application/cbor", "v2FhAf8=", "oWFhAQ=="],
    ["text/plain", "as it is", "as it is"],
  ])("of %s may be written otherwise: %s", (mediaType, body, expected) => {
    expect(bodyDifferences(octets(body, mediaType), expected, mediaType)).toEqual([]);
  });

  it.each([
    ["application/json", '{"a":9007199254740993}', '{"a":9007199254740992}'],
    ["application/json", '{"a":"1"}', '{"a":1}'],
    ["application/json", '{"a":1,"b":null}', '{"a":1}'],
    ["application/json", "{", "{}"],
    ["application/json", "", "{}"],
    ["application/xml", "<a><b>2</b><b>1</b></a>", "<a><b>1</b><b>2</b></a>"],
    ["application/xml", "<a> 1</a>", "<a>1</a>"],
    ["application/xml", '<a xmlns="urn:x"/>', "<a/>"],
    ["application/xml", "<p:a/>", "<a/>"],
    ["application/xml", '<a x="1"/>', '<a x="2"/>'],
    ["application/xml", "<a/><a/>", "<a/>"],
    ["application/xml", "<a><b></a>", "<a><b/></a>"],
    ["application/xml", "<a><b/></c></a>", "<a><b/></a>"],
    ["application/xml", "<a>", "<a/>"],
    ["application/x-www-form-urlencoded", "a=1&a=1", "a=1"],
    ["application/x-www-form-urlencoded", "a=x y", "a=x%20y"],
    ["application/cbor", base64({ a: 1n << 60n }), base64({ a: (1n << 60n) + 1n })],
    ["application/cbor", base64({ a: new Date(0).toISOString() }), base64({ a: 0 })],
    ["application/cbor", "oQ==", base64({})],
    ["text/plain", "as it is ", "as it is"],
    [undefined, '{ "a": 1 }', '{"a":1}'],
  ])("of %s fails: %s is not %s", (mediaType, body, expected) => {
    expect(bodyDifferences(octets(body, mediaType ?? ""), expected, mediaType)).toHaveLength(1);
  });
});

describe("an answer", () => {
  const member = (target: string) => ({ target: `smithy.api#${target}` });
  const shapes: Shapes = {
    "example#Output": {
      type: "structure",
      members: {
        text: member("String"),
        long: member("Long"),
        big: member("BigInteger"),
        decimal: member("BigDecimal"),
        float: member("Float"),
        when: member("Timestamp"),
        blob: member("Blob"),
        list: { target: "example#List" },
      },
    },
    "example#List": { type: "list", member: member("String"), traits: { "smithy.api#sparse": {} } },
    "example#Broken": { type: "structure", members: { message: member("String"), reason: member("String") } },
  };
  const test = (code: number, params: ExactJsonObject, vendorParams: ExactJsonObject = {}) =>
    responseTest({ id: "Drawn", protocol: "example#protocol", code, params, vendorParams });
  const params = {
    text: "a",
    long: 9007199254740993n,
    big: 1,
    decimal: 1.5,
    float: "NaN",
    when: 2,
    blob: "x",
    list: ["a", null],
  };
  const output = {
    $metadata: { httpStatusCode: 201 },
    text: "a",
    long: 9007199254740993n,
    big: 1n,
    decimal: new NumericValue("1.5", "bigDecimal"),
    float: Number.NaN,
    when: new Date(2000),
    blob: new Uint8Array([120]),
    list: ["a", null],
  };
  const outputDifferences = (outcome: Outcome) =>
    outcomeDifferences({ shapes, kind: "response", shape: "example#Output", test: test(201, params) }, outcome);

  it("passes with the output that the test describes", async () => {
    expect(await outputDifferences({ output })).toEqual([]);
    expect(await outputDifferences({ output: { ...output, more: undefined } })).toEqual([]);
  });

  it("is read to its end where it is a stream", async () => {
    const stream = (text: string) =>
      Object.assign(Readable.from([Buffer.from(text)]), { transformToByteArray: () => undefined });
    expect(await outputDifferences({ output: { ...output, blob: stream("x") } })).toEqual([]);
    expect(await outputDifferences({ output: { ...output, blob: stream("y") } })).toHaveLength(1);
    expect(await outputDifferences({ output: { ...output, more: stream("") } })).toEqual([]);
  });

  it.each([
    ["status", { $metadata: { httpStatusCode: 200 } }],
    ["output", { text: "b" }],
    ["output", { text: undefined }],
    ["output", { long: Number(9007199254740993n) }],
    ["output", { big: 1 }],
    ["output", { decimal: new NumericValue("1.50", "bigDecimal") }],
    ["output", { float: "NaN" }],
    ["output", { when: 2 }],
    ["output", { when: new Date(2001) }],
    ["output", { blob: "x" }],
    ["output", { list: ["a"] }],
    ["output", { more: "x" }],
    ["output", { more: null }],
  ])("fails in its %s: %o", async (what, changed) => {
    const differences = await outputDifferences({ output: { ...output, ...changed } });
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(new RegExp(`^${what}`));
  });

  it("fails where an error comes in place of an output", async () => {
    expect(await outputDifferences({ error: new Error("no") })).toEqual(["an error: Error: no"]);
  });

  class Broken extends Error {
    override readonly name: string = "Broken";
    readonly $metadata = { httpStatusCode: 400 };
    readonly reason: string = "old";
    readonly Error = { Code: "Customized", Type: "Sender" };
  }
  const errorDifferences = (outcome: Outcome) =>
    outcomeDifferences(
      {
        shapes,
        kind: "error",
        shape: "example#Broken",
        test: test(400, { message: "gone", reason: "old" }, { code: "Customized", type: "Sender" }),
        errorClass: Broken,
      },
      outcome,
    );

  it("passes with the error that the test describes", async () => {
    expect(await errorDifferences({ error: new Broken("gone") })).toEqual([]);
  });

  it.each([
    ["name", { name: "Other" }],
    ["status", { $metadata: { httpStatusCode: 500 } }],
    ["message", { message: "other" }],
    ["reason", { reason: undefined }],
    ["code", { Error: { Code: "Broken", Type: "Sender" } }],
    ["type", { Error: { Code: "Customized", Type: "Receiver" } }],
  ])("fails in the %s of an error: %o", async (what, changed) => {
    const differences = await errorDifferences({ error: Object.assign(new Broken("gone"), changed) });
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(new RegExp(`^${what}`));
  });

  it("fails where an output, or an error of another class, comes in place of the error", async () => {
    expect(await errorDifferences({ output: {} })).toEqual(["an output, expected an error"]);
    const { name, $metadata, reason, Error: inner } = new Broken("gone");
    const other = Object.assign(new Error("gone"), { name, $metadata, reason, Error: inner });
    expect(await errorDifferences({ error: other })).toEqual(["class: not the modelled error's"]);
  });
});

describe("the settings that tests of S3 name", () => {
  it("become the client's options, those of the operation first", () => {
    const client = { region: "us-west-2", s3: { addressing_style: "path", use_accelerate_endpoint: true } };
    expect(scopedConfig({ scopedConfig: { client } })).toEqual({
      region: "us-west-2",
      forcePathStyle: true,
      useAccelerateEndpoint: true,
    });
    const operation = { s3: { addressing_style: "virtual", use_dualstack_endpoint: true } };
    expect(scopedConfig({ scopedConfig: { client, operation } })).toMatchObject({
      forcePathStyle: false,
      useDualstackEndpoint: true,
    });
    expect(scopedConfig({})).toBeUndefined();
  });

  it("are refused where no option is known for one", () => {
    const client = { region: "us-west-2", s3: { colour: "red" } };
    expect(() => scopedConfig({ scopedConfig: { client } })).toThrow("colour");
  });
});
