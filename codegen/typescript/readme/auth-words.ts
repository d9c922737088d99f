import { NO_AUTH } from "../../ir/auth.ts";
import { nameOf, type ShapeId } from "../../smithy/shape-id.ts";

const WORDS: ReadonlyMap<ShapeId, string> = new Map([
  [NO_AUTH, "none"],
  ["aws.auth#sigv4", "SigV4"],
  ["aws.auth#sigv4a", "SigV4a"],
  ["smithy.api#httpApiKeyAuth", "API key"],
  ["smithy.api#httpBasicAuth", "user name and password"],
  ["smithy.api#httpBearerAuth", "bearer token"],
  ["smithy.api#httpDigestAuth", "digest"],
]);

/** The auth schemes of an operation in words, the preferred one first: `SigV4 or none`. */
export const authWords = (schemes: readonly ShapeId[]): string =>
  (schemes.length === 0 ? [NO_AUTH] : schemes).map((id) => WORDS.get(id) ?? `\`${nameOf(id)}\``).join(" or ");
