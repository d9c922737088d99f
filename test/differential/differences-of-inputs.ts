import { createHash } from "node:crypto";
import type { ServiceIr, TypeRef } from "../../codegen/ir/types.ts";
import type { Difference } from "./difference.ts";
import { type Facts, inValue, isError, someNamed, structureRef } from "./facts.ts";
import { ANYTHING, type Plain } from "./plain.ts";
import { reordered } from "./reorder.ts";
import type { Case, Outcome } from "./subject.ts";

/** The paths of required members that an input lacks, in the order of the model. */
const missing = (service: ServiceIr, type: TypeRef, value: unknown, path: string): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  switch (type.kind) {
    case "scalar":
      return [];
    case "list":
      return Array.isArray(value)
        ? value.flatMap((element, index) => missing(service, type.element, element, `${path}[${index}]`))
        : [];
    case "map":
      return Object.entries(value).flatMap(([key, entry]) =>
        missing(service, type.value, entry, `${path}[${type.key.sensitive ? "***" : key}]`),
      );
    case "named": {
      const named = service.typesById.get(type.id);
      if (named === undefined || !("members" in named)) return [];
      const members = new Map(Object.entries(value));
      return named.members.flatMap(({ name, presence, type: of }) => {
        const member = members.get(name);
        const here = `${path}.${name}`;
        if (presence.checked && named.kind === "structure" && (member === undefined || member === null)) return [here];
        return missing(service, of, member, here);
      });
    }
  }
};

const holdsInvalidDate = (value: unknown): boolean => {
  if (value instanceof Date) return Number.isNaN(value.getTime());
  return typeof value === "object" && value !== null && Object.values(value).some(holdsInvalidDate);
};

/** What an error says that was thrown before anything was sent. */
export const nothingSent = { fault: undefined, metadata: undefined, retryable: undefined, responseStatus: undefined };

