/** A tag of a documentation comment with its words; the summary has the tag "". */
export interface Section {
  readonly tag: string;
  readonly words: string;
}

/**
 * The sections of a comment, told apart by their tags, white space and the comment's own margin aside. Also reads
 * comments whose line breaks were lost: `/** * Words. * @public * /`.
 */
export const sectionsOf = (comment: string): readonly Section[] => {
  const words = comment
    .replace(/^\s*\/\*\*/, "")
    .replace(/\*\/\s*$/, "")
    .replace(/(?<=^|\s)\*(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const parts = words.split(/(?:^|(?<= ))(@(?:example|param|returns|see|throws|public|deprecated|since)\b)/);
  const sections: Section[] = [{ tag: "", words: (parts[0] ?? "").trim() }];
  for (let index = 1; index < parts.length; index += 2) {
    sections.push({ tag: parts[index] ?? "", words: (parts[index + 1] ?? "").trim() });
  }
  return sections;
};

/** The documentation comment of the exported class of a declaration file. */
export const classComment = (declarations: string): string => {
  const end = declarations.lastIndexOf("*/", declarations.indexOf("export declare class")) + 2;
  return declarations.slice(declarations.lastIndexOf("/**", end - 2), end);
};
