import * as nodeCrypto from "node:crypto";
import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/protocol-http";
import { createScope, getCanonicalHeaders, prepareRequest, SignatureV4 } from "@smithy/signature-v4";
import type {
  EventSigningArguments,
  FormattedEvent,
  MessageSigningArguments,
  RequestSigningArguments,
  SignableMessage,
  SignedMessage,
  SigningArguments,
} from "@smithy/types";

/**
 * The published signer, which hashes by `node:crypto` at once instead of promise by promise and keeps the key of a day.
 * What is signed is the published package's to say; whatever isn't a request with its body in memory
 * is its own alone, and so is every request where the configuration has another `sha256`.
 */
export class NodeSignatureV4 extends SignatureV4 {
  override sign(stringToSign: string, options?: SigningArguments): Promise<string>;
  override sign(event: FormattedEvent, options: EventSigningArguments): Promise<string>;
  override sign(event: SignableMessage, options: MessageSigningArguments): Promise<SignedMessage>;
  override sign(requestToSign: HttpRequest, options?: RequestSigningArguments): Promise<HttpRequest>;
  override sign(toSign: unknown, options: RequestSigningArguments = {}): Promise<never> {
    const signed =
      typeof toSign === "object" && HttpRequest.isInstance(toSign) && isInMemory(toSign.body) && this.sha256 === Sha256
        ? this.#signRequest(toSign, options)
        : super.sign(toSign as HttpRequest, options);
    return signed as Promise<never>;
  }

  async #signRequest(toSign: HttpRequest, options: RequestSigningArguments): Promise<HttpRequest> {
    const credentials = await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    const region = options.signingRegion ?? (await this.regionProvider());
    const request = prepareRequest(toSign) as HttpRequest;
    const { headers } = request;
    const { longDate, shortDate } = datesOf(options.signingDate, (date) => this.formatDate(date));
    const service = options.signingService ?? this.service;
    const scope = createScope(shortDate, region, service);
    headers["x-amz-date"] = longDate;
    if (credentials.sessionToken) {
      headers["x-amz-security-token"] = credentials.sessionToken;
    }
    const given = payloadHashIn(headers);
    const payload = given === undefined ? sha256(request.body ?? "") : (headers[given] as string);
    if (given === undefined && this.applyChecksum) {
      headers["x-amz-content-sha256"] = payload;
    }
    const { text, signedHeaders } =
      plainRequest(request, options, payload) ?? this.#canonicalRequest(request, options, payload);
    const hashed = sha256(text);
    const signature = nodeCrypto
      .createHmac("sha256", keyOf(credentials.secretAccessKey, [shortDate, region, service]))
      .update(`AWS4-HMAC-SHA256\n${longDate}\n${scope}\n${hashed}`)
      .digest("hex");
    headers["authorization"] =
      `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, ` +
      `SignedHeaders=${signedHeaders}, Signature=${signature}`;
    return request;
  }

  #canonicalRequest(request: HttpRequest, options: RequestSigningArguments, payload: string): CanonicalRequest {
    const canonical = getCanonicalHeaders(request, options.unsignableHeaders, options.signableHeaders);
    const signedHeaders = this.getCanonicalHeaderList(canonical);
    return { text: this.createCanonicalRequest(request, canonical, payload), signedHeaders };
  }
}

/** What is hashed of a request, and the names of the headers in it. */
interface CanonicalRequest {
  readonly text: string;
  readonly signedHeaders: string;
}

/** Names of headers as they are signed, in order, and as the request has them. */
interface Layout {
  readonly signed: readonly string[];
  readonly given: readonly string[];
  readonly list: string;
}

/**
 * The canonical form of a request to the root of its host without a query, as those of most protocols are. Which headers
 * are signed is asked of the published package once for all requests with headers of the same names.
 */
