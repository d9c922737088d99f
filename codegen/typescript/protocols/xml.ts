import type { StructureIr } from "../../ir/types.ts";
import {
  type Codec,
  type CodecFunctions,
  type Document,
  type ErrorContents,
  type Payload,
  type ProtocolFile,
  shapeCodes,
} from "./protocol.ts";
import { Reach } from "./reach.ts";
import { XmlAnswers } from "./xml-answers.ts";
import { XmlWriters } from "./xml-writers.ts";

/** What the functions of one file have in common. */
export interface XmlFile extends ProtocolFile {
  /** Types whose functions need the client's context, for its base64. */
  readonly blobs: Reach;
}

/** Documents in XML. https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html */
export const xml: Codec = (file) => new XmlFunctions(xmlFile(file));

/** A protocol's file with what XML needs beside. */
export const xmlFile = (file: ProtocolFile): XmlFile => ({ ...file, blobs: new Reach(file.service, ["blob"]) });

class XmlFunctions implements CodecFunctions {
  readonly contentType = "application/xml";
  readonly #answers: XmlAnswers;
  readonly #file: XmlFile;
  readonly #writers: XmlWriters;

  constructor(file: XmlFile) {
    this.#file = file;
    this.#writers = new XmlWriters(file);
    this.#answers = new XmlAnswers(file);
  }

  writeDocument({ structure, members }: Document) {
    if (structure === undefined || members.length === 0) return undefined;
    return this.#writers.document(structure, members, "input");
  }

  writePayload({ member }: Payload, value: string) {
    return this.#writers.payload(member, value);
  }

  readDocument(document: Document) {
    const { scope } = this.#file;
    const unwrapped = document.operation.unwrappedXmlOutput;
    const read = scope.support("xml-body", unwrapped ? "readUnwrappedXml" : "readXml");
    return this.#answers.document(document, `await ${read}(output, context)`);
  }

  readNothing() {
    return this.#answers.nothing();
  }

  readPayload({ member }: Payload) {
    return this.#answers.payload(member);
  }

  errorCodes(error: StructureIr): readonly string[] {
    return shapeCodes(error, this.#file.service);
  }

  error(contents: ErrorContents): string {
    return this.#answers.error(contents);
  }

  errorReader() {
    return { reader: this.#file.scope.support("xml-error", "readXmlError"), fields: [] };
  }

  declarations(): readonly string[] {
    return [...this.#writers.declarations(), ...this.#answers.declarations()];
  }
}
