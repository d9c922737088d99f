import type { MemberIr, StructureIr, TypeRef } from "../../codegen/ir/types.ts";
import type { Difference } from "./difference.ts";
import { inResult, unreadable } from "./differences-of-answers.ts";
import { deep, type Facts, isDocument, isError, xmlFault } from "./facts.ts";
import { ANYTHING } from "./plain.ts";
import type { Case, Outcome, ThrownError } from "./subject.ts";
import { type Element, isElement } from "./xml-text.ts";
import { type ElementChange, everywhere, inStructure } from "./xml-walk.ts";

/** The document that a case is answered, where it is one. */
export const rootOf = ({ answer }: Case): Element | undefined => ("root" in answer.body ? answer.body.root : undefined);

/** The case with another document of its answer. */
export const withRoot = (test: Case, root: Element): Case => ({ ...test, answer: { ...test.answer, body: { root } } });

/** The case with the elements of modelled values changed, wherever in the document their structure is. */
const inValues = (test: Case, { service, operation }: Facts, change: ElementChange): Case | undefined => {
  const root = rootOf(test);
  if (root === undefined) return undefined;
  const ids = isError(test.answer) ? operation.errors : operation.output === undefined ? [] : [operation.output];
  const types = ids
    .map((id) => service.typesById.get(id))
    .filter((type): type is StructureIr => type?.kind === "structure");
  // The document of a payload is that of the payload's own structure.
  const payloads = isError(test.answer) ? [] : types.flatMap(({ members }) => members.filter(isPayload));
  const [payload] = payloads.map(({ type }) => (type.kind === "named" ? service.typesById.get(type.id) : undefined));
  if (payload?.kind === "structure") return withRoot(test, inStructure(service, payload, root, change));
  const inElement = (element: Element): Element =>
    types.reduce((changed, type) => inStructure(service, type, changed, change), element);
  return withRoot(test, inWrapper(root, isError(test.answer) ? "Error" : `${operation.name}Result`, inElement));
};

const isPayload = ({ binding }: MemberIr): boolean => binding.kind === "payload";

/** Whether the body of an answer is given as it came, whatever it holds: the output's payload is a blob or a text. */
const isPassedOn = (test: Case, { service, operation }: Facts): boolean => {
  const output = operation.output === undefined ? undefined : service.typesById.get(operation.output);
  return (
    !isError(test.answer) &&
    output?.kind === "structure" &&
    output.members.some((member) => isPayload(member) && member.type.kind === "scalar")
  );
};

/** What becomes of the element that holds the members: that of the result or of the error, or the root. */
const inWrapper = (root: Element, wrapper: string, change: (element: Element) => Element): Element => {
  let found = false;
  const changed = everywhere(root, (element) => {
    if (element.name !== wrapper || !element.children.some(isElement)) return element;
    found = true;
    return change(element);
  });
  return found ? changed : change(root);
};

const isText = (type: TypeRef): boolean =>
  type.kind === "scalar" || (type.kind === "named" && (type.of === "enum" || type.of === "intEnum"));

/** Names that every object has, or that an error says of itself. */
const INHERITED = new Set(["__proto__", "toString", "constructor", "cause"]);

/** What stands before such a name. */
const UNKNOWN = "unknown-element-";

/** What stands before a text in hexadecimal digits that the official client would take for nothing. */
const BLANK = "blank-";
const isBlank = (text: string): boolean => text.trim() === "" && text.includes("\n");

const textOfPart = (part: string): string =>
  part.replace(/blank-([0-9a-f]+)/g, (_, digits: string) => Buffer.from(digits, "hex").toString("utf16le"));

const inTexts = (outcome: Outcome): Outcome => {
  const change = { text: textOfPart, key: textOfPart };
  const { error } = inResult(outcome, (value) => deep(value, change));
  const output = inResult(outcome, (value) => deep(value, change)).output;
  if (error !== undefined) return { ...outcome, error: deep(error, change) as ThrownError };
  return output === undefined ? outcome : { ...outcome, output };
};

/** Integers that a double doesn't hold, and what goes through the official client in their place. */
const LONGS = new Map([
  ["9007199254740993", 0.1234567891],
  ["-9223372036854775808", 0.1234567892],
]);

const longsIn = (value: unknown): unknown => {
  if (typeof value === "number") {
    const [text] = [...LONGS].find(([, stand]) => stand === value) ?? [];
    return text === undefined ? value : BigInt(text);
  }
  if (Array.isArray(value)) return value.map(longsIn);
  if (typeof value !== "object" || value === null || value === ANYTHING) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, longsIn(member)]));
};

const answered = (text: string, status = 200): Pick<Case, "answer"> => ({
  answer: { status, headers: {}, body: { text } },
});
const result = (operation: string, ...children: Element["children"]): Pick<Case, "answer"> => ({
  answer: {
    status: 200,
    headers: {},
    body: { root: { name: `${operation}Response`, children: [{ name: `${operation}Result`, children }] } },
  },
});

