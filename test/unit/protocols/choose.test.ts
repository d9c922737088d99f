import { describe, expect, it } from "vitest";
import { supportedProtocols } from "../../../codegen/ir/protocol.ts";
import { protocolFor } from "../../../codegen/typescript/protocols/registry.ts";
import { structure, textOf } from "./echo.ts";

describe("the protocol of a service", () => {
  it("is the best that is supported, whatever else it speaks", () => {
    const service = { "aws.protocols#restJson1": {}, "aws.protocols#awsJson1_0": {} };
    expect(textOf({ members: {}, service }, "src/protocols/Aws_json1_0.ts")).toContain("application/x-amz-json-1.0");
  });

  it("has a record for each that the model may name", () => {
    expect(supportedProtocols.map((id) => protocolFor(id).id)).toEqual(supportedProtocols);
  });

  it("must be supported: those found and those supported are named", () => {
    const service = { "aws.protocols#awsJson1_1": undefined as never, "ns#own": {} };
    const traits = { "smithy.api#trait": {}, "smithy.api#protocolDefinition": {} };
    expect(() => textOf({ members: {}, service, shapes: { "ns#own": structure({}, traits) } }, "")).toThrow(
      "ns#Echoes speaks ns#own, which isn't supported yet.",
    );
  });

  it("must be there", () => {
    const service = { "aws.protocols#awsJson1_1": undefined as never };
    expect(() => textOf({ members: {}, service }, "")).toThrow("ns#Echoes names no protocol.");
  });
});
