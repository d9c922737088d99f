import { Readable } from "node:stream";
import { HttpResponse } from "@smithy/core/protocols";
import { describe, expect, it } from "vitest";
import { type Echo, EchoClient, type Member, structure, textOf } from "./echo.ts";

/** A service that speaks restJson1, whose operation is a POST to `/echo` unless it says otherwise. */
const rest = ({ http = {}, operation = {}, ...echo }: Echo & { readonly http?: object }): Echo => ({
  ...echo,
  service: { "aws.protocols#restJson1": {} },
  operation: { "smithy.api#http": { method: "POST", uri: "/echo", code: 200, ...http }, ...operation },
  options: { protocol: "restJson1", validation: "off", ...echo.options },
});

const bound = (target: string, trait: string, value: string | object = {}): Member => [
  target,
  { [`smithy.api#${trait}`]: value as never },
];
const label = (target: string): Member => [target, { "smithy.api#httpLabel": {}, "smithy.api#required": {} }];
const excerpt = (text: string, from: string, to: string): string => text.slice(text.indexOf(from), text.indexOf(to));
const clientOf = (echo: Parameters<typeof rest>[0]) => EchoClient.of(rest(echo));
const answer = (headers: Record<string, string>, body = "", statusCode = 200) =>
  new HttpResponse({ statusCode, headers, body: Readable.from([Buffer.from(body)]) });

const STRING_MAP = { type: "map", key: { target: "smithy.api#String" }, value: { target: "smithy.api#String" } };
const listOf = (target: string) => ({ type: "list", member: { target: `smithy.api#${target}` } });

describe("functions of a protocol with HTTP bindings", () => {
  it("say where each member goes", () => {
    const text = textOf(
      rest({
        http: { method: "PUT", uri: "/cities/{City}/{Path+}?mode=full" },
        operation: { "smithy.api#endpoint": { hostPrefix: "data." } },
        members: {
          City: label("String"),
          Path: label("String"),
          Limit: bound("Integer", "httpQuery", "limit"),
          Since: bound("Timestamp", "httpQuery", "since"),
          Others: bound("ns#Texts", "httpQueryParams"),
          Tags: bound("ns#Tags", "httpHeader", "X-Tags"),
          Meta: bound("ns#Texts", "httpPrefixHeaders", "X-Meta-"),
          Name: ["String", { "smithy.api#jsonName": "name" }],
        },
        shapes: { "ns#Texts": STRING_MAP, "ns#Tags": listOf("String") },
      }),
      "src/protocols/Aws_restJson1.ts",
    );
    expect(excerpt(text, "export const", "/** The exception")).toBe(`\
export const se_EchoCommand = async (input: EchoCommandInput, context: __SerdeContext): Promise<__HttpRequest> => {
  const body = JSON.stringify(se_EchoInput(input));
  return buildRequest(context, {
    method: "PUT",
    path: \`/cities/\${label(input.City, "City")}/\${greedyLabel(input.Path, "Path")}\`,
    query: mergedQuery(input.Others, {
      mode: "full",
      limit: input.Limit,
      since: input.Since && dateTime(input.Since),
    }),
    headers: prefixedHeaders("x-meta-", input.Meta, {
      "content-type": "application/json",
      "x-tags": headerList(input.Tags, quoted),
    }),
    body,
    hostPrefix: hostPrefixed(context, "data."),
  });
};

export const de_EchoCommand = async (output: __HttpResponse, context: __SerdeContext): Promise<EchoCommandOutput> => {
  if (isErrorResponse(output)) {
    throw await readError(output, context, {});
  }
  const contents = de_EchoOutput(await readJsonObject(output, context));
  const bound = members<Partial<EchoOutput>>({
    Tags: readHeaderList(output.headers["x-tags"]),
    Meta: readPrefixedHeaders(output.headers, "x-meta-"),
  });
  return { ...contents, ...bound, $metadata: deserializeMetadata(output) };
};

const se_EchoInput = (input: EchoInput): unknown => ({
  name: input.Name ?? undefined,
});

const de_EchoOutput = (data: Received<EchoOutput, "name">): EchoOutput => {
  const known: Parts<EchoOutput> = {};
  known.City = data.City ?? "";
  known.Path = data.Path ?? "";
  if (data.Limit != null) known.Limit = readNumber(data.Limit);
  if (data.Since != null) known.Since = readEpochSeconds(data.Since);
  if (data.Others != null) known.Others = readMap(data.Others);
  if (data.name != null) known.Name = data.name;
  return readMembers(data, known, "name");
};

`);
  });
});

