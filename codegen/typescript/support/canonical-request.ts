import type { HttpRequest, RequestSigningArguments } from "@smithy/types";

/** Names and values of the headers that are signed. */
export interface SignedHeaders {
  /** `host;x-amz-date` */
  readonly names: string;
  /** `host:example.com`, line by line */
  readonly lines: string;
}

/** Headers that others may change on the way. */
const UNSIGNED =
  /^(proxy-|sec-|(authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id)$)/;

/** What isn't signed as it stands. */
const WHITE_SPACE = /^ | $| {2}|[\t\r\n]/;

/** The headers of a request that are signed: names in lower case and in order, values with single spaces. */
export const signedHeadersOf = (
  { headers }: HttpRequest,
  { unsignableHeaders, signableHeaders }: RequestSigningArguments,
): SignedHeaders => {
  const values = new Map<string, string>();
  for (const given of Object.keys(headers).sort()) {
    const value: string | null | undefined = headers[given];
    const name = given.toLowerCase();
    const isSigned = signableHeaders?.has(name) || !(UNSIGNED.test(name) || unsignableHeaders?.has(name));
    if (isSigned && value !== undefined && value !== null) {
      values.set(name, WHITE_SPACE.test(value) ? value.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "") : value);
    }
  }
  const names = [...values.keys()].sort();
  return { names: names.join(";"), lines: names.map((name) => `${name}:${values.get(name)}`).join("\n") };
};

/**
 * The text of a request whose hash is signed.
 *
 * @param payload the hash of the body, in hex, or what stands for it
 * @param escapePath whether the path is encoded once more
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
 */
export const canonicalRequest = (
  { method, path, query }: HttpRequest,
  { names, lines }: SignedHeaders,
  { payload, escapePath }: { readonly payload: string; readonly escapePath: boolean },
): string =>
  `${method}\n${escapePath && path !== "/" ? escapedPath(path) : path}\n${query ? queryText(query) : ""}\n${lines}\n\n${names}\n${payload}`;

/** The path without empty segments and those that lead up. */
const escapedPath = (path: string): string => {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") {
      segments.pop();
    } else if (segment !== "" && segment !== ".") {
      segments.push(escaped(segment));
    }
  }
  return `${path.startsWith("/") ? "/" : ""}${segments.join("/")}${segments.length > 0 && path.endsWith("/") ? "/" : ""}`;
};

const queryText = (query: NonNullable<HttpRequest["query"]>): string => {
  const parts = new Map<string, string>();
  for (const [name, value] of Object.entries(query)) {
    const values: unknown = typeof value === "string" ? [value] : value;
    if (Array.isArray(values) && name.toLowerCase() !== "x-amz-signature") {
      const key = escaped(name);
      parts.set(
        key,
        values
          .map((each) => `${key}=${escaped(each)}`)
          .sort()
          .join("&"),
      );
    }
  }
  return [...parts.keys()]
    .sort()
    .flatMap((key) => parts.get(key) || [])
    .join("&");
};

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
