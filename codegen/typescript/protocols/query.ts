import type { MemberIr, StructureIr } from "../../ir/types.ts";
import { nameOf } from "../../smithy/shape-id.ts";
import { stringLiteral } from "../layout.ts";
import { call, inline } from "./code.ts";
import type { Codec, CodecFunctions, Document, ErrorContents } from "./protocol.ts";
import { QueryWriters } from "./query-writers.ts";
import { type XmlFile, xmlFile } from "./xml.ts";
import { XmlAnswers } from "./xml-answers.ts";

/** What the protocols that send forms differ in. */
export interface QuerySettings {
  /** The name of a member in a form. */
  readonly memberName: (member: MemberIr) => string;
  /**
   * Members of lists: under `Name.member.1` unless the list is flattened, and one without members is `Name=`; or always
   * under `Name.1`, and one without members is not written.
   */
  readonly lists: "named" | "numbered";
  /** The element that wraps the members of an output, if any does. */
  readonly wrapper: (operation: string) => string | undefined;
}

/** What the functions of one file have in common. */
export interface QueryFile extends XmlFile {
  readonly settings: QuerySettings;
}

/** Requests that are forms, and responses in XML. */
export const query =
  (settings: QuerySettings): Codec =>
  (file) =>
    new QueryFunctions({ ...xmlFile(file), settings });

class QueryFunctions implements CodecFunctions {
  readonly contentType = "application/x-www-form-urlencoded";
  readonly #file: QueryFile;
  readonly #writers: QueryWriters;
  readonly #answers: XmlAnswers;

  constructor(file: QueryFile) {
    this.#file = file;
    this.#writers = new QueryWriters(file);
    this.#answers = new XmlAnswers(file);
  }

  writeDocument({ operation, structure, members }: Document) {
    const form = { Action: operation.name, Version: this.#file.service.version };
    const head = Object.entries(form).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    if (structure === undefined || members.length === 0) return stringLiteral(head.join("&"));
    // Percent-encoded, nothing in it could end a template.
    return `\`${head.join("&")}\${${inline(this.#writers.input(structure, "input"))}}\``;
  }

  writePayload(): never {
    throw new Error("Protocols that send forms have no payloads.");
  }

  readDocument(document: Document) {
    const { scope, settings } = this.#file;
    const wrapper = settings.wrapper(document.operation.name);
    if (wrapper === undefined) {
      return this.#answers.document(document, `await ${scope.support("xml-body", "readXml")}(output, context)`);
    }
    const read = call(
      `await ${scope.support("xml-body", "readWrappedXml")}`,
      "output",
      "context",
      stringLiteral(wrapper),
    );
    return this.#answers.document(document, read);
  }

  readNothing() {
    return this.#answers.nothing();
  }

  readPayload(): never {
    throw new Error("Protocols that send forms have no payloads.");
  }

  /** The code that `@awsQueryError` gives an error, and its name. */
  errorCodes({ id, error }: StructureIr): readonly string[] {
    return error?.queryCode === undefined ? [nameOf(id)] : [error.queryCode, nameOf(id)];
  }

  error(contents: ErrorContents): string {
    return this.#answers.error(contents);
  }

  errorReader() {
    return { reader: this.#file.scope.support("xml-error", "readXmlError"), fields: ["query: true"] };
  }

  declarations(): readonly string[] {
    return [...this.#writers.declarations(), ...this.#answers.declarations()];
  }
}
