import { textOf } from "./answers.ts";
import type { Difference } from "./difference.ts";
import {
  bodyFault,
  type Changed,
  decoded,
  deep,
  type Facts,
  inValue,
  isDocument,
  isError,
  requestIdOf,
  structureRef,
} from "./facts.ts";
import type { Plain } from "./plain.ts";
import type { Case, Outcome } from "./subject.ts";
import { Literal, toWire } from "./wire-json.ts";

/** `HTTP 502, request id r: the body is not JSON. It begins with "<html>".` */
export const described = ({ answer }: Case, reason: string, text: string): string => {
  const id = requestIdOf(answer);
  const start = text === "" ? "" : ` It begins with ${JSON.stringify(text.slice(0, 200))}.`;
  return `HTTP ${answer.status}${id ? `, request id ${id}` : ""}: ${reason}.${start}`;
};

/** What is shown of a body that can't be read: nothing of one that is CBOR. */
export const startOf = ({ answer: { body } }: Case): string =>
  "hex" in body && body.fault === "the body is not a map in CBOR" ? "" : decoded(textOf(body));

/** What becomes of a success whose body can't be read. */
export const unreadable = (official: Outcome, test: Case, reason: string | undefined): Outcome | undefined => {
  if (isError(test.answer) || reason === undefined || official.requests.length === 0) return undefined;
  const text = startOf(test);
  const { headers, status } = test.answer;
  const metadata = {
    httpStatusCode: status,
    requestId: requestIdOf(test.answer),
    extendedRequestId: headers["x-amz-id-2"],
    cfId: headers["x-amz-cf-id"],
    attempts: 1,
    totalRetryDelay: 0,
  };
  return {
    requests: official.requests,
    error: {
      name: "ResponseBodyError",
      message: described(test, reason, text),
      fault: undefined,
      metadata,
      retryable: undefined,
      responseStatus: status,
      members: { bodyStart: text.slice(0, 200) },
      classes: ["ResponseBodyError"],
    },
  };
};

/** The case with other contents of its answer. */
export const withContents = (test: Case, contents: Readonly<Record<string, unknown>>): Case => ({
  ...test,
  answer: { ...test.answer, body: { contents } },
});

/** What becomes of the output, or of the members of the error. */
export const inResult = (outcome: Outcome, change: (value: Plain) => unknown): Outcome =>
  outcome.error === undefined
    ? { ...outcome, output: change(outcome.output) as Plain }
    : { ...outcome, error: { ...outcome.error, members: change(outcome.error.members) as { [name: string]: Plain } } };

/** The case with what its answer holds of lists, maps and unions changed. */
export const inContents = (
  test: Case,
  { service, operation }: Facts,
  change: (value: object, type: Changed) => unknown,
): Case | undefined => {
  const { body } = test.answer;
  if (!("contents" in body)) return undefined;
  const ids = isError(test.answer) ? operation.errors : operation.output === undefined ? [] : [operation.output];
  // Members of one name have one type in all errors of an operation.
  const contents = ids.reduce<unknown>((value, id) => inValue(service, structureRef(id), value, change), body.contents);
  return withContents(test, contents as Record<string, unknown>);
};

/** What stands before the JSON of a value that the official client passes on as text. */
export const LIST = "\u0000a list: ";
const LONG = "\u0000a long: ";

/** An integer that a double doesn't hold. */
const inexact = ({ text, long }: Literal): string | undefined =>
  long && Math.abs(Number(text)) > Number.MAX_SAFE_INTEGER ? `${LONG}${text}` : undefined;

const longOf = (text: string): bigint | undefined => {
  if (!text.startsWith(LONG)) return undefined;
  const literal = text.slice(LONG.length);
  return BigInt(/e/i.test(literal) ? Number(literal) : literal);
};

/** Names that every object has, or that set its prototype. */
const INHERITED = /^(__proto__|toString|constructor)$/;
const RENAMED = /^(__proto__|toString|constructor) as a key$/;

/** Lists in place of values of a kind go through the official client as text. */
const listsAsTheyCame = (kind: "map" | "union"): Pick<Difference, "as" | "ours"> => ({
  as: (test, facts) =>
    inContents(test, facts, (value, type) =>
      type.kind === kind && Array.isArray(value) ? `${LIST}${toWire(value)}` : value,
    ),
  ours: (official) =>
    inResult(official, (value) =>
      deep(value, { text: (text) => (text.startsWith(LIST) ? JSON.parse(text.slice(LIST.length)) : undefined) }),
    ),
});

