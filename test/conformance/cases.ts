import { readFileSync } from "node:fs";
import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";
import { membersOf, objectAt, targetsAt } from "../support/model-json.ts";
import { sharedPath } from "../support/paths.ts";
import { type ExactJsonObject, parseExactJson } from "./exact-json.ts";
import { type RequestTest, type ResponseTest, requestTest, responseTest } from "./tests.ts";

/** The shapes of a model in the JSON AST, by id. */
export type Shapes = JsonObject;

/** One of the official tests, with all that is needed to run it. */
export type ProtocolCase = RequestCase | ResponseCase;

interface Case {
  readonly protocol: string;
  readonly service: string;
  /** Name of the model's file without its ending: `aws-protocols`. */
  readonly file: string;
  /** The operations to run it with: one, or for a test of an error each that can end in it. */
  readonly operations: readonly string[];
  /** The structure that `params` are of; undefined where the operation has none. */
  readonly shape: string | undefined;
}

export interface RequestCase extends Case {
  readonly kind: "request";
  readonly test: RequestTest;
}

export interface ResponseCase extends Case {
  readonly kind: "response" | "error";
  readonly test: ResponseTest;
}

/** The models of the official tests, flattened by the official tool. `undefined` on a machine without them. */
export const protocolModels = (): readonly { readonly file: string; readonly shapes: Shapes }[] | undefined => {
  if (sharedPath("protocol-tests") === undefined) return undefined;
  return ["aws-protocols", "smithy-protocols"].map((file) => {
    const text = readFileSync(sharedPath("protocol-tests", `${file}.flattened.json`) ?? "", "utf8");
    // Only `params` hold integers that a double can't, and whoever reads them knows it.
    return { file, shapes: objectAt(parseExactJson(text) as Json, "shapes") };
  });
};

/** The official tests of a protocol that a client runs, of all services that speak it, as their traits have them. */
export const protocolCases = (file: string, shapes: Shapes, protocol: string): readonly ProtocolCase[] =>
  servicesOf(shapes, protocol).flatMap((service) =>
    serviceCases(shapes, { protocol, service, file }, operationsOf(shapes, objectAt(shapes, service))),
  );

/** The ids of the services that speak a protocol. */
export const servicesOf = (shapes: Shapes, protocol: string): readonly string[] =>
  Object.entries(shapes)
    .filter(([, shape]) => own(objectAt(shape, "traits"), protocol) !== undefined)
    .map(([id]) => id);

type Origin = Pick<Case, "protocol" | "service" | "file">;

const serviceCases = (shapes: Shapes, origin: Origin, operations: readonly string[]): readonly ProtocolCase[] => {
  const tests = (id: string, trait: string) => testsAt(shapes, id, `smithy.test#http${trait}Tests`, origin.protocol);
  const ofOperations = operations.flatMap((operation): ProtocolCase[] => {
    const [input, output] = (["input", "output"] as const).map((key) => structureOf(shapes, operation, key));
    const common = { ...origin, operations: [operation] };
    return [
      ...tests(operation, "Request").map(
        (json): RequestCase => ({ ...common, kind: "request", shape: input, test: requestTest(json) }),
      ),
      ...tests(operation, "Response").map(
        (json): ResponseCase => ({ ...common, kind: "response", shape: output, test: responseTest(json) }),
      ),
    ];
  });
  const errorsOf = (id: string) => targetsAt(objectAt(shapes, id), "errors");
  const shared = errorsOf(origin.service);
  const errors = new Set([...shared, ...operations.flatMap(errorsOf)]);
  const ofErrors = [...errors].flatMap((error) => {
    const ending = operations.filter((operation) => [...shared, ...errorsOf(operation)].includes(error));
    return tests(error, "Response").map(
      (json): ResponseCase => ({
        ...origin,
        operations: ending,
        kind: "error",
        shape: error,
        test: responseTest(json),
      }),
    );
  });
  return [...ofOperations, ...ofErrors];
};

/** The type of a member of a shape. */
export const targetOf = (shape: Json | undefined, member: string): string =>
  String(own(membersOf(shape).get(member) ?? {}, "target"));

const structureOf = (shapes: Shapes, operation: string, key: string): string | undefined => {
  const target = own(objectAt(objectAt(shapes, operation), key), "target");
  return typeof target === "string" && target !== "smithy.api#Unit" ? target : undefined;
};

/** The input of an operation; undefined where it takes nothing. */
export const inputOf = (shapes: Shapes, operation: string): string | undefined =>
  structureOf(shapes, operation, "input");

const operationsOf = (shapes: Shapes, shape: Json): readonly string[] => [
  ...targetsAt(shape, "operations"),
  ...targetsAt(shape, "resources").flatMap((resource) => operationsOf(shapes, objectAt(shapes, resource))),
];

const testsAt = (shapes: Shapes, id: string, trait: string, protocol: string): readonly ExactJsonObject[] => {
  const tests = own(objectAt(objectAt(shapes, id), "traits"), trait);
  return (Array.isArray(tests) ? tests : []).filter(
    (test): test is JsonObject =>
      isObject(test) && own(test, "protocol") === protocol && (own(test, "appliesTo") ?? "client") === "client",
  );
};
