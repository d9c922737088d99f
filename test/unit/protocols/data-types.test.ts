import { cbor } from "@smithy/core/cbor";
import { HttpResponse } from "@smithy/core/protocols";
import { LazyJsonString, NumericValue } from "@smithy/core/serde";
import { beforeAll, describe, expect, it } from "vitest";
import { EchoClient, type Member, structure } from "./echo.ts";

const list = (target: string, traits = {}) => ({ type: "list", member: { target }, traits });
const map = (target: string, traits = {}) => ({
  type: "map",
  key: { target: "smithy.api#String" },
  value: { target },
  traits,
});
const sparse = { "smithy.api#sparse": {} };
const format = (name: string) => ({ "smithy.api#timestampFormat": name });
const date = new Date("2020-01-02T03:04:05.678Z");
const bytes = new Uint8Array([0, 255, 16]);

/** A member for each type, the value that a caller has for it, and its text on the wire. */
const types: Readonly<Record<string, { member: Member; value: unknown; wire: string }>> = {
  Text: { member: "String", value: 'a"\u2028\ud800', wire: '"a\\"\u2028\\ud800"' },
  Flag: { member: "Boolean", value: false, wire: "false" },
  Tiny: { member: "Byte", value: -128, wire: "-128" },
  Small: { member: "Short", value: 32767, wire: "32767" },
  Whole: { member: "Integer", value: 0, wire: "0" },
  Long: { member: "Long", value: 9007199254740991, wire: "9007199254740991" },
  LongBeyond: { member: "Long", value: 9223372036854775807n, wire: "9223372036854775807" },
  Single: { member: "Float", value: 1.5, wire: "1.5" },
  NotANumber: { member: "Double", value: Number.NaN, wire: '"NaN"' },
  Endless: { member: "Float", value: Number.POSITIVE_INFINITY, wire: '"Infinity"' },
  EndlessDown: { member: "Double", value: Number.NEGATIVE_INFINITY, wire: '"-Infinity"' },
  Huge: { member: "BigInteger", value: 123456789012345678901234567890n, wire: "123456789012345678901234567890" },
  HugeButSmall: { member: "BigInteger", value: 5n, wire: "5" },
  Precise: {
    member: "BigDecimal",
    value: new NumericValue("1.2345678901234567890123", "bigDecimal"),
    wire: "1.2345678901234567890123",
  },
  Moment: { member: "Timestamp", value: date, wire: "1577934245.678" },
  MomentAsText: { member: ["Timestamp", format("date-time")], value: date, wire: '"2020-01-02T03:04:05.678Z"' },
  MomentOfHttp: {
    member: ["Timestamp", format("http-date")],
    value: new Date("2020-01-02T03:04:05Z"),
    wire: '"Thu, 02 Jan 2020 03:04:05 GMT"',
  },
  Beginning: { member: "Timestamp", value: new Date(0), wire: "0" },
  Bytes: { member: "Blob", value: bytes, wire: '"AP8Q"' },
  NoBytes: { member: "Blob", value: new Uint8Array(0), wire: '""' },
  Free: { member: "Document", value: { a: [1, null, "x", { b: true }] }, wire: '{"a":[1,null,"x",{"b":true}]}' },
  Suit: { member: "ns#Suit", value: "JOKER", wire: '"JOKER"' },
  Level: { member: "ns#Level", value: 7, wire: "7" },
  Texts: { member: "ns#Texts", value: ["a", ""], wire: '["a",""]' },
  Numbers: { member: "ns#Numbers", value: [1, Number.NaN], wire: '[1,"NaN"]' },
  Moments: { member: "ns#Moments", value: [date], wire: "[1577934245.678]" },
  Blobs: { member: "ns#Blobs", value: { a: bytes }, wire: '{"a":"AP8Q"}' },
  Gaps: { member: "ns#Gaps", value: [null, "a"], wire: '[null,"a"]' },
  GapsByName: { member: "ns#GapsByName", value: { a: null, b: 1 }, wire: '{"a":null,"b":1}' },
  Table: { member: "ns#Table", value: [[[bytes]], []], wire: '[[["AP8Q"]],[]]' },
  Tree: {
    member: "ns#Tree",
    value: { At: date, Children: [{ ByName: { x: { Children: [] } } }] },
    wire: '{"At":1577934245.678,"Children":[{"ByName":{"x":{"Children":[]}}}]}',
  },
  Choice: { member: "ns#Choice", value: { At: date }, wire: '{"At":1577934245.678}' },
  ChoiceOfTree: { member: "ns#Choice", value: { Tree: { Children: [] } }, wire: '{"Tree":{"Children":[]}}' },
  ChoiceUnknown: { member: "ns#Choice", value: { $unknown: ["New", { a: 1 }] }, wire: '{"New":{"a":1}}' },
  Renamed: { member: ["String", { "smithy.api#jsonName": "other" }], value: "x", wire: '"x"' },
};

const shapes = {
  "ns#Suit": {
    type: "enum",
    members: { CLUB: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "C" } } },
  },
  "ns#Level": {
    type: "intEnum",
    members: { LOW: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": 1 } } },
  },
  "ns#Texts": list("smithy.api#String"),
  "ns#Numbers": list("smithy.api#Double"),
  "ns#Moments": list("smithy.api#Timestamp"),
  "ns#Blobs": map("smithy.api#Blob"),
  "ns#Gaps": list("smithy.api#String", sparse),
  "ns#GapsByName": map("smithy.api#Integer", sparse),
  "ns#Table": list("ns#Row"),
  "ns#Row": list("ns#Cell"),
  "ns#Cell": list("smithy.api#Blob"),
  "ns#Tree": structure({ At: "Timestamp", Children: "ns#Trees", ByName: "ns#TreesByName" }),
  "ns#Trees": list("ns#Tree"),
  "ns#TreesByName": map("ns#Tree"),
  "ns#Choice": { ...structure({ At: "Timestamp", Tree: "ns#Tree", Name: "String" }), type: "union" },
};

