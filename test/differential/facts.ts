import type { MemberIr, OperationIr, ServiceIr, StructureIr, TypeRef, UnionIr } from "../../codegen/ir/types.ts";
import { nameOf, type ShapeId } from "../../codegen/smithy/shape-id.ts";
import { type Answer, textOf } from "./answers.ts";
import type { Case } from "./subject.ts";
import { Literal } from "./wire-json.ts";
import { childOf, textIn } from "./xml-text.ts";

/** What the model says of a case. */
export interface Facts {
  readonly service: ServiceIr;
  readonly operation: OperationIr;
}

export const factsOf = (service: ServiceIr, test: Case): Facts => {
  const operation = service.operations.find(({ name }) => name === test.operation);
  if (operation === undefined) throw new Error(`There is no operation ${test.operation}.`);
  return { service, operation };
};

/** Whether an answer is an error. */
export const isError = (answer: Answer): boolean => answer.status >= 300;

/** Whether a body is read as a document: that of a success with HTTP bindings may be a payload, or of no concern. */
export const isDocument = ({ answer }: Case, { service, operation }: Facts): boolean => {
  if (!service.httpBindings || isError(answer)) return true;
  const output = operation.output === undefined ? undefined : service.typesById.get(operation.output);
  return (
    output?.kind === "structure" &&
    output.members.some(
      ({ binding, type }) => binding.kind === "body" || (binding.kind === "payload" && type.kind !== "scalar"),
    )
  );
};

/** What is wrong with a body, in the words of our packages. */
export const bodyFault = (test: Case, facts: Facts): string | undefined => {
  if ("hex" in test.answer.body) return test.answer.body.fault;
  const text = textOf(test.answer.body);
  if (text.trim() === "" || !isDocument(test, facts)) return undefined;
  try {
    const value: unknown = JSON.parse(decoded(text));
    return typeof value === "object" && !Array.isArray(value) ? undefined : "the body is not a JSON object";
  } catch {
    return "the body is not JSON";
  }
};

/** A text as it is read again: lone surrogates are not in UTF-8. */
export const decoded = (text: string): string => Buffer.from(text).toString("utf8");

/** What in place of a document is one all the same, or nothing, which is no fault either. */
const READABLE_XML =
  /^\s*$|^(<\?xml.*?\?>\n?|<!-- a -->)?<(a|Error)\/>\n?$|^<a>text<\/a>$|^<ErrorResponse><Error\/><\/ErrorResponse>$/;

/** What is wrong with a body that is to be XML, in the words of our packages. */
export const xmlFault = ({ body }: Answer): "the body is not XML" | undefined =>
  "text" in body && !READABLE_XML.test(body.text) ? "the body is not XML" : undefined;

/** The request id as clients tell it; that of an XML document counts where the headers have none. */
export const requestIdOf = ({ headers, body }: Answer): string | undefined => {
  const root = "root" in body ? body.root : undefined;
  return (
    headers["x-amzn-requestid"] ??
    headers["x-amzn-request-id"] ??
    headers["x-amz-request-id"] ??
    textIn(childOf(root, "RequestId") ?? childOf(root, "RequestID"))
  );
};

