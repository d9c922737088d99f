import type { EndpointV2 as __EndpointV2, Logger as __Logger } from "@smithy/types";
import { endpointCache } from "../support/endpoint-cache.js";
import type { EndpointParameters } from "./EndpointParameters.js";
import { resolveRules } from "./ruleset.js";

const cached = endpointCache<EndpointParameters, __EndpointV2>(["Endpoint", "Region", "UseDualStack", "UseFIPS"]);

/**
 * @internal
 */
export const defaultEndpointResolver = (
  endpointParams: EndpointParameters,
  context: { logger?: __Logger } = {},
): __EndpointV2 =>
  cached(endpointParams, () => {
    const endpoint = resolveRules(endpointParams);
    context.logger?.debug("Resolved endpoint:", endpoint.url.href);
    return endpoint;
  });
