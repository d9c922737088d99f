import type { Difference } from "./difference.ts";
import { inContents, withContents } from "./differences-of-answers.ts";
import { codeOf, withError } from "./differences-of-errors.ts";
import { deep, type Facts, inValue, isError, structureRef } from "./facts.ts";
import { ANY_TEXT, ANYTHING, type Plain, plain } from "./plain.ts";
import type { Case, Outcome, SentRequest } from "./subject.ts";
import { Literal } from "./wire-json.ts";

/** Stands for U+FEFF. */
const MARK = "byte order mark ";

/** How answers of RPC v2 differ from those of official clients that are set to it, in JSON and in CBOR. */
export const rpcV2Differences: readonly Difference[] = [
  {
    name: "places of codes in RPC v2",
    reason:
      "A code counts wherever services have put it, and in any name space: the official clients look at __type alone, for the service's own name space or none.",
    example: {
      service: "dynamodb/json",
      operation: "GetItem",
      answer: { status: 400, headers: {}, body: { contents: { code: "ResourceNotFoundException" } } },
    },
    as: (test, facts) => {
      const code = isError(test.answer) ? codeOf(test, facts) : undefined;
      if (code === undefined || !("contents" in test.answer.body)) return undefined;
      return withContents(test, { ...test.answer.body.contents, __type: code });
    },
    ours: (official, { answer }) =>
      withError(official, ({ members }) => {
        const { __type: _, ...others } = members;
        const contents = "contents" in answer.body ? answer.body.contents : {};
        const type = contents["__type"];
        const read = type instanceof Literal ? Number(type.text) : plain(type);
        const given = Object.hasOwn(contents, "__type") ? { __type: read } : {};
        return { members: { ...others, ...given } };
      }),
  },
  {
    name: "statuses of success in RPC v2",
    reason: "An answer is an error from 300 on, as everywhere: the official clients take 201 and 204 for errors, too.",
    example: {
      service: "dynamodb/json",
      operation: "DescribeLimits",
      answer: { status: 201, headers: {}, body: { contents: {} } },
    },
    as: (test) => (isError(test.answer) ? undefined : { ...test, answer: { ...test.answer, status: 200 } }),
    ours: (official, { answer }) => {
      const { error, output } = official;
      if (isError(answer) || official.requests.length === 0) return undefined;
      const withStatus = (metadata: Plain): Plain => ({
        ...(metadata as { readonly [name: string]: Plain }),
        httpStatusCode: answer.status,
      });
      // What is wrong in an answer is found by either client.
      if (error?.responseStatus !== undefined)
        return {
          ...official,
          error: { ...error, metadata: withStatus(error.metadata), responseStatus: answer.status },
        };
      if (typeof output !== "object" || output === null) return undefined;
      const { $metadata, ...others } = output as { readonly [name: string]: Plain };
      const metadata = withStatus($metadata);
      return { ...official, output: { ...others, $metadata: metadata } };
    },
  },
];