describe("requests", () => {
  it("have labels as segments, encoded, and go below the endpoint's own path", async () => {
    const client = await EchoClient.of(
      rest({ http: { uri: "/a/{One}/{Rest+}/(b)" }, members: { One: label("String"), Rest: label("String") } }),
      { endpoint: "https://example.com/base/" },
    );
    const { path } = await client.request({ One: "x/y (z)", Rest: "p q/r*" });
    expect(path).toBe("/base/a/x%2Fy%20%28z%29/p%20q/r%2A/(b)");
  });

  it.each([{}, { One: null }, { One: "" }])("of %j are refused, for its label", async (input) => {
    const client = await clientOf({ http: { uri: "/{One}" }, members: { One: label("String") } });
    await expect(client.request(input)).rejects.toThrow("One is part of the request's path and must not be empty.");
  });

  it("have the query's own parameters before those of a map, and nothing for null", async () => {
    const client = await clientOf({
      http: { method: "GET", uri: "/echo?fixed=1&bare" },
      members: { Id: bound("String", "httpQuery", "id"), All: bound("ns#Texts", "httpQueryParams") },
      shapes: { "ns#Texts": STRING_MAP },
    });
    const All = JSON.parse('{ "id": "map", "fixed": "map", "other": "o", "none": null, "__proto__": "p" }');
    expect((await client.request({ All })).query).toEqual(
      JSON.parse('{ "id": "map", "fixed": "1", "bare": "", "other": "o", "__proto__": "p" }'),
    );
    expect((await client.request({ Id: "mine", All: { id: "map" } })).query).toMatchObject({ id: "mine" });
  });

  it("have numbers, booleans and dates as texts", async () => {
    const client = await clientOf({
      members: {
        No: bound("Integer", "httpHeader", "X-No"),
        Is: bound("Boolean", "httpHeader", "X-Is"),
        At: bound("Timestamp", "httpHeader", "X-At"),
        Dates: bound("ns#Dates", "httpQuery", "dates"),
        Days: bound("ns#Dates", "httpHeader", "X-Days"),
        Secret: ["String", { "smithy.api#httpHeader": "X-Secret", "smithy.api#mediaType": "application/json" }],
      },
      shapes: { "ns#Dates": listOf("Timestamp") },
    });
    const date = new Date(1_576_540_098_000);
    const { headers, query, body } = await client.request({
      No: 0,
      Is: false,
      At: date,
      Dates: [date, null],
      Days: [date, date],
      Secret: { a: 1 },
    });
    expect(headers).toMatchObject({
      "x-no": "0",
      "x-is": "false",
      "x-at": "Mon, 16 Dec 2019 23:48:18 GMT",
      "x-days": "Mon, 16 Dec 2019 23:48:18 GMT, Mon, 16 Dec 2019 23:48:18 GMT",
      "x-secret": btoa('{"a":1}'),
    });
    expect(query).toEqual({ dates: ["2019-12-16T23:48:18Z"] });
    expect([body, headers["content-type"]]).toEqual([undefined, undefined]);
  });

  it.each<[string, Member, unknown, unknown, string]>([
    ["text", bound("String", "httpPayload"), "a", "a", "text/plain"],
    ["bytes", bound("Blob", "httpPayload"), Uint8Array.of(1), Uint8Array.of(1), "application/octet-stream"],
    ["a structure", bound("ns#Part", "httpPayload"), { N: 1 }, '{"N":1}', "application/json"],
    ["a document", bound("Document", "httpPayload"), [1, null], "[1,null]", "application/json"],
    ["a map", bound("ns#Texts", "httpPayload"), { a: "b" }, '{"a":"b"}', "application/json"],
  ])("have %s as their body", async (_, member, value, body, type) => {
    const shapes = { "ns#Part": structure({ N: "Integer" }), "ns#Texts": STRING_MAP };
    const client = await clientOf({ members: { Payload: member }, shapes });
    const request = await client.request({ Payload: value });
    expect([request.body, request.headers["content-type"]]).toEqual([body, type]);
  });

  it("have no body and no type without a payload, but an empty structure as one", async () => {
    const none = await (await clientOf({ members: { Payload: bound("Blob", "httpPayload") } })).request({});
    expect([none.body, "content-type" in none.headers]).toEqual([undefined, false]);
    const shapes = { "ns#Part": structure({ N: "Integer" }) };
    const empty = await (await clientOf({ members: { Payload: bound("ns#Part", "httpPayload") }, shapes })).request({});
    expect([empty.body, empty.headers["content-type"]]).toEqual(["{}", "application/json"]);
  });

  it("have the content type that a member gives", async () => {
    const client = await clientOf({
      members: { Type: bound("String", "httpHeader", "Content-Type"), Payload: bound("Blob", "httpPayload") },
    });
    const typeOf = async (input: object) => (await client.request(input)).headers["content-type"];
    expect(await typeOf({ Type: "image/png", Payload: Uint8Array.of(1) })).toBe("image/png");
    expect(await typeOf({ Payload: Uint8Array.of(1) })).toBe("application/octet-stream");
    expect(await typeOf({ Type: "image/png" })).toBe("image/png");
  });

  it("have a token in any binding", async () => {
    const client = await clientOf({
      members: { Token: ["String", { "smithy.api#httpHeader": "X-Token", "smithy.api#idempotencyToken": {} }] },
    });
    expect((await client.request({})).headers["x-token"]).toMatch(/^[0-9a-f-]{36}$/);
    expect((await client.request({ Token: "mine" })).headers["x-token"]).toBe("mine");
  });

  it("have the digest of their body where the operation wants one", async () => {
    const client = await clientOf({
      operation: { "smithy.api#httpChecksumRequired": {} },
      members: { Payload: bound("String", "httpPayload") },
    });
    expect((await client.request({ Payload: "hello" })).headers["content-md5"]).toBe("XUFAKrxLKna5cZ2REBfFkg==");
    expect((await client.request({})).headers["content-md5"]).toBe("1B2M2Y8AsgTpgAmY7PhCfg==");
  });
});

