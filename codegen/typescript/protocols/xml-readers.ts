import type { MemberIr, ScalarRef, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import { stringLiteral } from "../layout.ts";
import { errorMemberName, memberName } from "../naming.ts";
import { isJson, typeExpression } from "../types.ts";
import { arrow, binary, type Call, type Code, call } from "./code.ts";
import { filledIn, memoryDefault } from "./defaults.ts";
import { arrowFunction, type MemberLine, membersCall } from "./members.ts";
import type { ErrorContents } from "./protocol.ts";
import { TIMESTAMPS } from "./scalar-writers.ts";
import { type Container, contextParams, ShapeFunctions } from "./shape-functions.ts";
import type { XmlFile } from "./xml.ts";
import { xmlElementName, xmlKeyName, xmlMemberName, xmlValueName } from "./xml-names.ts";

/** The `de_` functions of a file: an element of an answer, as the value that a caller gets. */
export class XmlReaders {
  readonly #file: XmlFile;
  readonly #functions: ShapeFunctions;

  constructor(file: XmlFile) {
    this.#file = file;
    this.#functions = new ShapeFunctions("de_", file, {
      structure: (...parts) => this.#structure(...parts),
      union: (...parts) => this.#union(...parts),
      container: (...parts) => this.#container(...parts),
    });
  }

  /** The call that reads some members of a structure out of an element. */
  document(structure: StructureIr, members: readonly MemberIr[], element: Code): Call {
    const name = this.#functions.ofDocument(structure, members);
    return call(name, element, ...(this.#file.blobs.ofMembers(members) ? ["context"] : []));
  }

  /** The name of the function that reads an error: members out of its element, and others by lines of their own. */
  error({ structure, members, bound }: ErrorContents): string {
    return this.#functions.ofDocument(structure, members, bound);
  }

  /** The function that reads a member whose element is the root. */
  payload({ type, xml }: MemberIr): Code {
    if (type.kind !== "list" && type.kind !== "map") return this.#each(type);
    return xml?.flattened ? arrow("root", this.#elements(type, "root", "member")) : this.#each(type);
  }

  declarations(): readonly string[] {
    return this.#functions.declarations();
  }

  #structure(name: string, type: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[]): string {
    const { scope, blobs } = this.#file;
    const nameOf = type.error ? errorMemberName : memberName;
    const lines = [...members.map((member) => ({ name: nameOf(member.name), value: this.#filled(member) })), ...bound];
    const params = [
      this.#dataParam(members.length > 0),
      ...contextParams(scope, blobs.ofMembers(members), bound.length > 0),
    ];
    return arrowFunction(name, params, scope.type(scope.names.type(type.id)), {
      text: membersCall(scope.support("structures", "members"), [], lines, "  "),
    });
  }

  #union(name: string, type: UnionIr): string {
    const { scope, blobs } = this.#file;
    const lines = type.members.map((member) => ({ name: memberName(member.name), value: this.#value(member) }));
    const params = [this.#dataParam(true), ...contextParams(scope, blobs.ofShape(type.id))];
    return arrowFunction(name, params, scope.type(scope.names.type(type.id)), {
      text: membersCall(this.#support("readXmlUnion"), ["data"], lines, "  "),
    });
  }

  #container(name: string, type: Container): string {
    const { scope, blobs } = this.#file;
    const params = [this.#dataParam(true), ...contextParams(scope, blobs.ofType(type))];
    const inner = type.kind === "list" ? xmlElementName(type.elementXml) : "entry";
    return arrowFunction(name, params, typeExpression(type, scope), { call: this.#elements(type, "data", inner) });
  }

  /** A member's value, filled in where the service left it out and the options ask for that. */
  #filled(member: MemberIr): Code {
    const { type } = member;
    const missing = filledIn(member, this.#file);
    if (missing === undefined) return this.#value(member);
    return type.kind === "named" && type.of === "structure"
      ? this.#child("readRequired", member)
      : binary(this.#value(member), "??", memoryDefault(type, missing, this.#file.scope));
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
        return this.#reference(this.#functions.ofShape(type.id), type);
      default:
        return this.#reference(this.#functions.ofContainer(type), type);
    }
  }

  #reference(fn: string, type: TypeRef): Code {
    return this.#file.blobs.ofType(type) ? arrow("element", call(fn, "element", "context")) : fn;
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
