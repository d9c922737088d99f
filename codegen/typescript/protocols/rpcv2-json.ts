import { json } from "./json.ts";
import { protocol } from "./protocol.ts";
import { rpc } from "./rpc.ts";

/**
 * `@jsonName` and `@timestampFormat` mean nothing here, and big numbers are texts, which no parser of JSON takes digits
 * from.
 */
export const rpcv2Json = protocol("smithy.protocols#rpcv2Json", {
  transport: rpc({ operation: "path", headers: { "smithy-protocol": "rpc-v2-json", accept: "application/json" } }),
  codec: json({
    contentType: "application/json",
    memberName: (member) => member.name,
    timestamps: () => "epoch-seconds",
    bigNumbers: "string",
    alwaysBody: false,
  }),
});
