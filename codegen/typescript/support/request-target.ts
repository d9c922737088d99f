import type { HttpRequest } from "@smithy/core/protocols";
import { uriEncode } from "./uri-encode.js";

/** What a request line says of where a request goes: path, query and fragment. */
export const targetOf = ({ path, query, fragment }: HttpRequest): string =>
  path + (query ? queryOf(query) : "") + (fragment ? `#${fragment}` : "");

/** Keys in order; a list is its key once for each value, and a key without a value stands alone. */
const queryOf = (query: HttpRequest["query"]): string => {
  const pairs: string[] = [];
  for (const key of Object.keys(query).sort()) {
    const value = query[key];
    const name = uriEncode(key);
    if (Array.isArray(value)) {
      pairs.push(...value.map((each) => `${name}=${uriEncode(each)}`));
    } else {
      pairs.push(value || value === "" ? `${name}=${uriEncode(value)}` : name);
    }
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
};