const plainRequest = (
  request: HttpRequest,
  { signableHeaders, unsignableHeaders }: RequestSigningArguments,
  payload: string,
): CanonicalRequest | undefined => {
  const { method, path, query, headers } = request;
  if (path !== "/" || signableHeaders || unsignableHeaders || Object.keys(query).length > 0) {
    return undefined;
  }
  const layout = layoutOf(request);
  let lines = "";
  for (let index = 0; index < layout.signed.length; index += 1) {
    const value: unknown = headers[layout.given[index] as string];
    if (typeof value !== "string" || UNEVEN.test(value)) {
      return undefined;
    }
    lines += `${layout.signed[index]}:${value}\n`;
  }
  return { text: `${method}\n/\n\n${lines}\n${layout.list}\n${payload}`, signedHeaders: layout.list };
};

/** White space that isn't signed as it stands. */
const UNEVEN = /^\s|\s$|\s\s|[\t\r\n]/;

const layouts = /* @__PURE__ */ new Map<string, Layout>();

const layoutOf = (request: HttpRequest): Layout => {
  const names = Object.keys(request.headers);
  const key = names.join("\n");
  let layout = layouts.get(key);
  if (!layout) {
    const headers = Object.fromEntries(names.map((name) => [name, name]));
    const canonical = getCanonicalHeaders({ ...request, headers } as HttpRequest);
    const signed = Object.keys(canonical).sort();
    layout = { signed, given: signed.map((name) => canonical[name] as string), list: signed.join(";") };
    if (layouts.size >= MOST_KEPT) {
      layouts.clear();
    }
    layouts.set(key, layout);
  }
  return layout;
};

interface Dates {
  readonly longDate: string;
  readonly shortDate: string;
}

let lastSecond: number | undefined;
let lastDates: Dates | undefined;

/** The published forms of a date, which are the same for all of a second. */
const datesOf = (
  given: RequestSigningArguments["signingDate"],
  format: (date: Date | number | string) => Dates,
): Dates => {
  const date = given ?? new Date();
  if (!(date instanceof Date)) {
    return format(date);
  }
  const second = Math.floor(date.getTime() / 1000);
  if (!lastDates || second !== lastSecond) {
    lastDates = format(date);
    lastSecond = second;
  }
  return lastDates;
};

/** The name that the payload's hash has among the headers, if it is there. */
const payloadHashIn = (headers: HttpRequest["headers"]): string | undefined => {
  for (const name of Object.keys(headers)) {
    if (name.length === 20 && name.toLowerCase() === "x-amz-content-sha256") {
      return name;
    }
  }
  return undefined;
};

const isInMemory = (body: unknown): body is string | Uint8Array | undefined =>
  body === undefined || typeof body === "string" || body instanceof Uint8Array;

/** In hex; at once where this Node.js has a function for that. */
const sha256 = (data: string | Uint8Array): string =>
  nodeCrypto.hash ? nodeCrypto.hash("sha256", data, "hex") : nodeCrypto.createHash("sha256").update(data).digest("hex");

/** One key for each scope, that of the secret that last signed in it. */
const keys = /* @__PURE__ */ new Map<string, { readonly secret: string; readonly key: nodeCrypto.KeyObject }>();
/** Of keys, and of layouts of headers. */
const MOST_KEPT = 50;

/** @param scope the day, the region and the service, each of which goes into the key in turn */
const keyOf = (secret: string, scope: readonly string[]): nodeCrypto.KeyObject => {
  const name = scope.join("\n");
  const known = keys.get(name);
  if (known?.secret === secret) {
    return known.key;
  }
  let bytes: string | Buffer = `AWS4${secret}`;
  for (const part of [...scope, "aws4_request"]) {
    bytes = nodeCrypto.createHmac("sha256", bytes).update(part).digest();
  }
  const key = nodeCrypto.createSecretKey(bytes as Buffer);
  if (keys.size >= MOST_KEPT) {
    keys.clear();
  }
  keys.set(name, { secret, key });
  return key;
};
