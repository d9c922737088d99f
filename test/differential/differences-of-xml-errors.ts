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
    as: (test) => (isError(test.answer) && "text" in test.answer.body ? withRoot(test, nothing) : undefined),
    ours: (official, test) => {
      const reason = isError(test.answer) ? xmlFault(test.answer) : undefined;
      if (reason === undefined) return undefined;
      return withError(official, () => ({ message: described(test, reason, decoded(textOf(test.answer.body))) }));
    },
  },
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
        members: { ...members, Code, Error: { ...(members["Error"] as Record<string, Plain>), Code } },
      }));
    },
  },
  {
    name: "error without anything",
    reason: "An error is one of the service though its element is empty.",
    example: { service: "ses", operation: "GetSendQuota", ...refused({ name: "Error", children: [] }) },
    as: (test) => (errorIn(test)?.children.some(isElement) === false ? withRoot(test, nothing) : undefined),
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
      return code !== undefined && isElsewhere(code, facts) ? withCode(test, () => `${code}${ELSEWHERE}`) : undefined;
    },
    ours: (official) =>
      withError(official, (error) => deep(error, { text: (text) => text.replaceAll(ELSEWHERE, "") }) as ThrownError),
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