describe("each data type", () => {
  let client: EchoClient;
  beforeAll(async () => {
    const members = Object.fromEntries(Object.entries(types).map(([name, { member }]) => [name, member]));
    client = await EchoClient.of({ members, shapes });
  });

  it.each(Object.entries(types))("%s goes to the wire and comes back", async (name, { value, wire }) => {
    expect(await client.sent({ [name]: value })).toBe(`{"${name}":${wire}}`);
    expect(await client.received(`{"${name}":${wire}}`)).toEqual({ [name]: value });
  });

  it("is dropped where it is null or undefined", async () => {
    const nulls = Object.fromEntries(
      Object.keys(types).map((name, index) => [name, index % 2 === 0 ? null : undefined]),
    );
    expect(await client.sent(nulls)).toBe("{}");
    expect(await client.received(JSON.stringify(nulls))).toEqual({});
  });

  it("loses its nulls in lists and maps that aren't sparse", async () => {
    const holey = { Texts: ["a", null], Blobs: { a: null }, Tree: { At: null, Children: [null, { At: null }] } };
    const whole = { Texts: ["a"], Blobs: {}, Tree: { Children: [{}] } };
    expect(await client.sent(holey)).toBe(JSON.stringify(whole));
    expect(await client.received(JSON.stringify(holey))).toEqual(whole);
  });

  it("is given as it came where a service sends another", async () => {
    const odd = { Text: 5, Flag: "yes", Whole: "many", Bytes: 1, Texts: "none", Tree: "oak", Blobs: [1], Table: {} };
    expect(await client.received(JSON.stringify(odd))).toEqual(odd);
  });
});

describe("unions", () => {
  it("ignore __type and nulls, and give what they don't know as $unknown", async () => {
    const client = await EchoClient.of({ members: { Choice: "ns#Choice" }, shapes });
    const read = async (choice: unknown) => (await client.received(JSON.stringify({ Choice: choice })))["Choice"];
    expect(await read({ __type: "ns#Choice", Name: "x", Tree: null })).toEqual({ Name: "x" });
    expect(await read({ __type: "ns#Choice", New: [1] })).toEqual({ $unknown: ["New", [1]] });
    expect(await read({ __type: "ns#Choice" })).toEqual({});
  });

  it("with more than one member set are sent as they are, for the service to refuse", async () => {
    const client = await EchoClient.of({ members: { Choice: "ns#Choice" }, shapes });
    expect(await client.sent({ Choice: { Name: "x", At: new Date(0) } })).toBe('{"Choice":{"At":0,"Name":"x"}}');
  });
});

describe("strings of a JSON media type", () => {
  const members = { Text: ["String", { "smithy.api#mediaType": "application/json" }] as const };

  it("are given as text that can parse itself, and sent from text or any value", async () => {
    const client = await EchoClient.of({ members });
    expect(await client.sent({ Text: '{"a":1}' })).toBe(String.raw`{"Text":"{\"a\":1}"}`);
    expect(await client.sent({ Text: { a: 1 } })).toBe(String.raw`{"Text":"{\"a\":1}"}`);
    expect(await client.sent({ Text: LazyJsonString.from("[]") })).toBe('{"Text":"[]"}');
    const { Text } = await client.received(String.raw`{"Text":"{\"a\":1}"}`);
    expect(String(Text)).toBe('{"a":1}');
    expect((Text as LazyJsonString).deserializeJSON()).toEqual({ a: 1 });
  });
});

describe("bytes of a JSON media type", () => {
  const members = { Bytes: ["Blob", { "smithy.api#mediaType": "application/json" }] as const };
  const text = new TextEncoder().encode("{}");

  it("are bytes in JSON", async () => {
    const client = await EchoClient.of({ members });
    expect(await client.sent({ Bytes: text })).toBe('{"Bytes":"e30="}');
    expect(await client.received('{"Bytes":"e30="}')).toEqual({ Bytes: text });
  });

  it("are bytes in CBOR", async () => {
    const service = { "smithy.protocols#rpcv2Cbor": {} };
    const client = await EchoClient.of({ members, service, options: { protocol: "rpcv2Cbor" } });
    // {"Bytes": h'7b7d'}
    const body = new Uint8Array([0xa1, 0x65, ...new TextEncoder().encode("Bytes"), 0x42, 0x7b, 0x7d]);
    const request = await client.request({ Bytes: text });
    const sent: unknown = request.body;
    expect(cbor.deserialize(sent as Uint8Array)).toEqual({ Bytes: text });
    const headers = { "smithy-protocol": "rpc-v2-cbor" };
    expect(await client.answered(new HttpResponse({ statusCode: 200, headers, body }))).toEqual({ Bytes: text });
  });
});

describe("documents", () => {
  it("keep numbers that a double can't hold, dates, bytes and what isn't a number", async () => {
    const client = await EchoClient.of({ members: { Free: "Document" } });
    const text = '{"Free":{"long":12345678901234567890,"date":0.5,"bytes":"AP8Q","nan":"NaN","null":null}}';
    const value = { long: 12345678901234567890n, date: new Date(500), bytes, nan: Number.NaN, null: null };
    expect(await client.sent({ Free: value })).toBe(text);
    expect(await client.received(text)).toMatchObject({ Free: { long: 12345678901234567890n, null: null } });
  });
});
