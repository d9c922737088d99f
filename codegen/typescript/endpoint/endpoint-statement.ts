import type { EndpointRule, Expression, PropertyValue } from "../../ir/endpoint-rules.ts";
import { propertyKey } from "../layout.ts";
import { compileExpression, compileString, type Place } from "./expressions.ts";
import type { Statement, Tree } from "./statements.ts";
import { unguarded, type Value } from "./values.ts";

/** `return endpointAt(url, properties, headers);`, without what is empty at its end. */
export const endpointStatement = (rule: EndpointRule, place: Place): Statement => {
  const printer = new EndpointPrinter(place);
  const url = printer.string(rule.url);
  const properties = printer.properties(rule.properties);
  const headers = printer.headers(rule.headers);
  const given = rule.headers.length > 0 ? 3 : rule.properties.length > 0 ? 2 : 1;
  return { kind: "return", callee: "endpointAt", args: [url, properties, headers].slice(0, given), uses: printer.uses };
};

/** The parts of one endpoint, and what they read. */
class EndpointPrinter {
  readonly uses: Value["uses"][number][] = [];
  readonly #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  string(expression: Expression): string {
    return this.#text(compileString(expression, this.#place));
  }

  properties(entries: EndpointRule["properties"]): Tree {
    return objectTree(entries.map(([key, inner]) => [key, this.#property(inner)]));
  }

  headers(entries: EndpointRule["headers"]): Tree {
    return objectTree(
      entries.map(([key, values]) => [key, { kind: "array", elements: values.map((value) => this.string(value)) }]),
    );
  }

  #property(property: PropertyValue): Tree {
    switch (property.kind) {
      case "array":
        return { kind: "array", elements: property.elements.map((element) => this.#property(element)) };
      case "object":
        return this.properties(property.entries);
      case "value": {
        const compiled = unguarded(compileExpression(property.value, this.#place), '""');
        return compiled.type === "boolean" && !compiled.optional ? this.#text(compiled) : this.string(property.value);
      }
    }
  }

  #text(compiled: Value): string {
    this.uses.push(...compiled.uses);
    return compiled.text;
  }
}

/** `__proto__` would set the prototype, written as a plain key. */
const objectTree = (entries: readonly (readonly [string, Tree])[]): Tree => ({
  kind: "object",
  entries: entries.map(([key, inner]) => [key === "__proto__" ? '["__proto__"]' : propertyKey(key), inner]),
});
