import type { MemberShape, OperationShape, ServiceShape } from "../smithy/shapes.ts";
import { service as awsService } from "../smithy/traits/aws-core.ts";
import {
  http,
  httpHeader,
  httpLabel,
  httpPayload,
  httpPrefixHeaders,
  httpQuery,
  httpQueryParams,
  httpResponseCode,
} from "../smithy/traits/http.ts";
import { endpointRuleSet } from "../smithy/traits/rules-engine.ts";
import type { Binding, HttpIr, UriPart } from "./types.ts";

/**
 * Where a member goes in requests and responses of protocols that use HTTP bindings, if its structure is the input, the
 * output or an error of an operation. https://smithy.io/2.0/spec/http-bindings.html
 */
export const bindingOf = ({ traits }: MemberShape): Binding => {
  const header = traits.get(httpHeader);
  if (header !== undefined) return { kind: "header", name: header };
  const query = traits.get(httpQuery);
  if (query !== undefined) return { kind: "query", name: query };
  const prefix = traits.get(httpPrefixHeaders);
  if (prefix !== undefined) return { kind: "prefixHeaders", prefix };
  if (traits.has(httpLabel)) return { kind: "label" };
  if (traits.has(httpQueryParams)) return { kind: "queryParams" };
  if (traits.has(httpPayload)) return { kind: "payload" };
  if (traits.has(httpResponseCode)) return { kind: "status" };
  return { kind: "body" };
};

/** `@http` of an operation; undefined where it has none, which protocols that use HTTP bindings refuse. */
export const httpOf = ({ traits }: OperationShape, service: ServiceShape): HttpIr | undefined => {
  const found = traits.get(http);
  if (found === undefined) return undefined;
  const [path = "", query = ""] = found.uri.split(/\?(.*)/s);
  const own = rulesPlaceBucket(service) ? path.replace(/^\/\{Bucket\}(?=\/|$)/, "") : path;
  return { method: found.method, path: pathParts(own), query: queryParts(query), code: found.code };
};

/** S3's endpoint rules put the bucket before the host name or into the endpoint's path, so requests don't do it again. */
const rulesPlaceBucket = ({ traits }: ServiceShape): boolean =>
  traits.get(awsService)?.sdkId === "S3" && traits.has(endpointRuleSet);

/** `/a/{b}/{c+}` is the text `/a/`, the label b, the text `/` and the greedy label c. */
const pathParts = (path: string): readonly UriPart[] =>
  path
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const [, member, greedy] = /^\{([^{}+]*)(\+?)\}$/.exec(part) ?? [];
      return member === undefined ? { text: part } : { member, greedy: greedy === "+" };
    });

/** `a=b&c` is a parameter with a value and one without, as the model spells them: not percent-encoded. */
const queryParts = (query: string): HttpIr["query"] =>
  query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      return at < 0 ? { name: pair, value: "" } : { name: pair.slice(0, at), value: pair.slice(at + 1) };
    });
