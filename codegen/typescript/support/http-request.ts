import { HttpRequest } from "@smithy/core/transport";
import type { HeaderBag, QueryParameterBag, SerdeContext } from "@smithy/types";
import type { HostPrefix } from "./host-prefix.js";
import { type Awaitable, atOnce, when } from "./providers.js";

/** What an operation says of its request. */
export interface RequestParts {
  readonly method: string;
  /** Behind the endpoint's own path, each segment encoded: `/cities/new%20york`. */
  readonly path: string;
  readonly query?: QueryParameterBag;
  readonly headers: HeaderBag;
  readonly body?: unknown;
  /** Makes the host name of the endpoint's; absent where it is that one. */
  readonly hostPrefix?: HostPrefix | undefined;
}

/**
 * The request of an operation, sent to the client's endpoint. What the endpoint says of headers and query goes along, and
 * the operation's own win.
 *
 * @throws Error where a host name is not valid with its prefix
 */
export const buildRequest = (context: SerdeContext, parts: RequestParts): Awaitable<HttpRequest> =>
  when(atOnce(context.endpoint), (endpoint) => {
    const request = new HttpRequest({
      protocol: endpoint.protocol,
      hostname: parts.hostPrefix ? parts.hostPrefix(endpoint.hostname) : endpoint.hostname,
      method: parts.method,
      path: joined(endpoint.path ?? "", parts.path),
      headers: endpoint.headers ? { ...endpoint.headers, ...parts.headers } : parts.headers,
      // A payload that is null is none.
      body: parts.body ?? undefined,
    });
    if (endpoint.port !== undefined) {
      request.port = Number(endpoint.port);
    }
    if (endpoint.query || parts.query) {
      request.query = { ...endpoint.query, ...parts.query };
    }
    return request;
  });

/** `/base/` and `/cities` are `/base/cities`. */
const joined = (base: string, path: string): string => (base.endsWith("/") ? base.slice(0, -1) : base) + path;
