import type { DocsIr } from "../../ir/types.ts";
import { cleanLine } from "./clean.ts";
import { type DocLine, type DocSection, modelText, own } from "./comment.ts";
import { link } from "./inline.ts";
import { type DocsFormat, renderDocumentation } from "./markdown.ts";
import { wrapWords } from "./wrap.ts";

/** The documentation itself, in the format asked for. */
export const documentationText = (docs: DocsIr, format: DocsFormat): DocSection =>
  modelText(renderDocumentation(docs.documentation, format));

/**
 * The tags that documentation traits stand for: `@deprecated`, `@since`, `@see` for external documentation,
 * `@experimental` for `@unstable`. https://smithy.io/2.0/spec/documentation-traits.html
 */
export const documentationTags = (docs: DocsIr): DocSection => [
  ...deprecation(docs),
  ...(docs.since === undefined ? [] : [own`@since ${docs.since}`]),
  ...[...(docs.externalDocumentation ?? [])].flatMap(([title, url]) => seeAlso(title, url)),
  ...(docs.unstable ? [own`@experimental`] : []),
];

/** Who may use it: the last line of a documentation comment, as API extractors want it. */
export const visibility = (docs: DocsIr): DocSection => [docs.internal ? own`@internal` : own`@public`];

const deprecation = ({ deprecated }: DocsIr): readonly DocLine[] => {
  if (deprecated === undefined) return [];
  const message = cleanLine(deprecated.message ?? "");
  const since = deprecated.since === undefined ? "" : `(since ${deprecated.since})`;
  return [own`@deprecated ${[since, message].filter((part) => part !== "").join(" ")}`];
};

const seeAlso = (title: string, url: string): readonly DocLine[] => {
  const target = link(cleanLine(title).replace(/[[\]\\]/g, "\\$&"), url);
  return target === undefined ? [] : wrapWords(target, Number.POSITIVE_INFINITY).map((line) => own`@see ${line}`);
};
