import type { MemberIr, ScalarRef, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { stringLiteral } from "../layout.ts";
import { errorMemberName, memberName } from "../naming.ts";
import { isJson, typeExpression } from "../types.ts";
import { arrow, binary, type Code, call } from "./code.ts";
import { Declarations } from "./declarations.ts";
import { corrected, memoryDefault } from "./defaults.ts";
import type { JsonFile } from "./json.ts";
import { arrowFunction, type MemberLine, memberOf, membersCall } from "./members.ts";
import type { Container } from "./shape-functions.ts";
import { timestampReaders } from "./timestamps.ts";

/** The `de_` functions of a file: a JSON value as it came, as the value that a caller gets. */
export class JsonReaders {
  readonly #file: JsonFile;
  readonly #declarations = new Declarations();

  constructor(file: JsonFile) {
    this.#file = file;
  }

  /** The call that reads some members of a structure out of a document. */
  document(structure: StructureIr, members: readonly MemberIr[], value: string): Code {
    const { blobs } = this.#file;
    const name = this.#documentFunction(structure, members, []);
    return call(name, value, ...(blobs.ofMembers(members) ? ["context"] : []));
  }

  /** The name of the function that reads an error: members out of its document, and others by lines of their own. */
  error(structure: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[]): string {
    return this.#documentFunction(structure, members, bound);
  }

  /** The expression that reads a member's value, which may be undefined, by itself. */
  payload({ type }: MemberIr, value: string): Code {
    const { scope } = this.#file;
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    if (type.kind === "named" && type.of !== "intEnum") return call(scope.support("structures", "nested"), value, each);
    return typeof each === "string"
      ? call(each, value)
      : call(scope.support("structures", "readBlob"), value, "context");
  }

  declarations(): readonly string[] {
    return this.#declarations.texts();
  }

  /** A member of a structure, filled in where the service left it out and the options ask for that. */
  #member(member: MemberIr, nameOf: (name: string) => string): MemberLine {
    const { name, type, presence } = member;
    const { fillsDefaults, scope } = this.#file;
    const line = (value: Code): MemberLine => ({ name: nameOf(name), value });
    if (!fillsDefaults) return line(this.#value(member));
    const missing = presence.default ?? corrected(member);
    if (missing === undefined) return line(this.#value(member));
    const value = this.#value(member, type.kind === "named" && type.of === "structure" ? " ?? {}" : "");
    return line(
      type.kind === "named" && type.of === "structure"
        ? value
        : binary(value, "??", memoryDefault(type, missing, scope)),
    );
  }

  /** The type of a shape's JSON object, `Received<City, "n">` where a member has the name n on the wire alone. */
  #received(id: ShapeId): string {
    const { scope, service, settings } = this.#file;
    const as = scope.names.importAlias("Received");
    const shape = service.typesById.get(id);
    const members = shape !== undefined && "members" in shape ? shape.members : [];
    const names = new Set(members.map((member) => memberName(member.name)));
    const wireNames = members
      .map(settings.memberName)
      .filter((name) => !names.has(name) && !(name in Object.prototype));
    const types = [scope.type(scope.names.type(id)), wireNames.map(stringLiteral).join(" | ")].filter(Boolean);
    return `${scope.support("structures", "Received", { type: true, as })}<${types.join(", ")}>`;
  }

  #documentFunction(structure: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[]): string {
    const { names, scope } = this.#file;
    // A structure that is also a member of another has all of its members there, and a function for that.
    if (members.length === structure.members.length && bound.length === 0) return this.#function(structure.id);
    return this.#declarations.ask(
      `${structure.id} document`,
      () => names.claim(`de_${scope.names.type(structure.id).name}`),
      (name) => this.#structure(name, structure, members, bound),
    );
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
    const nameOf = type.error ? errorMemberName : memberName;
    const lines = [...members.map((member) => this.#member(member, nameOf)), ...bound];
    const needsContext = this.#file.blobs.ofMembers(members);
    // What an error holds beside its members is put on the exception by whoever makes it.
    const helper = type.error ? "members" : "readMembers";
    return this.#shapeFunction(name, type, helper, lines, this.#further(needsContext, bound.length > 0));
  }

  #union(name: string, type: UnionIr): string {
    const lines = type.members.map((member) => ({ name: memberName(member.name), value: this.#value(member) }));
    const further = this.#contextParam(this.#file.blobs.ofShape(type.id));
    return this.#shapeFunction(name, type, "readUnion", lines, further);
  }

  #shapeFunction(
    name: string,
    type: StructureIr | UnionIr,
    helper: string,
    lines: readonly MemberLine[],
    further: readonly string[],
  ): string {
    const { scope } = this.#file;
    const params = [`data: ${this.#received(type.id)}`, ...further];
    return arrowFunction(name, params, scope.type(scope.names.type(type.id)), {
      text: membersCall(scope.support("structures", helper), helper === "members" ? [] : ["data"], lines, "  "),
    });
  }

  /** The parameters behind the data: the context, and the response for members that are elsewhere in it. */
  #further(needsContext: boolean, needsOutput: boolean): readonly string[] {
    if (!needsOutput) return this.#contextParam(needsContext);
    const { scope } = this.#file;
    const context = `${needsContext ? "" : "_"}context: ${scope.useType("SerdeContext")}`;
    return [context, `output: ${scope.useType("HttpResponse")}`];
  }

  #value(member: MemberIr, otherwise = ""): Code {
    const { scope, settings } = this.#file;
    const { type } = member;
    const wireName = settings.memberName(member);
    const value = `${memberOf("data", wireName, scope)}${otherwise}`;
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    if (type.kind === "named" && type.of !== "intEnum") return call(scope.support("structures", "nested"), value, each);
    return typeof each === "string"
      ? call(each, value)
      : call(scope.support("structures", "readBlob"), value, "context");
  }

  #container(type: Container, value: string): ReturnType<typeof call> {
    const { scope } = this.#file;
    const kind = type.kind === "list" ? "List" : "Map";
    const each = this.#each(type.kind === "list" ? type.element : type.value);
    const map = scope.support("values", `map${type.sparse ? "Sparse" : ""}${kind}`);
    return each === undefined ? call(map, value) : call(map, value, each);
  }

  /** The function that a value goes through, or undefined where it is given as it came. */
  #each(type: TypeRef): Code | undefined {
    const { scope } = this.#file;
    switch (type.kind) {
      case "scalar":
        return this.#scalar(type);
      case "named":
        if (type.of === "enum") return undefined;
        if (type.of === "intEnum") return scope.support("values", "readNumber");
        return this.#reference(this.#function(type.id), this.#received(type.id), type);
      default:
        return this.#reference(this.#containerFunction(type), "unknown", type);
    }
  }

  #reference(fn: string, type: string, ref: TypeRef): Code {
    return this.#file.blobs.ofType(ref) ? arrow(`entry: ${type}`, call(fn, "entry", "context")) : fn;
  }

  #containerFunction(type: Container): string {
    const { names, scope, blobs } = this.#file;
    return this.#declarations.ask(
      type.id,
      () => names.claim(`de_${type.name}`),
      (name) => {
        const params = ["data: unknown", ...this.#contextParam(blobs.ofType(type))];
        return arrowFunction(name, params, typeExpression(type, scope), { call: this.#container(type, "data") });
      },
    );
  }

  #scalar(type: ScalarRef): Code | undefined {
    const { scope, settings } = this.#file;
    switch (type.scalar) {
      case "byte":
      case "short":
      case "integer":
      case "float":
      case "double":
        return scope.support("values", "readNumber");
      case "long":
        return scope.support("big-numbers", "readLong");
      case "bigInteger":
        return scope.support("big-numbers", "readBigInteger");
      case "bigDecimal":
        return scope.support("big-numbers", "readBigDecimal");
      case "timestamp":
        return scope.support("timestamp-readers", timestampReaders[settings.timestamps(type.timestampFormat)]);
      case "blob":
        return arrow("entry: unknown", call(scope.support("structures", "readBlob"), "entry", "context"));
      case "string":
        return isJson(type.mediaType) ? scope.support("json-strings", "readJsonString") : undefined;
      case "boolean":
      case "document":
        return undefined;
    }
  }

  #contextParam(needed: boolean): readonly string[] {
    return needed ? [`context: ${this.#file.scope.useType("SerdeContext")}`] : [];
  }
}
