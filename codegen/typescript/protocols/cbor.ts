import type { StructureIr } from "../../ir/types.ts";
import { CborReaders } from "./cbor-readers.ts";
import { CborWriters } from "./cbor-writers.ts";
import { call } from "./code.ts";
import {
  type Codec,
  type CodecFunctions,
  type Document,
  type ErrorContents,
  type Payload,
  type ProtocolFile,
  shapeCodes,
} from "./protocol.ts";

/**
 * Documents in CBOR. Names are those of the model, and `@timestampFormat` means nothing. What a caller gives is nearly what
 * is written: dates, bytes and numbers of any size have forms of their own there.
 */
export const cbor: Codec = (file) => new CborFunctions(file);

class CborFunctions implements CodecFunctions {
  readonly contentType = "application/cbor";
  readonly #file: ProtocolFile;
  readonly #writers: CborWriters;
  readonly #readers: CborReaders;

  constructor(file: ProtocolFile) {
    this.#file = file;
    this.#writers = new CborWriters(file);
    this.#readers = new CborReaders(file);
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

  error({ structure, members, bound }: ErrorContents): string {
    const { scope } = this.#file;
    const name = scope.symbol(scope.names.type(structure.id));
    const hasMembers = structure.members.some((member) => member.name !== "message" || bound.length > 0);
    return hasMembers ? `[${name}, ${this.#readers.error(structure, members, bound)}]` : name;
  }

  errorReader() {
    const { scope, service } = this.#file;
    return {
      reader: scope.support("json-error", "readServiceError"),
      fields: [
        `read: ${this.#body("readCborObject")}`,
        ...(service.awsQueryCompatible ? ["queryCompatible: true"] : []),
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
