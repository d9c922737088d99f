import type { ShapeId } from "../../smithy/shape-id.ts";
import { awsJson1_0, awsJson1_1 } from "./aws-json.ts";
import { awsQuery } from "./aws-query.ts";
import { ec2Query } from "./ec2-query.ts";
import type { Protocol } from "./protocol.ts";
import { restJson1 } from "./rest-json.ts";
import { restXml } from "./rest-xml.ts";
import { rpcv2Cbor } from "./rpcv2-cbor.ts";
import { rpcv2Json } from "./rpcv2-json.ts";

const protocols: readonly Protocol[] = [
  awsJson1_0,
  awsJson1_1,
  restJson1,
  rpcv2Cbor,
  rpcv2Json,
  restXml,
  awsQuery,
  ec2Query,
];

/** The record of a protocol, by its trait. @throws Error where there is none: the IR names supported ones only */
export const protocolFor = (id: ShapeId): Protocol => {
  const found = protocols.find((protocol) => protocol.id === id);
  if (found === undefined) throw new Error(`${id} has no record in the registry of protocols.`);
  return found;
};
