/** https://smithy.io/2.0/spec/http-bindings.html */
import { strings } from "./forms.ts";
import { marker, trait } from "./trait.ts";

export interface Http {
  readonly method: string;
  /** `/cities/{city}/{rest+}?literal=1` */
  readonly uri: string;
  readonly code: number;
}

export const http = trait(
  "smithy.api#http",
  (v): Http => ({
    method: v.required("method").string,
    uri: v.required("uri").string,
    code: v.at("code")?.number ?? 200,
  }),
);

/** The status code of an error. */
export const httpError = trait("smithy.api#httpError", (v) => v.number);

export const httpLabel = marker("smithy.api#httpLabel");
export const httpQuery = trait("smithy.api#httpQuery", (v) => v.string);
export const httpQueryParams = marker("smithy.api#httpQueryParams");
export const httpHeader = trait("smithy.api#httpHeader", (v) => v.string);
export const httpPrefixHeaders = trait("smithy.api#httpPrefixHeaders", (v) => v.string);
export const httpPayload = marker("smithy.api#httpPayload");
export const httpResponseCode = marker("smithy.api#httpResponseCode");

/** Requests carry a checksum of their body, MD5 unless another is chosen. */
export const httpChecksumRequired = marker("smithy.api#httpChecksumRequired");

export const cors = trait("smithy.api#cors", (v) => {
  const allowed = v.at("additionalAllowedHeaders");
  const exposed = v.at("additionalExposedHeaders");
  return {
    origin: v.at("origin")?.string ?? "*",
    maxAge: v.at("maxAge")?.number ?? 600,
    additionalAllowedHeaders: allowed === undefined ? [] : strings(allowed),
    additionalExposedHeaders: exposed === undefined ? [] : strings(exposed),
  };
});
