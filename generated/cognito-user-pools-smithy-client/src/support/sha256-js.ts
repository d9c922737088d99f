const BLOCK = 64;

/** The first bits behind the point of the square roots of 8 primes, and of the cube roots of 64 (FIPS 180-4). */
interface Constants {
  readonly state: Int32Array;
  readonly rounds: Int32Array;
}

let known: Constants | undefined;

const constants = (): Constants => {
  if (!known) {
    const primes: number[] = [];
    for (let number = 2; primes.length < 64; number += 1) {
      if (primes.every((prime) => number % prime !== 0)) {
        primes.push(number);
      }
    }
    const bits = (root: number): number => (root % 1) * 2 ** 32;
    known = {
      state: Int32Array.from(primes.slice(0, 8), (prime) => bits(Math.sqrt(prime))),
      rounds: Int32Array.from(primes, (prime) => bits(Math.cbrt(prime))),
    };
  }
  return known;
};

/** A number turned right by some of its 32 bits. */
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const words = /* @__PURE__ */ new Int32Array(BLOCK);

const addBlock = (state: Int32Array, block: DataView): void => {
  const { rounds } = constants();
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < BLOCK; index += 1) {
    let word: number;
    if (index < 16) {
      word = block.getInt32(index * 4);
    } else {
      const before = words[index - 15] as number;
      const last = words[index - 2] as number;
      word =
        (words[index - 16] as number) +
        (words[index - 7] as number) +
        (turn(before, 7) ^ turn(before, 18) ^ (before >>> 3)) +
        (turn(last, 17) ^ turn(last, 19) ^ (last >>> 10));
    }
    words[index] = word;
    const first =
      h +
      (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
      ((e & f) ^ (~e & g)) +
      (rounds[index] as number) +
      (words[index] as number);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] as number) + word;
  });
};

/** SHA-256 in JavaScript, for where the platform has none, of data that comes piece by piece. */
export class Sha256Js {
  #state = constants().state.slice();
  readonly #block = new Uint8Array(BLOCK);
  /** Of all data until now, in bytes. */
  #length = 0;

  update(data: Uint8Array): this {
    const view = new DataView(this.#block.buffer);
    for (const byte of data) {
      this.#block[this.#length % BLOCK] = byte;
      this.#length += 1;
      if (this.#length % BLOCK === 0) {
        addBlock(this.#state, view);
      }
    }
    return this;
  }

  /** The hash of the data until now; more can follow. */
  digest(): Uint8Array {
    const whole = new Sha256Js();
    whole.#state = this.#state.slice();
    whole.#block.set(this.#block);
    whole.#length = this.#length;
    const zeros = (BLOCK + 55 - (this.#length % BLOCK)) % BLOCK;
    const tail = new Uint8Array(zeros + 9);
    tail[0] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(zeros + 1, this.#length / 2 ** 29);
    view.setUint32(zeros + 5, this.#length * 8);
    whole.update(tail);
    const digest = new DataView(new ArrayBuffer(32));
    whole.#state.forEach((word, index) => {
      digest.setInt32(index * 4, word);
    });
    return new Uint8Array(digest.buffer);
  }
}

/** The inner or the outer hash of an HMAC (RFC 2104), which begins with the key. */
export const keyed = (key: Uint8Array, filling: 0x36 | 0x5c): Sha256Js => {
  const short = key.byteLength > BLOCK ? new Sha256Js().update(key).digest() : key;
  return new Sha256Js().update(Uint8Array.from({ length: BLOCK }, (_, index) => filling ^ (short[index] ?? 0)));
};