describe("responses", () => {
  const official = { options: { defaults: "official" as const } };

  it("have members in their head", async () => {
    const client = await clientOf({
      ...official,
      members: {
        Name: "String",
        No: bound("Integer", "httpHeader", "X-No"),
        Long: bound("Long", "httpHeader", "X-Long"),
        Is: bound("Boolean", "httpHeader", "X-Is"),
        At: bound("Timestamp", "httpHeader", "X-At"),
        Tags: bound("ns#Tags", "httpHeader", "X-Tags"),
        Ctor: bound("String", "httpHeader", "Constructor"),
        Meta: bound("ns#Texts", "httpPrefixHeaders", "X-Meta-"),
        Status: bound("Integer", "httpResponseCode"),
      },
      shapes: { "ns#Texts": STRING_MAP, "ns#Tags": listOf("String") },
    });
    const headers = {
      "x-no": "12",
      "x-long": "9007199254740993",
      "x-is": "true",
      "x-at": "Mon, 16 Dec 2019 23:48:18 GMT",
      "x-tags": '"b,c", "\\"d\\"", a',
      "x-meta-a": "b",
    };
    expect(await client.answered(answer(headers, '{"Name":"n"}', 201))).toEqual({
      Name: "n",
      No: 12,
      Long: 9_007_199_254_740_993n,
      Is: true,
      At: new Date(1_576_540_098_000),
      Tags: ["b,c", '"d"', "a"],
      Meta: { a: "b" },
      Status: 201,
    });
  });

  it("keep what isn't as the model says", async () => {
    const client = await clientOf({
      ...official,
      members: { No: bound("Integer", "httpHeader", "X-No"), Is: bound("Boolean", "httpHeader", "X-Is") },
    });
    expect(await client.answered(answer({ "x-no": "many", "x-is": "maybe" }))).toEqual({ No: "many", Is: "maybe" });
  });

  it("aren't looked into where no member is in the body", async () => {
    const client = await clientOf({ ...official, members: { No: bound("Integer", "httpHeader", "X-No") } });
    expect(await client.answered(answer({ "x-no": "1" }, "<html>"))).toEqual({ No: 1 });
  });

  it("may tell the length of a body that never comes, as those to HEAD do", async () => {
    const client = await clientOf({
      ...official,
      http: { method: "HEAD" },
      members: { Length: bound("Long", "httpHeader", "Content-Length") },
    });
    expect(await client.answered(answer({ "content-length": "1000000000" }))).toEqual({ Length: 1_000_000_000 });
  });

  it.each<[string, Member, string, unknown]>([
    ["text", bound("String", "httpPayload"), "hello", "hello"],
    ["a structure", bound("ns#Part", "httpPayload"), '{"N":1}', { N: 1 }],
    ["a document", bound("Document", "httpPayload"), "[1,null]", [1, null]],
  ])("have %s as their body", async (_, member, body, value) => {
    const client = await clientOf({
      ...official,
      members: { Payload: member },
      shapes: { "ns#Part": structure({ N: "Integer" }) },
    });
    expect(await client.answered(answer({}, body))).toEqual({ Payload: value });
  });

  it("have no text where the body is empty", async () => {
    const client = await clientOf({ ...official, members: { Payload: bound("String", "httpPayload") } });
    expect(await client.answered(answer({}))).toEqual({});
    expect(await client.answered(answer({}, " "))).toEqual({ Payload: " " });
  });

  it("have bytes as their body, which become text when asked", async () => {
    const client = await clientOf({ ...official, members: { Payload: bound("Blob", "httpPayload") } });
    const { Payload } = (await client.answered(answer({}, "hi"))) as { Payload: { transformToString(): string } };
    expect([Payload instanceof Uint8Array, Payload.transformToString()]).toEqual([true, "hi"]);
    expect(await client.answered(answer({}))).toEqual({});
  });

  it("have a stream as their body, which isn't read before it is asked for", async () => {
    const client = await clientOf({
      ...official,
      members: { Payload: bound("ns#Stream", "httpPayload") },
      shapes: { "ns#Stream": { type: "blob", traits: { "smithy.api#streaming": {} } } },
    });
    const response = answer({}, "hi");
    const { Payload } = (await client.answered(response)) as { Payload: { transformToString(): Promise<string> } };
    expect(Payload).toBe(response.body);
    expect(await Payload.transformToString()).toBe("hi");
  });

  it("refuse a stream of unknown length where the service has to know it", async () => {
    const client = await clientOf({
      ...official,
      members: { Payload: bound("ns#Stream", "httpPayload") },
      shapes: {
        "ns#Stream": { type: "blob", traits: { "smithy.api#streaming": {}, "smithy.api#requiresLength": {} } },
      },
    });
    await expect(client.request({ Payload: Readable.from(["a"]) })).rejects.toThrow(/^Payload is a stream of unknown/);
    expect((await client.request({ Payload: "hi" })).headers["content-length"]).toBe("2");
  });

  it("have errors with members in their head", async () => {
    const client = await clientOf({
      ...official,
      members: {},
      errors: ["ns#Busy"],
      shapes: {
        "ns#Busy": structure(
          { message: "String", After: bound("Integer", "httpHeader", "Retry-After"), Data: "Blob" },
          { "smithy.api#error": "client" },
        ),
      },
    });
    const busy = answer(
      { "x-amzn-errortype": "Busy:http://a", "retry-after": "5" },
      '{"message":"m","Data":"aGk="}',
      429,
    );
    await expect(client.answered(busy)).rejects.toMatchObject({
      name: "Busy",
      message: "m",
      After: 5,
      Data: new TextEncoder().encode("hi"),
    });
  });
});

it("an error's message is read by its name on the wire", async () => {
  const client = await clientOf({
    members: {},
    errors: ["ns#Busy"],
    shapes: {
      "ns#Busy": structure({ message: ["String", { "smithy.api#jsonName": "why" }] }, { "smithy.api#error": "client" }),
    },
  });
  const busy = answer({ "x-amzn-errortype": "Busy" }, '{"why":"so"}', 429);
  await expect(client.answered(busy)).rejects.toMatchObject({ name: "Busy", message: "so" });
});

it("an operation without @http is refused", () => {
  const { "smithy.api#http": _, ...operation } = rest({ members: {} }).operation ?? {};
  expect(() => textOf({ ...rest({ members: {} }), operation }, "src/index.ts")).toThrow(
    /"Echo" has no smithy.api#http/,
  );
});
