import { NumericValue } from "@smithy/core/serde";
import { describe, expect, it } from "vitest";
import { EchoClient, type Member, structure } from "./echo.ts";

// biome-ignore lint/suspicious/noTemplateCurlyInString: text that must not become code
const HOSTILE = "`${a}`\u2028";
const value = (json: string | number | boolean | object) => ({ "smithy.api#default": json as never });
const defaults: Record<string, Member> = {
  Text: ["String", value(HOSTILE)],
  Flag: ["Boolean", value(false)],
  Float: ["Float", value(0)],
  Huge: ["BigInteger", value(7)],
  Precise: ["BigDecimal", value(1.5)],
  Moment: ["Timestamp", value(1.5)],
  Http: ["Timestamp", { ...value(0), "smithy.api#timestampFormat": "http-date" }],
  Iso: ["Timestamp", { ...value("2020-01-02T03:04:05Z"), "smithy.api#timestampFormat": "date-time" }],
  Bytes: ["Blob", value("AP8Q")],
  Texts: ["ns#Texts", value([])],
  Free: ["Document", value({})],
};
const echo = {
  members: { In: "ns#In" },
  shapes: {
    "ns#In": structure(defaults),
    "ns#Texts": { type: "list", member: { target: "smithy.api#String" } },
  },
};

describe("defaults", () => {
  it("are sent and filled in as the specification says", async () => {
    const client = await EchoClient.of({ ...echo, options: { defaults: "spec" } });
    expect(JSON.parse(await client.sent({ In: {} })).In).toEqual({
      Text: HOSTILE,
      Flag: false,
      Float: 0,
      Huge: 7,
      Precise: 1.5,
      Moment: 1.5,
      Http: "Thu, 01 Jan 1970 00:00:00 GMT",
      Iso: "2020-01-02T03:04:05Z",
      Bytes: "AP8Q",
      Texts: [],
      Free: {},
    });
    expect(await client.received('{"In":{}}')).toEqual({
      In: {
        Text: HOSTILE,
        Flag: false,
        Float: 0,
        Huge: 7n,
        Precise: new NumericValue("1.5", "bigDecimal"),
        Moment: new Date(1500),
        Http: new Date(0),
        Iso: new Date("2020-01-02T03:04:05Z"),
        Bytes: new Uint8Array([0, 255, 16]),
        Texts: [],
        Free: {},
      },
    });
  });

  it("give way to what is set, false and zero too", async () => {
    const client = await EchoClient.of({ ...echo, options: { defaults: "spec" } });
    const sent = JSON.parse(await client.sent({ In: { Text: "", Float: Number.NaN, Moment: new Date(0) } })).In;
    expect(sent).toMatchObject({ Text: "", Float: "NaN", Moment: 0 });
    expect((await client.received('{"In":{"Text":"","Moment":0}}'))["In"]).toMatchObject({
      Text: "",
      Moment: new Date(0),
    });
  });

  it("are left to the service in official packages", async () => {
    const client = await EchoClient.of({ ...echo, options: { defaults: "official" } });
    expect(await client.sent({ In: {} })).toBe('{"In":{}}');
    expect(await client.received('{"In":{}}')).toEqual({ In: {} });
  });

  it("are the specification's for services that aren't AWS's", async () => {
    const client = await EchoClient.of(echo);
    expect(JSON.parse(await client.sent({ In: {} })).In).toMatchObject({ Flag: false });
  });
});

describe("a required member that a service leaves out", () => {
  const required = { "smithy.api#required": {} };
  const members = { In: ["ns#In", required] as const, Name: ["String", required] as const };
  const shapes = { "ns#In": structure({ At: ["Timestamp", required], Optional: "String" }) };

  it("is corrected, structures member by member", async () => {
    const client = await EchoClient.of({ members, shapes, options: { validation: "off" } });
    expect(await client.received("{}")).toEqual({ In: { At: new Date(0) }, Name: "" });
  });

  it("is left out in official packages", async () => {
    const client = await EchoClient.of({ members, shapes, options: { validation: "off", defaults: "official" } });
    expect(await client.received("{}")).toEqual({});
  });
});
