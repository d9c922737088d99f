import type { PropertyValue, Rule, RuleSet } from "./endpoint-rules.ts";

/** An auth scheme that an endpoint names: one element of the property `authSchemes`. */
export interface EndpointAuthScheme {
  /** `sigv4`, `sigv4a`; "" where the rules compute it. */
  readonly name: string;
  /** The path is signed as it is, not encoded once more. */
  readonly disableDoubleEncoding: boolean;
}

/**
 * All auth schemes that the endpoints of a rule set name, in the order of its rules.
 * https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html
 */
export const endpointAuthSchemes = ({ rules }: Pick<RuleSet, "rules">): readonly EndpointAuthScheme[] =>
  rules.flatMap(schemesOfRule);

const schemesOfRule = (rule: Rule): readonly EndpointAuthScheme[] => {
  switch (rule.kind) {
    case "tree":
      return endpointAuthSchemes(rule);
    case "error":
      return [];
    case "endpoint":
      return rule.properties.flatMap(([key, value]) =>
        key === "authSchemes" && value.kind === "array" ? value.elements.flatMap(decode) : [],
      );
  }
};

const decode = (element: PropertyValue): readonly EndpointAuthScheme[] => {
  if (element.kind !== "object") return [];
  const entries = new Map(element.entries);
  const name = literal(entries.get("name"));
  return [
    {
      name: typeof name === "string" ? name : "",
      disableDoubleEncoding: literal(entries.get("disableDoubleEncoding")) === true,
    },
  ];
};

const literal = (property: PropertyValue | undefined): string | number | boolean | undefined =>
  property?.kind === "value" && property.value.kind === "literal" ? property.value.value : undefined;
