import type { Constraints, MemberIr, Presence } from "../../ir/types.ts";
import { cleanLine } from "./clean.ts";
import { type DocSection, modelText, own } from "./comment.ts";
import { codeSpan } from "./inline.ts";
import type { DocsFormat } from "./markdown.ts";
import { documentationTags, documentationText } from "./traits.ts";
import { WIDTH, wrapWords } from "./wrap.ts";

/** What a member's documentation is made of; a `MemberIr` is one. */
export type DocumentedMember = Pick<MemberIr, "docs" | "constraints" | "sensitive"> & {
  readonly presence: Pick<Presence, "required" | "default" | "idempotencyToken">;
};

/** A default that is longer than this is said to exist, but not shown. */
const LONGEST_DEFAULT = 80;

/**
 * A member's documentation, a line of its constraints, and its tags:
 * "Required. Length 1 to 128. Pattern `[\w]+`."
 */
export const memberDocs = (member: DocumentedMember, format: DocsFormat): readonly DocSection[] => [
  documentationText(member.docs, format),
  modelText(wrapWords(constraintSentences(member).join(" "), WIDTH).join("\n")),
  documentationTags(member.docs),
  member.docs.internal ? [own`@internal`] : [],
];

/** Short sentences, each a fact that a caller can act on. Their code spans hold fixed spaces. */
const constraintSentences = ({ docs, constraints, presence, sensitive }: DocumentedMember): readonly string[] => {
  const { recommended } = docs;
  const reason = recommended?.reason === undefined ? "" : `: ${cleanLine(recommended.reason).replace(/\.$/, "")}`;
  return [
    presence.required ? "Required." : "",
    recommended === undefined ? "" : `Recommended${reason}.`,
    ...constraintFacts(constraints),
    presence.default === undefined ? "" : defaultSentence(JSON.stringify(presence.default)),
    presence.idempotencyToken ? "A random token where it is left out." : "",
    sensitive ? "Sensitive: left out of logs." : "",
  ].filter((sentence) => sentence !== "");
};

const constraintFacts = ({ length, range, pattern, uniqueItems }: Constraints): readonly string[] => [
  length === undefined ? "" : bounds("Length", length),
  range === undefined ? "" : bounds("Range", range),
  pattern === undefined ? "" : `Pattern ${codeSpan(cleanLine(pattern))}.`,
  uniqueItems === undefined ? "" : "Its items differ from each other.",
];

const bounds = (what: string, { min, max }: NonNullable<Constraints["length"] | Constraints["range"]>): string => {
  if (min === undefined && max === undefined) return "";
  if (min === undefined) return `${what} up to ${max}.`;
  if (max === undefined) return `${what} ${min} or more.`;
  return min === max ? `${what} ${min}.` : `${what} ${min} to ${max}.`;
};

const defaultSentence = (literal: string): string =>
  literal.length > LONGEST_DEFAULT ? "Has a default." : `Default ${codeSpan(cleanLine(literal))}.`;
