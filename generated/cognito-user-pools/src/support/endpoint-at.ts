import type { EndpointObjectProperty, EndpointV2 } from "@smithy/types";

/** An endpoint as the rules give it. `authSchemes` among the properties has what the rules say, and no more. */
export const endpointAt = (
  url: string,
  properties: Readonly<Record<string, EndpointObjectProperty>> = {},
  headers: Record<string, string[]> = {},
): EndpointV2 => ({ url: new URL(url), properties: properties as NonNullable<EndpointV2["properties"]>, headers });
