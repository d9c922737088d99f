// As the published functions of these names do in browsers. React Native has neither atob nor btoa everywhere.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** @throws TypeError for what is no text in base64 */
export const fromBase64 = (input: string): Uint8Array => {
  const letters = input.slice(0, input.search(/={0,2}$/));
  const wrong = /[^A-Za-z0-9+/]/.exec(letters);
  if (wrong || input.length % 4 !== 0) {
    throw new TypeError(`Invalid character ${wrong?.[0]} in base64 string.`);
  }
  const bytes = new Uint8Array((letters.length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    bits = (bits << 6) | LETTERS.indexOf(letter);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at] = bits >> held;
      at += 1;
    }
  }
  return bytes;
};

export const toBase64 = (given: Uint8Array | string): string => {
  const bytes = typeof given === "string" ? fromUtf8(given) : given;
  if (typeof bytes !== "object" || (typeof bytes.length !== "number" && !isView(bytes))) {
    throw new Error("@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.");
  }
  const { length } = bytes;
  let text = "";
  for (let index = 0; index < length; index += 3) {
    const [first = 0, second = 0, third = 0] = [bytes[index], bytes[index + 1], bytes[index + 2]];
    const bits = (first << 16) | (second << 8) | third;
    text += letterAt(bits >> 18) + letterAt(bits >> 12);
    text += (index + 1 < length ? letterAt(bits >> 6) : "=") + (index + 2 < length ? letterAt(bits) : "=");
  }
  return text;
};

const letterAt = (bits: number): string => LETTERS.charAt(bits & 63);

const isView = (value: Uint8Array): boolean =>
  typeof value.byteOffset === "number" && typeof value.byteLength === "number";

export const fromUtf8 = (input: string): Uint8Array => new TextEncoder().encode(input);

export const toUtf8 = (input: Uint8Array | string): string => {
  if (typeof input === "string") {
    return input;
  }
  if (typeof input !== "object" || !isView(input)) {
    throw new Error("@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.");
  }
  return new TextDecoder().decode(input);
};

/**
 * The length of a body in bytes.
 *
 * @throws Error where nobody knows it
 */
export const calculateBodyLength = (body: unknown): number => {
  const { byteLength, size } = body as { readonly byteLength?: unknown; readonly size?: unknown };
  const length = typeof body === "string" ? fromUtf8(body).length : typeof byteLength === "number" ? byteLength : size;
  if (typeof length !== "number") {
    throw new Error(`Body Length computation failed for ${body}`);
  }
  return length;
};
