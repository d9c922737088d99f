import type { MemberIr } from "../../codegen/ir/types.ts";
import type { ShapeId } from "../../codegen/smithy/shape-id.ts";
import { textOf } from "./answers.ts";
import type { Difference } from "./difference.ts";
import { nothingSent } from "./differences-of-inputs.ts";
import { decoded, deep, type Facts, isDocument, jsonNameOf } from "./facts.ts";
import { ANYTHING, type Plain, plain } from "./plain.ts";
import type { Case, SentRequest } from "./subject.ts";

/** The name of the first label in the path that holds nothing; undefined where one before it can't be written. */
const emptyLabel = ({ input }: Case, facts: Facts): string | undefined => {
  const values = new Map(Object.entries(input as object));
  const inPath = (facts.operation.http?.path ?? []).flatMap((part) => ("text" in part ? [] : [part.member]));
  const labels = membersOf(facts).flatMap(({ name, binding }) => (binding.kind === "label" ? [name] : []));
  // Those that the endpoint's rules place are looked at first.
  for (const name of [...labels.filter((label) => !inPath.includes(label)), ...inPath]) {
    const value: unknown = values.get(name);
    if (value === undefined || value === null || value === "") return name;
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

/** A year of fewer than four digits as the official client writes it in a date, in a query over sockets too. */
const EARLY = /(?<=[A-Z][a-z]{2}(?: |%20)-?)\d{1,3}(?=(?: |%20)\d\d(?::|%3A))/g;
const dated = (text: string): string => text.replace(EARLY, (year) => year.padStart(4, "0"));
const withDates = (request: SentRequest): SentRequest => {
  const body = dated(request.body);
  const headers: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(request.headers as { readonly [name: string]: Plain })) {
    const follows = /^(authorization|x-amz-content-sha256|x-amz-checksum-.*)$/.test(name);
    headers[name] = follows
      ? ANYTHING
      : name === "content-length" && value === String(Buffer.byteLength(request.body))
        ? String(Buffer.byteLength(body))
        : typeof value === "string"
          ? dated(value)
          : value;
  }
  return { ...request, url: dated(request.url), query: deep(request.query, { text: dated }) as Plain, headers, body };
};

const silent = { answer: { status: 200, headers: {}, body: { text: "" } } };

const nullsInLists: Difference = {
  name: "nulls in lists of headers and queries",
  reason: "Lists that aren't sparse hold no nulls, nor what is undefined, outside of bodies too.",
  example: {
    service: "s3",
    operation: "GetObjectAttributes",
    input: { Bucket: "bucket", Key: "k", ObjectAttributes: ["ETag", null] },
    ...silent,
  },
  as: (test, facts) => {
    const lists = new Set(
      membersOf(facts).flatMap(({ name, binding }) => (/^(header|query)$/.test(binding.kind) ? [name] : [])),
    );
    const members = Object.entries(test.input as object).map(([name, value]): [string, unknown] => [
      name,
      lists.has(name) && Array.isArray(value) ? value.filter((element) => element != null) : value,
    ]);
    return { ...test, input: Object.fromEntries(members) };
  },
};

const ALGORITHM = "x-amz-sdk-checksum-algorithm";

/** How inputs to S3 go into requests otherwise than by its official client. */
export const s3InputDifferences: readonly Difference[] = [
  {
    name: "years of HTTP dates",
    reason: "A year in an HTTP date has four digits.",
    example: {
      service: "s3",
      operation: "HeadObject",
      input: { Bucket: "bucket", Key: "k", ResponseExpires: new Date("0001-01-01T00:00:00Z") },
    },
    ours: (official) => {
      const [request] = official.requests;
      if (request === undefined || JSON.stringify(request).search(EARLY) < 0) return undefined;
      return { ...official, requests: [withDates(request)] };
    },
  },
  {
    name: "words of unknown members",
    reason: "What can't be an element is refused in words without the names of packages.",
    example: {
      service: "s3",
      operation: "PutBucketAnalyticsConfiguration",
      input: { Bucket: "bucket", AnalyticsConfiguration: { Filter: { $unknown: ["a", {}] } } },
      ...silent,
    },
    ours: (official) => {
      const { error } = official;
      if (error === undefined || !String(error.message).startsWith("@aws-sdk - $unknown union member"))
        return undefined;
      const message = "An unknown member of a union is written as an element: $unknown must be a name and a text.";
      return { ...official, error: { ...error, name: "TypeError", message, classes: ["TypeError"] } };
    },
  },
  {
    name: "order of attributes",
    reason: "A name space is written before the attributes that are in it: their order says nothing in XML.",
    example: {
      service: "s3",
      operation: "PutBucketAcl",
      input: { Bucket: "bucket", AccessControlPolicy: { Grants: [{ Grantee: { Type: "Group" } }] } },
      ...silent,
    },
    ours: (official) => {
      const [request] = official.requests;
      const body = request?.body.replace(/( xsi:type="[^"]*")( xmlns:xsi="[^"]*")/g, "$2$1");
      if (request === undefined || body === undefined || body === request.body) return undefined;
      const headers = Object.entries(request.headers as { readonly [name: string]: Plain }).map(([name, value]) => [
        name,
        /^(authorization|content-md5|x-amz-content-sha256|x-amz-checksum-.*)$/.test(name) ? ANYTHING : value,
      ]);
      return { ...official, requests: [{ ...request, body, headers: Object.fromEntries(headers) }] };
    },
  },
  {
    name: "members for checksums",
    reason: "Later models let more inputs name the algorithm of a checksum, which the official client then says.",
    example: { service: "s3", operation: "PutBucketOwnershipControls", input: { Bucket: "bucket" }, ...silent },
    ours: (official, _, facts) => {
      const [request] = official.requests;
      const named = membersOf(facts).some(({ binding }) => binding.kind === "header" && binding.name === ALGORITHM);
      const { [ALGORITHM]: algorithm, ...headers } = (request?.headers ?? {}) as { readonly [name: string]: Plain };
      if (request === undefined || named || algorithm === undefined) return undefined;
      return { ...official, requests: [{ ...request, headers: { ...headers, authorization: ANYTHING } }] };
    },
  },
  {
    name: "texts of Expires",
    reason: "The model has no ExpiresString, which the official client adds to Expires.",
    example: {
      service: "s3",
      operation: "HeadObject",
      input: { Bucket: "bucket", Key: "k" },
      answer: { status: 200, headers: { expires: "Tue, 29 Apr 2014 18:30:38 GMT" }, body: { text: "" } },
    },
    ours: (official) => {
      const { output } = official;
      if (typeof output !== "object" || output === null || !Object.hasOwn(output, "ExpiresString")) return undefined;
      const { ExpiresString: _, ...others } = output as { readonly [name: string]: Plain };
      return { ...official, output: others };
    },
  },
  {
    name: "paths of buckets alone",
    reason: "The path of a bucket is the bucket, without a slash behind it, as the protocol's own tests have it.",
    example: { service: "s3", operation: "ListObjectsV2", input: { Bucket: "Bucket" }, ...silent },
    ours: (official, _, facts) => {
      const [request] = official.requests;
      const path = facts.operation.http?.path ?? [];
      const sent = request?.url.replace(/^https?:\/\/[^/]*/, "") ?? "";
      if (request === undefined || path.length > 0 || !/^\/[^/?]+\/(\?|$)/.test(sent)) return undefined;
      const headers = { ...(request.headers as { readonly [name: string]: Plain }), authorization: ANYTHING };
      return { ...official, requests: [{ ...request, url: request.url.replace(/\/(?=\?|$)/, ""), headers }] };
    },
  },
];

/** How inputs with HTTP bindings go into requests otherwise than by the official clients. */
export const restInputDifferences: readonly Difference[] = [
  nullsInLists,
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
    name: "types of payloads",
    reason: "A request without a body says nothing of its type; one that a caller names is said, an empty one too.",
    example: { service: "apigateway", operation: "ImportApiKeys", input: { format: "csv" } },
    ours: (official, test, facts) => {
      const [request] = official.requests;
      const input = new Map<string, unknown>(Object.entries(test.input as object));
      const payload = membersOf(facts).find(({ binding }) => binding.kind === "payload")?.name;
      const header = membersOf(facts).find(
        ({ binding }) => binding.kind === "header" && binding.name.toLowerCase() === "content-type",
      )?.name;
      if (payload === undefined || request === undefined) return undefined;
      const { "content-type": type, ...others } = request.headers as Record<string, Plain>;
      const given = header === undefined ? undefined : input.get(header);
      const usual = input.get(payload) == null ? undefined : type;
      const own = typeof given === "string" ? given : usual;
      if (own === type) return undefined;
      const headers = { ...others, ...(own === undefined ? {} : { "content-type": own }), authorization: ANYTHING };
      return { ...official, requests: [{ ...request, headers }] };
    },
  },
  {
    name: "empty payloads of JSON",
    reason: "Bytes that aren't there are no member of the output, as its type says: the official clients give null.",
    example: {
      service: "apigateway",
      operation: "GetExport",
      input: { restApiId: "a", stageName: "a", exportType: "a" },
      answer: { status: 200, headers: {}, body: { text: "" } },
    },
    ours: (official, { answer }, facts) => {
      const payload = outputMembersOf(facts).find(({ binding }) => binding.kind === "payload")?.name;
      const { output } = official;
      if (payload === undefined || textOf(answer.body) !== "" || typeof output !== "object" || output === null)
        return undefined;
      return {
        ...official,
        output: Object.fromEntries(
          Object.entries(output).filter(([name, value]) => name !== payload || value !== null),
        ),
      };
    },
  },
  {
    name: "null in place of an output",
    reason: "A body that is null says no more than an empty one, as in the protocols without HTTP bindings.",
    example: {
      service: "apigateway",
      operation: "GetAccount",
      answer: { status: 200, headers: {}, body: { text: "null" } },
    },
    as: (test, facts) =>
      isDocument(test, facts) && textOf(test.answer.body).trim() === "null"
        ? { ...test, answer: { ...test.answer, body: { text: "{}" } } }
        : undefined,
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
    ours: (official, test, facts) => {
      const name = emptyLabel(test, facts);
      const elsewhere =
        official.requests.length === 0 &&
        !/^(No value provided|URI malformed|The checksum algorithm|Invalid character|An unknown member)/.test(
          String(official.error?.message),
        );
      if (name === undefined || elsewhere) return undefined;
      const message = `${name} is part of the request's path and must not be empty.`;
      return {
        requests: [],
        error: { ...nothingSent, name: "TypeError", message, members: {}, classes: ["TypeError"] },
      };
    },
  },
];
