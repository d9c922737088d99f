import type { Checksum, SourceData } from "@smithy/types";
import { keyed, Sha256Js } from "./sha256-js.js";

/** The browser's own cryptography can't hash piece by piece: what is larger than this, in bytes, isn't kept for it. */
const MOST_KEPT = 8 * 1024 * 1024;

type Subtle = typeof globalThis.crypto.subtle;

/** Browsers have it on pages of `https:` alone. */
const subtle = (): Subtle | undefined => {
  const found: Partial<Subtle> | undefined = globalThis.crypto?.subtle;
  return [found?.digest, found?.sign, found?.importKey].every((each) => typeof each === "function")
    ? (found as Subtle)
    : undefined;
};

/** SHA-256, or HMAC of it where there is a secret, after which nothing can be added: by the browser where it can. */
export class Sha256 implements Checksum {
  readonly digestLength = 32;
  readonly #secret: Uint8Array<ArrayBuffer> | undefined;
  #kept: Uint8Array[] = [];
  #size = 0;
  #running: Sha256Js | undefined;
  #finished = false;

  constructor(secret?: SourceData) {
    this.#secret = secret ? bytesOf(secret) : undefined;
  }

  update(data: Uint8Array): void {
    this.#check();
    if (!this.#running) {
      this.#kept.push(data.slice());
      this.#size += data.byteLength;
      if (this.#size >= MOST_KEPT) {
        this.#run();
      }
    } else {
      this.#running.update(data);
    }
  }

  async digest(): Promise<Uint8Array> {
    this.#check();
    this.#finished = this.#secret !== undefined;
    const crypto = subtle();
    if (this.#running || !crypto) {
      const digest = this.#run().digest();
      return this.#secret ? keyed(this.#secret, 0x5c).update(digest).digest() : digest;
    }
    const data = new Uint8Array(this.#size);
    let position = 0;
    for (const part of this.#kept) {
      data.set(part, position);
      position += part.byteLength;
    }
    if (!this.#secret) {
      return new Uint8Array(await crypto.digest("SHA-256", data));
    }
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.importKey("raw", this.#secret, algorithm, false, ["sign"]);
    return new Uint8Array(await crypto.sign("HMAC", key, data));
  }

  reset(): void {
    this.#kept = [];
    this.#size = 0;
    this.#running = undefined;
    this.#finished = false;
  }

  #check(): void {
    if (this.#finished) {
      throw new Error("This HMAC is finished.");
    }
  }

  /** Goes on in JavaScript. */
  #run(): Sha256Js {
    let running = this.#running;
    if (!running) {
      running = this.#secret ? keyed(this.#secret, 0x36) : new Sha256Js();
      for (const part of this.#kept) {
        running.update(part);
      }
      this.#running = running;
      this.#kept = [];
    }
    return running;
  }
}

const bytesOf = (data: SourceData): Uint8Array<ArrayBuffer> => {
  if (typeof data === "string") {
    return new TextEncoder().encode(data);
  }
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
    : new Uint8Array(data);
};

/** A browser's hashes need promises. */
export const hashesAtOnce = (_sha256: object): undefined => undefined;
