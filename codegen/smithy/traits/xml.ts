/** https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings */
import { marker, trait } from "./trait.ts";

export const xmlAttribute = marker("smithy.api#xmlAttribute");
export const xmlFlattened = marker("smithy.api#xmlFlattened");
export const xmlName = trait("smithy.api#xmlName", (v) => v.string);

export const xmlNamespace = trait("smithy.api#xmlNamespace", (v) => ({
  uri: v.required("uri").string,
  prefix: v.at("prefix")?.string,
}));
