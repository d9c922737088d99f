/**
 * A random UUID (version 4) to tell things apart, not to keep them secret: it needs no `crypto`, which Node.js would have
 * to load, and which pages without TLS and some devices don't have whole.
 */
export const randomUuid = (): string =>
  `${hex(8)}-${hex(4)}-4${hex(3)}-${"89ab"[Math.floor(Math.random() * 4)]}${hex(3)}-${hex(6)}${hex(6)}`;

const hex = (digits: number): string =>
  Math.floor(Math.random() * 16 ** digits)
    .toString(16)
    .padStart(digits, "0");
