import { Parser } from "htmlparser2";
import { Renderer } from "./render.ts";

/** Elements whose content an HTML parser reads as raw text to its end: in documentation they are placeholders. */
const RAW_ELEMENTS = /<(?=\/?(?:script|style|title|textarea|iframe|xmp|noembed|noframes|plaintext|svg|math)\b)/gi;

/**
 * HTML as Markdown. `mixed` is CommonMark with some tags in it: its own marks stay as they are, and so do its lines.
 * Elements that HTML doesn't have are placeholders and are shown: `<bucket-name>`.
 */
export const htmlToMarkdown = (html: string, kind: "html" | "mixed"): string => {
  const source = html.replace(RAW_ELEMENTS, "&lt;");
  const renderer = new Renderer(kind);
  let tagStart = 0;
  const parser = new Parser(
    {
      onopentagname() {
        tagStart = parser.startIndex;
      },
      onopentag(name, attributes) {
        renderer.open(name, attributes, () => source.slice(tagStart, parser.endIndex + 1));
      },
      onclosetag(name) {
        renderer.close(name);
      },
      ontext(text) {
        renderer.text(text);
      },
    },
    { lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(source);
  return renderer.end();
};
