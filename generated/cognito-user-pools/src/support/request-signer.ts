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
import { type Awaitable, atOnce, when } from "./providers.js";
import { hashesAtOnce, type Key } from "./sha256.js";
import type { SignerOptions } from "./sigv4-types.js";

const ALGORITHM = "AWS4-HMAC-SHA256";
const PAYLOAD_HASH = "x-amz-content-sha256";
const SECONDS_OF_A_WEEK = 604_800;

type Data = string | Uint8Array;

/** Keys by a day, a region, a service and a secret, with the class that made them. */
const keys = /* @__PURE__ */ new Map<string, { readonly by: object; readonly key: Key }>();
const MOST_KEYS = 50;

/** Who signs, when, and what for. */
interface Signing {
  readonly credentials: AwsCredentialIdentity;
  readonly longDate: string;
  /** `20240229/eu-west-1/dynamodb/aws4_request` */
  readonly scope: string;
  readonly key: Key;
}

/** A signer of requests that may do without promises. */
export interface PromptRequestSigner extends RequestSigner {
  readonly promptly?: (request: Request, options: RequestSigningArguments) => Awaitable<Request>;
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
    return typeof toSign === "string"
      ? when(this.#signing(options), ({ key }) => this.#hex(toSign, key))
      : this.promptly(toSign, options);
  }

  /** The same of a request, without a promise where nothing has to be waited for. */
  promptly(toSign: Request, options: RequestSigningArguments = {}): Awaitable<HttpRequest> {
    return when(this.#signing(options), (signing) => this.#signed(toSign, options, signing));
  }

  #signed(toSign: Request, options: RequestSigningArguments, signing: Signing): Awaitable<HttpRequest> {
    const { credentials, longDate, scope } = signing;
    const request = copyOf(toSign);
    const { headers } = request;
    headers["x-amz-date"] = longDate;
    if (credentials.sessionToken) {
      headers["x-amz-security-token"] = credentials.sessionToken;
    }
    const given = payloadHashIn(headers);
    return when(given ?? this.#hashOf(request.body), (payload) => {
      if (given === undefined && this.#options.applyChecksum !== false) {
        headers[PAYLOAD_HASH] = payload;
      }
      const signed = signedHeadersOf(request, options);
      return when(this.#signature(signing, request, { signed, payload }), (signature) => {
        headers["authorization"] =
          `${ALGORITHM} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signed.names}, Signature=${signature}`;
        return request;
      });
    });
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
    const payload = payloadHashIn(toSign.headers) ?? (await this.#hashOf(toSign.body));
    query["X-Amz-Signature"] = await this.#signature(signing, request, { signed, payload });
    return request;
  }

  #signing({ signingDate, signingRegion, signingService }: RequestSigningArguments): Awaitable<Signing> {
    const { credentials: given, region, service } = this.#options;
    const asked = typeof given === "function" ? atOnce(given as () => Promise<AwsCredentialIdentity>) : given;
    return when(asked, (credentials: Partial<AwsCredentialIdentity>) => {
      const { accessKeyId, secretAccessKey } = credentials ?? {};
      if (typeof accessKeyId !== "string" || typeof secretAccessKey !== "string") {
        throw new Error("There is no `accessKeyId` or no `secretAccessKey` in the credentials.");
      }
      return when(signingRegion ?? (typeof region === "function" ? region() : region), (ofCall) => {
        const longDate = dateOf(signingDate);
        const day = longDate.slice(0, 8);
        const scope = `${day}/${ofCall}/${signingService ?? service}/aws4_request`;
        return when(this.#key(secretAccessKey, [day, ofCall, signingService || service]), (key) => {
          return { credentials: credentials as AwsCredentialIdentity, longDate, scope, key };
        });
      });
    });
  }

  #key(secret: string, scope: readonly string[]): Awaitable<Key> {
    const known = keys.get([...scope, secret].join("\n"));
    return known?.by === this.#options.sha256 ? known.key : this.#newKey(secret, scope);
  }

  async #newKey(secret: string, scope: readonly string[]): Promise<Key> {
    let bytes: Data = `AWS4${secret}`;
    for (const part of [...scope, "aws4_request"]) {
      bytes = await (this.#atOnce ? this.#atOnce.bytes(part, bytes) : this.#digest(part, bytes));
    }
    const key = this.#atOnce ? this.#atOnce.key(bytes as Uint8Array) : bytes;
    if (keys.size >= MOST_KEYS) {
      keys.clear();
    }
    keys.set([...scope, secret].join("\n"), { by: this.#options.sha256, key });
    return key;
  }

  /** The hash of a body, in hex; a stream goes unsigned. */
  #hashOf(body: unknown): Awaitable<string> {
    const text: unknown = body ?? "";
    if (typeof text === "string") {
      return this.#hex(text);
    }
    if (ArrayBuffer.isView(body)) {
      return this.#hex(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
    }
    const isBuffer = Object.prototype.toString.call(body) === "[object ArrayBuffer]";
    return isBuffer ? this.#hex(new Uint8Array(body as ArrayBuffer)) : "UNSIGNED-PAYLOAD";
  }

  #signature(
    { longDate, scope, key }: Signing,
    request: Request,
    { signed, payload }: { readonly signed: SignedHeaders; readonly payload: string },
  ): Awaitable<string> {
    const { uriEscapePath: escapePath = true } = this.#options;
    const hash = this.#hex(canonicalRequest(request, signed, { payload, escapePath }));
    const signature = (known: string): Awaitable<string> =>
      this.#hex(`${ALGORITHM}\n${longDate}\n${scope}\n${known}`, key);
    return typeof hash === "string" ? signature(hash) : hash.then(signature);
  }

  #hex(data: Data, key?: Key): Awaitable<string> {
    return this.#atOnce ? this.#atOnce.hex(data, key) : this.#digest(data, key).then(hexOf);
  }

  #digest(data: Data, key?: Key): Promise<Uint8Array> {
    const hash: Checksum | Hash = new this.#options.sha256(key as Data | undefined);
    hash.update(typeof data === "string" ? new TextEncoder().encode(data) : data);
    return hash.digest();
  }
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The hash of the body that the headers tell, if they do. */
const payloadHashIn = (headers: Request["headers"]): string | undefined => {
  for (const name of Object.keys(headers)) {
    if (name.length === PAYLOAD_HASH.length && name.toLowerCase() === PAYLOAD_HASH) {
      return headers[name];
    }
  }
  return undefined;
};

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

let lastSecond: number | undefined;
let lastText = "";

/** @param given numbers, and texts that are some, in seconds since 1970 */
const dateOf = (given: DateInput = new Date()): string => {
  const isNumber = typeof given === "number" || (typeof given === "string" && Number(given));
  const date = isNumber ? new Date(Number(given) * 1000) : new Date(given);
  const second = Math.floor(date.getTime() / 1000);
  if (second !== lastSecond) {
    lastText = date.toISOString().replace(/[-:]|\.\d+/g, "");
    lastSecond = second;
  }
  return lastText;
};
