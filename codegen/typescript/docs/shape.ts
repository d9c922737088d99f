import type { DocsIr, ServiceIr } from "../../ir/types.ts";
import { type DocSection, own } from "./comment.ts";
import type { DocsFormat } from "./markdown.ts";
import { documentationTags, documentationText, visibility } from "./traits.ts";

/** The documentation of a structure, union, enum or error class: its text, its tags, who may use it. */
export const shapeDocs = (docs: DocsIr, format: DocsFormat): readonly DocSection[] => [
  documentationText(docs, format),
  documentationTags(docs),
  visibility(docs),
];

/** The documentation of a value of an enum: as a shape's, without `@public`, which its enum has. */
export const enumValueDocs = (docs: DocsIr, format: DocsFormat): readonly DocSection[] => [
  documentationText(docs, format),
  documentationTags(docs),
  docs.internal ? [own`@internal`] : [],
];

/** The documentation of the client class and of the aggregated client: the service's. */
export const clientDocs = (service: Pick<ServiceIr, "docs">, format: DocsFormat): readonly DocSection[] =>
  shapeDocs(service.docs, format);
