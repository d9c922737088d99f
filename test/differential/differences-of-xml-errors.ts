import { type Answer, textOf } from "./answers.ts";
import type { Difference } from "./difference.ts";
import { described } from "./differences-of-answers.ts";
import { ELSEWHERE, withError } from "./differences-of-errors.ts";
import { rootOf, withRoot } from "./differences-of-xml.ts";
import { decoded, deep, errorsByCode, type Facts, isError, requestIdOf, xmlFault } from "./facts.ts";
import { ANYTHING, type Plain } from "./plain.ts";
import type { Case, ThrownError } from "./subject.ts";
import { childOf, type Element, isElement, textIn } from "./xml-text.ts";
import { everywhere } from "./xml-walk.ts";

/** The element of the error itself: wrapped, in a list, or the root. */
export const errorIn = (test: Case): Element | undefined => {
  const root = isError(test.answer) ? rootOf(test) : undefined;
  return childOf(root, "Error") ?? childOf(childOf(root, "Errors"), "Error") ?? root;
};

const codeTextOf = (test: Case): string | undefined => textIn(childOf(errorIn(test), "Code"));

/** The code that an answer is about. */
const codeOf = (test: Case): string | undefined =>
  codeTextOf(test)?.trim() || (test.answer.status === 404 ? "NotFound" : undefined);

/** The case with other elements of the name Code; undefined leaves them out. */
const withCode = (test: Case, change: (text: string) => string | undefined): Case | undefined => {
  const root = isError(test.answer) ? rootOf(test) : undefined;
  if (root === undefined) return undefined;
  return withRoot(
    test,
    everywhere(root, (element) => {
      if (element.name !== "Code") return element;
      const text = change(textIn(element) ?? "");
      return text === undefined ? undefined : { ...element, children: [text] };
    }),
  );
};

const refused = (...children: Element["children"]): { readonly answer: Answer } => ({
  answer: { status: 400, headers: {}, body: { root: { name: "ErrorResponse", children } } },
});
/** A document of an error of which it says nothing. */
const nothing: Element = { name: "ErrorResponse", children: [{ name: "a", children: [] }] };

const named = (code: string): Element => ({ name: "Error", children: [{ name: "Code", children: [code] }] });

/** How errors of the query protocols alone differ from those of the newest official clients. */
export const queryErrorDifferences: readonly Difference[] = [
  {
    name: "error that is the root",
    reason: "An error is read wherever services have put it, though nothing wraps it.",
    example: { service: "ses", operation: "GetSendQuota", ...refused({ name: "Code", children: ["Odd"] }) },
    as: (test) => {
      const root = rootOf(test);
      if (root === undefined || root === nothing || errorIn(test) !== root) return undefined;
      return withRoot(test, { ...root, children: [{ name: "Error", children: root.children }] });
    },
  },
  {
    name: "error in a list",
    reason: "What a document has beside its error is as it came: the official clients write into it.",
    example: {
      service: "ses",
      operation: "CreateTemplate",
      ...refused({ name: "Errors", children: [named("AlreadyExists")] }),
    },
    ours: (official) =>
      withError(official, ({ members }) => {
        const { Errors } = members as { readonly Errors?: Plain };
        return Errors === undefined ? {} : { members: { ...members, Errors: ANYTHING } };
      }),
  },
  {
    name: "error without anything",
    reason: "An error is one of the service though its element is empty.",
    example: { service: "ses", operation: "GetSendQuota", ...refused({ name: "Error", children: [] }) },
    as: (test) => (isBlank(errorIn(test)) ? withRoot(test, nothing) : undefined),
  },
];

/** An element without elements, but for a code that says nothing. */
const isBlank = (element: Element | undefined): boolean =>
  element?.children.every((child) => !isElement(child) || (child.name === "Code" && textIn(child)?.trim() === "")) ===
  true;

