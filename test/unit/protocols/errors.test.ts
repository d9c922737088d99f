import { describe, expect, it } from "vitest";
import { EchoClient, structure } from "./echo.ts";

const error = (fault: string, traits = {}) => ({ "smithy.api#error": fault, ...traits });
const echo = {
  members: {},
  errors: ["ns#Plain", "ns#Rich", "ns#Old"],
  shapes: {
    "ns#Plain": structure({ message: "String" }, error("client")),
    "ns#Rich": structure({ message: "String", At: "Timestamp", Data: "Blob", name: "String" }, error("server")),
    "ns#Old": structure(
      { Message: "String" },
      error("client", { "aws.protocols#awsQueryError": { code: "Old.Code", httpResponseCode: 400 } }),
    ),
  },
};

describe("an error", () => {
  it("is its class, with its message", async () => {
    const client = await EchoClient.of(echo);
    const failed = client.received('{"__type":"other.ns#Plain:http://x","message":"No."}', 400);
    await expect(failed).rejects.toMatchObject({ name: "Plain", message: "No.", $fault: "client" });
    await expect(failed).rejects.toBeInstanceOf(client.exported("Plain"));
  });

  it("has its members converted", async () => {
    const client = await EchoClient.of(echo);
    await expect(client.received('{"__type":"Rich","Message":"No.","At":1,"Data":"AP8Q"}', 500)).rejects.toMatchObject({
      name: "Rich",
      message: "No.",
      $fault: "server",
      At: new Date(1000),
      Data: new Uint8Array([0, 255, 16]),
    });
  });

  it.each(["Plain", "Rich"])("without a message, %s, doesn't say null", async (name) => {
    const client = await EchoClient.of(echo);
    const failed = client.received(JSON.stringify({ __type: name, message: null }), 400);
    await expect(failed).rejects.toMatchObject({ name, message: "UnknownError" });
  });

  it("isn't what the body says of what the client itself says", async () => {
    const client = await EchoClient.of(echo);
    const body = '{"__type":"Plain","message":"No.","$fault":"server","$metadata":{"httpStatusCode":1},"name":"Other"}';
    await expect(client.received(body, 400)).rejects.toMatchObject({
      name: "Plain",
      $fault: "client",
      $metadata: { httpStatusCode: 400 },
    });
  });

  it.each(["constructor", "__proto__", "toString", "New"])("of the code %s is the base exception", async (code) => {
    const client = await EchoClient.of(echo);
    const failed = client.received(JSON.stringify({ code, message: "No." }), 400);
    await expect(failed).rejects.toMatchObject({ name: code, message: "No." });
    await expect(failed).rejects.toBeInstanceOf(client.exported("EchoesServiceException"));
  });

  it("has the code of its trait for services that spoke awsQuery once, and for no others", async () => {
    const body = '{"code":"Old.Code","message":"No."}';
    const old = await EchoClient.of({ ...echo, service: { "aws.protocols#awsQueryCompatible": {} } });
    await expect(old.received(body, 400)).rejects.toBeInstanceOf(old.exported("Old"));
    const other = await EchoClient.of(echo);
    await expect(other.received(body, 400)).rejects.not.toBeInstanceOf(other.exported("Old"));
  });
});
