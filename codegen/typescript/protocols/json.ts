import type { MemberIr, StructureIr } from "../../ir/types.ts";
import { call } from "./code.ts";
import { errorEntry } from "./error-entry.ts";
import { type JsonSettings, jsonValues } from "./json-values.ts";
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

/** Documents in JSON. */
export const json =
  (settings: JsonSettings): Codec =>
  (file) =>
    new JsonFunctions(file, settings);

class JsonFunctions implements CodecFunctions {
  readonly #file: ProtocolFile;
  readonly #settings: JsonSettings;
  readonly #writers: ObjectWriters;
  readonly #readers: ObjectReaders;
  readonly #errors: (readonly MemberIr[])[] = [];
  /** Types with numbers that a double can't hold, or that `JSON.stringify` refuses. */
  readonly #exact: Reach;

  constructor(file: ProtocolFile, settings: JsonSettings) {
    this.#file = file;
    this.#settings = settings;
    const objects = {
      ...file,
      wireName: settings.memberName,
      blobs: new Reach(file.service, ["blob"]),
      sentOrder: requiredFirst,
      values: jsonValues(file, settings),
    };
    this.#writers = new ObjectWriters(objects);
    this.#readers = new ObjectReaders(objects);
    this.#exact = new Reach(file.service, ["long", "bigInteger", "bigDecimal", "document"]);
  }

  get contentType(): string {
    return this.#settings.contentType;
  }

  writeDocument({ structure, members }: Document) {
    if (structure === undefined) return this.#settings.alwaysBody ? '"{}"' : undefined;
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

  error(contents: ErrorContents): string {
    this.#errors.push(contents.members);
    const read = () => this.#readers.error(contents);
    return errorEntry(contents, this.#file, { wireName: this.#settings.memberName, read });
  }

  errorReader() {
    const { scope, service } = this.#file;
    const exact = this.#errors.some((members) => this.#exact.ofMembers(members));
    return {
      reader: scope.support("json-error", "readServiceError"),
      fields: [
        ...(exact ? [`read: ${this.#bodyReader(true)}`] : []),
        ...(service.awsQueryCompatible ? [`query: ${scope.support("query-errors", "queryErrors")}`] : []),
        ...(service.httpBindings ? [`codeOf: ${scope.support("json-error", "codeOfHeader")}`] : []),
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
