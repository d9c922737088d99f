import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../codegen/smithy/json.ts";
import { type Echo, EchoClient, structure, textOf } from "./echo.ts";

const names = ["constructor", "toString", "__proto__"];
const list = (target: string, traits: JsonObject = {}): JsonObject => ({
  type: "list",
  member: { target: target.includes("#") ? target : `smithy.api#${target}` },
  traits,
});
const map = (target: string, traits: JsonObject = {}): JsonObject => ({
  type: "map",
  key: { target: "smithy.api#String" },
  value: { target: target.includes("#") ? target : `smithy.api#${target}` },
  traits,
});

/** The echo in restXml: its members are all in the body. */
const inXml = (echo: Echo): Echo => ({
  ...echo,
  service: { "aws.protocols#awsJson1_1": undefined as never, "aws.protocols#restXml": {}, ...echo.service },
  operation: { "smithy.api#http": { method: "POST", uri: "/", code: 200 }, ...echo.operation },
});

/** A placeholder of a template string. */
const placeholder = (name: string): string => `$${"{"}${name}}`;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

describe("restXml", () => {
  it("sends and reads every type, at any depth", async () => {
    const client = await EchoClient.of(
      inXml({
        members: {
          In: "ns#In",
          Ins: "ns#Ins",
          Table: "ns#Table",
          Deep: "ns#Deep",
          Flat: ["ns#Blobs", { "smithy.api#xmlFlattened": {} }],
        },
        shapes: {
          "ns#In": structure({
            Text: "String",
            At: "Timestamp",
            Data: "Blob",
            Yes: "Boolean",
            Size: "Long",
            Rate: "Double",
            More: "ns#In",
          }),
          "ns#Ins": list("ns#In"),
          "ns#Table": map("ns#In"),
          "ns#Deep": list("ns#Times"),
          "ns#Times": map("Timestamp"),
          "ns#Blobs": list("Blob"),
        },
      }),
    );
    const at = new Date("2014-04-29T18:30:38Z");
    const inner = { Text: "<&>", At: at, Data: new Uint8Array([1, 2]), Yes: false, Size: 5, Rate: Number.NaN };
    const value = {
      In: { More: inner },
      Ins: [inner, {}],
      Table: { a: inner, __proto__: undefined },
      Deep: [{ x: at }, {}],
      Flat: [new Uint8Array([3])],
    };
    const sent = await client.sent(value);
    expect(sent).toContain("<Flat>Aw==</Flat>");
    const { Table: _, ...others } = value;
    expect(await client.received(sent)).toEqual({ ...others, Table: { a: inner } });
  });

  it("sends and reads members whose names every object has", async () => {
    const client = await EchoClient.of(
      inXml({
        members: Object.fromEntries([...names.map((name) => [name, "String"]), ["In", "ns#In"]]),
        shapes: { "ns#In": structure(Object.fromEntries(names.map((name) => [name, "String"]))) },
      }),
    );
    expect(await client.sent({ In: {} })).toBe(`${DECLARATION}<EchoInput><In/></EchoInput>`);
    const input = { constructor: "a", toString: "b", ___proto__: "c" };
    const text = "<In><constructor>a</constructor><toString>b</toString><__proto__>c</__proto__></In>";
    expect(await client.sent({ In: input })).toBe(`${DECLARATION}<EchoInput>${text}</EchoInput>`);
    expect((await client.received(`<EchoOutput>${text}</EchoOutput>`))["In"]).toEqual(input);
    expect(await client.received("<EchoOutput/>")).toEqual({});
  });

  it("writes nulls of sparse lists and maps as empty elements, and leaves out those of others", async () => {
    const sparse = { "smithy.api#sparse": {} };
    const client = await EchoClient.of(
      inXml({
        members: { A: "ns#List", B: "ns#Sparse", C: "ns#SparseMap" },
        shapes: {
          "ns#List": list("String"),
          "ns#Sparse": list("String", sparse),
          "ns#SparseMap": map("String", sparse),
        },
      }),
    );
    expect(await client.sent({ A: ["a", null], B: ["b", null], C: { k: null } })).toBe(
      `${DECLARATION}<EchoInput><A><member>a</member></A><B><member>b</member><member/></B>` +
        "<C><entry><key>k</key><value/></entry></C></EchoInput>",
    );
  });

  it("gives a union's unknown member, and sends one that is a text", async () => {
    const client = await EchoClient.of(
      inXml({ members: { U: "ns#U" }, shapes: { "ns#U": { ...structure({ A: "String" }), type: "union" } } }),
    );
    expect(await client.received("<O><U><B>x</B></U></O>")).toEqual({ U: { $unknown: ["B", "x"] } });
    expect(await client.sent({ U: { $unknown: ["B", "x"] } })).toBe(
      `${DECLARATION}<EchoInput><U><B>x</B></U></EchoInput>`,
    );
    await expect(client.sent({ U: { $unknown: ["B/><C", "x"] } })).rejects.toThrow(TypeError);
  });

  it("fills in defaults, and corrects what a service leaves out, where the options ask for that", async () => {
    const required = { "smithy.api#required": {} };
    const client = await EchoClient.of(
      inXml({
        members: {
          A: ["Integer", { "smithy.api#default": 7 }],
          B: ["ns#Tags", { "smithy.api#default": [] }],
          C: ["ns#In", required],
          D: ["Timestamp", { "smithy.api#default": 0 }],
        },
        options: { validation: "off" },
        shapes: { "ns#Tags": list("String"), "ns#In": structure({ Text: ["String", required] }) },
      }),
    );
    expect(await client.sent({ C: { Text: "t" } })).toBe(
      `${DECLARATION}<EchoInput><C><Text>t</Text></C><A>7</A><B/><D>1970-01-01T00:00:00Z</D></EchoInput>`,
    );
    expect(await client.received("<O/>")).toEqual({ A: 7, B: [], C: { Text: "" }, D: new Date(0) });
  });

  it("puts no text of a model into code, a tag or a namespace unescaped", () => {
    const hostile = `\`${placeholder("x")}"\\'<&\n`;
    const text = textOf(
      inXml({
        members: {
          A: ["String", { "smithy.api#xmlNamespace": { uri: hostile, prefix: "p" } }],
          B: ["ns#Tags", { "smithy.api#xmlFlattened": {}, "smithy.api#xmlNamespace": { uri: "b$&" } }],
        },
        shapes: { "ns#Tags": list("String") },
        service: { "smithy.api#xmlNamespace": { uri: hostile } },
      }),
      "src/protocols/Aws_restXml.ts",
    );
    expect(text).toContain(`const xmlns = 'xmlns="\`${placeholder("x")}&quot;\\\\\\'&lt;&amp;\\n"';`);
    expect(text).toContain(`xmlDocument(\`EchoInput ${placeholder("xmlns")}\`, input, se_EchoInput)`);
    expect(text).toContain(`flatList('B xmlns="b$&amp;"', input.B, text)`);
  });

  it("refuses an answer that isn't XML, and reads one that is empty", async () => {
    const client = await EchoClient.of(inXml({ members: { A: "String" } }));
    await expect(client.received("<html>")).rejects.toMatchObject({ name: "ResponseBodyError", bodyStart: "<html>" });
    expect(await client.received("")).toEqual({});
  });

  it("throws the modelled error of a code, with its members", async () => {
    const client = await EchoClient.of(
      inXml({
        members: { A: "String" },
        shapes: {
          "ns#Late": structure({ message: "String", Until: "Timestamp" }, { "smithy.api#error": "client" }),
        },
        errors: ["ns#Late"],
      }),
    );
    const body =
      "<ErrorResponse><Error><Code>Late</Code><Message>m</Message><Until>2014-04-29T18:30:38Z</Until></Error></ErrorResponse>";
    const error = await client.received(body, 400).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(client.exported("Late"));
    expect(error).toMatchObject({ name: "Late", message: "m", Until: new Date("2014-04-29T18:30:38Z") });
  });
});

