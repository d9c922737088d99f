import { HttpRequest } from "@smithy/core/transport";
import type { HeaderBag, SerdeContext } from "@smithy/types";
import type { HostPrefix } from "./host-prefix.js";
import { type Awaitable, atOnce, when } from "./providers.js";

/** The headers of an operation; `application/x-amz-json-1.1` and `Service.Operation`. */
export const rpcHeaders = (contentType: string, target: string): HeaderBag => ({
  "content-type": contentType,
  "x-amz-target": target,
});

/**
 * The request of an operation: a POST to the endpoint's own path, which ends with a slash. What the endpoint says of
 * headers and query goes along, and the operation's headers win.
 *
 * @param hostPrefix makes the host name of the endpoint's; absent where it is that one
 * @throws Error where a host name is not valid with its prefix
 */
export const buildRpcRequest = (
  context: SerdeContext,
  headers: HeaderBag,
  body: string,
  hostPrefix?: HostPrefix,
): Awaitable<HttpRequest> =>
  when(atOnce(context.endpoint), (endpoint) => {
    const path = endpoint.path ?? "/";
    const request = new HttpRequest({
      protocol: endpoint.protocol,
      hostname: hostPrefix ? hostPrefix(endpoint.hostname) : endpoint.hostname,
      method: "POST",
      path: path.endsWith("/") ? path : `${path}/`,
      headers: endpoint.headers ? { ...endpoint.headers, ...headers } : headers,
      body,
    });
    if (endpoint.port !== undefined) {
      request.port = Number(endpoint.port);
    }
    if (endpoint.query) {
      request.query = { ...endpoint.query };
    }
    return request;
  });
