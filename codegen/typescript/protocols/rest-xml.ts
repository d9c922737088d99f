import { protocol } from "./protocol.ts";
import { rest } from "./rest.ts";
import { xml } from "./xml.ts";

/** https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html */
export const restXml = protocol("aws.protocols#restXml", { transport: rest, codec: xml });