/** How errors in XML differ from those of the newest official clients. */
export const xmlErrorDifferences: readonly Difference[] = [
  {
    name: "error that isn't XML",
    reason: "An error whose body isn't XML is still an error of the service, and shows the start of the body.",
    example: {
      service: "ses",
      operation: "GetSendQuota",
      answer: { status: 502, headers: {}, body: { text: "<html>" } },
    },
    as: (test, { service }) => {
      if (!isError(test.answer) || !("text" in test.answer.body)) return undefined;
      if (!service.httpBindings) return withRoot(test, nothing);
      const error: Element = { name: "Error", children: [] };
      const isWrapped = test.answer.body.text.startsWith("<ErrorResponse>");
      return withRoot(test, isWrapped ? { name: "ErrorResponse", children: [error] } : error);
    },
    ours: (official, test) => {
      const reason = isError(test.answer) ? xmlFault(test.answer) : undefined;
      if (reason === undefined) return undefined;
      return withError(official, () => ({ message: described(test, reason, decoded(textOf(test.answer.body))) }));
    },
  },
  {
    name: "request ids in documents",
    reason: "The request id that a document has is that of the answer, where its headers have none.",
    example: {
      service: "ses",
      operation: "GetSendQuota",
      ...refused(named("Odd"), { name: "RequestId", children: ["r"] }),
    },
    ours: (official, test) =>
      rootOf(test) === undefined
        ? undefined
        : withError(official, ({ metadata }) => ({
            metadata: { ...(metadata as Record<string, Plain>), requestId: requestIdOf(test.answer) },
          })),
  },
  {
    name: "code that is blank",
    reason: "An empty code is none, and white space around one isn't part of it.",
    example: { service: "ses", operation: "GetSendQuota", ...refused(named(" Odd ")) },
    as: (test) => withCode(test, (text) => text.trim() || undefined),
    ours: (official, test) => {
      const Code = codeTextOf(test);
      if (Code === undefined) return undefined;
      return withError(official, ({ members }) => ({
        members: {
          ...members,
          Code,
          ...(members["Error"] === undefined
            ? {}
            : { Error: { ...(members["Error"] as Record<string, Plain>), Code } }),
        },
      }));
    },
  },
  {
    name: "error document without code and message",
    reason: "An error of which the service says nothing tells at least status and request id.",
    example: { service: "ses", operation: "GetSendQuota", ...refused() },
    ours: (official, test) => {
      const error = errorIn(test);
      const message = childOf(error, "message") ?? childOf(error, "Message");
      if (!isError(test.answer) || xmlFault(test.answer) !== undefined || codeOf(test) !== undefined || message)
        return undefined;
      return withError(official, () => ({ message: described(test, "UnknownError", "") }));
    },
  },
  {
    name: "error document of another operation",
    reason:
      "An error that the operation doesn't list is the base exception by its name, so that a bundle of one command holds the exceptions of that one alone.",
    example: { service: "ses", operation: "GetSendQuota", ...refused(named("AlreadyExists")) },
    as: (test, facts) => {
      const code = codeOf(test);
      const root = rootOf(test);
      if (code === undefined || root === undefined || !isElsewhere(code, facts)) return undefined;
      const renamed = { name: "Code", children: [`${code}${ELSEWHERE}`] };
      // What a 404 without a code means is said in a code, since it can't be renamed otherwise.
      return codeTextOf(test) === undefined && facts.service.httpBindings
        ? withRoot(test, { ...root, children: [...root.children, renamed] })
        : withCode(test, () => `${code}${ELSEWHERE}`);
    },
    ours: (official, test) =>
      withError(official, (error) => {
        const { Code, ...members } = error.members;
        const isOurs = codeTextOf(test) === undefined && String(Code).endsWith(ELSEWHERE);
        const changed = isOurs ? { ...error, members } : error;
        return deep(changed, { text: (text) => text.replaceAll(ELSEWHERE, "") }) as ThrownError;
      }),
  },
  {
    name: "name spaces of documents",
    reason: "The name space of a document is no member of the error in it.",
    example: {
      service: "ses",
      operation: "CreateTemplate",
      answer: {
        status: 400,
        headers: {},
        body: {
          root: { name: "ErrorResponse", attributes: { xmlns: "ns" }, children: [named("AlreadyExists")] },
        },
      },
    },
    as: (test) => {
      const root = isError(test.answer) ? rootOf(test) : undefined;
      return root === undefined ? undefined : withRoot(test, { name: root.name, children: root.children });
    },
  },
];

const isElsewhere = (code: string, { service, operation }: Facts): boolean => {
  const known = errorsByCode(service).get(code);
  return known !== undefined && !operation.errors.includes(known.id);
};
