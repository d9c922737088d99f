import { protocol } from "./protocol.ts";
import { query } from "./query.ts";
import { rpc } from "./rpc.ts";
import { xmlMemberName } from "./xml-names.ts";

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export const awsQuery = protocol("aws.protocols#awsQuery", {
  transport: rpc({ operation: "body" }),
  codec: query({ memberName: xmlMemberName, lists: "named", wrapper: (operation) => `${operation}Result` }),
});
