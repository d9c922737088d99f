/** The parts of a URL that endpoint rules can ask for. */
export interface EndpointUrlParts {
  readonly scheme: string;
  /** The host, and the port where the URL names one, a scheme's default port too. */
  readonly authority: string;
  readonly path: string;
  /** The path with a slash at its end. */
  readonly normalizedPath: string;
  /** Whether the host is an IP address, of version 4 or 6. */
  readonly isIp: boolean;
}

/** `parseURL` of the rules language: undefined for what isn't a URL of HTTP, or has a query. */
export const parseEndpointUrl = (value: string): EndpointUrlParts | undefined => {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return undefined;
  }
  const { protocol, hostname, host, pathname, search } = url;
  if (search !== "" || (protocol !== "http:" && protocol !== "https:")) return undefined;
  // URL drops a default port, the rules keep it as it was written.
  const port = /^[a-z]+:\/\/[^/?#]*:(\d+)(?=[/?#]|$)/i.exec(value)?.[1];
  return {
    scheme: protocol.slice(0, -1),
    authority: port !== undefined && host === hostname ? `${host}:${port}` : host,
    path: pathname,
    normalizedPath: pathname.endsWith("/") ? pathname : `${pathname}/`,
    isIp: hostname.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(hostname),
  };
};
