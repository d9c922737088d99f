// The module itself, without a look at what is in it: not every release of Node.js has `hash`.
import nodeCrypto, { type Hash, type Hmac, type KeyObject } from "node:crypto";
import type { Checksum, SourceData } from "@smithy/types";

/** SHA-256 by `node:crypto`, or HMAC of it where there is a secret, after which nothing can be added. */
export class Sha256 implements Checksum {
  readonly digestLength = 32;
  readonly #secret: SourceData | undefined;
  #hash: Hash | Hmac;
  #finished = false;

  constructor(secret?: SourceData) {
    this.#secret = secret || undefined;
    this.#hash = started(this.#secret);
  }

  update(data: Uint8Array): void {
    this.#check();
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    this.#check();
    this.#finished = this.#secret !== undefined;
    const bytes = ("copy" in this.#hash ? this.#hash.copy() : this.#hash).digest();
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  reset(): void {
    this.#hash = started(this.#secret);
    this.#finished = false;
  }

  #check(): void {
    if (this.#finished) {
      throw new Error("This HMAC is finished.");
    }
  }
}

const started = (secret: SourceData | undefined): Hash | Hmac =>
  secret === undefined
    ? nodeCrypto.createHash("sha256")
    : nodeCrypto.createHmac("sha256", typeof secret === "string" ? secret : bytesOf(secret));

const bytesOf = (data: Exclude<SourceData, string>): Uint8Array =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);

/** What HMAC takes as its key. */
export type Key = string | Uint8Array | KeyObject;

/** Hashes that need no promise. */
export interface HashesAtOnce {
  /** SHA-256 or, where there is a key, the HMAC of it. */
  hex(data: string | Uint8Array, key?: Key): string;
  bytes(data: string | Uint8Array, key: Key): Uint8Array;
  /** A key that is used often. */
  key(bytes: Uint8Array): Key;
}

const hmac = (data: string | Uint8Array, key: Key): Hmac => nodeCrypto.createHmac("sha256", key).update(data);

const AT_ONCE: HashesAtOnce = {
  hex: (data, key) => {
    if (key !== undefined) {
      return hmac(data, key).digest("hex");
    }
    // Node.js has it since 20.12.
    return nodeCrypto.hash
      ? nodeCrypto.hash("sha256", data, "hex")
      : nodeCrypto.createHash("sha256").update(data).digest("hex");
  },
  bytes: (data, key) => hmac(data, key).digest(),
  key: (bytes) => nodeCrypto.createSecretKey(bytes),
};

/** What gives the same hashes as the class at once, if there is such a thing. */
export const hashesAtOnce = (sha256: object): HashesAtOnce | undefined => (sha256 === Sha256 ? AT_ONCE : undefined);
