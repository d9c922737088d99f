import type { PackageSymbol } from "../naming.ts";

const inParameters = (name: string): PackageSymbol => ({ name, file: "endpoint/EndpointParameters" });

/** What `src/endpoint/*` declares, under the names that official clients have for it. */
export const COMMON_PARAMS = inParameters("commonParams");
export const ENDPOINT_PARAMETERS = inParameters("EndpointParameters");
export const CLIENT_INPUT_ENDPOINT_PARAMETERS = inParameters("ClientInputEndpointParameters");
export const CLIENT_RESOLVED_ENDPOINT_PARAMETERS = inParameters("ClientResolvedEndpointParameters");
export const RESOLVE_CLIENT_ENDPOINT_PARAMETERS = inParameters("resolveClientEndpointParameters");
export const RESOLVE_RULES: PackageSymbol = { name: "resolveRules", file: "endpoint/ruleset" };
export const DEFAULT_ENDPOINT_RESOLVER: PackageSymbol = {
  name: "defaultEndpointResolver",
  file: "endpoint/endpointResolver",
};
