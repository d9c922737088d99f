import { type DocSection, docComment } from "./docs/comment.ts";

/** A documentation comment with the line break that ends it, or nothing: what a template puts before a declaration. */
export const comment = (sections: readonly DocSection[], indent = 0): string => {
  const text = docComment(sections, { indent });
  return text === undefined ? "" : `${text}\n`;
};
