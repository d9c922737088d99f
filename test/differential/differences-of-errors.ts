import type { Answer } from "./answers.ts";
import type { Difference } from "./difference.ts";
import { described, startOf, withContents } from "./differences-of-answers.ts";
import { bareCode, bodyFault, codeKeys, deep, errorsByCode, type Facts, isError } from "./facts.ts";
import { type Plain, plain } from "./plain.ts";
import type { Case, Outcome, ThrownError } from "./subject.ts";
import { Literal } from "./wire-json.ts";

const HEADER = "x-amzn-errortype";
const QUERY_HEADER = "x-amzn-query-error";

const refused = (body: Answer["body"], headers: Answer["headers"] = {}): Pick<Case, "answer"> => ({
  answer: { status: 400, headers, body },
});

/** The outcome with something else about an error of the service; a client's own, as of base64 that is none, has no fault. */
export const withError = (
  outcome: Outcome,
  change: (error: ThrownError) => Partial<ThrownError>,
): Outcome | undefined =>
  outcome.error === undefined || outcome.error.fault === undefined || outcome.requests.length === 0
    ? undefined
    : { ...outcome, error: { ...outcome.error, ...change(outcome.error) } };

const contentsOf = ({ answer }: Case): Readonly<Record<string, unknown>> | undefined =>
  isError(answer) && "contents" in answer.body ? answer.body.contents : undefined;

/** Contents without codes that are none, and with the others trimmed. */
const usableCodes = (contents: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const changed = { ...contents };
  for (const key of codeKeys(contents)) {
    const value = contents[key];
    if (bareCode(value) === undefined) delete changed[key];
    else if (typeof value === "string") changed[key] = trimmed(value);
  }
  return changed;
};

