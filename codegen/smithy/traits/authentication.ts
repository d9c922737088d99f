/** https://smithy.io/2.0/spec/authentication-traits.html */
import { oneOf, strings } from "./forms.ts";
import { marker, trait } from "./trait.ts";

/** The shape is a trait that defines a way to authenticate. */
export const authDefinition = trait("smithy.api#authDefinition", (v) => {
  const traits = v.at("traits");
  return { traits: traits === undefined ? [] : strings(traits) };
});

/** The schemes of a service or operation by preference, as ids of their traits; none at all is an empty list. */
export const auth = trait("smithy.api#auth", strings);

/** The operation can be called without authentication. */
export const optionalAuth = marker("smithy.api#optionalAuth");

export const httpBasicAuth = marker("smithy.api#httpBasicAuth");
export const httpDigestAuth = marker("smithy.api#httpDigestAuth");
export const httpBearerAuth = marker("smithy.api#httpBearerAuth");

/** A key in a header or in the query; `scheme` goes before it in a header. */
export const httpApiKeyAuth = trait("smithy.api#httpApiKeyAuth", (v) => ({
  name: v.required("name").string,
  in: oneOf(v.required("in"), ["header", "query"]),
  scheme: v.at("scheme")?.string,
}));