/** What is meant of any protocol. */
export const emptyAnswers: readonly Difference[] = [
  {
    name: "white space",
    reason: "A body of white space says no more than an empty one.",
    example: {
      service: "cognito",
      operation: "ForgotPassword",
      answer: { status: 200, headers: {}, body: { text: "\n" } },
    },
    as: (test, facts) => {
      if (!isDocument(test, facts)) return undefined;
      const text = textOf(test.answer.body);
      // What trims as white space isn't all white space of JSON, but all of it is no value.
      return text !== "" && text.trim() === ""
        ? {
            ...test,
            answer: {
              ...test.answer,
              body: { text: "" },
            },
          }
        : undefined;
    },
  },
];

/** How results of JSON differ from those of the newest official clients, whatever they are. */
export const answerDifferences: readonly Difference[] = [
  {
    name: "success that can't be read",
    reason:
      "A body that isn't a JSON object is an error with status, request id and its start, never a bare SyntaxError.",
    example: {
      service: "sqs",
      operation: "DeleteMessage",
      answer: { status: 200, headers: {}, body: { text: "<html>" } },
    },
    ours: (official, test, facts) => unreadable(official, test, bodyFault(test, facts)),
  },
  {
    name: "exact longs",
    reason: "A 64-bit integer that a double doesn't hold is a bigint, so that no digit is lost.",
    example: {
      service: "dynamodb",
      operation: "DescribeLimits",
      answer: {
        status: 200,
        headers: {},
        body: { contents: { AccountMaxReadCapacityUnits: new Literal("9007199254740993", true) } },
      },
    },
    as: (test) => {
      const { body } = test.answer;
      if (!("contents" in body)) return undefined;
      return withContents(test, deep(body.contents, { literal: inexact }) as Record<string, unknown>);
    },
    ours: (official) => inResult(official, (value) => deep(value, { text: longOf })),
  },
  {
    name: "keys that every object has",
    reason: "In answers, __proto__ and toString are keys like any other: they are neither lost nor change a prototype.",
    example: {
      service: "dynamodb",
      operation: "GetItem",
      answer: { status: 200, headers: {}, body: { contents: { Item: JSON.parse('{"__proto__":{"S":"x"}}') } } },
    },
    as: (test, facts) => {
      const { body } = test.answer;
      if (!("contents" in body) || !isDocument(test, facts)) return undefined;
      const key = (name: string): string => (INHERITED.test(name) ? `${name} as a key` : name);
      if (!isError(test.answer)) return withContents(test, deep(body.contents, { key }) as Record<string, unknown>);
      // The members of an error are those of an object that has such names itself.
      const members = Object.entries(body.contents).map(([name, value]) => [name, deep(value, { key })]);
      return withContents(test, Object.fromEntries(members));
    },
    ours: (official) =>
      inResult(official, (value) =>
        deep(value, { key: (name) => RENAMED.exec(name)?.[1] ?? name, text: (name) => RENAMED.exec(name)?.[1] }),
      ),
  },
  {
    name: "nulls in lists and maps",
    reason: "Lists and maps that aren't sparse hold no nulls, as their types say.",
    example: {
      service: "ecs",
      operation: "ListClusters",
      answer: { status: 200, headers: {}, body: { contents: { clusterArns: ["a", null] } } },
    },
    as: (test, facts) =>
      inContents(test, facts, (value, type) => {
        if (type.kind === "union" || type.kind === "structure" || type.sparse) return value;
        if (Array.isArray(value)) return type.kind === "list" ? value.filter((element) => element !== null) : value;
        return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
      }),
  },
  {
    name: "nulls in unions",
    reason: "A null in a union is no member of it: it is neither the unknown one nor one too many.",
    example: {
      service: "dynamodb",
      operation: "GetItem",
      answer: { status: 200, headers: {}, body: { contents: { Item: { k: { NotInTheModel: null } } } } },
    },
    as: (test, facts) =>
      inContents(test, facts, (value, type) =>
        type.kind === "union" && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null))
          : value,
      ),
  },
  {
    name: "lists in place of unions",
    reason: "What isn't a JSON object is no union, and is given as it came.",
    example: {
      service: "dynamodb",
      operation: "GetItem",
      answer: { status: 200, headers: {}, body: { contents: { Item: { k: [{ a: 1 }] } } } },
    },
    ...listsAsTheyCame("union"),
  },
  {
    name: "lists in place of maps",
    reason: "What isn't a JSON object is no map either: it isn't read as one whose keys are 0, 1 and so on.",
    example: {
      service: "dynamodb",
      operation: "Scan",
      answer: { status: 200, headers: {}, body: { contents: { Items: [[{ __type: 5 }]] } } },
    },
    ...listsAsTheyCame("map"),
  },
];
