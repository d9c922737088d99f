import { describe, expect, it } from "vitest";
import { EchoClient, structure } from "./echo.ts";

const required = { "smithy.api#required": {} };
const textMap = {
  type: "map",
  key: { target: "smithy.api#String" },
  value: { target: "smithy.api#String" },
};

describe("members", () => {
  it("that are required are sent first, as official clients send them", async () => {
    const client = await EchoClient.of({ members: { B: "String", A: ["String", required], C: ["Integer", required] } });
    expect(await client.sent({ B: "b", C: 1, A: "a" })).toBe('{"A":"a","C":1,"B":"b"}');
  });

  it("that the model doesn't have are neither sent nor given, but beside a __type", async () => {
    const client = await EchoClient.of({
      members: { A: "String", In: "ns#In" },
      shapes: { "ns#In": structure({ A: "String" }) },
    });
    expect(await client.sent({ A: "a", X: 1, In: { X: 1 } })).toBe('{"A":"a","In":{}}');
    expect(await client.received('{"A":"a","X":1,"In":{"X":1}}')).toEqual({ A: "a", In: {} });
    expect(await client.received('{"In":{"__type":"ns#In","X":1}}')).toEqual({ In: { __type: "ns#In", X: 1 } });
  });

  it("that no answer has are not looked for, but an answer that isn't JSON is an error all the same", async () => {
    const client = await EchoClient.of({ members: { A: "String" }, silent: true });
    for (const body of ["", "{}", '{"A":"a"}']) expect(await client.received(body)).toEqual({});
    await expect(client.received("<html>")).rejects.toMatchObject({ name: "ResponseBodyError", bodyStart: "<html>" });
  });

  it("of a value that isn't an object are not made up: in lists and maps it is given as it came", async () => {
    const client = await EchoClient.of({
      members: { In: "ns#In", List: "ns#List", Map: "ns#InMap" },
      shapes: {
        "ns#In": structure({ A: "String" }),
        "ns#List": { type: "list", member: { target: "ns#In" } },
        "ns#InMap": { type: "map", key: { target: "smithy.api#String" }, value: { target: "ns#In" } },
      },
    });
    const odd = { In: "text", List: ["text", 5, true, { A: "a" }], Map: { a: "text", b: {} } };
    expect(await client.received(JSON.stringify(odd))).toEqual(odd);
  });

  it("are those of the input itself, not of its prototype", async () => {
    const names = ["constructor", "toString", "hasOwnProperty", "valueOf", "__proto__"];
    const client = await EchoClient.of({
      members: Object.fromEntries([...names.map((name) => [name, "String"]), ["In", "ns#In"], ["Map", "ns#Map"]]),
      shapes: {
        "ns#In": structure(Object.fromEntries([...names.map((name) => [name, "String"]), ["At", "Timestamp"]])),
        "ns#Map": textMap,
      },
    });
    expect(await client.sent({ In: {} })).toBe('{"In":{}}');
    expect(await client.received('{"In":{}}')).toEqual({ In: {} });
    const values = '{"constructor":"a","toString":"b","hasOwnProperty":"c","valueOf":"d","__proto__":"e"}';
    const input = { constructor: "a", toString: "b", hasOwnProperty: "c", valueOf: "d", ___proto__: "e" };
    expect(JSON.parse(await client.sent({ In: input }))).toEqual(JSON.parse(`{"In":${values}}`));
    expect((await client.received(`{"In":${values}}`))["In"]).toEqual(input);
  });

  it("go into a new object: the caller's input stays as it is", async () => {
    const token = { "smithy.api#idempotencyToken": {} };
    const client = await EchoClient.of({
      members: { Token: ["String", token], In: "ns#In", Map: "ns#Map" },
      shapes: {
        "ns#In": structure({ A: "String" }),
        "ns#Map": textMap,
      },
    });
    const input = Object.freeze({ In: Object.freeze({ A: null }), Map: Object.freeze({ a: "b" }) });
    const sent = JSON.parse(await client.sent(input));
    expect(sent).toEqual({
      Token: expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      In: {},
      Map: { a: "b" },
    });
    expect(JSON.parse(await client.sent(input)).Token).not.toBe(sent.Token);
    expect(JSON.parse(await client.sent({ Token: "mine" })).Token).toBe("mine");
  });
});

describe("maps", () => {
  it("have __proto__ and constructor as keys like any other", async () => {
    const client = await EchoClient.of({
      members: { Map: "ns#Map", Deep: "ns#Deep" },
      shapes: {
        "ns#Map": textMap,
        "ns#Deep": { ...textMap, value: { target: "ns#Map" } },
      },
    });
    const text = '{"Map":{"__proto__":"a","constructor":"b"},"Deep":{"__proto__":{"__proto__":"polluted"}}}';
    const value = JSON.parse(text);
    expect(await client.sent(value)).toBe(text);
    const output = await client.received(text);
    expect(JSON.stringify(output)).toBe(text);
    expect(Object.getPrototypeOf(output["Map"])).toBe(Object.prototype);
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("an input without members", () => {
  it("is an empty object, and an operation without input sends one too", async () => {
    const empty = await EchoClient.of({ members: {} });
    expect(await empty.sent({ X: 1 })).toBe("{}");
    expect(await empty.received('{"X":1}')).toEqual({});
  });
});

describe("the request", () => {
  it("is a POST with the operation's target", async () => {
    const client = await EchoClient.of({ members: { A: "String" } });
    expect(await client.request({})).toMatchObject({
      method: "POST",
      path: "/",
      headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Echoes.Echo" },
    });
  });

  it("says so where the service spoke awsQuery once", async () => {
    const service = { "aws.protocols#awsQueryCompatible": {} };
    const client = await EchoClient.of({ members: {}, service });
    expect((await client.request({})).headers).toMatchObject({ "x-amzn-query-mode": "true" });
  });

  it("goes to a host with the operation's prefix, whose labels must be labels", async () => {
    const hostLabel = { "smithy.api#hostLabel": {}, ...required };
    const operation = { "smithy.api#endpoint": { hostPrefix: "`\\$-{Id}." } };
    const echo = { members: { Id: ["String", hostLabel] as const }, operation };
    const safe = { ...echo, operation: { "smithy.api#endpoint": { hostPrefix: "a-{Id}." } } };
    const client = await EchoClient.of(safe);
    expect((await client.request({ Id: "b1" })).hostname).toBe("a-b1.example.com");
    await expect(client.request({ Id: "evil.com/" })).rejects.toThrow("Id is part of the host name");
    const off = await EchoClient.of(safe, { disableHostPrefix: true });
    expect((await off.request({ Id: "evil.com/" })).hostname).toBe("example.com");
    await expect((await EchoClient.of(echo)).request({ Id: "b" })).rejects.toThrow("is not a valid host name");
  });
});
