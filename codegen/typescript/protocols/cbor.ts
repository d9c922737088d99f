import type { MemberIr, StructureIr } from "../../ir/types.ts";
import { cborValues } from "./cbor-values.ts";
import { call } from "./code.ts";
import { errorEntry } from "./error-entry.ts";
import { requiredFirst } from "./members.ts";
import { ObjectReaders } from "./object-readers.ts";
import { ObjectWriters } from "./object-writers.ts";
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

/**
 * Documents in CBOR. Names are those of the model, and `@timestampFormat` means nothing. What a caller gives is nearly what
 * is written: dates, bytes and numbers of any size have forms of their own there.
 */
export const cbor: Codec = (file) => new CborFunctions(file);

class CborFunctions implements CodecFunctions {
  readonly contentType = "application/cbor";
  readonly #file: ProtocolFile;
  readonly #writers: ObjectWriters;
  readonly #readers: ObjectReaders;

  constructor(file: ProtocolFile) {
    this.#file = file;
    const objects = {
      ...file,
      wireName,
      blobs: new Reach(file.service, []),
      sentOrder: requiredFirst,
      values: cborValues(file),
    };
    this.#writers = new ObjectWriters(objects);
    this.#readers = new ObjectReaders(objects);
  }

  writeDocument({ structure, members }: Document) {
    if (structure === undefined) return undefined;
    return call(this.#encode(), members.length === 0 ? "{}" : this.#writers.document(structure, members, "input"));
  }

  writePayload({ member }: Payload, value: string) {
    return call(this.#encode(), this.#writers.payload(member, value));
  }

  readDocument({ structure, members }: Document) {
    if (structure === undefined) return this.readNothing();
    return this.#readers.document(structure, members, `await ${this.#body("readCborObject")}(output, context)`);
  }

  readNothing() {
    return `await ${this.#body("readCborObject")}(output, context)`;
  }

  readPayload({ member }: Payload) {
    return this.#readers.payload(member, `await ${this.#body("readCbor")}(output, context)`);
  }

  errorCodes(error: StructureIr): readonly string[] {
    return shapeCodes(error, this.#file.service);
  }

  error(contents: ErrorContents): string {
    return errorEntry(contents, this.#file, { wireName, read: () => this.#readers.error(contents) });
  }

  errorReader() {
    const { scope, service } = this.#file;
    return {
      reader: scope.support("json-error", "readServiceError"),
      fields: [
        `read: ${this.#body("readCborObject")}`,
        ...(service.awsQueryCompatible ? [`query: ${scope.support("query-errors", "queryErrors")}`] : []),
      ],
    };
  }

  declarations(): readonly string[] {
    return [...this.#writers.declarations(), ...this.#readers.declarations()];
  }

  #encode(): string {
    return this.#file.scope.support("cbor-writer", "encodeCbor");
  }

  #body(name: string): string {
    return this.#file.scope.support("cbor-body", name);
  }
}

const wireName = ({ name }: MemberIr): string => name;
