import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";
import { objectAt, targetsAt } from "../support/model-json.ts";
import type { Shapes } from "./members.ts";

/** One of the official protocol tests, for one operation of a service. */
export interface ProtocolCase {
  readonly service: string;
  readonly operation: string;
  readonly kind: "request" | "response" | "error";
  /** The structure that `params` are of; undefined where the operation has none. */
  readonly shape: string | undefined;
  readonly test: JsonObject;
}

/** The official tests of a protocol that a client runs, of all services that speak it, as their traits have them. */
export const protocolCases = (shapes: Shapes, protocol: string): readonly ProtocolCase[] =>
  Object.entries(shapes)
    .filter(([, shape]) => own(objectAt(shape, "traits"), protocol) !== undefined)
    .flatMap(([service, shape]) =>
      operationsOf(shapes, shape).flatMap((operation) => operationCases(shapes, service, operation, protocol)),
    );

const operationCases = (shapes: Shapes, service: string, operation: string, protocol: string): ProtocolCase[] => {
  const shape = objectAt(shapes, operation);
  const cases = (id: string, trait: string, kind: ProtocolCase["kind"], structure: string | undefined) =>
    testsAt(objectAt(shapes, id), `smithy.test#http${trait}Tests`, protocol).map((test) => ({
      service,
      operation,
      kind,
      shape: structure,
      test,
    }));
  return [
    ...cases(operation, "Request", "request", inputOrOutput(shape, "input")),
    ...cases(operation, "Response", "response", inputOrOutput(shape, "output")),
    ...targetsAt(shape, "errors").flatMap((error) => cases(error, "Response", "error", error)),
  ];
};

const inputOrOutput = (operation: JsonObject, key: string): string | undefined => {
  const target = own(objectAt(operation, key), "target");
  return typeof target === "string" && target !== "smithy.api#Unit" ? target : undefined;
};

const operationsOf = (shapes: Shapes, shape: Json): readonly string[] => [
  ...targetsAt(shape, "operations"),
  ...targetsAt(shape, "resources").flatMap((resource) => operationsOf(shapes, objectAt(shapes, resource))),
];

const testsAt = (shape: JsonObject, trait: string, protocol: string): readonly JsonObject[] => {
  const tests = own(objectAt(shape, "traits"), trait);
  return (Array.isArray(tests) ? tests : []).filter(
    (test): test is JsonObject =>
      isObject(test) && own(test, "protocol") === protocol && (own(test, "appliesTo") ?? "client") === "client",
  );
};
