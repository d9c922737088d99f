import type { MemberIr, ServiceIr, TimestampFormat, TypeRef } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import type { Emission } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { call } from "./code.ts";
import { FunctionNames } from "./function-names.ts";
import { JsonReaders } from "./json-readers.ts";
import { JsonWriters } from "./json-writers.ts";
import type { Codec, ShapeFunctions } from "./protocol.ts";
import { Reach } from "./reach.ts";

/** What the protocols that are written in JSON differ in. */
export interface JsonSettings {
  /** The name of a member on the wire. */
  readonly memberName: (member: MemberIr) => string;
  /** The format of timestamps that name none. */
  readonly timestamps: TimestampFormat;
}

/** What the functions of one file have in common. */
export interface JsonFile {
  readonly service: ServiceIr;
  readonly scope: FileScope;
  readonly settings: JsonSettings;
  readonly names: FunctionNames;
  /** Whether modelled defaults are sent, and filled in where a service left them out. */
  readonly fillsDefaults: boolean;
  /** Types whose functions need the client's context, for its base64. */
  readonly blobs: Reach;
}

/** Contents in JSON. */
export const json = (settings: JsonSettings): Codec => ({
  functions: (emission, scope) => new JsonFunctions(fileOf(emission, scope, settings)),
});

const fileOf = ({ service, options }: Emission, scope: FileScope, settings: JsonSettings): JsonFile => ({
  service,
  scope,
  settings,
  names: new FunctionNames(service, scope.names),
  fillsDefaults: (options.defaults ?? (service.aws === undefined ? "spec" : "official")) === "spec",
  blobs: new Reach(service, ["blob"]),
});

class JsonFunctions implements ShapeFunctions {
  readonly #file: JsonFile;
  readonly #writers: JsonWriters;
  readonly #readers: JsonReaders;
  readonly #errors = new Set<ShapeId>();
  /** Types with numbers that a double can't hold, or that `JSON.stringify` refuses. */
  readonly #exact: Reach;

  constructor(file: JsonFile) {
    this.#file = file;
    this.#writers = new JsonWriters(file);
    this.#readers = new JsonReaders(file);
    this.#exact = new Reach(file.service, ["long", "bigInteger", "bigDecimal", "document"]);
  }

  body(input: ShapeId | undefined) {
    const type = input === undefined ? undefined : this.#file.service.typesById.get(input);
    if (type?.kind !== "structure" || type.members.length === 0) return { code: '"{}"', usesInput: false };
    const { scope } = this.#file;
    const stringify = this.#exact.ofShape(type.id)
      ? scope.support("json-numbers", "stringifyExact")
      : `${scope.global("JSON")}.stringify`;
    return { code: call(stringify, this.#writers.shape(type.id, "input")), usesInput: true };
  }

  contents(output: ShapeId) {
    const read = this.#bodyReader(this.#exact.ofShape(output));
    return this.#readers.shape(output, `await ${read}(output, context)`);
  }

  error(id: ShapeId): string {
    const { scope, service } = this.#file;
    this.#errors.add(id);
    const type = service.typesById.get(id);
    const name = scope.symbol(scope.names.type(id));
    const hasMembers = type?.kind === "structure" && type.members.some((member) => member.name !== "message");
    return hasMembers ? `[${name}, ${this.#readers.reader(id)}]` : name;
  }

  errorBody(): string | undefined {
    const exact = [...this.#errors].some((id) => this.#exact.ofShape(id));
    return exact ? this.#bodyReader(true) : undefined;
  }

  declarations(): readonly string[] {
    return [...this.#writers.declarations(), ...this.#readers.declarations()];
  }

  #bodyReader(exact: boolean): string {
    return this.#file.scope.support("json-body", exact ? "readExactJsonObject" : "readJsonObject");
  }
}

/** The shape of a list or map that is the element of another: those get functions of their own. */
export type Container = Extract<TypeRef, { kind: "list" | "map" }>;
