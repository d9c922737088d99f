import type { MemberIr, ScalarRef, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { isJson, typeExpression } from "../types.ts";
import { array, arrow, binary, type Code, call } from "./code.ts";
import { Declarations } from "./declarations.ts";
import { wireDefault } from "./defaults.ts";
import type { JsonFile } from "./json.ts";
import { arrowFunction, type MemberLine, memberOf, membersCall } from "./members.ts";
import type { Container } from "./shape-functions.ts";
import { timestampWriters } from "./timestamps.ts";

/** The `se_` functions of a file: what a caller gave, as the JSON value that is sent. */
export class JsonWriters {
  readonly #file: JsonFile;
  readonly #declarations = new Declarations();

  constructor(file: JsonFile) {
    this.#file = file;
  }

  /** The call that writes some members of a structure as a document. */
  document(structure: StructureIr, members: readonly MemberIr[], value: string): Code {
    const { blobs, names, scope } = this.#file;
    // A structure that is also a member of another has all of its members there, and a function for that.
    const whole = members.length === structure.members.length;
    const name = whole
      ? this.#function(structure.id)
      : this.#declarations.ask(
          `${structure.id} document`,
          () => names.claim(`se_${scope.names.type(structure.id).name}`),
          (claimed) => this.#structure(claimed, structure, members),
        );
    return call(name, value, ...this.#context(blobs.ofMembers(members)));
  }

  /** The expression that writes a member's value, which isn't null, by itself. */
  payload({ type }: MemberIr, value: string): Code {
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    return typeof each === "string" ? call(each, value) : this.#withContext(type, value);
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

  #structure(name: string, type: StructureIr, written: readonly MemberIr[]): string {
    const { scope } = this.#file;
    const params = this.#params(scope.type(scope.names.type(type.id)), this.#file.blobs.ofMembers(written));
    // Required members go first, as official clients send them.
    const members = [...written].sort((a, b) => Number(b.presence.required) - Number(a.presence.required));
    if (members.every((member) => this.#staysAsItIs(member))) {
      const names = array(members.map((member) => stringLiteral(this.#wireName(member))));
      return arrowFunction(name, params, "unknown", {
        call: call(scope.support("values", "copyMembers"), "input", names),
      });
    }
    const lines = members.map((member) => this.#member(member));
    return arrowFunction(name, params, "unknown", {
      text: membersCall(scope.support("structures", "members"), [], lines, "  "),
    });
  }

  #union(name: string, type: UnionIr): string {
    const { scope } = this.#file;
    const params = this.#params(scope.type(scope.names.type(type.id)), this.#file.blobs.ofShape(type.id));
    const lines = type.members.map((member) => ({ name: this.#wireName(member), value: this.#value(member) }));
    return arrowFunction(name, params, "unknown", {
      text: membersCall(scope.support("structures", "writeUnion"), ["input"], lines, "  "),
    });
  }

  /** Whether a member's name and value are the same on the wire, and it is never made up. */
  #staysAsItIs(member: MemberIr): boolean {
    const { presence, type, name } = member;
    const madeUp = presence.idempotencyToken || (this.#file.fillsDefaults && presence.default !== undefined);
    const renamed = memberName(name) !== this.#wireName(member);
    return !madeUp && !renamed && type.kind !== "list" && type.kind !== "map" && this.#each(type) === undefined;
  }

  #member(member: MemberIr): MemberLine {
    const { presence, type } = member;
    const { scope, settings, fillsDefaults } = this.#file;
    const name = this.#wireName(member);
    const value = this.#value(member);
    if (presence.idempotencyToken) {
      return { name, value: binary(value, "??", call(scope.use("generateIdempotencyToken"))) };
    }
    if (!fillsDefaults || presence.default === undefined) return { name, value };
    const format = settings.timestamps(type.kind === "scalar" ? type.timestampFormat : undefined);
    const plain = type.kind === "scalar" ? { ...type, timestampFormat: format } : type;
    return { name, value: binary(value, "??", wireDefault(plain, presence.default, format)) };
  }

  /** A member's value on the wire; undefined or null where it isn't set. */
  #value({ name, type }: MemberIr): Code {
    const { scope } = this.#file;
    const value = memberOf("input", memberName(name), scope);
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    if (type.kind === "named") return call(scope.support("structures", "nested"), value, each);
    const converted = typeof each === "string" ? call(each, value) : call("context.base64Encoder", value);
    return acceptsNothing(type) ? converted : binary(value, "&&", converted);
  }

  #container(type: Container, value: string): Code {
    const { scope } = this.#file;
    const kind = type.kind === "list" ? "List" : "Map";
    const each = this.#each(type.kind === "list" ? type.element : type.value);
    const map = scope.support("values", `map${type.sparse ? "Sparse" : ""}${kind}`);
    return each === undefined ? call(map, value) : call(map, value, each);
  }

  /** The function that a value goes through, or undefined where it goes to the wire as it is. */
  #each(type: TypeRef): Code | undefined {
    switch (type.kind) {
      case "scalar":
        return this.#scalar(type);
      case "named":
        return type.of === "structure" || type.of === "union"
          ? this.#reference(this.#function(type.id), typeExpression(type, this.#file.scope), type)
          : undefined;
      default:
        return this.#reference(this.#containerFunction(type), typeExpression(type, this.#file.scope), type);
    }
  }

  #withContext(type: TypeRef, value: string): Code {
    return type.kind === "named"
      ? call(this.#function(type.id), value, "context")
      : call("context.base64Encoder", value);
  }

  #reference(fn: string, type: string, ref: TypeRef): Code {
    return this.#file.blobs.ofType(ref) ? arrow(`entry: ${type}`, call(fn, "entry", "context")) : fn;
  }

  #containerFunction(type: Container): string {
    const { names, scope, blobs } = this.#file;
    return this.#declarations.ask(
      type.id,
      () => names.claim(`se_${type.name}`),
      (name) =>
        arrowFunction(name, this.#params(typeExpression(type, scope), blobs.ofType(type)), "unknown", {
          call: this.#container(type, "input") as ReturnType<typeof call>,
        }),
    );
  }

  #scalar(type: ScalarRef): Code | undefined {
    const { scope, settings } = this.#file;
    switch (type.scalar) {
      case "float":
      case "double":
        return scope.support("values", "writeFloat");
      case "bigInteger":
      case "bigDecimal":
        return settings.bigNumbers === "string" ? scope.support("big-numbers", "writeBigNumber") : undefined;
      case "timestamp":
        return scope.support("timestamps", timestampWriters[settings.timestamps(type.timestampFormat)]);
      case "blob":
        return arrow(`entry: ${scope.global("Uint8Array")}`, call("context.base64Encoder", "entry"));
      case "string":
        return isJson(type.mediaType) ? scope.support("json-strings", "writeJsonString") : undefined;
      default:
        return undefined;
    }
  }

  #wireName(member: MemberIr): string {
    return this.#file.settings.memberName(member);
  }

  #params(type: string, needsContext: boolean): readonly string[] {
    return [`input: ${type}`, ...(needsContext ? [`context: ${this.#file.scope.useType("SerdeContext")}`] : [])];
  }

  #context(needed: boolean): readonly string[] {
    return needed ? ["context"] : [];
  }
}

/** Whether the function of a scalar gives undefined for undefined. */
const acceptsNothing = (type: ScalarRef): boolean => type.scalar !== "timestamp" && type.scalar !== "blob";
