/** https://smithy.io/2.0/aws/aws-core.html */
import type { ShapeId } from "../shape-id.ts";
import { oneOf } from "./forms.ts";
import { marker, trait } from "./trait.ts";

export interface AwsService {
  readonly sdkId: string;
  readonly arnNamespace: string | undefined;
  readonly cloudFormationName: string | undefined;
  readonly cloudTrailEventSource: string | undefined;
  readonly docId: string | undefined;
  readonly endpointPrefix: string | undefined;
}

/** Names of a service of AWS. */
export const service = trait(
  "aws.api#service",
  (v): AwsService => ({
    sdkId: v.required("sdkId").string,
    arnNamespace: v.at("arnNamespace")?.string,
    cloudFormationName: v.at("cloudFormationName")?.string,
    cloudTrailEventSource: v.at("cloudTrailEventSource")?.string,
    docId: v.at("docId")?.string,
    endpointPrefix: v.at("endpointPrefix")?.string,
  }),
);

/** The template of a resource's ARN. */
export const arn = trait("aws.api#arn", (v) => ({
  template: v.required("template").string,
  absolute: v.at("absolute")?.boolean ?? false,
  noRegion: v.at("noRegion")?.boolean ?? false,
  noAccount: v.at("noAccount")?.boolean ?? false,
}));

/** The string is an ARN of a known type. */
export const arnReference = trait("aws.api#arnReference", (v) => ({
  type: v.at("type")?.string,
  resource: v.at("resource")?.string,
  service: v.at("service")?.string,
}));

/** What kind of data a customer keeps in the shape. */
export const data = trait("aws.api#data", (v) => oneOf(v, ["content", "account", "usage", "tagging", "permissions"]));

export const controlPlane = marker("aws.api#controlPlane");
export const dataPlane = marker("aws.api#dataPlane");

export interface ClientEndpointDiscovery {
  readonly operation: ShapeId;
  readonly error: ShapeId | undefined;
}

/** The service tells its endpoints by an operation. */
export const clientEndpointDiscovery = trait(
  "aws.api#clientEndpointDiscovery",
  (v): ClientEndpointDiscovery => ({ operation: v.required("operation").string, error: v.at("error")?.string }),
);

/** The operation's endpoint is one that was discovered. */
export const clientDiscoveredEndpoint = trait("aws.api#clientDiscoveredEndpoint", (v) => ({
  required: v.required("required").boolean,
}));

/** The member's value goes into the call that discovers endpoints. */
export const clientEndpointDiscoveryId = marker("aws.api#clientEndpointDiscoveryId");
