import type { MemberIr, ScalarRef, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { stringLiteral } from "../layout.ts";
import { errorMemberName, memberName } from "../naming.ts";
import { isJson, typeExpression } from "../types.ts";
import { arrow, binary, type Call, type Code, call } from "./code.ts";
import { Declarations } from "./declarations.ts";
import { corrected, memoryDefault } from "./defaults.ts";
import { arrowFunction, type MemberLine, membersCall } from "./members.ts";
import { TIMESTAMPS } from "./scalar-writers.ts";
import type { Container, XmlFile } from "./xml.ts";
import { xmlElementName, xmlKeyName, xmlMemberName, xmlValueName } from "./xml-names.ts";

/** The `de_` functions of a file: an element of an answer, as the value that a caller gets. */
export class XmlReaders {
  readonly #file: XmlFile;
  readonly #declarations = new Declarations();

  constructor(file: XmlFile) {
    this.#file = file;
  }

  /** The call that reads some members of a structure out of an element. */
  document(structure: StructureIr, members: readonly MemberIr[], element: Code): Call {
    const name = this.#documentFunction(structure, members, []);
    return call(name, element, ...(this.#file.blobs.ofMembers(members) ? ["context"] : []));
  }

  /** The name of the function that reads an error: members out of its element, and others by lines of their own. */
  error(structure: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[]): string {
    return this.#documentFunction(structure, members, bound);
  }

  /** The function that reads a member whose element is the root. */
  payload({ type, xml }: MemberIr): Code {
    if (type.kind !== "list" && type.kind !== "map") return this.#each(type);
    return xml?.flattened ? arrow("root", this.#elements(type, "root", "member")) : this.#each(type);
  }

  declarations(): readonly string[] {
    return this.#declarations.texts();
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
    const lines = [...members.map((member) => ({ name: nameOf(member.name), value: this.#filled(member) })), ...bound];
    const params = [
      this.#dataParam(members.length > 0),
      ...this.#further(this.#file.blobs.ofMembers(members), bound.length > 0),
    ];
    return arrowFunction(name, params, this.#file.scope.type(this.#file.scope.names.type(type.id)), {
      text: membersCall(this.#file.scope.support("structures", "members"), [], lines, "  "),
    });
  }

  #union(name: string, type: UnionIr): string {
    const { scope, blobs } = this.#file;
    const lines = type.members.map((member) => ({ name: memberName(member.name), value: this.#value(member) }));
    const params = [this.#dataParam(true), ...this.#further(blobs.ofShape(type.id), false)];
    return arrowFunction(name, params, scope.type(scope.names.type(type.id)), {
      text: membersCall(this.#support("readXmlUnion"), ["data"], lines, "  "),
    });
  }

  /** A member's value, filled in where the service left it out and the options ask for that. */
  #filled(member: MemberIr): Code {
    const { type, presence } = member;
    const { fillsDefaults, scope } = this.#file;
    const missing = fillsDefaults ? (presence.default ?? corrected(member)) : undefined;
    if (missing === undefined) return this.#value(member);
    return type.kind === "named" && type.of === "structure"
      ? this.#child("readRequired", member)
      : binary(this.#value(member), "??", memoryDefault(type, missing, scope));
  }

  #value(member: MemberIr): Code {
    const { type, xml } = member;
    if (xml?.attribute) return this.#child("readAttribute", member);
    if (type.kind !== "list" && type.kind !== "map") return this.#child("readChild", member);
    const name = stringLiteral(xmlMemberName(member));
    if (type.kind === "list") {
      const each = this.#each(type.element);
      return xml?.flattened
        ? call(this.#support("readFlatList"), "data", name, each)
        : call(this.#support("readList"), "data", name, stringLiteral(xmlElementName(type.elementXml)), each);
    }
    const read = this.#support(xml?.flattened ? "readFlatMap" : "readMap");
    return call(read, "data", name, ...entryNames(type), this.#each(type.value));
  }

  #child(helper: string, member: MemberIr): Call {
    return call(this.#support(helper), "data", stringLiteral(xmlMemberName(member)), this.#each(member.type));
  }

  /** The function that makes a value of an element. */
  #each(type: TypeRef): Code {
    switch (type.kind) {
      case "scalar":
        return this.#scalar(type);
      case "named":
        if (type.of === "enum") return this.#text("asText");
        if (type.of === "intEnum") return this.#text("asNumber");
        return this.#reference(this.#function(type.id), type);
      default:
        return this.#reference(this.#containerFunction(type), type);
    }
  }

  #reference(fn: string, type: TypeRef): Code {
    return this.#file.blobs.ofType(type) ? arrow("element", call(fn, "element", "context")) : fn;
  }

  #containerFunction(type: Container): string {
    const { names, scope, blobs } = this.#file;
    return this.#declarations.ask(
      type.id,
      () => names.claim(`de_${type.name}`),
      (name) => {
        const params = [this.#dataParam(true), ...this.#further(blobs.ofType(type), false)];
        const inner = type.kind === "list" ? xmlElementName(type.elementXml) : "entry";
        return arrowFunction(name, params, typeExpression(type, scope), { call: this.#elements(type, "data", inner) });
      },
    );
  }

  /** The members or entries of a container that are in the children `name` of an element. */
  #elements(type: Container, element: string, name: string): Call {
    return type.kind === "list"
      ? call(this.#support("readElements"), element, stringLiteral(name), this.#each(type.element))
      : call(this.#support("readEntries"), element, stringLiteral(name), ...entryNames(type), this.#each(type.value));
  }

  #scalar(type: ScalarRef): Code {
    switch (type.scalar) {
      case "byte":
      case "short":
      case "integer":
      case "float":
      case "double":
        return this.#text("asNumber");
      case "long":
        return this.#text("asLong");
      case "bigInteger":
        return this.#text("asBigInteger");
      case "bigDecimal":
        return this.#text("asBigDecimal");
      case "boolean":
        return this.#text("asBoolean");
      case "timestamp":
        return this.#text(timestampTexts[type.timestampFormat ?? TIMESTAMPS]);
      case "blob":
        return arrow("blob", call(this.#text("asBlob"), "blob", "context"));
      case "string":
        return this.#text(isJson(type.mediaType) ? "asJsonString" : "asText");
      case "document":
        return this.#text("asDocument");
    }
  }

  #text(name: string): string {
    return this.#file.scope.support("xml-values", name);
  }

  #support(name: string): string {
    return this.#file.scope.support("xml-readers", name);
  }

  #dataParam(used: boolean): string {
    const { scope } = this.#file;
    const as = scope.names.importAlias("XmlElement");
    return `${used ? "data" : "_data"}: ${scope.support("xml-parser", "XmlElement", { type: true, as })}`;
  }

  /** The parameters behind the data: the context, and the response for members that are elsewhere in it. */
  #further(needsContext: boolean, needsOutput: boolean): readonly string[] {
    const { scope } = this.#file;
    if (!needsContext && !needsOutput) return [];
    const context = `${needsContext ? "" : "_"}context: ${scope.useType("SerdeContext")}`;
    return needsOutput ? [context, `output: ${scope.useType("HttpResponse")}`] : [context];
  }
}

const entryNames = (type: Extract<Container, { kind: "map" }>): readonly string[] => [
  stringLiteral(xmlKeyName(type.keyXml)),
  stringLiteral(xmlValueName(type.valueXml)),
];

/** The function of support file `xml-values` that reads each format. */
const timestampTexts = {
  "epoch-seconds": "asEpochSeconds",
  "date-time": "asDateTime",
  "http-date": "asHttpDate",
} as const;
