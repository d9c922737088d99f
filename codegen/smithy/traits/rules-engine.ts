/** https://smithy.io/2.0/additional-specs/rules-engine/index.html */
import type { Json, JsonObject } from "../json.ts";
import { mapOf, oneOf, raw } from "./forms.ts";
import { trait, type Value } from "./trait.ts";

/** The rules by which a service's endpoints are found, as they stand: a language of their own. */
export const endpointRuleSet = trait("smithy.rules#endpointRuleSet", (v): JsonObject => v.object);

/** The rules as a binary decision diagram, as they stand. */
export const endpointBdd = trait("smithy.rules#endpointBdd", (v): JsonObject => v.object);

/** Test cases of the rule set, as they stand. */
export const endpointTests = trait("smithy.rules#endpointTests", (v): JsonObject => v.object);

export interface ClientContextParam {
  readonly type: "string" | "boolean" | "stringArray";
  readonly documentation: string | undefined;
}

/** Parameters of the rules that a client's configuration gives, by name. */
export const clientContextParams = trait(
  "smithy.rules#clientContextParams",
  (v): ReadonlyMap<string, ClientContextParam> => mapOf(v, readClientContextParam),
);

/** Parameters that an operation always gives: strings, booleans or lists of strings, by name. */
export const staticContextParams = trait(
  "smithy.rules#staticContextParams",
  (v): ReadonlyMap<string, Json> => mapOf(v, (param) => raw(param.required("value"))),
);

/** The parameter that the member's value gives. */
export const contextParam = trait("smithy.rules#contextParam", (v) => ({ name: v.required("name").string }));

/** Parameters that are found in an operation's input, as JMESPath expressions by name. */
export const operationContextParams = trait(
  "smithy.rules#operationContextParams",
  (v): ReadonlyMap<string, string> => mapOf(v, (param) => param.required("path").string),
);

const readClientContextParam = (v: Value): ClientContextParam => ({
  type: oneOf(v.required("type"), ["string", "boolean", "stringArray"]),
  documentation: v.at("documentation")?.string,
});
