import type { ExactJson, ExactJsonObject } from "./exact-json.ts";

/** What the tests of requests and of responses both say. Absent is what a test doesn't say, and isn't compared. */
interface HttpMessageTest {
  readonly id: string;
  readonly protocol: string;
  /** The auth scheme to assume, and its parameters. */
  readonly authScheme?: string;
  /** By name, in any case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly forbidHeaders: readonly string[];
  readonly requireHeaders: readonly string[];
  /** The body as text; that of `application/cbor` in base64. Empty text means that there must be none. */
  readonly body?: string;
  /** What the body is read as, so that it is compared by its meaning; without one it is compared as it is. */
  readonly bodyMediaType?: string;
  /** Members of the input, the output or the error. */
  readonly params: ExactJsonObject;
  readonly vendorParams: ExactJsonObject;
}

/**
 * One of `smithy.test#httpRequestTests`.
 * https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html#httprequesttests
 */
export interface RequestTest extends HttpMessageTest {
  readonly method: string;
  /** The path as it is on the wire, without the query. */
  readonly uri: string;
  /** The host, with or without a path, that the client is set up with. */
  readonly host?: string;
  /** The host that the request goes to. */
  readonly resolvedHost?: string;
  /** `name=value` or `name`, as on the wire. */
  readonly queryParams: readonly string[];
  readonly forbidQueryParams: readonly string[];
  readonly requireQueryParams: readonly string[];
}

/** One of `smithy.test#httpResponseTests`. */
export interface ResponseTest extends HttpMessageTest {
  readonly code: number;
}

export const requestTest = (json: ExactJsonObject): RequestTest => ({
  ...messageTest(json),
  method: String(json["method"]),
  uri: String(json["uri"]),
  ...textAt(json, "host"),
  ...textAt(json, "resolvedHost"),
  queryParams: textsAt(json, "queryParams"),
  forbidQueryParams: textsAt(json, "forbidQueryParams"),
  requireQueryParams: textsAt(json, "requireQueryParams"),
});

export const responseTest = (json: ExactJsonObject): ResponseTest => ({
  ...messageTest(json),
  code: Number(json["code"]),
});

const messageTest = (json: ExactJsonObject): HttpMessageTest => ({
  id: String(json["id"]),
  protocol: String(json["protocol"]),
  ...textAt(json, "authScheme"),
  headers: new Map(Object.entries(objectOf(json["headers"])).map(([name, value]) => [name, String(value)])),
  forbidHeaders: textsAt(json, "forbidHeaders"),
  requireHeaders: textsAt(json, "requireHeaders"),
  ...textAt(json, "body"),
  ...textAt(json, "bodyMediaType"),
  params: objectOf(json["params"]),
  vendorParams: objectOf(json["vendorParams"]),
});

/** An object, or an empty one where the value is none. */
export const objectOf = (value: ExactJson | undefined): ExactJsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as ExactJsonObject) : {};

const textAt = <Key extends string>(json: ExactJsonObject, key: Key): { readonly [K in Key]?: string } => {
  const value = json[key];
  // Only the one key is there, which the compiler can't see.
  return typeof value === "string" ? ({ [key]: value } as { [K in Key]?: string }) : {};
};

const textsAt = (json: ExactJsonObject, key: string): readonly string[] => {
  const value = json[key];
  return Array.isArray(value) ? value.map(String) : [];
};
