import type { HttpRequest, RequestSigningArguments } from "@smithy/types";
import { uriEncode } from "./uri-encode.js";

/** Names and values of the headers that are signed. */
export interface SignedHeaders {
  /** `host;x-amz-date` */
  readonly names: string;
  /** `host:example.com`, line by line, each with its end */
  readonly lines: string;
}

/** Headers that others may change on the way. */
const UNSIGNED =
  /^(proxy-|sec-|(authorization|cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id)$)/;

/** What isn't signed as it stands. */
const WHITE_SPACE = /^ | $| {2}|[\t\r\n]/;

type SignableSets = Pick<RequestSigningArguments, "unsignableHeaders" | "signableHeaders">;

/** The headers of a request that are signed: names in lower case and in order, values with single spaces. */
export const signedHeadersOf = ({ headers }: HttpRequest, sets: SignableSets): SignedHeaders => {
  const { names, order } = layoutOf(
    Object.keys(headers).filter((name) => (headers[name] ?? undefined) !== undefined),
    sets,
  );
  let lines = "";
  for (const [name, given] of order) {
    const value = headers[given] as string;
    lines += `${name}:${WHITE_SPACE.test(value) ? value.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "") : value}\n`;
  }
  return { names, lines: lines || "\n" };
};

/** Names of headers as they are signed, in order, each with how the request spells it. */
interface Layout {
  readonly names: string;
  readonly order: readonly (readonly [name: string, given: string])[];
}

/** Most requests of a client have headers of the same names. */
const layouts = /* @__PURE__ */ new Map<string, Layout>();
const MOST_LAYOUTS = 50;

const layoutOf = (given: readonly string[], { unsignableHeaders, signableHeaders }: SignableSets): Layout => {
  const isUsual = !unsignableHeaders && !signableHeaders;
  const key = given.join("\n");
  const known = isUsual ? layouts.get(key) : undefined;
  if (known) {
    return known;
  }
  // Of two spellings of a name the last in order counts.
  const spellings = new Map([...given].sort().map((each) => [each.toLowerCase(), each] as const));
  const order = [...spellings]
    .filter(([name]) => signableHeaders?.has(name) || !(UNSIGNED.test(name) || unsignableHeaders?.has(name)))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const layout = { names: order.map(([name]) => name).join(";"), order };
  if (isUsual) {
    if (layouts.size >= MOST_LAYOUTS) {
      layouts.clear();
    }
    layouts.set(key, layout);
  }
  return layout;
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
  `${method}\n${escapePath && path !== "/" ? escapedPath(path) : path}\n${query ? queryText(query) : ""}\n${lines}\n${names}\n${payload}`;

/** The path without empty segments and those that lead up. */
const escapedPath = (path: string): string => {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") {
      segments.pop();
    } else if (segment !== "" && segment !== ".") {
      segments.push(uriEncode(segment));
    }
  }
  return `${path.startsWith("/") ? "/" : ""}${segments.join("/")}${segments.length > 0 && path.endsWith("/") ? "/" : ""}`;
};

const queryText = (query: NonNullable<HttpRequest["query"]>): string => {
  const parts = new Map<string, string>();
  for (const [name, value] of Object.entries(query)) {
    const values: unknown = typeof value === "string" ? [value] : value;
    if (Array.isArray(values) && name.toLowerCase() !== "x-amz-signature") {
      const key = uriEncode(name);
      parts.set(
        key,
        values
          .map((each) => `${key}=${uriEncode(each)}`)
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