/** The echo in a protocol that sends forms. */
const inForms = (protocol: string, echo: Echo): Echo => ({
  ...echo,
  service: { "aws.protocols#awsJson1_1": undefined as never, [`aws.protocols#${protocol}`]: {} },
});

const tree: Echo = {
  members: { one: "String", Kids: "ns#Kids", Table: "ns#Table", Deep: "ns#Deep", Data: "ns#Data" },
  shapes: {
    "ns#Kid": structure({ one: "String", Kids: "ns#Kids", At: "Timestamp" }),
    "ns#Kids": list("ns#Kid"),
    "ns#Table": map("ns#Kid"),
    "ns#Deep": list("ns#Texts"),
    "ns#Texts": list("String"),
    "ns#Data": list("Blob"),
  },
};

const input = {
  one: "a b",
  Kids: [{ one: "c" }, null, { Kids: [{ At: new Date(0) }] }],
  Table: { "k&": { one: "d" } },
  Deep: [["e"], []],
  Data: [new Uint8Array([1])],
};

describe("forms", () => {
  it("of awsQuery name the members of lists", async () => {
    const client = await EchoClient.of(inForms("awsQuery", tree));
    expect((await client.sent(input)).split("&")).toEqual([
      "Action=Echo",
      "Version=1",
      "one=a%20b",
      "Kids.member.1.one=c",
      "Kids.member.2.Kids.member.1.At=1970-01-01T00%3A00%3A00Z",
      "Table.entry.1.key=k%26",
      "Table.entry.1.value.one=d",
      "Deep.member.1.member.1=e",
      "Deep.member.2=",
      "Data.member.1=AQ%3D%3D",
    ]);
    expect(await client.sent({})).toBe("Action=Echo&Version=1");
    expect(await client.sent({ Kids: [] })).toBe("Action=Echo&Version=1&Kids=");
  });

  it("of ec2Query number them, and have capital names", async () => {
    const client = await EchoClient.of(inForms("ec2Query", tree));
    expect((await client.sent(input)).split("&").slice(2, 5)).toEqual([
      "One=a%20b",
      "Kids.1.One=c",
      "Kids.2.Kids.1.At=1970-01-01T00%3A00%3A00Z",
    ]);
    expect(await client.sent({ Kids: [] })).toBe("Action=Echo&Version=1");
  });

  it("are answered in XML, wrapped or not", async () => {
    const aws = await EchoClient.of(inForms("awsQuery", tree));
    const kids = "<Kids><member><one>a</one></member></Kids>";
    expect(await aws.received(`<EchoResponse><EchoResult>${kids}</EchoResult></EchoResponse>`)).toEqual({
      Kids: [{ one: "a" }],
    });
    expect(await aws.received(`<EchoResponse>${kids}</EchoResponse>`)).toEqual({});
    const ec2 = await EchoClient.of(inForms("ec2Query", tree));
    expect(await ec2.received(`<EchoResponse>${kids}<requestId>r</requestId></EchoResponse>`)).toEqual({
      Kids: [{ one: "a" }],
    });
  });

  it("are the request's body, of their type, to the endpoint's own path", async () => {
    const client = await EchoClient.of(inForms("awsQuery", tree));
    expect(await client.request({})).toMatchObject({
      method: "POST",
      path: "/",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  });

  it("put no text of a model into code", () => {
    const text = textOf(
      inForms("awsQuery", {
        members: { A: ["String", { "smithy.api#xmlName": `\`${placeholder("x")}"` }], In: "ns#In" },
        shapes: { "ns#In": structure({ B: ["String", { "smithy.api#xmlName": `\`${placeholder("y")}` }] }) },
      }),
      "src/protocols/Aws_query.ts",
    );
    expect(text).toContain('pair("%60%24%7Bx%7D%22", input.A)');
    expect(text).toContain(`pair(\`${placeholder("name")}.%60%24%7By%7D\`, input.B)`);
  });
});
