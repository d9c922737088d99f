import type { MemberIr } from "../../ir/types.ts";
import { protocol } from "./protocol.ts";
import { query } from "./query.ts";
import { rpc } from "./rpc.ts";
import { xmlMemberName } from "./xml-names.ts";

/** `@ec2QueryName`, or else the name that awsQuery gives the member, with a capital first letter. */
const memberName = (member: MemberIr): string => {
  const name = xmlMemberName(member);
  return member.xml?.ec2QueryName ?? name.charAt(0).toUpperCase() + name.slice(1);
};

/** https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export const ec2Query = protocol("aws.protocols#ec2Query", {
  transport: rpc({ operation: "body" }),
  codec: query({ memberName, lists: "numbered", wrapper: () => undefined }),
});
