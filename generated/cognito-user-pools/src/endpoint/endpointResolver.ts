import { EndpointCache } from "@smithy/core/endpoints";
import type { EndpointV2 as __EndpointV2, Logger as __Logger } from "@smithy/types";
import type { EndpointParameters } from "./EndpointParameters.js";
import { resolveRules } from "./ruleset.js";

const cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"],
});

/**
 * @internal
 */
export const defaultEndpointResolver = (
  endpointParams: EndpointParameters,
  context: { logger?: __Logger } = {},
): __EndpointV2 =>
  // Parameters that are unset are cached as such, which the published type leaves out.
  cache.get(endpointParams as Parameters<typeof cache.get>[0], () => {
    const endpoint = resolveRules(endpointParams);
    context.logger?.debug("Resolved endpoint:", endpoint.url.href);
    return endpoint;
  });
