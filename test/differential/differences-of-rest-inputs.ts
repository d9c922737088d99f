import type { MemberIr } from "../../codegen/ir/types.ts";
import type { ShapeId } from "../../codegen/smithy/shape-id.ts";
import { textOf } from "./answers.ts";
import type { Difference } from "./difference.ts";
import { nothingSent } from "./differences-of-inputs.ts";
import { decoded, deep, type Facts, isDocument, jsonNameOf } from "./facts.ts";
import { ANYTHING, type Plain, plain } from "./plain.ts";
import type { Case, SentRequest } from "./subject.ts";

/** The name of the first label in the path that holds nothing; undefined where one before it can't be written. */
const emptyLabel = ({ input }: Case, { operation }: Facts): string | undefined => {
  const values = new Map(Object.entries(input as object));
  for (const part of operation.http?.path ?? []) {
    if ("text" in part) continue;
    const value: unknown = values.get(part.member);
    if (value === undefined || value === null || value === "") return part.member;
    if (typeof value === "string" && Buffer.from(value).toString() !== value) return undefined;
  }
  return undefined;
};

/** Names that every object has, in the query, so that the official client takes them for ones it has set. */
const INHERITED = /^(__proto__|toString|constructor|toJSON)$/;
const MARK = "-inherited";

const structureMembers = ({ service }: Facts, id: ShapeId | undefined): readonly MemberIr[] => {
  const type = id === undefined ? undefined : service.typesById.get(id);
  return type?.kind === "structure" ? type.members : [];
};
const membersOf = (facts: Facts): readonly MemberIr[] => structureMembers(facts, facts.operation.input);
const outputMembersOf = (facts: Facts): readonly MemberIr[] => structureMembers(facts, facts.operation.output);

/** Without what is null, which is no parameter. */
const marked = (parameters: object): object =>
  Object.fromEntries(
    Object.entries(parameters)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [INHERITED.test(key) ? `${key}${MARK}` : key, value]),
  );

const unmarked = (request: SentRequest): SentRequest => ({
  ...request,
  url: request.url.replaceAll(MARK, ""),
  query: deep(request.query, { key: (key) => key.replace(MARK, "") }) as Plain,
  headers: { ...(request.headers as { readonly [name: string]: Plain }), authorization: ANYTHING },
});

/** How inputs with HTTP bindings go into requests otherwise than by the official clients. */
export const restInputDifferences: readonly Difference[] = [
  {
    name: "query parameters of any name",
    reason: "A parameter has the name that the caller gives it, also one that every object has; null is none.",
    example: {
      service: "apigateway",
      operation: "ImportRestApi",
      input: { body: new Uint8Array(1), parameters: { constructor: "a" } },
    },
    as: (test, facts) => {
      const free = new Set(
        membersOf(facts).flatMap(({ name, binding }) => (binding.kind === "queryParams" ? [name] : [])),
      );
      const members = Object.entries(test.input as object).map(([name, value]): [string, unknown] => [
        name,
        free.has(name) && typeof value === "object" && value !== null ? marked(value) : value,
      ]);
      return free.size === 0 ? undefined : { ...test, input: Object.fromEntries(members) };
    },
    ours: (official) => {
      const changed = official.requests.map((request) =>
        `${request.url}${JSON.stringify(request.query)}`.includes(MARK) ? unmarked(request) : request,
      );
      return { ...official, requests: changed };
    },
  },
  {
    name: "type of no payload",
    reason: "A request without a body says nothing of its type.",
    example: { service: "apigateway", operation: "ImportApiKeys", input: { format: "csv" } },
    ours: (official, test, facts) => {
      const payload = membersOf(facts).find(({ binding }) => binding.kind === "payload")?.name;
      const [request] = official.requests;
      if (payload === undefined || request === undefined) return undefined;
      if (new Map<string, unknown>(Object.entries(test.input as object)).get(payload) != null) return undefined;
      const { "content-type": _, ...headers } = request.headers as { readonly [name: string]: Plain };
      return { ...official, requests: [{ ...request, headers: { ...headers, authorization: ANYTHING } }] };
    },
  },
  {
    name: "unknown members beside a type",
    reason: "An output that says its type keeps what the model doesn't know, as all structures do.",
    example: {
      service: "apigateway",
      operation: "GetAccount",
      answer: { status: 200, headers: {}, body: { contents: { __type: "T", NotInTheModel: 1 } } },
    },
    ours: (official, test, facts) => {
      const contents: unknown =
        isDocument(test, facts) && "contents" in test.answer.body ? JSON.parse(decoded(textOf(test.answer.body))) : {};
      const { output } = official;
      if (typeof (contents as { readonly __type?: unknown }).__type !== "string" || typeof output !== "object")
        return undefined;
      const known = new Set(outputMembersOf(facts).map((member) => jsonNameOf(facts.service, member)));
      const unknown = Object.entries(contents as object).filter(([name]) => !known.has(name) && name !== "$metadata");
      return { ...official, output: { ...(plain(Object.fromEntries(unknown)) as object), ...output } as Plain };
    },
  },
  {
    name: "empty labels",
    reason: "A part of the path that holds nothing would make it another operation's, so the call is refused.",
    example: { service: "apigateway", operation: "DeleteRestApi", input: { restApiId: "" } },
    ours: (_, test, facts) => {
      const name = emptyLabel(test, facts);
      if (name === undefined) return undefined;
      const message = `${name} is part of the request's path and must not be empty.`;
      return {
        requests: [],
        error: { ...nothingSent, name: "TypeError", message, members: {}, classes: ["TypeError"] },
      };
    },
  },
];
