import type { MemberIr, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import { memberName } from "../naming.ts";
import { typeExpression } from "../types.ts";
import { binary, type Call, type Code, call, conditional } from "./code.ts";
import { sentValue } from "./defaults.ts";
import { arrowFunction, blockFunction, type MemberLine, memberOf, objectFunction } from "./members.ts";
import {
  type Conversion,
  containerFunction,
  conversion,
  converted,
  type ObjectFile,
  through,
  withContext,
} from "./object-values.ts";
import { type Container, contextParams, ShapeFunctions } from "./shape-functions.ts";
import { type UnionCase, unionStatements } from "./union-cases.ts";

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
    const input = written.length === 0 ? "_input" : "input";
    const params = this.#params(input, scope.type(scope.names.type(type.id)), blobs.ofMembers(written));
    const lines = sentOrder(written).map(
      (member): MemberLine => ({ name: wireName(member), value: this.#filled(member) }),
    );
    return objectFunction(name, params, "unknown", lines);
  }

  #union(name: string, type: UnionIr): string {
    const { blobs, scope, wireName } = this.#file;
    const needsContext = blobs.ofShape(type.id);
    const params = this.#params("input", scope.type(scope.names.type(type.id)), needsContext);
    const cases = type.members.map((member): UnionCase => {
      const given = memberOf("input", memberName(member.name), scope);
      const value = this.#given(member, isTimestamp(member) ? `${given} as ${scope.global("Date")}` : given);
      if (value === given && memberName(member.name) === wireName(member)) {
        return { member: wireName(member), result: "input" };
      }
      return { member: memberName(member.name), result: { name: wireName(member), value } };
    });
    const write = needsContext ? withContext(name) : conversion(name);
    return blockFunction(name, params, "unknown", unionStatements("input", cases, "writeUnion", write, scope));
  }

  #containerFunction(name: string, type: Container): string {
    const { blobs, scope } = this.#file;
    const params = this.#params("input", typeExpression(type, scope), blobs.ofType(type));
    return arrowFunction(name, params, "unknown", { call: this.#container(type, "input") });
  }

  #filled(member: MemberIr): Code {
    const { values } = this.#file;
    const sent = sentValue(member, this.#value(member), this.#file, (value) => values.sentDefault(member.type, value));
    // What is null is left out as what is undefined is.
    return typeof sent === "string" ? binary(sent, "??", "undefined") : sent;
  }

  /** A member's value on the wire; undefined where it isn't set, or null where no function makes that undefined. */
  #value(member: MemberIr): Code {
    const value = memberOf("input", memberName(member.name), this.#file.scope);
    const sent = this.#given(member, value);
    // Functions of the other scalars give undefined for undefined and null.
    return isTimestamp(member) && sent !== value ? conditional(`${value} == null`, "undefined", sent) : sent;
  }

  /** A member's value, which is there, on the wire. */
  #given({ type }: MemberIr, value: string): Code {
    if (type.kind === "list" || type.kind === "map") return this.#container(type, value);
    const each = this.#each(type);
    if (each === undefined) return value;
    return type.kind === "named"
      ? through(this.#file.scope.support("structures", "nested"), value, each)
      : converted(each, value);
  }

  #container(type: Container, value: string): Call {
    const each = this.#each(type.kind === "list" ? type.element : type.value);
    return through(containerFunction("map", type, this.#file), value, each);
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
    return this.#file.blobs.ofType(type) ? withContext(fn) : conversion(fn);
  }

  #params(input: string, type: string, needsContext: boolean): readonly string[] {
    return [`${input}: ${type}`, ...contextParams(this.#file.scope, needsContext)];
  }
}

const isTimestamp = ({ type }: MemberIr): boolean => type.kind === "scalar" && type.scalar === "timestamp";
