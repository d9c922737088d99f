import type { MemberIr, StructureIr, TimestampFormat } from "../../ir/types.ts";
import { call } from "./code.ts";
import { JsonReaders } from "./json-readers.ts";
import { JsonWriters } from "./json-writers.ts";
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

/** What the protocols that are written in JSON differ in. */
export interface JsonSettings {
  readonly contentType: string;
  /** The name of a member on the wire. */
  readonly memberName: (member: MemberIr) => string;
  /** The format of timestamps, by the one that the model names. */
  readonly timestamps: (named: TimestampFormat | undefined) => TimestampFormat;
  /** What a `bigInteger` and a `bigDecimal` are written as. */
  readonly bigNumbers: "number" | "string";
  /** Whether requests of operations without input have a body too: `{}`. */
  readonly alwaysBody: boolean;
}

/** What the functions of one file have in common. */
export interface JsonFile extends ProtocolFile {
  readonly settings: JsonSettings;
  /** Types whose functions need the client's context, for its base64. */
  readonly blobs: Reach;
}

/** Documents in JSON. */
export const json =
  (settings: JsonSettings): Codec =>
  (file) =>
    new JsonFunctions({ ...file, settings, blobs: new Reach(file.service, ["blob"]) });

class JsonFunctions implements CodecFunctions {
  readonly #file: JsonFile;
  readonly #writers: JsonWriters;
  readonly #readers: JsonReaders;
  readonly #errors: (readonly MemberIr[])[] = [];
  /** Types with numbers that a double can't hold, or that `JSON.stringify` refuses. */
  readonly #exact: Reach;

  constructor(file: JsonFile) {
    this.#file = file;
    this.#writers = new JsonWriters(file);
    this.#readers = new JsonReaders(file);
    this.#exact = new Reach(file.service, ["long", "bigInteger", "bigDecimal", "document"]);
  }

  get contentType(): string {
    return this.#file.settings.contentType;
  }

  writeDocument({ structure, members }: Document) {
    if (structure === undefined) return this.#file.settings.alwaysBody ? '"{}"' : undefined;
    if (members.length === 0) return '"{}"';
    return call(this.#stringify(this.#exact.ofMembers(members)), this.#writers.document(structure, members, "input"));
  }

  writePayload({ member }: Payload, value: string) {
    return call(this.#stringify(this.#exact.ofType(member.type)), this.#writers.payload(member, value));
  }

  emptyPayload({ member }: Payload) {
    return member.type.kind === "named" && member.type.of === "structure" ? '"{}"' : undefined;
  }

  readDocument({ structure, members }: Document) {
    if (structure === undefined) return this.readNothing();
    const read = this.#bodyReader(this.#exact.ofMembers(members));
    return this.#readers.document(structure, members, `await ${read}(output, context)`);
  }

  readNothing() {
    return `await ${this.#bodyReader(false)}(output, context)`;
  }

  readPayload({ member }: Payload) {
    const { scope } = this.#file;
    const read = scope.support("json-body", this.#exact.ofType(member.type) ? "readExactJson" : "readJson");
    return this.#readers.payload(member, `await ${read}(output, context)`);
  }

  errorCodes(error: StructureIr): readonly string[] {
    return shapeCodes(error, this.#file.service);
  }

  error({ structure, members, bound }: ErrorContents): string {
    const { scope, settings } = this.#file;
    this.#errors.push(members);
    const name = scope.symbol(scope.names.type(structure.id));
    // The message is read by whoever makes the exception, under its own name.
    const isMessage = (member: MemberIr) => member.name === "message" && settings.memberName(member) === "message";
    const hasMembers = bound.length > 0 || !members.every(isMessage);
    return hasMembers ? `[${name}, ${this.#readers.error(structure, members, bound)}]` : name;
  }

  errorReader() {
    const { scope, service } = this.#file;
    const exact = this.#errors.some((members) => this.#exact.ofMembers(members));
    return {
      reader: scope.support("json-error", "readServiceError"),
      fields: [
        ...(exact ? [`read: ${this.#bodyReader(true)}`] : []),
        ...(service.awsQueryCompatible ? ["queryCompatible: true"] : []),
        ...(service.httpBindings ? ["headerFirst: true"] : []),
      ],
    };
  }

  declarations(): readonly string[] {
    return [...this.#writers.declarations(), ...this.#readers.declarations()];
  }

  #stringify(exact: boolean): string {
    const { scope } = this.#file;
    return exact ? scope.support("json-numbers", "stringifyExact") : `${scope.global("JSON")}.stringify`;
  }

  #bodyReader(exact: boolean): string {
    return this.#file.scope.support("json-body", exact ? "readExactJsonObject" : "readJsonObject");
  }
}
