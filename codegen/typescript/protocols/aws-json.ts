import { json } from "./json.ts";
import { protocol } from "./protocol.ts";
import { rpc } from "./rpc.ts";

/** `@jsonName` means nothing here. https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
const codec = json({ memberName: (member) => member.name, timestamps: "epoch-seconds" });

export const awsJson1_0 = protocol("aws.protocols#awsJson1_0", {
  transport: rpc({ contentType: "application/x-amz-json-1.0" }),
  codec,
});

export const awsJson1_1 = protocol("aws.protocols#awsJson1_1", {
  transport: rpc({ contentType: "application/x-amz-json-1.1" }),
  codec,
});
