/** https://smithy.io/2.0/aws/protocols/index.html */
import { strings } from "./forms.ts";
import { marker, trait, type Value } from "./trait.ts";

export interface HttpVersions {
  /** ALPN names, best first; undefined means HTTP/1.1. */
  readonly http: readonly string[] | undefined;
  readonly eventStreamHttp: readonly string[] | undefined;
}

const readHttpVersions = (v: Value): HttpVersions => {
  const http = v.at("http");
  const eventStreamHttp = v.at("eventStreamHttp");
  return {
    http: http === undefined ? undefined : strings(http),
    eventStreamHttp: eventStreamHttp === undefined ? undefined : strings(eventStreamHttp),
  };
};

export const awsJson1_0 = trait("aws.protocols#awsJson1_0", readHttpVersions);
export const awsJson1_1 = trait("aws.protocols#awsJson1_1", readHttpVersions);
export const restJson1 = trait("aws.protocols#restJson1", readHttpVersions);
export const restXml = trait("aws.protocols#restXml", (v) => ({
  ...readHttpVersions(v),
  noErrorWrapping: v.at("noErrorWrapping")?.boolean ?? false,
}));
export const awsQuery = marker("aws.protocols#awsQuery");
export const ec2Query = marker("aws.protocols#ec2Query");
export const ec2QueryName = trait("aws.protocols#ec2QueryName", (v) => v.string);

/** An error's code and status in awsQuery, and in what is compatible with it. */
export const awsQueryError = trait("aws.protocols#awsQueryError", (v) => ({
  code: v.required("code").string,
  httpResponseCode: v.required("httpResponseCode").number,
}));

/** The service spoke awsQuery once: errors keep the codes they had. */
export const awsQueryCompatible = marker("aws.protocols#awsQueryCompatible");

export const httpChecksum = trait("aws.protocols#httpChecksum", (v) => {
  const responseAlgorithms = v.at("responseAlgorithms");
  return {
    requestAlgorithmMember: v.at("requestAlgorithmMember")?.string,
    requestChecksumRequired: v.at("requestChecksumRequired")?.boolean ?? false,
    requestValidationModeMember: v.at("requestValidationModeMember")?.string,
    responseAlgorithms: responseAlgorithms === undefined ? [] : strings(responseAlgorithms),
  };
});
