import { HttpRequest } from "@smithy/core/transport";
import type {
  AwsCredentialIdentity,
  Checksum,
  DateInput,
  Hash,
  HttpRequest as Request,
  RequestPresigner,
  RequestPresigningArguments,
  RequestSigner,
  RequestSigningArguments,
} from "@smithy/types";
import { canonicalRequest, type SignedHeaders, signedHeadersOf } from "./canonical-request.js";
import type { Awaitable } from "./providers.js";
import { hashesAtOnce } from "./sha256.js";
import type { SignerOptions } from "./sigv4-types.js";

const ALGORITHM = "AWS4-HMAC-SHA256";
const PAYLOAD_HASH = "x-amz-content-sha256";
const SECONDS_OF_A_WEEK = 604_800;

type Data = string | Uint8Array;

/** Keys by a day, a region, a service and a secret, with the class that made them. */
const keys = /* @__PURE__ */ new Map<string, { readonly by: object; readonly key: Data }>();
const MOST_KEYS = 50;

/** Who signs, when, and what for. */
interface Signing {
  readonly credentials: AwsCredentialIdentity;
  readonly longDate: string;
  /** `20240229/eu-west-1/dynamodb/aws4_request` */
  readonly scope: string;
  readonly key: Data;
}

/**
 * Signs requests with AWS credentials (SigV4), in a header or, for somebody else to send them later, in their query.
 * Hashes are made at once where the platform can, unless the configuration has a `sha256` of its own.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export class SigV4RequestSigner implements RequestSigner, RequestPresigner {
  readonly #options: SignerOptions;
  readonly #atOnce: ReturnType<typeof hashesAtOnce>;

  constructor(options: SignerOptions) {
    this.#options = options;
    this.#atOnce = hashesAtOnce(options.sha256);
  }

  /**
   * @param toSign a request, which stays as it is, or a text
   * @returns a copy of the request with its signature, or the signature of the text in hex
   * @throws Error where the credentials aren't any
   */
  sign(toSign: Request, options?: RequestSigningArguments): Promise<HttpRequest>;
  sign(toSign: string, options?: RequestSigningArguments): Promise<string>;
  async sign(toSign: Request | string, options: RequestSigningArguments = {}): Promise<HttpRequest | string> {
    const signing = await this.#signing(options);
    if (typeof toSign === "string") {
      return this.#hex(toSign, signing.key);
    }
    const { credentials, longDate, scope } = signing;
    const request = copyOf(toSign);
    const { headers } = request;
    headers["x-amz-date"] = longDate;
    if (credentials.sessionToken) {
      headers["x-amz-security-token"] = credentials.sessionToken;
    }
    const payload = await this.#payloadHash(request);
    if (this.#options.applyChecksum !== false && payloadHashIn(headers) === undefined) {
      headers[PAYLOAD_HASH] = payload;
    }
    const signed = signedHeadersOf(request, options);
    const signature = await this.#signature(signing, request, { signed, payload });
    headers["authorization"] =
      `${ALGORITHM} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signed.names}, Signature=${signature}`;
    return request;
  }

  /**
   * @param options with `expiresIn` in seconds, an hour where it isn't given
   * @returns a copy of the request, whose headers that begin with `x-amz-` are in the query, with its signature there
   * @throws Error where the credentials aren't any, or where it expires in more than a week
   */
  async presign(toSign: Request, options: RequestPresigningArguments = {}): Promise<HttpRequest> {
    const { expiresIn = 3600, unhoistableHeaders, hoistableHeaders } = options;
    const signing = await this.#signing(options);
    const { credentials, longDate, scope } = signing;
    if (expiresIn > SECONDS_OF_A_WEEK) {
      throw new Error("A signed URL has to expire within a week.");
    }
    const request = copyOf(toSign);
    const { headers, query } = request;
    for (const [name, value] of Object.entries(headers)) {
      const lower = name.toLowerCase();
      if ((lower.startsWith("x-amz-") && !unhoistableHeaders?.has(lower)) || hoistableHeaders?.has(lower)) {
        query[name] = value;
        delete headers[name];
      }
    }
    const signed = signedHeadersOf(request, options);
    Object.assign(query, credentials.sessionToken && { "X-Amz-Security-Token": credentials.sessionToken }, {
      "X-Amz-Algorithm": ALGORITHM,
      "X-Amz-Credential": `${credentials.accessKeyId}/${scope}`,
      "X-Amz-Date": longDate,
      "X-Amz-Expires": expiresIn.toString(),
      "X-Amz-SignedHeaders": signed.names,
    });
    const payload = await this.#payloadHash(toSign);
    query["X-Amz-Signature"] = await this.#signature(signing, request, { signed, payload });
    return request;
  }

  async #signing({ signingDate, signingRegion, signingService }: RequestSigningArguments): Promise<Signing> {
    const { credentials: given, region, service } = this.#options;
    const credentials: Partial<AwsCredentialIdentity> = await (typeof given === "function" ? given() : given);
    if (typeof credentials?.accessKeyId !== "string" || typeof credentials.secretAccessKey !== "string") {
      throw new Error("There is no `accessKeyId` or no `secretAccessKey` in the credentials.");
    }
    const ofCall = signingRegion ?? (await (typeof region === "function" ? region() : region));
    const longDate = dateOf(signingDate);
    const day = longDate.slice(0, 8);
    const scope = `${day}/${ofCall}/${signingService ?? service}/aws4_request`;
    const key = await this.#key(credentials.secretAccessKey, [day, ofCall, signingService || service]);
    return { credentials: credentials as AwsCredentialIdentity, longDate, scope, key };
  }

  async #key(secret: string, scope: readonly string[]): Promise<Data> {
    const by = this.#options.sha256;
    const name = [...scope, secret].join("\n");
    const known = keys.get(name);
    if (known?.by === by) {
      return known.key;
    }
    let key: Data = `AWS4${secret}`;
    for (const part of [...scope, "aws4_request"]) {
      key = await (this.#atOnce ? this.#atOnce.bytes(part, key) : this.#digest(part, key));
    }
    if (keys.size >= MOST_KEYS) {
      keys.clear();
    }
    keys.set(name, { by, key });
    return key;
  }

  /** The hash of the body, in hex, which the headers may tell; a stream goes unsigned. */
  #payloadHash({ headers, body }: Request): Awaitable<string> {
    const given = payloadHashIn(headers);
    if (given !== undefined) {
      return headers[given] as string;
    }
    if (ArrayBuffer.isView(body)) {
      return this.#hex(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
    }
    if (Object.prototype.toString.call(body) === "[object ArrayBuffer]") {
      return this.#hex(new Uint8Array(body));
    }
    const text: unknown = body ?? "";
    return typeof text === "string" ? this.#hex(text) : "UNSIGNED-PAYLOAD";
  }

  async #signature(
    { longDate, scope, key }: Signing,
    request: Request,
    { signed, payload }: { readonly signed: SignedHeaders; readonly payload: string },
  ): Promise<string> {
    const { uriEscapePath: escapePath = true } = this.#options;
    const hash = await this.#hex(canonicalRequest(request, signed, { payload, escapePath }));
    return this.#hex(`${ALGORITHM}\n${longDate}\n${scope}\n${hash}`, key);
  }

  #hex(data: Data, key?: Data): Awaitable<string> {
    return this.#atOnce ? this.#atOnce.hex(data, key) : this.#digest(data, key).then(hexOf);
  }

  #digest(data: Data, key?: Data): Promise<Uint8Array> {
    const hash: Checksum | Hash = new this.#options.sha256(key);
    hash.update(typeof data === "string" ? new TextEncoder().encode(data) : data);
    return hash.digest();
  }
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The name that the hash of the body has among the headers, if it is there. */
const payloadHashIn = (headers: Request["headers"]): string | undefined =>
  Object.keys(headers).find((name) => name.length === PAYLOAD_HASH.length && name.toLowerCase() === PAYLOAD_HASH);

/** A copy of the request without what a signature sets anew. */
const copyOf = (toSign: Request): HttpRequest => {
  const request = HttpRequest.clone(toSign);
  for (const name of Object.keys(request.headers)) {
    if (/^(authorization|x-amz-date|date)$/i.test(name)) {
      delete request.headers[name];
    }
  }
  return request;
};

/** @param given numbers, and texts that are some, in seconds since 1970 */
const dateOf = (given: DateInput = new Date()): string => {
  const date =
    typeof given === "object"
      ? given
      : new Date(typeof given === "number" || Number(given) ? Number(given) * 1000 : given);
  return date.toISOString().replace(/[-:]|\.\d+/g, "");
};