/** How results of XML differ from those of the newest official clients, whatever they are. */
export const xmlDifferences: readonly Difference[] = [
  {
    name: "success that isn't XML",
    reason: "A body that isn't XML is an error with status, request id and its start; none has a document type.",
    example: { service: "ses", operation: "GetSendQuota", ...answered("<html>") },
    ours: (official, test, facts) =>
      isDocument(test, facts) ? unreadable(official, test, xmlFault(test.answer)) : undefined,
  },
  {
    name: "words of timestamps",
    reason: "What isn't a timestamp is refused in the words of both generations of the published runtime.",
    example: {
      service: "ses",
      operation: "ListTemplates",
      ...result("ListTemplates", {
        name: "TemplatesMetadata",
        children: [{ name: "member", children: [{ name: "CreatedTimestamp", children: ["a"] }] }],
      }),
    },
    ours: (official) => {
      const [, rest] =
        /^Invalid RFC3339 timestamp format .*?(\n {2}Deserialization .*)$/s.exec(String(official.error?.message)) ?? [];
      if (official.error === undefined || rest === undefined) return undefined;
      return { ...official, error: { ...official.error, message: `Invalid RFC-3339 date-time value${rest}` } };
    },
  },
  {
    name: "elements within texts",
    reason:
      "Of an element that is a text, a number or the like, only the text counts: nothing in it makes a call fail.",
    example: {
      service: "ses",
      operation: "ListIdentities",
      ...result("ListIdentities", { name: "NextToken", children: ["a", { name: "b", children: [] }] }),
    },
    as: (test, facts) =>
      inValues(test, facts, (element, type) =>
        isText(type) ? { ...element, children: element.children.filter((child) => !isElement(child)) } : element,
      ),
  },
  {
    name: "maps without entries",
    reason: "A map whose element holds something else is empty, and what has no key is no entry of it.",
    example: {
      service: "ses",
      operation: "GetIdentityDkimAttributes",
      ...result("GetIdentityDkimAttributes", {
        name: "DkimAttributes",
        children: [{ name: "entry", children: [] }],
      }),
    },
    as: (test, facts) =>
      inValues(test, facts, (element, type) => {
        if (type.kind !== "map" || !element.children.some(isElement)) return element;
        const entries = element.children.filter(
          (child) => isElement(child) && child.name === "entry" && child.children.length > 0,
        );
        return { ...element, children: entries };
      }),
  },
  {
    name: "exact longs in XML",
    reason: "A 64-bit integer that a double doesn't hold is a bigint, so that no digit is lost.",
    example: {
      service: "ses",
      operation: "GetSendStatistics",
      ...result("GetSendStatistics", {
        name: "SendDataPoints",
        children: [{ name: "member", children: [{ name: "Bounces", children: ["9007199254740993"] }] }],
      }),
    },
    as: (test, facts) =>
      inValues(test, facts, (element, type) => {
        const [text] = element.children;
        const stand = typeof text === "string" ? LONGS.get(text) : undefined;
        return type.kind === "scalar" && type.scalar === "long" && stand !== undefined
          ? { ...element, children: [String(stand)] }
          : element;
      }),
    ours: (official) => inResult(official, longsIn),
  },
  {
    name: "names that every object has",
    reason: "Elements that the model doesn't know are nothing, whatever their names are.",
    example: {
      service: "ses",
      operation: "GetSendQuota",
      ...result("GetSendQuota", { name: "__proto__", children: [] }),
    },
    as: (test, facts) => {
      const root = rootOf(test);
      if (root === undefined || isPassedOn(test, facts)) return undefined;
      return withRoot(
        test,
        everywhere(root, (element) => {
          if (!INHERITED.has(element.name)) return element;
          // An error keeps what it doesn't know, a union counts it.
          return isError(test.answer) ? undefined : { ...element, name: `${UNKNOWN}${element.name}` };
        }),
      );
    },
    ours: (official) => {
      const { requests, ...result } = official;
      return { requests, ...(deep(result, { text: (text) => text.replace(UNKNOWN, "") }) as object) };
    },
  },
  {
    name: "white space with line feeds",
    reason: "The text of an element is a text as it came, one of white space too.",
    example: {
      service: "ses",
      operation: "ListIdentities",
      ...result("ListIdentities", { name: "NextToken", children: ["\n"] }),
    },
    as: (test) => {
      const root = rootOf(test);
      if (root === undefined) return undefined;
      const marked = everywhere(root, (element) => {
        const [text, ...others] = element.children;
        return typeof text === "string" && others.length === 0 && isBlank(text)
          ? { ...element, children: [`${BLANK}${Buffer.from(text, "utf16le").toString("hex")}`] }
          : element;
      });
      return withRoot(test, marked);
    },
    ours: inTexts,
  },
  {
    name: "text beside elements",
    reason: "A text in an element that has others doesn't take the place of those.",
    example: {
      service: "ses",
      operation: "GetSendStatistics",
      ...result("GetSendStatistics", {
        name: "SendDataPoints",
        children: ["text", { name: "member", children: [] }],
      }),
    },
    as: (test) => {
      const root = rootOf(test);
      if (root === undefined) return undefined;
      const bare = (element: Element): Element =>
        element.children.some(isElement) ? { ...element, children: element.children.filter(isElement) } : element;
      return withRoot(test, bare(everywhere(root, bare)));
    },
  },
];
