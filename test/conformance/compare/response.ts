import { nameOf } from "../../../codegen/smithy/shape-id.ts";
import { membersOf, objectAt } from "../../support/model-json.ts";
import type { ProtocolCase, Shapes } from "../cases.ts";
import { inMemory } from "../members.ts";
import type { ResponseTest } from "../tests.ts";
import { octetsOf } from "./bodies.ts";
import { different } from "./values.ts";

/** What a call came to: its output, or what it threw. */
export type Outcome = { readonly output: object } | { readonly error: unknown };

/** What is needed to know what a response means. */
export interface Expectation {
  readonly shapes: Shapes;
  readonly kind: ProtocolCase["kind"];
  readonly shape: string | undefined;
  readonly test: ResponseTest;
  /** The class of the modelled error, where that is what is expected. */
  readonly errorClass?: unknown;
}

/** Whatever of an output or error is not as the test says, one line each. */
export const outcomeDifferences = async (expected: Expectation, outcome: Outcome): Promise<readonly string[]> => {
  if (expected.kind === "error") {
    return "error" in outcome ? errorDifferences(expected, outcome.error) : ["an output, expected an error"];
  }
  return "output" in outcome ? outputDifferences(expected, outcome.output) : [`an error: ${String(outcome.error)}`];
};

const outputDifferences = async (expected: Expectation, output: object): Promise<readonly string[]> => {
  const { $metadata, ...members } = output as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return [
    ...different("status", $metadata?.httpStatusCode, expected.test.code),
    ...different("output", await withStreamsRead(members), paramsOf(expected)),
  ];
};

const errorDifferences = (expected: Expectation, error: unknown): readonly string[] => {
  const { test, shape, shapes, errorClass } = expected;
  if (typeof error !== "object" || error === null) return ["what was thrown is no object"];
  const thrown = error as { readonly name?: unknown; readonly $metadata?: { readonly httpStatusCode?: number } };
  const params = new Map(Object.entries(paramsOf(expected)));
  const members = [...membersOf(objectAt(shapes, shape ?? "")).keys()];
  return [
    ...different("name", thrown.name, nameOf(shape ?? "")),
    ...(typeof errorClass === "function" && error instanceof errorClass ? [] : ["class: not the modelled error's"]),
    ...different("status", thrown.$metadata?.httpStatusCode, test.code),
    ...members
      // Every exception has a message, whether one came or not.
      .filter((name) => params.has(name) || name.toLowerCase() !== "message")
      .flatMap((name) => different(name, memberOf(error, name), params.get(name))),
    ...codeDifferences(test, error),
  ];
};

/** Exceptions have one message, whatever the case of the member's name. */
const memberOf = (error: object, name: string): unknown =>
  Reflect.get(error, name.toLowerCase() === "message" ? "message" : name);

/** What the query protocols, and clients of services that spoke them once, say of an error beside its members. */
const codeDifferences = ({ vendorParams }: ResponseTest, error: object): readonly string[] => {
  const { code, type } = vendorParams;
  const { Error: inner, Code, Type, name } = error as Readonly<Record<string, unknown>>;
  const { Code: innerCode, Type: innerType } = Object(inner) as Readonly<Record<string, unknown>>;
  return [
    ...(code === undefined ? [] : different("code", Code ?? innerCode ?? name, code)),
    ...(type === undefined ? [] : different("type", Type ?? innerType, type)),
  ];
};

/** What is expected; a member that is null isn't there. */
const paramsOf = ({ shapes, shape, test }: Expectation): object =>
  shape === undefined
    ? {}
    : Object.fromEntries(
        Object.entries(inMemory(shapes, shape, test.params) as object).filter(([, value]) => value !== null),
      );

/** Streams as the octets they held; one that held none isn't there, as no body is. */
const withStreamsRead = async (members: object): Promise<object> => {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    const isStream = typeof value === "object" && value !== null && "transformToByteArray" in value;
    const octets = isStream ? await octetsOf(value) : undefined;
    if (octets?.byteLength !== 0) read[name] = octets ?? value;
  }
  return read;
};
