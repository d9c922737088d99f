import { json } from "./json.ts";
import { protocol } from "./protocol.ts";
import { rpc } from "./rpc.ts";

/** `@jsonName` means nothing here. https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
const codec = (contentType: string) =>
  json({
    contentType,
    memberName: (member) => member.name,
    timestamps: (named = "epoch-seconds") => named,
    bigNumbers: "number",
    alwaysBody: true,
  });

export const awsJson1_0 = protocol("aws.protocols#awsJson1_0", {
  transport: rpc({ operation: "target" }),
  codec: codec("application/x-amz-json-1.0"),
});

export const awsJson1_1 = protocol("aws.protocols#awsJson1_1", {
  transport: rpc({ operation: "target" }),
  codec: codec("application/x-amz-json-1.1"),
});
