import type { Json } from "../smithy/json.ts";

/**
 * The rules language that turns parameters into an endpoint, decoded from `smithy.rules#endpointRuleSet`.
 * https://smithy.io/2.0/additional-specs/rules-engine/specification.html
 */
export interface RuleSet {
  readonly version: string;
  /** In the model's order. */
  readonly parameters: readonly RuleParameter[];
  readonly rules: readonly Rule[];
}

export interface RuleParameter {
  readonly name: string;
  readonly type: "string" | "boolean" | "stringArray";
  /** `AWS::Region`, `SDK::Endpoint`, ... */
  readonly builtIn?: string;
  readonly required: boolean;
  readonly default?: Json;
  readonly documentation?: string;
  readonly deprecated?: { readonly message?: string; readonly since?: string };
}

/** Each kind is tried when all its conditions hold, in order; the names that they assign are seen inside it. */
export type Rule = EndpointRule | ErrorRule | TreeRule;

export interface EndpointRule {
  readonly kind: "endpoint";
  readonly conditions: readonly Condition[];
  readonly url: Expression;
  /** Header names to the values of each. */
  readonly headers: readonly (readonly [string, readonly Expression[]])[];
  readonly properties: readonly (readonly [string, PropertyValue])[];
}

export interface ErrorRule {
  readonly kind: "error";
  readonly conditions: readonly Condition[];
  readonly message: Expression;
}

export interface TreeRule {
  readonly kind: "tree";
  readonly conditions: readonly Condition[];
  readonly rules: readonly Rule[];
}

/** A function call whose result must be set and not false; `assign` names the result for what follows. */
export interface Condition {
  readonly call: FunctionCall;
  readonly assign?: string;
}

export interface FunctionCall {
  readonly kind: "call";
  /** `isSet`, `aws.partition`, ... */
  readonly fn: string;
  readonly args: readonly Expression[];
}

export type Expression =
  | FunctionCall
  | { readonly kind: "reference"; readonly name: string }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "list"; readonly elements: readonly Expression[] }
  /** A string with `{name}` and `{name#path}` in it, in parts. */
  | { readonly kind: "template"; readonly parts: readonly Expression[] };

/** Endpoint properties are JSON-like trees whose strings may be templates. */
export type PropertyValue =
  | { readonly kind: "value"; readonly value: Expression }
  | { readonly kind: "array"; readonly elements: readonly PropertyValue[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, PropertyValue])[] };
