import type { MemberIr, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { isJson, typeExpression } from "../types.ts";
import { cborDefault, containerFunction } from "./cbor-values.ts";
import { array, binary, type Call, type Code, call } from "./code.ts";
import { Declarations } from "./declarations.ts";
import { arrowFunction, type MemberLine, memberOf, membersCall } from "./members.ts";
import type { ProtocolFile } from "./protocol.ts";
import type { Container } from "./shape-functions.ts";

/** The `se_` functions of a file: what a caller gave, as the value that is encoded. */
export class CborWriters {
  readonly #file: ProtocolFile;
  readonly #declarations = new Declarations();

  constructor(file: ProtocolFile) {
    this.#file = file;
  }

  /** The call that writes some members of a structure as a document. */
  document(structure: StructureIr, members: readonly MemberIr[], value: string): Code {
    const { names, scope } = this.#file;
    // A structure that is also a member of another has all of its members there, and a function for that.
    if (members.length === structure.members.length) return call(this.#function(structure.id), value);
    const name = this.#declarations.ask(
      `${structure.id} document`,
      () => names.claim(`se_${scope.names.type(structure.id).name}`),
      (claimed) => this.#structure(claimed, structure, members),
    );
    return call(name, value);
  }

  /** The expression that writes a member's value, which isn't null, by itself. */
  payload({ type }: MemberIr, value: string): Code {
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    return each === undefined ? value : call(each, value);
  }

  declarations(): readonly string[] {
    return this.#declarations.texts();
  }

  #function(id: ShapeId): string {
    const { names, scope, service } = this.#file;
    return this.#declarations.ask(
      id,
      () => names.claim(`se_${scope.names.type(id).name}`),
      (name) => {
        const type = service.typesById.get(id);
        if (type?.kind === "structure") return this.#structure(name, type, type.members);
        if (type?.kind === "union") return this.#union(name, type);
        throw new Error(`${id} is no structure or union.`);
      },
    );
  }

  #structure(name: string, type: StructureIr, members: readonly MemberIr[]): string {
    const { scope } = this.#file;
    const params = [`input: ${scope.type(scope.names.type(type.id))}`];
    if (members.every((member) => this.#staysAsItIs(member))) {
      const copied = array(members.map((member) => stringLiteral(member.name)));
      return arrowFunction(name, params, "unknown", {
        call: call(scope.support("values", "copyMembers"), "input", copied),
      });
    }
    const lines = members.map((member) => this.#member(member));
    return arrowFunction(name, params, "unknown", {
      text: membersCall(scope.support("structures", "members"), [], lines, "  "),
    });
  }

  #union(name: string, type: UnionIr): string {
    const { scope } = this.#file;
    const params = [`input: ${scope.type(scope.names.type(type.id))}`];
    const lines = type.members.map((member) => ({ name: member.name, value: this.#value(member) }));
    return arrowFunction(name, params, "unknown", {
      text: membersCall(scope.support("structures", "writeUnion"), ["input"], lines, "  "),
    });
  }

  /** Whether a member's name and value are the same on the wire, and it is never made up. */
  #staysAsItIs(member: MemberIr): boolean {
    const { presence, type, name } = member;
    const madeUp = presence.idempotencyToken || (this.#file.fillsDefaults && presence.default !== undefined);
    const isContainer = type.kind === "list" || type.kind === "map";
    return !madeUp && memberName(name) === name && !isContainer && this.#each(type) === undefined;
  }

  #member(member: MemberIr): MemberLine {
    const { name, presence } = member;
    const { scope, fillsDefaults } = this.#file;
    const value = this.#value(member);
    if (presence.idempotencyToken) {
      return { name, value: binary(value, "??", call(scope.use("generateIdempotencyToken"))) };
    }
    if (!fillsDefaults || presence.default === undefined) return { name, value };
    return { name, value: binary(value, "??", cborDefault(member, presence.default, scope)) };
  }

  /** A member's value on the wire; undefined or null where it isn't set. */
  #value({ name, type }: MemberIr): Code {
    const { scope } = this.#file;
    const value = memberOf("input", memberName(name), scope);
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    return type.kind === "named" ? call(scope.support("structures", "nested"), value, each) : call(each, value);
  }

  #container(type: Container, value: string): Call {
    const each = this.#each(type.kind === "list" ? type.element : type.value);
    return call(containerFunction(type, this.#file.scope), value, ...(each === undefined ? [] : [each]));
  }

  /** The function that a value goes through, or undefined where it is encoded as it is. */
  #each(type: TypeRef): string | undefined {
    switch (type.kind) {
      case "scalar":
        return isJson(type.mediaType) ? this.#file.scope.support("json-strings", "writeJsonString") : undefined;
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
      () => names.claim(`se_${type.name}`),
      (name) =>
        arrowFunction(name, [`input: ${typeExpression(type, scope)}`], "unknown", {
          call: this.#container(type, "input"),
        }),
    );
  }
}