/** ` ns#Code :x` is `ns#Code:x`. */
const trimmed = (code: string): string => code.replace(/\s+(?=[,:]|$)/, "").replace(/^(?=[^#]*$)\s+|(?<=#)\s+/, "");

/** The code that an answer is about, in our order of the places where it may stand. */
export const codeOf = ({ answer }: Case, { service }: Facts): string | undefined => {
  const contents: Record<string, unknown> = "contents" in answer.body ? { ...answer.body.contents } : {};
  const query = service.awsQueryCompatible ? answer.headers[QUERY_HEADER] : undefined;
  if (query !== undefined) contents["Code"] = query.split(";")[0];
  const type = bareCode(contents["__type"]);
  const code = firstCode(contents, "code");
  const header = firstCode(answer.headers, HEADER);
  if (service.httpBindings) return header ?? code ?? type;
  return service.awsQueryCompatible ? (code ?? header ?? type) : (type ?? code ?? header);
};

const firstCode = (object: object, lowerCase: string): string | undefined =>
  Object.entries(object)
    .filter(([key]) => key.toLowerCase() === lowerCase)
    .map(([, value]) => bareCode(value))
    .find((code) => code !== undefined);

/** Whether the code in the header of the older protocol is an empty one. */
const emptyQueryCode = ({ answer }: Case, { service }: Facts): boolean =>
  service.awsQueryCompatible && /^(;|$)/.test(answer.headers[QUERY_HEADER] ?? "none");

/** What makes the code of another operation one that nobody knows. */
export const ELSEWHERE = " elsewhere";

/** How errors differ from those of the newest official clients. */
export const errorDifferences: readonly Difference[] = [
  {
    name: "error that can't be read",
    reason:
      "An error whose body isn't a JSON object is still an error of the service, and shows the start of the body.",
    example: {
      service: "ecs",
      operation: "ListClusters",
      ...refused({ text: "<html>" }, { [HEADER]: "ServerException" }),
    },
    as: (test, facts) =>
      isError(test.answer) && bodyFault(test, facts) !== undefined ? withContents(test, {}) : undefined,
    ours: (official, test, facts) => {
      const reason = isError(test.answer) ? bodyFault(test, facts) : undefined;
      if (reason === undefined) return undefined;
      return withError(official, () => ({ message: described(test, reason, startOf(test)) }));
    },
  },
  {
    name: "code that is none",
    reason:
      "A code that is no text, or an empty one, is no code, wherever it stands; white space around one isn't part of it.",
    example: { service: "cognito", operation: "ForgotPassword", ...refused({ contents: { __type: {} } }) },
    as: (test, facts) => {
      if (!isError(test.answer)) return undefined;
      const headers: Record<string, string> = {};
      for (const [name, value] of Object.entries(test.answer.headers)) {
        const isCode = name.toLowerCase() === HEADER;
        if (!isCode) headers[name] = value;
        else if (bareCode(value) !== undefined) headers[name] = trimmed(value);
      }
      if (emptyQueryCode(test, facts))
        headers[QUERY_HEADER] = `${codeOf(test, facts) ?? "Unknown"}${headers[QUERY_HEADER]}`;
      const contents = contentsOf(test);
      const body = contents === undefined ? test.answer.body : { contents: usableCodes(contents) };
      return { ...test, answer: { ...test.answer, headers, body } };
    },
    ours: (official, test, facts) => {
      const contents = contentsOf(test);
      if (contents === undefined) return undefined;
      return withError(official, ({ members }) => {
        const restored: Record<string, Plain> = { ...members };
        const inner: Record<string, Plain> = { ...(members["Error"] as Record<string, Plain> | undefined) };
        const query = facts.service.awsQueryCompatible && test.answer.headers[QUERY_HEADER] !== undefined;
        for (const key of codeKeys(contents)) {
          if (contents[key] instanceof Literal || (query && key === "Code")) continue;
          restored[key] = plain(contents[key]);
          if (query && key !== "__type") inner[key] = plain(contents[key]);
        }
        if (emptyQueryCode(test, facts)) restored["Code"] = inner["Code"] = "";
        return { members: members["Error"] === undefined ? restored : { ...restored, Error: inner } };
      });
    },
  },
  {
    name: "message that is no text",
    reason: "A message is always a text, as the types say.",
    example: { service: "cognito", operation: "ForgotPassword", ...refused({ contents: { message: 5 } }) },
    as: (test) => {
      const contents = contentsOf(test);
      if (contents === undefined) return undefined;
      const changed = { ...contents };
      for (const key of ["message", "Message"]) {
        const value = contents[key];
        if (value && typeof value !== "string") changed[key] = JSON.stringify(value);
      }
      return withContents(test, changed);
    },
    ours: (official, test, { service }) => {
      const contents = contentsOf(test);
      const headed = test.answer.headers[QUERY_HEADER] !== undefined;
      // What the older protocol would have said stays as it came.
      if (!service.awsQueryCompatible || contents === undefined || (!headed && contents["Error"] !== undefined))
        return undefined;
      const key = Object.keys(contents).findLast((name) => name === "Message" || (headed && name === "message"));
      if (key === undefined || !contents[key]) return undefined;
      const Message = plain(contents[key]);
      return withError(official, ({ members }) => ({
        members: { ...members, Error: { ...(members["Error"] as Record<string, Plain>), Message } },
      }));
    },
  },
  {
    name: "error without code and message",
    reason: "An error of which the service says nothing tells at least status and request id.",
    example: { service: "cognito", operation: "ForgotPassword", ...refused({ contents: {} }) },
    ours: (official, test, facts) => {
      if (!isError(test.answer) || bodyFault(test, facts) !== undefined || codeOf(test, facts) !== undefined)
        return undefined;
      return withError(official, ({ message }) =>
        message === "UnknownError" ? { message: described(test, "UnknownError", "") } : {},
      );
    },
  },
  {
    name: "error of another operation",
    reason:
      "An error that the operation doesn't list is the base exception by its name, so that a bundle of one command holds the exceptions of that one alone.",
    example: {
      service: "dynamodb",
      operation: "ListTables",
      ...refused({ contents: { __type: "com.amazonaws.dynamodb#TableInUseException" } }),
    },
    as: (test, facts) => {
      const code = isError(test.answer) ? codeOf(test, facts) : undefined;
      const known = code === undefined ? undefined : errorsByCode(facts.service).get(code);
      if (code === undefined || known === undefined || facts.operation.errors.includes(known.id)) return undefined;
      const rename = (text: string): string => text.replaceAll(code, `${code}${ELSEWHERE}`);
      const headers = Object.entries(test.answer.headers).map(([name, value]) => [
        name,
        name.toLowerCase() === HEADER || name === QUERY_HEADER ? rename(value) : value,
      ]);
      const contents = contentsOf(test);
      const codes = (contents === undefined ? [] : codeKeys(contents)).map((key) => [
        key,
        deep(contents?.[key], { text: rename }),
      ]);
      const body =
        contents === undefined ? test.answer.body : { contents: { ...contents, ...Object.fromEntries(codes) } };
      return { ...test, answer: { ...test.answer, headers: Object.fromEntries(headers), body } };
    },
    ours: (official) =>
      withError(official, (error) => deep(error, { text: (text) => text.replaceAll(ELSEWHERE, "") }) as ThrownError),
  },
  {
    name: "error that can be tried again",
    reason: "The model of April 2025 doesn't say so of it; later ones do.",
    example: {
      service: "dynamodb",
      operation: "PutItem",
      ...refused({ contents: { __type: "ReplicatedWriteConflictException" } }),
    },
    ours: (official) =>
      withError(official, ({ classes }) =>
        classes[0] === "ReplicatedWriteConflictException" ? { retryable: undefined } : {},
      ),
  },
  {
    name: "members that errors have gained",
    reason: "Later models have members that the one of April 2025 has not: they are undefined in later clients.",
    example: { service: "dynamodb", operation: "Query", ...refused({ contents: { __type: "RequestLimitExceeded" } }) },
    ours: (official, _, { service }) =>
      withError(official, ({ name, members }) => {
        const type = errorsByCode(service).get(String(name));
        const isKnown = (member: string): boolean => type?.members.some((known) => known.name === member) ?? true;
        const kept = Object.entries(members).filter(([member, value]) => value !== undefined || isKnown(member));
        return { members: Object.fromEntries(kept) };
      }),
  },
];
