import type { MemberIr, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import { stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { typeExpression } from "../types.ts";
import { array, binary, type Call, type Code, call } from "./code.ts";
import { isAlwaysSent, sentValue } from "./defaults.ts";
import { arrowFunction, memberOf, membersCall } from "./members.ts";
import { type Conversion, containerFunction, converted, entryArrow, type ObjectFile } from "./object-values.ts";
import { type Container, contextParams, ShapeFunctions } from "./shape-functions.ts";

/** The `se_` functions of a file: what a caller gave, as the value that is sent. */
export class ObjectWriters {
  readonly #file: ObjectFile;
  readonly #functions: ShapeFunctions;

  constructor(file: ObjectFile) {
    this.#file = file;
    this.#functions = new ShapeFunctions("se_", file, {
      structure: (name, type, members) => this.#structure(name, type, members),
      union: (...parts) => this.#union(...parts),
      container: (...parts) => this.#containerFunction(...parts),
    });
  }

  /** The call that writes some members of a structure as a document. */
  document(structure: StructureIr, members: readonly MemberIr[], value: string): Code {
    const name = this.#functions.ofDocument(structure, members);
    return call(name, value, ...(this.#file.blobs.ofMembers(members) ? ["context"] : []));
  }

  /** The expression that writes a member's value, which isn't null, by itself. */
  payload({ type }: MemberIr, value: string): Code {
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    return each === undefined ? value : converted(each, value);
  }

  declarations(): readonly string[] {
    return this.#functions.declarations();
  }

  #structure(name: string, type: StructureIr, written: readonly MemberIr[]): string {
    const { blobs, scope, sentOrder, wireName } = this.#file;
    const params = this.#params(scope.type(scope.names.type(type.id)), blobs.ofMembers(written));
    const members = sentOrder(written);
    if (members.every((member) => this.#staysAsItIs(member))) {
      const names = array(members.map((member) => stringLiteral(wireName(member))));
      return arrowFunction(name, params, "unknown", {
        call: call(scope.support("values", "copyMembers"), "input", names),
      });
    }
    const lines = members.map((member) => ({ name: wireName(member), value: this.#filled(member) }));
    return arrowFunction(name, params, "unknown", {
      text: membersCall(scope.support("structures", "members"), [], lines, "  "),
    });
  }

  #union(name: string, type: UnionIr): string {
    const { blobs, scope, wireName } = this.#file;
    const params = this.#params(scope.type(scope.names.type(type.id)), blobs.ofShape(type.id));
    const lines = type.members.map((member) => ({ name: wireName(member), value: this.#value(member) }));
    return arrowFunction(name, params, "unknown", {
      text: membersCall(scope.support("structures", "writeUnion"), ["input"], lines, "  "),
    });
  }

  #containerFunction(name: string, type: Container): string {
    const { blobs, scope } = this.#file;
    const params = this.#params(typeExpression(type, scope), blobs.ofType(type));
    return arrowFunction(name, params, "unknown", { call: this.#container(type, "input") });
  }

  /** Whether a member's name and value are the same on the wire, and it is never made up. */
  #staysAsItIs(member: MemberIr): boolean {
    const { type, name } = member;
    if (isAlwaysSent(member, this.#file) || memberName(name) !== this.#file.wireName(member)) return false;
    return type.kind !== "list" && type.kind !== "map" && this.#each(type) === undefined;
  }

  #filled(member: MemberIr): Code {
    const { values } = this.#file;
    return sentValue(member, this.#value(member), this.#file, (value) => values.sentDefault(member.type, value));
  }

  /** A member's value on the wire; undefined or null where it isn't set. */
  #value({ name, type }: MemberIr): Code {
    const { scope } = this.#file;
    const value = memberOf("input", memberName(name), scope);
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    if (type.kind === "named") return call(scope.support("structures", "nested"), value, each);
    const sent = converted(each, value);
    // Functions of the other scalars give undefined for undefined.
    return type.scalar === "timestamp" || type.scalar === "blob" ? binary(value, "&&", sent) : sent;
  }

  #container(type: Container, value: string): Call {
    const each = this.#each(type.kind === "list" ? type.element : type.value);
    return call(containerFunction(type, this.#file), value, ...(each === undefined ? [] : [each]));
  }

  /** The function that a value goes through, or undefined where it is sent as it is. */
  #each(type: TypeRef): Conversion | undefined {
    switch (type.kind) {
      case "scalar":
        return this.#file.values.write(type);
      case "named":
        return type.of === "structure" || type.of === "union"
          ? this.#reference(this.#functions.ofShape(type.id), type)
          : undefined;
      default:
        return this.#reference(this.#functions.ofContainer(type), type);
    }
  }

  #reference(fn: string, type: TypeRef): Conversion {
    const { blobs, scope } = this.#file;
    return blobs.ofType(type) ? entryArrow(typeExpression(type, scope), fn, "context") : fn;
  }

  #params(type: string, needsContext: boolean): readonly string[] {
    return [`input: ${type}`, ...contextParams(this.#file.scope, needsContext)];
  }
}
