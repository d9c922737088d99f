import * as nodeCrypto from "node:crypto";
import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
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
 * What is to be signed is still put together by the published package; whatever isn't a request with its body in memory
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
    const { longDate, shortDate } = this.formatDate(options.signingDate ?? new Date());
    const service = options.signingService ?? this.service;
    const scope = createScope(shortDate, region, service);
    headers["x-amz-date"] = longDate;
    if (credentials.sessionToken) {
      headers["x-amz-security-token"] = credentials.sessionToken;
    }
    const given = Object.keys(headers).find((name) => name.toLowerCase() === "x-amz-content-sha256");
    const payload = given === undefined ? sha256(request.body ?? "") : (headers[given] as string);
    if (given === undefined && this.applyChecksum) {
      headers["x-amz-content-sha256"] = payload;
    }
    const canonical = getCanonicalHeaders(request, options.unsignableHeaders, options.signableHeaders);
    const hashed = sha256(this.createCanonicalRequest(request, canonical, payload));
    const signature = nodeCrypto
      .createHmac("sha256", keyOf(credentials.secretAccessKey, [shortDate, region, service]))
      .update(`AWS4-HMAC-SHA256\n${longDate}\n${scope}\n${hashed}`)
      .digest("hex");
    headers["authorization"] =
      `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, ` +
      `SignedHeaders=${this.getCanonicalHeaderList(canonical)}, Signature=${signature}`;
    return request;
  }
}

const isInMemory = (body: unknown): body is string | Uint8Array | undefined =>
  body === undefined || typeof body === "string" || body instanceof Uint8Array;

/** In hex; at once where this Node.js has a function for that. */
const sha256 = (data: string | Uint8Array): string =>
  nodeCrypto.hash ? nodeCrypto.hash("sha256", data, "hex") : nodeCrypto.createHash("sha256").update(data).digest("hex");

/** One key for each scope, that of the secret that last signed in it. */
const keys = /* @__PURE__ */ new Map<string, { readonly secret: string; readonly key: nodeCrypto.KeyObject }>();
const MOST_KEYS = 50;

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
  if (keys.size >= MOST_KEYS) {
    keys.clear();
  }
  keys.set(name, { secret, key });
  return key;
};
