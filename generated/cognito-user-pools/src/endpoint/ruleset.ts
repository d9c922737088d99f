import { EndpointError } from "@smithy/core/endpoints";
import type { EndpointV2 as __EndpointV2 } from "@smithy/types";
import { endpointAt } from "../support/endpoint-at.js";
import { awsPartition } from "../support/partitions.js";
import type { EndpointParameters } from "./EndpointParameters.js";

/**
 * The endpoint that the service's rules give for these parameters.
 *
 * @throws EndpointError where they give none
 * @internal
 */
export const resolveRules = (params: EndpointParameters): __EndpointV2 => {
  const region = params.Region;
  const useDualStack = params.UseDualStack ?? false;
  const useFIPS = params.UseFIPS ?? false;
  const endpoint = params.Endpoint;
  if (endpoint != null) {
    if (useFIPS) {
      throw new EndpointError("Invalid Configuration: FIPS and custom endpoint are not supported");
    }
    if (useDualStack) {
      throw new EndpointError("Invalid Configuration: Dualstack and custom endpoint are not supported");
    }
    return endpointAt(endpoint);
  }
  if (region != null) {
    const partitionResult = awsPartition(region);
    if (useFIPS && useDualStack) {
      if (partitionResult.supportsFIPS && partitionResult.supportsDualStack) {
        if (region === "us-east-1") {
          return endpointAt("https://cognito-idp-fips.us-east-1.amazonaws.com");
        }
        if (region === "us-east-2") {
          return endpointAt("https://cognito-idp-fips.us-east-2.amazonaws.com");
        }
        if (region === "us-west-1") {
          return endpointAt("https://cognito-idp-fips.us-west-1.amazonaws.com");
        }
        if (region === "us-west-2") {
          return endpointAt("https://cognito-idp-fips.us-west-2.amazonaws.com");
        }
        return endpointAt(`https://cognito-idp-fips.${region}.${partitionResult.dualStackDnsSuffix}`);
      }
      throw new EndpointError("FIPS and DualStack are enabled, but this partition does not support one or both");
    }
    if (useFIPS) {
      if (partitionResult.supportsFIPS) {
        return endpointAt(`https://cognito-idp-fips.${region}.${partitionResult.dnsSuffix}`);
      }
      throw new EndpointError("FIPS is enabled but this partition does not support FIPS");
    }
    if (useDualStack) {
      if (partitionResult.supportsDualStack) {
        if (partitionResult.name === "aws") {
          return endpointAt(`https://cognito-idp.${region}.amazonaws.com`);
        }
        return endpointAt(`https://cognito-idp.${region}.${partitionResult.dualStackDnsSuffix}`);
      }
      throw new EndpointError("DualStack is enabled but this partition does not support DualStack");
    }
    return endpointAt(`https://cognito-idp.${region}.${partitionResult.dnsSuffix}`);
  }
  throw new EndpointError("Invalid Configuration: Missing Region");
};
