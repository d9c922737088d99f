import type { ServiceIr, TypeRef } from "../../codegen/ir/types.ts";
import { textOf } from "./answers.ts";
import type { Difference } from "./difference.ts";
import { LIST, withContents } from "./differences-of-answers.ts";
import { codeOf } from "./differences-of-errors.ts";
import { withBody } from "./differences-of-inputs.ts";
import { codeKeys, isError, structureRef } from "./facts.ts";
import type { Plain } from "./plain.ts";
import { Literal, toWire } from "./wire-json.ts";

const release = "3.782.0";
const HEADER = "x-amzn-errortype";
const GAINED = "OperationNotEnabledException";
const PROTO = "__proto__ as a key";

/** An input as ours read it: the members of the model, in our order, without nulls. */
const ordered = (service: ServiceIr, type: TypeRef, value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (type.kind === "map") {
    const entries = Object.entries(value).map(([key, entry]) => [
      key === "__proto__" ? PROTO : key,
      ordered(service, type.value, entry),
    ]);
    return Object.fromEntries(entries);
  }
  const named = type.kind === "named" ? service.typesById.get(type.id) : undefined;
  if (named?.kind !== "structure") return value;
  const given = new Map(Object.entries(value));
  const members = [...named.members].sort((a, b) => Number(b.presence.required) - Number(a.presence.required));
  return Object.fromEntries(
    members
      .filter(({ name }) => given.has(name))
      .map(({ name, type: of }) => [name, ordered(service, of, given.get(name))]),
  );
};

/** Contents as the newest release reads them: without unknown members, but beside a type's name; $metadata is the client's. */
const knownContents = (service: ServiceIr, type: TypeRef, contents: object): Readonly<Record<string, unknown>> => {
  const { $metadata: _, ...others } = known(service, type, contents) as Readonly<Record<string, unknown>>;
  return others;
};

const known = (service: ServiceIr, type: TypeRef, value: unknown): unknown => {
  const named = type.kind === "named" ? service.typesById.get(type.id) : undefined;
  if (typeof value !== "object" || value === null || value instanceof Literal) return value;
  if (named?.kind !== "structure") return `${LIST}${toWire(value)}`;
  const types = new Map(named.members.map((member) => [member.name, member.type]));
  const hasType = typeof (value as { readonly __type?: unknown }).__type === "string";
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const of = types.get(name);
      if (of !== undefined) return [[name, known(service, of, member)]];
      return hasType ? [[name, `${LIST}${toWire(member)}`]] : [];
    }),
  );
};

/** How Cognito's client of that release differs from the newest and from ours; it has other code for all of this. */
export const differencesFrom3_782: readonly Difference[] = [
  {
    release,
    name: "members as the caller gave them",
    reason:
      "3.782.0 sends what a caller gives in the caller's order, unknown members too, and loses keys named __proto__.",
    example: { service: "cognito", operation: "ForgotPassword", input: { Username: "u", ClientId: "c" } },
    as: (test, { service, operation }) =>
      operation.input === undefined
        ? undefined
        : { ...test, input: ordered(service, structureRef(operation.input), test.input) },
    ours: (official) => {
      const body = official.requests[0]?.body;
      const restored = body?.replaceAll(`"${PROTO}":`, '"__proto__":');
      return restored === undefined || restored === body ? undefined : withBody(official, restored);
    },
  },
  {
    release,
    name: "unknown members of outputs",
    reason: "3.782.0 gives what the service says beyond the model; the newest release drops it.",
    example: {
      service: "cognito",
      operation: "ForgotPassword",
      answer: { status: 200, headers: {}, body: { contents: { NotInTheModel: 1 } } },
    },
    as: (test, { service, operation }) => {
      const { body } = test.answer;
      if (!("contents" in body) || isError(test.answer) || operation.output === undefined) return undefined;
      return withContents(test, knownContents(service, structureRef(operation.output), body.contents));
    },
  },
  {
    release,
    name: "places of codes",
    reason:
      "3.782.0 looks at the header first, knows no Code, takes each unknown error for the client's fault, names an error without a code by its status, and fails at null; the body may set $metadata, and much else.",
    example: {
      service: "cognito",
      operation: "ForgotPassword",
      answer: {
        status: 400,
        headers: { [HEADER]: "UserNotFoundException" },
        body: { contents: { __type: "ForbiddenException" } },
      },
    },
    as: (test, facts) => {
      if (!isError(test.answer)) return undefined;
      const code = codeOf(test, facts);
      const headers = Object.entries(test.answer.headers).filter(([name]) => name.toLowerCase() !== HEADER);
      const contents = "contents" in test.answer.body ? { ...test.answer.body.contents } : {};
      // What the client itself says of an error is what 3.782.0 lets the body say.
      const own = Object.keys(contents).filter((key) => /^(\$.*|name|stack|toString|cause)$/.test(key));
      const empty = ["message", "Message"].filter((key) => !contents[key]);
      for (const key of [...codeKeys(contents), ...own, ...empty]) delete contents[key];
      const answer = {
        ...test.answer,
        headers: { ...Object.fromEntries(headers), ...(code === undefined ? {} : { [HEADER]: code }) },
        body: textOf(test.answer.body) === "" ? test.answer.body : { contents },
      };
      return { ...test, answer };
    },
    ours: ({ requests, error }, test, facts) => {
      if (error === undefined || !isError(test.answer)) return undefined;
      const contents = "contents" in test.answer.body ? test.answer.body.contents : {};
      const numbers = codeKeys(contents).flatMap((key): [string, Plain][] => {
        const value = contents[key];
        return value instanceof Literal ? [[key, Number(value.text)]] : [];
      });
      const name = codeOf(test, facts) === undefined ? "Unknown" : error.name;
      const base = error.classes[0] === "CognitoIdentityProviderServiceException";
      const fault = base ? (test.answer.status < 500 ? "client" : "server") : error.fault;
      const members = { ...error.members, ...Object.fromEntries(numbers) };
      return { requests, error: { ...error, name, fault, members } };
    },
  },
  {
    release,
    name: "an error that the service has gained",
    reason: "The service's error OperationNotEnabledException is younger than 3.782.0.",
    example: {
      service: "cognito",
      operation: "ForgotPassword",
      answer: { status: 400, headers: {}, body: { contents: { __type: GAINED } } },
    },
    ours: ({ requests, error }) =>
      error?.name === GAINED
        ? { requests, error: { ...error, fault: "client", classes: [GAINED, ...error.classes] } }
        : undefined,
  },
];
