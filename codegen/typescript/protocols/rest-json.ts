import { json } from "./json.ts";
import { protocol } from "./protocol.ts";
import { rest } from "./rest.ts";

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export const restJson1 = protocol("aws.protocols#restJson1", {
  transport: rest,
  codec: json({
    contentType: "application/json",
    memberName: (member) => member.jsonName ?? member.name,
    timestamps: (named = "epoch-seconds") => named,
    bigNumbers: "number",
    alwaysBody: false,
  }),
});
