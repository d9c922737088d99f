import { normalizeProvider, toEndpointV1 } from "@smithy/core/transport";
import type { EndpointParameters } from "@smithy/types";
import type { EndpointInputConfig, EndpointResolvedConfig } from "./config-types.js";
import { configuredEndpoint } from "./configured-endpoint.js";

/** What the endpoint's configuration is resolved beside. */
interface Resolved<P extends EndpointParameters> {
  readonly endpointProvider: EndpointResolvedConfig<P>["endpointProvider"];
  readonly serviceId?: string;
}

/** Which endpoint calls go to, as the published function of this name finds it. */
export const resolveEndpointConfig = <T, P extends EndpointParameters = EndpointParameters>(
  input: T & EndpointInputConfig<P> & Resolved<P>,
): T & EndpointResolvedConfig<P> => {
  const { endpoint, tls, useDualstackEndpoint, useFipsEndpoint, ignoreConfiguredEndpointUrls } = input;
  let configured: Promise<string | undefined> | undefined;
  return Object.assign(input, {
    endpoint: endpoint == null ? undefined : async () => toEndpointV1((await normalizeProvider(endpoint)()) as never),
    tls: tls ?? true,
    isCustomEndpoint: !!endpoint,
    useDualstackEndpoint: normalizeProvider(useDualstackEndpoint ?? false),
    useFipsEndpoint: normalizeProvider(useFipsEndpoint ?? false),
    ignoreConfiguredEndpointUrls: !!ignoreConfiguredEndpointUrls,
    serviceConfiguredEndpoint: async () => {
      if (input.serviceId) {
        configured ??= configuredEndpoint(input.serviceId);
      }
      return configured;
    },
  }) as T & EndpointResolvedConfig<P>;
};
