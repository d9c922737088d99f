/** Percent-encodes all but the unreserved characters of RFC 3986; `uriEncode` of the language of endpoint rules. */
export const uriEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
