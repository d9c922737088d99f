import type { MemberIr, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { fits, propertyAccess, stringLiteral } from "../layout.ts";
import { errorMemberName, memberName } from "../naming.ts";
import { typeExpression } from "../types.ts";
import { assignment, binary, type Call, type Code, call, inline } from "./code.ts";
import { filledIn } from "./defaults.ts";
import { arrowFunction, blockFunction, type MemberLine, memberOf, membersCall } from "./members.ts";
import {
  type Conversion,
  containerFunction,
  conversion,
  converted,
  type ObjectFile,
  through,
  withContext,
} from "./object-values.ts";
import type { ErrorContents } from "./protocol.ts";
import { type Container, contextParams, ShapeFunctions } from "./shape-functions.ts";
import { type UnionCase, unionStatements } from "./union-cases.ts";

/** The `de_` functions of a file: a value as it came, as the one that a caller gets. */
export class ObjectReaders {
  readonly #file: ObjectFile;
  readonly #functions: ShapeFunctions;

  constructor(file: ObjectFile) {
    this.#file = file;
    this.#functions = new ShapeFunctions("de_", file, {
      structure: (...parts) => this.#structure(...parts),
      union: (...parts) => this.#union(...parts),
      container: (...parts) => this.#containerFunction(...parts),
    });
  }

  /** The call that reads some members of a structure out of a document. */
  document(structure: StructureIr, members: readonly MemberIr[], value: string): Code {
    const name = this.#functions.ofDocument(structure, members);
    return call(name, value, ...(this.#file.blobs.ofMembers(members) ? ["context"] : []));
  }

  /** The name of the function that reads an error: members out of its document, and others by lines of their own. */
  error({ structure, members, bound }: ErrorContents): string {
    return this.#functions.ofDocument(structure, members, bound);
  }

  /** The expression that reads a member's value, which may be undefined, by itself. */
  payload({ type }: MemberIr, value: string): Code {
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    return type.kind === "named" && type.of !== "intEnum"
      ? through(this.#file.scope.support("structures", "nested"), value, each)
      : converted(each, value);
  }

  declarations(): readonly string[] {
    return this.#functions.declarations();
  }

  #structure(name: string, type: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[]): string {
    const { blobs, scope } = this.#file;
    const result = scope.type(scope.names.type(type.id));
    const context = contextParams(scope, blobs.ofMembers(members), bound.length > 0);
    const params = [`data: ${this.#received(type.id)}`, ...context];
    // What an error holds beside its members is put on the exception by whoever makes it.
    if (type.error) {
      const nameOf = (member: MemberIr) => errorMemberName(member.name);
      const lines = [...members.map((member) => ({ name: nameOf(member), value: this.#filled(member) })), ...bound];
      const text = membersCall(scope.support("structures", "members"), [], lines, "  ");
      return arrowFunction(name, params, result, { text });
    }
    const readMembers = scope.support("structures", "readMembers");
    if (members.length === 0) return arrowFunction(name, params, result, { call: call(readMembers, "data", "{}") });
    const parts = scope.support("structures", "Parts", { type: true, as: scope.names.importAlias("Parts") });
    return blockFunction(name, params, result, [
      `  const known: ${parts}<${result}> = {};`,
      ...members.map((member) => this.#assignment(member)),
      `  return ${readMembers}(${["data", "known", ...this.#wireOnly(type).map(stringLiteral)].join(", ")});`,
    ]);
  }

  /** `if (data.Name != null) known.Name = data.Name;`, or without the condition where something is filled in. */
  #assignment(member: MemberIr): string {
    const { scope, wireName } = this.#file;
    const name = memberName(member.name);
    const received = memberOf("data", wireName(member), scope);
    const value = this.#filled(member);
    const condition = filledIn(member, this.#file) === undefined ? `  if (${received} != null)` : "";
    const assigned = (margin: string) => assignment(`${margin}known${propertyAccess(name)} = `, value);
    if (condition === "") return assigned("  ");
    const line = `${condition} known${propertyAccess(name)} = ${inline(value)};`;
    return fits(line) ? line : `${condition}\n${assigned("    ")}`;
  }

  #union(name: string, type: UnionIr): string {
    const { blobs, scope, wireName } = this.#file;
    const needsContext = blobs.ofShape(type.id);
    const result = scope.type(scope.names.type(type.id));
    const params = [`data: ${this.#received(type.id)}`, ...contextParams(scope, needsContext)];
    const cases = type.members.map((member): UnionCase => {
      const received = memberOf("data", wireName(member), scope);
      const value = this.payload(member, received);
      const unread = value === received;
      if (unread && memberName(member.name) === wireName(member)) {
        return { member: wireName(member), result: `data as ${result}` };
      }
      return {
        member: wireName(member),
        result: { name: memberName(member.name), value: unread ? `${received} as never` : value },
      };
    });
    const read = needsContext ? withContext(name) : conversion(name);
    return blockFunction(name, params, result, unionStatements("data", cases, "readUnion", read, scope));
  }

  #containerFunction(name: string, type: Container): string {
    const { blobs, scope } = this.#file;
    const params = ["data: unknown", ...contextParams(scope, blobs.ofType(type))];
    return arrowFunction(name, params, typeExpression(type, scope), { call: this.#container(type, "data") });
  }

  /** The type of a shape's document, `Received<City, "n">` where a member has the name n on the wire alone. */
  #received(id: ShapeId): string {
    const { scope, service } = this.#file;
    const as = scope.names.importAlias("Received");
    const shape = service.typesById.get(id);
    const wireOnly = shape !== undefined && "members" in shape ? this.#wireOnly(shape) : [];
    const wireNames = wireOnly.filter((name) => !(name in Object.prototype));
    const types = [scope.type(scope.names.type(id)), wireNames.map(stringLiteral).join(" | ")].filter(Boolean);
    return `${scope.support("structures", "Received", { type: true, as })}<${types.join(", ")}>`;
  }

  /** The names that members of a shape have on the wire and none has in memory. */
  #wireOnly({ members }: StructureIr | UnionIr): readonly string[] {
    const names = new Set(members.map((member) => memberName(member.name)));
    return members.map(this.#file.wireName).filter((name) => !names.has(name));
  }

  /** A member's value, filled in where the service left it out and the options ask for that. */
  #filled(member: MemberIr): Code {
    const { type } = member;
    const missing = filledIn(member, this.#file);
    if (missing === undefined) return this.#value(member);
    return type.kind === "named" && type.of === "structure"
      ? this.#value(member, " ?? {}")
      : binary(this.#value(member), "??", this.#file.values.filledDefault(type, missing));
  }

  #value(member: MemberIr, otherwise = ""): Code {
    const { scope, wireName } = this.#file;
    return this.payload(member, `${memberOf("data", wireName(member), scope)}${otherwise}`);
  }

  #container(type: Container, value: string): Call {
    const each = this.#each(type.kind === "list" ? type.element : type.value);
    return through(containerFunction("read", type, this.#file), value, each);
  }

  /** The function that a value goes through, or undefined where it is given as it came. */
  #each(type: TypeRef): Conversion | undefined {
    switch (type.kind) {
      case "scalar":
        return this.#file.values.read(type);
      case "named":
        if (type.of === "enum") return undefined;
        if (type.of === "intEnum") return this.#file.values.readIntEnum();
        return this.#reference(this.#functions.ofShape(type.id), type);
      default:
        return this.#reference(this.#functions.ofContainer(type), type);
    }
  }

  #reference(fn: string, type: TypeRef): Conversion {
    return this.#file.blobs.ofType(type) ? withContext(fn) : conversion(fn);
  }
}
