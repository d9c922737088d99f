import { toEndpointV1 } from "@smithy/core/transport";
import type { Endpoint, EndpointV2 } from "@smithy/types";
import { withShortcut } from "./providers.js";

interface Parsed {
  readonly href: string;
  readonly address: Endpoint;
}

// One endpoint serves many calls, and its parts are asked of a URL one by one. Whoever changes the URL has it parsed anew.
const parsed = /* @__PURE__ */ new WeakMap<URL, Parsed>();

/** The parts of an endpoint's address, and its headers as text: an object of the call's own. */
export const endpointAddress = (endpoint: EndpointV2): Endpoint => {
  const { url, headers } = endpoint;
  const { href } = url;
  let known = parsed.get(url);
  if (known?.href !== href) {
    known = { href, address: toEndpointV1({ url }) };
    parsed.set(url, known);
  }
  const address = { ...known.address };
  if (headers) {
    address.headers = Object.fromEntries(
      Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values.join(", ")]),
    );
  }
  return address;
};

/** Provides the address of an endpoint, to callers that can't wait as well. */
export const addressProvider = (endpoint: EndpointV2): (() => Promise<Endpoint>) =>
  withShortcut(
    async () => endpointAddress(endpoint),
    () => endpointAddress(endpoint),
  );
