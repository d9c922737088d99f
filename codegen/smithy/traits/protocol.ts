/** https://smithy.io/2.0/spec/protocol-traits.html */
import { oneOf, strings } from "./forms.ts";
import { marker, trait } from "./trait.ts";

/** The shape is a trait that defines a protocol. */
export const protocolDefinition = trait("smithy.api#protocolDefinition", (v) => {
  const traits = v.at("traits");
  return {
    traits: traits === undefined ? [] : strings(traits),
    noInlineDocumentSupport: v.at("noInlineDocumentSupport")?.boolean ?? false,
  };
});

/** The member's key in JSON; awsJson ignores it. */
export const jsonName = trait("smithy.api#jsonName", (v) => v.string);

/** The media type that a blob or string holds. */
export const mediaType = trait("smithy.api#mediaType", (v) => v.string);

export type TimestampFormat = "date-time" | "http-date" | "epoch-seconds";

export const timestampFormat = trait(
  "smithy.api#timestampFormat",
  (v): TimestampFormat => oneOf(v, ["date-time", "http-date", "epoch-seconds"]),
);

/** https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
const httpVersions = (id: string) =>
  trait(id, (v) => {
    const http = v.at("http");
    const eventStreamHttp = v.at("eventStreamHttp");
    return {
      http: http === undefined ? undefined : strings(http),
      eventStreamHttp: eventStreamHttp === undefined ? undefined : strings(eventStreamHttp),
    };
  });

export const rpcv2Cbor = httpVersions("smithy.protocols#rpcv2Cbor");
export const rpcv2Json = httpVersions("smithy.protocols#rpcv2Json");

/** Marks the trait definitions of traits. Its own form is of no use to a client. */
export const traitDefinition = marker("smithy.api#trait");
