import type { MemberIr } from "../../ir/types.ts";
import { type Code, call } from "./code.ts";
import { errorEntry } from "./error-entry.ts";
import type { Document, ErrorContents } from "./protocol.ts";
import type { XmlFile } from "./xml.ts";
import { XmlReaders } from "./xml-readers.ts";

/** What is written of responses in XML, which the query protocols have too. */
export class XmlAnswers {
  readonly #file: XmlFile;
  readonly #readers: XmlReaders;

  constructor(file: XmlFile) {
    this.#file = file;
    this.#readers = new XmlReaders(file);
  }

  /** @param element the element with the members in it, as an expression */
  document({ structure, members }: Document, element: Code): Code {
    return structure === undefined ? this.nothing() : this.#readers.document(structure, members, element);
  }

  nothing(): Code {
    return call(`await ${this.#file.scope.support("xml-body", "readXml")}`, "output", "context");
  }

  payload(member: MemberIr): Code {
    const read = this.#file.scope.support("xml-body", "readXmlPayload");
    return call(`await ${read}`, "output", "context", this.#readers.payload(member));
  }

  error(contents: ErrorContents): string {
    const read = () => this.#readers.error(contents);
    return errorEntry(contents, this.#file, { wireName: ({ name }) => name, read });
  }

  declarations(): readonly string[] {
    return this.#readers.declarations();
  }
}
