import type { MemberIr, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { errorMemberName, memberName } from "../naming.ts";
import { isJson, typeExpression } from "../types.ts";
import { cborDefault, containerFunction } from "./cbor-values.ts";
import { binary, type Call, type Code, call } from "./code.ts";
import { Declarations } from "./declarations.ts";
import { corrected } from "./defaults.ts";
import { arrowFunction, type MemberLine, memberOf, membersCall } from "./members.ts";
import type { ProtocolFile } from "./protocol.ts";
import type { Container } from "./shape-functions.ts";

/** The `de_` functions of a file: a value as it was decoded, as the one that a caller gets. */
export class CborReaders {
  readonly #file: ProtocolFile;
  readonly #declarations = new Declarations();

  constructor(file: ProtocolFile) {
    this.#file = file;
  }

  /** The call that reads some members of a structure out of a document. */
  document(structure: StructureIr, members: readonly MemberIr[], value: string): Code {
    return call(this.error(structure, members, []), value);
  }

  /** The name of the function that reads members out of a document, and others by lines of their own. */
  error(structure: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[]): string {
    const { names, scope } = this.#file;
    // A structure that is also a member of another has all of its members there, and a function for that.
    if (members.length === structure.members.length && bound.length === 0) return this.#function(structure.id);
    return this.#declarations.ask(
      `${structure.id} document`,
      () => names.claim(`de_${scope.names.type(structure.id).name}`),
      (name) => this.#structure(name, structure, members, bound),
    );
  }

  /** The expression that reads a member's value, which may be undefined, by itself. */
  payload({ type }: MemberIr, value: string): Code {
    return this.#converted(type, value);
  }

  declarations(): readonly string[] {
    return this.#declarations.texts();
  }

  #function(id: ShapeId): string {
    const { names, scope, service } = this.#file;
    return this.#declarations.ask(
      id,
      () => names.claim(`de_${scope.names.type(id).name}`),
      (name) => {
        const type = service.typesById.get(id);
        if (type?.kind === "structure") return this.#structure(name, type, type.members, []);
        if (type?.kind === "union") return this.#union(name, type);
        throw new Error(`${id} is no structure or union.`);
      },
    );
  }

  #structure(name: string, type: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[]): string {
    const { scope } = this.#file;
    const nameOf = type.error ? errorMemberName : memberName;
    const lines = [...members.map((member) => this.#member(member, nameOf)), ...bound];
    const output = [`_context: ${scope.useType("SerdeContext")}`, `output: ${scope.useType("HttpResponse")}`];
    // What an error holds beside its members is put on the exception by whoever makes it.
    const helper = type.error ? "members" : "readMembers";
    return this.#shapeFunction(name, type, helper, lines, bound.length > 0 ? output : []);
  }

  #union(name: string, type: UnionIr): string {
    const lines = type.members.map((member) => ({ name: memberName(member.name), value: this.#value(member) }));
    return this.#shapeFunction(name, type, "readUnion", lines, []);
  }

  #shapeFunction(
    name: string,
    type: StructureIr | UnionIr,
    helper: string,
    lines: readonly MemberLine[],
    further: readonly string[],
  ): string {
    const { scope } = this.#file;
    const as = scope.names.importAlias("Received");
    const result = scope.type(scope.names.type(type.id));
    const received = `${scope.support("structures", "Received", { type: true, as })}<${result}>`;
    return arrowFunction(name, [`data: ${received}`, ...further], result, {
      text: membersCall(scope.support("structures", helper), helper === "members" ? [] : ["data"], lines, "  "),
    });
  }

  /** A member of a structure, filled in where the service left it out and the options ask for that. */
  #member(member: MemberIr, nameOf: (name: string) => string): MemberLine {
    const { type, presence } = member;
    const { fillsDefaults, scope } = this.#file;
    const name = nameOf(member.name);
    const missing = fillsDefaults ? (presence.default ?? corrected(member)) : undefined;
    if (missing === undefined) return { name, value: this.#value(member) };
    if (type.kind === "named" && type.of === "structure") return { name, value: this.#value(member, " ?? {}") };
    return { name, value: binary(this.#value(member), "??", cborDefault(member, missing, scope)) };
  }

  #value({ name, type }: MemberIr, otherwise = ""): Code {
    return this.#converted(type, `${memberOf("data", name, this.#file.scope)}${otherwise}`);
  }

  #converted(type: TypeRef, value: string): Code {
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    return type.kind === "named"
      ? call(this.#file.scope.support("structures", "nested"), value, each)
      : call(each, value);
  }

  #container(type: Container, value: string): Call {
    const each = this.#each(type.kind === "list" ? type.element : type.value);
    return call(containerFunction(type, this.#file.scope), value, ...(each === undefined ? [] : [each]));
  }

  /** The function that a value goes through, or undefined where it is given as it was decoded. */
  #each(type: TypeRef): string | undefined {
    const { scope } = this.#file;
    switch (type.kind) {
      case "scalar":
        switch (type.scalar) {
          case "bigInteger":
            return scope.support("big-numbers", "readBigInteger");
          case "bigDecimal":
            return scope.support("big-numbers", "readBigDecimal");
          case "timestamp":
            return scope.support("cbor-reader", "readCborTimestamp");
          default:
            return isJson(type.mediaType) ? scope.support("json-strings", "readJsonString") : undefined;
        }
      case "named":
        return type.of === "structure" || type.of === "union" ? this.#function(type.id) : undefined;
      default:
        return this.#containerFunction(type);
    }
  }

  #containerFunction(type: Container): string {
    const { names, scope } = this.#file;
    return this.#declarations.ask(
      type.id,
      () => names.claim(`de_${type.name}`),
      (name) => {
        const result = typeExpression(type, scope);
        return arrowFunction(name, ["data: unknown"], result, { call: this.#container(type, "data") });
      },
    );
  }
}