const isText = (value: unknown): boolean => typeof value === "string";
const isBlob = (value: unknown): boolean => isText(value) || value instanceof Uint8Array;
const isBoolean = (value: unknown): boolean => typeof value === "boolean";
const listOf = (holds: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(holds);
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** What the members of an attribute value hold; the attribute values in them are looked at by themselves. */
const ATTRIBUTE_KINDS = new Map<string, (value: unknown) => boolean>([
  ...(["S", "N"] as const).map((name) => [name, isText] as const),
  ...(["SS", "NS"] as const).map((name) => [name, listOf(isText)] as const),
  ...(["BOOL", "NULL"] as const).map((name) => [name, isBoolean] as const),
  ["B", isBlob],
  ["BS", listOf(isBlob)],
  ["L", listOf(isObject)],
  ["M", (value) => isObject(value) && !Array.isArray(value) && Object.values(value as object).every(isObject)],
]);

/** Whether a value is an attribute value as DynamoDB has them: one member, of its type. */
const isAttributeValue = (value: unknown): boolean => {
  const [member, ...others] = isObject(value) && !Array.isArray(value) ? Object.entries(value as object) : [];
  return member !== undefined && others.length === 0 && (ATTRIBUTE_KINDS.get(member[0])?.(member[1]) ?? false);
};

const holdsOddAttribute = ({ input, answer }: Case, { service, operation }: Facts): boolean => {
  const odd = (name: string, value: unknown): boolean => name === "AttributeValue" && !isAttributeValue(value);
  const ids = isError(answer) ? operation.errors : operation.output === undefined ? [] : [operation.output];
  const contents = "contents" in answer.body ? answer.body.contents : {};
  return (
    (operation.input !== undefined && someNamed(service, structureRef(operation.input), input, odd)) ||
    ids.some((id) => someNamed(service, structureRef(id), contents, odd))
  );
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Structures of which later models require less. */
const LOOSENED: ReadonlySet<string> = new Set([
  "CreateTableInput",
  "PutRecordInput",
  "PutRecordsRequestEntry",
  "ResourceRequirement",
]);

/** The outcome with another body, and headers that say so of it. */
export const withBody = (official: Outcome, body: string): Outcome => {
  const [request] = official.requests;
  if (request === undefined) return official;
  const headers: Record<string, Plain> = { ...(request.headers as { readonly [name: string]: Plain }) };
  headers["content-length"] = String(Buffer.byteLength(body));
  if (headers["authorization"] !== undefined) {
    headers["x-amz-content-sha256"] = createHash("sha256").update(body).digest("hex");
    headers["authorization"] = ANYTHING;
  }
  return { ...official, requests: [{ ...request, body, headers }] };
};

/** Stands for null as the value of an unknown member. */
const NULL = "unknown null";

/** A union with another name of its unknown member, or without what holds no name. */
const withUnknown = (union: object, change: (name: string) => string): object =>
  Object.fromEntries(
    Object.entries(union).flatMap(([key, member]) => {
      if (key !== "$unknown" || !Array.isArray(member)) return [[key, member]];
      const [name, content] = member;
      return typeof name === "string" ? [[key, [change(name), content ?? NULL]]] : [];
    }),
  );

/** How inputs go into requests of JSON and CBOR otherwise than by the official clients. */
export const nullTokens: Difference = {
  name: "idempotency tokens that are null",
  reason:
    "A token that is null is made up as one that is missing is: the official clients write a body that isn't JSON.",
  example: { service: "dynamodb", operation: "ExecuteTransaction", input: { ClientRequestToken: null } },
  as: (test, { service, operation }) => {
    const type = operation.input === undefined ? undefined : service.typesById.get(operation.input);
    if (type?.kind !== "structure") return undefined;
    const tokens = new Set(type.members.filter(({ presence }) => presence.idempotencyToken).map(({ name }) => name));
    const members = Object.entries(test.input as object).filter(([name, value]) => value !== null || !tokens.has(name));
    return { ...test, input: Object.fromEntries(members) };
  },
};

/** How inputs go into requests of JSON otherwise than by the official clients. */
export const inputDifferences: readonly Difference[] = [
  {
    name: "odd attribute values",
    reason:
      "Attribute values are unions like any other: the official client's own code for them, left out here, drops $unknown, passes on what it doesn't know, and writes nulls into lists.",
    example: {
      service: "dynamodb",
      operation: "PutItem",
      input: { TableName: "t", Item: { a: { $unknown: ["X", "y"] } } },
    },
    settings: {
      config: ({ errorTypeRegistries }) => ({
        protocolSettings: {
          defaultNamespace: "com.amazonaws.dynamodb",
          serviceTarget: "DynamoDB_20120810",
          errorTypeRegistries,
        },
      }),
      about: holdsOddAttribute,
    },
  },
  nullTokens,
  {
    name: "names of unknown members",
    reason:
      "The name in $unknown is text like any other, which official clients don't escape; without one it holds nothing, and null is a value.",
    example: {
      service: "dynamodb",
      operation: "PutItem",
      input: { TableName: "t", Item: { a: { $unknown: ['"', "y"] } } },
    },
    as: (test, { service, operation }) => {
      if (operation.input === undefined) return undefined;
      const ascii = (name: string): string =>
        /^[ -!#-[\]-~]*$/.test(name) ? name : `unknown-${Buffer.from(name, "utf16le").toString("hex")}`;
      const input = inValue(service, structureRef(operation.input), test.input, (value, type) =>
        type.kind === "union" && !Array.isArray(value) ? withUnknown(value, ascii) : value,
      );
      return { ...test, input };
    },
    ours: (official) => {
      const [request] = official.requests;
      const body = request?.body
        .replace(/"unknown-([0-9a-f]*)"/g, (_, name: string) =>
          JSON.stringify(Buffer.from(name, "hex").toString("utf16le")),
        )
        .replaceAll(`"${NULL}"`, "null");
      return body === undefined || body === request?.body ? undefined : withBody(official, body);
    },
  },
  {
    name: "members that are no longer required",
    reason: "Required members go first, and later models require others than those of April 2025.",
    example: {
      service: "kinesis",
      operation: "PutRecords",
      input: { Records: [{ ExplicitHashKey: "", PartitionKey: "" }] },
    },
    ours: (official, _, { service, operation }) => {
      const [request] = official.requests;
      if (request === undefined || operation.input === undefined || !isJson(request.body)) return undefined;
      const body = reordered(service, structureRef(operation.input), request.body, LOOSENED);
      if (body === request.body) return undefined;
      return withBody(official, body);
    },
  },
  {
    name: "endpoint rules that have changed",
    reason: "The rules of April 2025 say in other words that an ARN leads nowhere.",
    example: {
      service: "kinesis",
      operation: "DeleteResourcePolicy",
      input: { ResourceARN: "arn:aws:kinesis:us-east-1:123456789012:*" },
    },
    ours: ({ requests, error }) => {
      const type = /^Invalid ARN: Unsupported resource type `(.*)`/s.exec(String(error?.message))?.[1];
      if (error === undefined || type === undefined) return undefined;
      return {
        requests,
        error: { ...error, message: `Invalid ARN: Kinesis ARNs don't support \`${type}\` arn types.` },
      };
    },
  },
];

/** Inputs that ours refuse, whatever the protocol. */
export const refusedInputs: readonly Difference[] = [
  {
    name: "invalid dates",
    reason: "A date that is none is refused: the official clients send NaN, which isn't JSON, or throw a RangeError.",
    example: {
      service: "ecs",
      operation: "SubmitTaskStateChange",
      input: { pullStartedAt: new Date(Number.NaN) },
    },
    // An endpoint is looked for before anything is written: where there is none, nothing is said of dates.
    ours: (official, { input }) =>
      (official.requests.length > 0 || official.error?.message === "Invalid time value") && holdsInvalidDate(input)
        ? {
            requests: [],
            error: {
              ...nothingSent,
              name: "TypeError",
              message: "A timestamp must be a valid Date: Invalid Date",
              members: {},
              classes: ["TypeError"],
            },
          }
        : undefined,
  },
  {
    name: "missing members",
    reason: "An input that lacks required members is refused before anything is sent, with the path of each.",
    example: { service: "cognito", operation: "ForgotPassword", input: {}, validation: "required" },
    ours: (_, { input, validation }, { service, operation }) => {
      if (validation === "off" || operation.input === undefined) return undefined;
      const paths = missing(service, structureRef(operation.input), input, `${operation.name}Input`);
      if (paths.length === 0) return undefined;
      const many = paths.length === 1 ? "member is" : "members are";
      return {
        requests: [],
        error: {
          ...nothingSent,
          name: "InputValidationError",
          message: `${service.aws?.sdkId} ${operation.name}: ${paths.length} required ${many} missing: ${paths.join(", ")}`,
          members: { failures: paths.map((path) => ({ path, reason: "missing" })) },
          classes: ["InputValidationError"],
        },
      };
    },
  },
];