/** The code in a text as a service sends it, without name space and address. */
export const bareCode = (value: unknown): string | undefined => {
  if (value instanceof Literal) return bareCode(Number(value.text));
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const code = String(value)
    .replace(/[,:].*/s, "")
    .replace(/^[^#]*#/, "")
    .trim();
  return code === "" ? undefined : code;
};

/** The name of a key that may be written in any case. */
export const keyLike = (object: object, lowerCase: string): string | undefined =>
  Object.keys(object).find((key) => key.toLowerCase() === lowerCase);

const errors = new WeakMap<ServiceIr, ReadonlyMap<string, StructureIr>>();

/** The error structures that the service has, by each code that stands for it. */
export const errorsByCode = (service: ServiceIr): ReadonlyMap<string, StructureIr> => {
  const known = errors.get(service) ?? errorsOf(service);
  errors.set(service, known);
  return known;
};

const errorsOf = (service: ServiceIr): ReadonlyMap<string, StructureIr> => {
  const found = new Map<string, StructureIr>();
  for (const type of service.types) {
    if (type.kind !== "structure" || type.error === undefined) continue;
    found.set(nameOf(type.id), type);
    const hasQueryCodes = service.awsQueryCompatible || service.protocol === "aws.protocols#awsQuery";
    if (hasQueryCodes && type.error.queryCode !== undefined) found.set(type.error.queryCode, type);
  }
  return found;
};

/** The name of a member in JSON. */
export const jsonNameOf = ({ httpBindings }: ServiceIr, { name, jsonName }: MemberIr): string =>
  httpBindings ? (jsonName ?? name) : name;

/** What `inValue` changes: lists, maps and unions, and what stands in the place of a structure. */
export type Changed = Extract<TypeRef, { kind: "list" | "map" }> | UnionIr | StructureIr;

/**
 * A value of a type with `change` applied to each list, map and union in it, the inner ones first. What stands in the
 * place of a map, structure or union is given to it even where it is a list, but nothing in that one. Unknown members stay.
 */
export const inValue = (
  service: ServiceIr,
  type: TypeRef,
  value: unknown,
  change: (value: object, type: Changed) => unknown,
): unknown => {
  if (typeof value !== "object" || value === null) return value;
  const entries = (of: (key: string) => TypeRef | undefined): object =>
    withEntries(value, (key, entry) => {
      const entryType = of(key);
      return [key, entryType === undefined ? entry : inValue(service, entryType, entry, change)];
    });
  switch (type.kind) {
    case "scalar":
      return value;
    case "list":
      return Array.isArray(value)
        ? change(
            value.map((element) => inValue(service, type.element, element, change)),
            type,
          )
        : value;
    case "map":
      return Array.isArray(value)
        ? change(value, type)
        : change(
            entries(() => type.value),
            type,
          );
    case "named": {
      const named = service.typesById.get(type.id);
      if (named === undefined || !("members" in named)) return value;
      if (Array.isArray(value)) return change(value, named);
      const types = new Map(named.members.map((member) => [jsonNameOf(service, member), member.type]));
      const changed = entries((name) => types.get(name));
      return named.kind === "union" ? change(changed, named) : changed;
    }
  }
};

/** A value with `change` applied to each text and number literal in it, undefined leaving it, and with keys renamed. */
export const deep = (
  value: unknown,
  change: {
    readonly text?: (text: string) => unknown;
    readonly literal?: (literal: Literal) => unknown;
    readonly key?: (key: string) => string;
  },
): unknown => {
  if (value instanceof Literal) return became(value, change.literal?.(value));
  if (typeof value === "string") return became(value, change.text?.(value));
  if (Array.isArray(value)) return value.map((element) => deep(element, change));
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return withEntries(value, (key, member) => [change.key?.(key) ?? key, deep(member, change)]);
};

/** An object with other entries; the same one where `each` gives them as they are, which is most often so. */
const withEntries = (
  value: object,
  each: (key: string, member: unknown) => readonly [key: string, member: unknown],
): object => {
  let same = true;
  const entries = Object.entries(value).map(([key, member]) => {
    const entry = each(key, member);
    same &&= entry[0] === key && Object.is(entry[1], member);
    return entry;
  });
  return same ? value : Object.fromEntries(entries);
};

/** What a value became, null too; itself where it became nothing else. */
const became = (value: unknown, into: unknown): unknown => (into === undefined ? value : into);

/** Whether any value of a named type in a value is one that `matches`. */
export const someNamed = (
  service: ServiceIr,
  type: TypeRef,
  value: unknown,
  matches: (name: string, value: unknown) => boolean,
): boolean => {
  if (value === undefined || value === null) return false;
  switch (type.kind) {
    case "scalar":
      return false;
    case "list":
      return Array.isArray(value) && value.some((element) => someNamed(service, type.element, element, matches));
    case "map":
      return Object.values(value).some((entry) => someNamed(service, type.value, entry, matches));
    case "named": {
      const named = service.typesById.get(type.id);
      if (named === undefined || !("members" in named)) return false;
      if (matches(named.name, value)) return true;
      const members = new Map(Object.entries(value));
      return named.members.some((member) => someNamed(service, member.type, members.get(member.name), matches));
    }
  }
};

/** A structure by its id, as a type that is used. */
export const structureRef = (id: ShapeId): TypeRef => ({ kind: "named", of: "structure", id, sensitive: false });

/** The keys of a body under which a code may stand. */
export const codeKeys = (contents: object): readonly string[] => {
  const code = keyLike(contents, "code");
  return ["__type", ...(code === undefined ? [] : [code])].filter((key) => Object.hasOwn(contents, key));
};
