import { Readable } from "node:stream";
import { cbor } from "@smithy/core/cbor";
import { type HttpRequest, HttpResponse } from "@smithy/core/protocols";
import { NumericValue } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { encodeCbor } from "../../codegen/typescript/support/cbor-writer.ts";
import { generate, modelOf } from "../golden/generate.ts";
import { importPackage } from "../support/build-package.ts";

const member = (target: string) => ({ target: `smithy.api#${target}` });
const shapes = {
  "a#Echo": {
    type: "service",
    version: "1",
    operations: [{ target: "a#Say" }],
    traits: { "smithy.protocols#rpcv2Cbor": {} },
  },
  "a#Say": {
    type: "operation",
    input: { target: "a#Said" },
    output: { target: "a#Said" },
    errors: [{ target: "a#Unheard" }],
  },
  "a#Said": {
    type: "structure",
    members: {
      long: member("Long"),
      big: member("BigInteger"),
      decimal: member("BigDecimal"),
      float: member("Float"),
      when: member("Timestamp"),
      document: member("Document"),
      // A name that every object has by inheritance.
      constructor: member("String"),
      either: { target: "a#Either" },
      names: { target: "a#Names" },
      json: { target: "a#Json" },
    },
  },
  "a#Either": { type: "union", members: { text: member("String"), said: { target: "a#Said" } } },
  "a#Names": { type: "map", key: member("String"), value: member("String") },
  "a#Json": { type: "string", traits: { "smithy.api#mediaType": "application/json" } },
  "a#Unheard": {
    type: "structure",
    members: { message: member("String"), since: member("Timestamp") },
    traits: { "smithy.api#error": "client" },
  },
};

interface Answer {
  readonly body: unknown;
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const files = generate(modelOf([{ file: "echo.json", text: JSON.stringify({ smithy: "2.0", shapes }) }]));

/** Sends an input, and gives the value in the request's body and what the call came to. */
const say = async (input: object, { body, statusCode = 200, headers = {} }: Answer) => {
  const exported = (await importPackage(files)) as {
    readonly EchoClient: new (config: object) => { send(command: object): Promise<object> };
    readonly SayCommand: new (input: object) => object;
  };
  const octets = body instanceof Uint8Array ? body : encodeCbor(body);
  let sent: unknown;
  const client = new exported.EchoClient({
    endpoint: "https://example.com",
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: HttpRequest) => {
        sent = cbor.deserialize(request.body as Uint8Array);
        return { response: new HttpResponse({ statusCode, headers, body: Readable.from([Buffer.from(octets)]) }) };
      },
    },
  });
  return client.send(new exported.SayCommand(input)).then(
    (output) => ({ sent, output: { ...output, $metadata: undefined } as Record<string, unknown>, error: undefined }),
    (error: Error) => ({ sent, output: undefined, error }),
  );
};

describe("a client that speaks CBOR", () => {
  it("keeps numbers of any size, and gives back what it was given", async () => {
    const said = {
      long: 9007199254740993n,
      big: -(1n << 80n),
      decimal: new NumericValue("-12345678901234567890.50", "bigDecimal"),
      float: Number.NEGATIVE_INFINITY,
      when: new Date("2024-02-29T12:00:00.250Z"),
      document: { list: [1, "two", { three: true }] },
      either: { said: { long: 1 } },
      names: JSON.parse('{"__proto__": "a", "toString": "b"}') as object,
    };
    const { sent, output } = await say(said, { body: said });
    expect(output).toEqual({ ...said, $metadata: undefined });
    expect(Object.keys(output?.["names"] as object)).toEqual(["__proto__", "toString"]);
    expect(sent).toMatchObject({ long: said.long, big: said.big, decimal: said.decimal, float: said.float });
    expect(sent).toMatchObject({ when: { tag: 1, value: 1709208000.25 } });
  });

  it("gives big numbers their types, whatever form they come in", async () => {
    const { output } = await say({}, { body: { big: 1, decimal: 2.5, when: 1 } });
    expect(output).toMatchObject({ big: 1n, decimal: new NumericValue("2.5", "bigDecimal"), when: new Date(1000) });
  });

  it("sends and reads only what is an object's own", async () => {
    const { sent, output } = await say({}, { body: {} });
    expect(sent).toEqual({});
    expect(Object.keys(output ?? {})).toEqual(["$metadata"]);
    const own = await say({ constructor: "x" }, { body: { constructor: "y" } });
    expect([own.sent, own.output?.["constructor"]]).toEqual([{ constructor: "x" }, "y"]);
  });

  it("knows unions whose member it doesn't know, with a type beside it", async () => {
    const { output } = await say({}, { body: { either: { __type: "a#Either", later: [1] } } });
    expect(output?.["either"]).toEqual({ $unknown: ["later", [1]] });
    const { sent } = await say({ either: { $unknown: ["later", [1]] } }, { body: {} });
    expect(sent).toEqual({ either: { later: [1] } });
    const typed = await say({}, { body: { either: { __type: "a#Either", text: "t" } } });
    expect(typed.output?.["either"]).toEqual({ text: "t" });
  });

  it("drops nulls where there are none", async () => {
    const { sent, output } = await say({ names: { a: null, b: "b" }, long: null }, { body: { names: { a: null } } });
    expect(sent).toEqual({ names: { b: "b" } });
    expect(output?.["names"]).toEqual({});
  });

  it("reads JSON in a text", async () => {
    const { sent, output } = await say({ json: { a: 1 } }, { body: { json: '{"a":1}' } });
    expect(sent).toEqual({ json: '{"a":1}' });
    expect(String(output?.["json"])).toBe('{"a":1}');
  });

  it("knows errors by their type, with their members", async () => {
    const body = { __type: "a#Unheard", message: "What?", since: new Date(5000) };
    const { error } = await say({}, { body, statusCode: 400 });
    expect(error).toMatchObject({ name: "Unheard", message: "What?", since: new Date(5000), $fault: "client" });
    const unknown = await say({}, { body: { __type: "a#Other", message: "No" }, statusCode: 503 });
    expect(unknown.error).toMatchObject({ name: "Other", message: "No", $fault: "server" });
  });

  it("says what came in place of CBOR", async () => {
    const page = new TextEncoder().encode("<html>Bad gateway</html>");
    const headers = { "x-amzn-requestid": "7a62" };
    const failed = await say({}, { body: page, statusCode: 502, headers });
    expect(failed.error?.message).toBe(
      'HTTP 502, request id 7a62: the body is not CBOR. It begins with "<html>Bad gateway</html>".',
    );
    const succeeded = await say({}, { body: page });
    expect(succeeded.error).toMatchObject({ name: "ResponseBodyError", $metadata: { httpStatusCode: 200 } });
    const list = await say({}, { body: [1] });
    expect(list.error?.message).toBe("HTTP 200: the body is not a map in CBOR.");
  });

  it("refuses an input that can't be written", async () => {
    expect((await say({ when: new Date(Number.NaN) }, { body: {} })).error).toBeInstanceOf(TypeError);
    const circle: Record<string, unknown> = {};
    circle["either"] = { said: circle };
    expect((await say(circle, { body: {} })).error?.message).toBe("The input is nested too deep, or refers to itself.");
  });
});