/** How answers in CBOR differ. */
export const cborAnswerDifferences: readonly Difference[] = [
  {
    name: "lists in place of structures",
    reason: "A list has no members, so that a structure read from one is empty, as it is in JSON.",
    example: {
      service: "dynamodb/cbor",
      operation: "BatchGetItem",
      answer: { status: 200, headers: {}, body: { contents: { ConsumedCapacity: [[1]] } }, form: "cbor" },
    },
    as: (test, facts) =>
      inContents(test, facts, (value, type) => (type.kind === "structure" && Array.isArray(value) ? {} : value)),
  },
  {
    name: "types of unions in CBOR",
    reason: "What __type says is never the member of a union, whatever it holds, as in JSON.",
    example: {
      service: "dynamodb/cbor",
      operation: "GetItem",
      answer: { status: 200, headers: {}, body: { contents: { Item: { k: { __type: { a: 1 } } } } }, form: "cbor" },
    },
    as: (test, facts) =>
      inContents(test, facts, (value, type) => {
        if (type.kind !== "union" || Array.isArray(value)) return value;
        return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "__type"));
      }),
  },
  {
    name: "byte order marks in CBOR",
    reason: "A text keeps all of its characters: the official clients drop U+FEFF where it is the first.",
    example: {
      service: "dynamodb/cbor",
      operation: "ListBackups",
      answer: { status: 200, headers: {}, body: { contents: { LastEvaluatedBackupArn: "\ufeffa" } }, form: "cbor" },
    },
    as: (test) => {
      const { body } = test.answer;
      if (!("contents" in body)) return undefined;
      const marked = (text: string): string => text.replace(/^\ufeff/, MARK);
      return withContents(test, deep(body.contents, { text: marked, key: marked }) as Record<string, unknown>);
    },
    ours: (official) => {
      const unmarked = (text: string): string => (text.startsWith(MARK) ? `\ufeff${text.slice(MARK.length)}` : text);
      const { requests, ...result } = official;
      return { requests, ...(deep(result, { text: unmarked, key: unmarked }) as object) };
    },
  },
];

/** Whether a union of the input has several members. */
const holdsOddUnion = ({ input }: Case, { service, operation }: Facts): boolean => {
  if (operation.input === undefined) return false;
  let found = false;
  inValue(service, structureRef(operation.input), input, (value, type) => {
    if (type.kind !== "union" || Array.isArray(value)) return value;
    const known = type.members.filter(({ name }) => {
      const member = Object.entries(value).find(([key]) => key === name)?.[1];
      return member !== undefined && member !== null;
    });
    found ||= known.length + Number("$unknown" in value) > 1;
    return value;
  });
  return found;
};

const holdsMinusZero = (value: unknown): boolean =>
  Object.is(value, -0) || (typeof value === "object" && value !== null && Object.values(value).some(holdsMinusZero));

/** The outcome with a body of any bytes, and what follows from them. */
const withAnyBody = (official: Outcome, request: SentRequest): Outcome => {
  const headers: Record<string, Plain> = { ...(request.headers as { readonly [name: string]: Plain }) };
  for (const name of ["authorization", "content-length", "x-amz-content-sha256"]) headers[name] = ANYTHING;
  return { ...official, requests: [{ ...request, body: ANY_TEXT, headers }] };
};

const answered = { answer: { status: 200, headers: {}, body: { contents: {} }, form: "cbor" } } as const;

/** How inputs go into requests of CBOR. */
export const cborInputDifferences: readonly Difference[] = [
  {
    name: "odd unions in CBOR",
    reason:
      "A union is written as it is in JSON, with all members that it has: the official clients write the first alone, and fail at an unknown one without a name.",
    example: {
      service: "dynamodb/cbor",
      operation: "PutItem",
      input: { Item: { k: { M: {}, NULL: false } } },
      ...answered,
    },
    as: (test, { service, operation }) => {
      if (operation.input === undefined) return undefined;
      const input = inValue(service, structureRef(operation.input), test.input, (value, type) => {
        if (type.kind !== "union" || !("$unknown" in value)) return value;
        const { $unknown, ...known } = value;
        return Array.isArray($unknown) && typeof $unknown[0] === "string" ? value : known;
      });
      return { ...test, input };
    },
    ours: (official, test, facts) => {
      const [request] = official.requests;
      if (request === undefined || !holdsOddUnion(test, facts)) return undefined;
      return withAnyBody(official, request);
    },
  },
  {
    name: "minus zero in CBOR",
    reason: "Minus zero is a number of its own: the official clients write zero.",
    example: { service: "dynamodb/cbor", operation: "Query", input: { Limit: -0 }, ...answered },
    ours: (official, { input }) => {
      const [request] = official.requests;
      return request === undefined || !holdsMinusZero(input) ? undefined : withAnyBody(official, request);
    },
  },
];
