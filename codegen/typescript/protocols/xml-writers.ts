import type { MemberIr, StructureIr, TypeRef, UnionIr, XmlIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { typeExpression } from "../types.ts";
import { arrow, binary, type Call, type Code, call, inline } from "./code.ts";
import { Declarations } from "./declarations.ts";
import { wireDefault } from "./defaults.ts";
import { bracketed } from "./joined.ts";
import { arrowFunction, memberOf } from "./members.ts";
import { optionalText, scalarText, TIMESTAMPS } from "./scalar-writers.ts";
import type { Container, XmlFile } from "./xml.ts";
import { rootTag, startTag, xmlElementName, xmlKeyName, xmlMemberName, xmlValueName } from "./xml-names.ts";

/** The `se_` functions of a file: what a caller gave, as the text of an element with a given tag. */
export class XmlWriters {
  readonly #file: XmlFile;
  readonly #declarations = new Declarations();

  constructor(file: XmlFile) {
    this.#file = file;
  }

  /** The call that writes some members of a structure as the root element. */
  document(structure: StructureIr, members: readonly MemberIr[], value: string): Code {
    const { blobs, names, scope, service } = this.#file;
    // A structure that is also a member of another has all of its members there, and a function for that.
    const whole = members.length === structure.members.length;
    const name = whole
      ? this.#function(structure.id)
      : this.#declarations.ask(
          `${structure.id} document`,
          () => names.claim(`se_${scope.names.type(structure.id).name}`),
          (claimed) => this.#shape(claimed, structure, members),
        );
    const tag = stringLiteral(rootTag(structure, service));
    return call(name, tag, value, ...(blobs.ofMembers(members) ? ["context"] : []));
  }

  /** The expression that writes a member's value, which isn't null, as the root element. */
  payload(member: MemberIr, value: string): Code {
    const { service } = this.#file;
    const { type, xml } = member;
    const target = type.kind === "named" ? service.typesById.get(type.id) : undefined;
    if (target !== undefined && "members" in target) {
      const tag = stringLiteral(rootTag(target, service, member));
      return call(this.#function(target.id), tag, value, ...this.#context(type));
    }
    const tag = startTag(xmlMemberName(member), xml?.namespace ?? service.xmlNamespace);
    return type.kind === "list" || type.kind === "map"
      ? this.#container(type, tag, value)
      : this.#scalar(type, tag, value);
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
        if (type === undefined || !("members" in type)) throw new Error(`${id} is no structure or union.`);
        return this.#shape(name, type, type.members);
      },
    );
  }

  #shape(name: string, type: StructureIr | UnionIr, written: readonly MemberIr[]): string {
    const { scope } = this.#file;
    const attributes = written.filter((member) => member.xml?.attribute).map((member) => this.#attribute(member));
    const elements = written.filter((member) => !member.xml?.attribute).map((member) => this.#member(member));
    if (type.kind === "union") elements.push(call(this.#support("unknownMember"), "input"));
    const tag =
      attributes.length === 0 ? "tag" : `\`\${tag}${attributes.map((code) => `\${${inline(code)}}`).join("")}\``;
    const unused = attributes.length + elements.length === 0;
    const input = `${unused ? "_input" : "input"}: ${scope.type(scope.names.type(type.id))}`;
    return arrowFunction(
      name,
      ["tag: string", input, ...this.#contextParam(this.#file.blobs.ofMembers(written))],
      "string",
      {
        text: bracketed(`${this.#support("element")}(${tag}, `, elements, ")"),
      },
    );
  }

  #attribute(member: MemberIr): Call {
    const { type } = member;
    const value = memberOf("input", memberName(member.name), this.#file.scope);
    const text = type.kind === "scalar" ? optionalText(type, value, this.#file.scope) : value;
    return call(this.#support("attribute"), stringLiteral(xmlMemberName(member)), this.#filled(member, text));
  }

  #member(member: MemberIr): Call {
    const { scope } = this.#file;
    const { type, xml } = member;
    const value = memberOf("input", memberName(member.name), scope);
    const tag = startTag(xmlMemberName(member), xml?.namespace);
    if (type.kind === "list" || type.kind === "map") {
      return this.#container(type, tag, this.#filled(member, value), xml?.flattened);
    }
    if (type.kind === "named" && (type.of === "structure" || type.of === "union")) {
      return call(this.#support("nested"), stringLiteral(tag), value, this.#each(type));
    }
    const text = type.kind === "scalar" ? optionalText(type, value, scope) : value;
    return call(this.#support("text"), stringLiteral(tag), this.#filled(member, text));
  }

  /** A value, or what stands for it where it isn't set. */
  #filled({ presence, type }: MemberIr, value: Code): Code {
    const { scope, fillsDefaults } = this.#file;
    if (presence.idempotencyToken) return binary(value, "??", call(scope.use("generateIdempotencyToken")));
    if (!fillsDefaults || presence.default === undefined) return value;
    return binary(value, "??", wireDefault(type, presence.default, TIMESTAMPS));
  }

  #container(type: Container, tag: string, value: Code, flattened = false): Call {
    const rest = type.sparse ? [this.#support("empty")] : [];
    if (type.kind === "list") {
      const each = this.#each(type.element);
      const { elementXml } = type;
      if (flattened) {
        const named =
          elementXml?.namespace === undefined ? tag : startTag(tag.replace(/ .*$/, ""), elementXml.namespace);
        return call(this.#support("flatList"), stringLiteral(named), value, each, ...rest);
      }
      const member = tagOf(xmlElementName(elementXml), elementXml);
      return call(this.#support("list"), stringLiteral(tag), member, value, each, ...rest);
    }
    const { keyXml, valueXml } = type;
    const names = [tagOf(xmlKeyName(keyXml), keyXml), tagOf(xmlValueName(valueXml), valueXml)];
    const map = this.#support(flattened ? "flatMap" : "map");
    return call(map, stringLiteral(tag), ...names, value, this.#each(type.value), ...rest);
  }

  /** The function that writes each value of a type under a tag. */
  #each(type: TypeRef): Code {
    const { scope } = this.#file;
    switch (type.kind) {
      case "scalar": {
        const text = scalarText(type, "entry", scope);
        return text === undefined
          ? this.#support("text")
          : arrow("tag, entry", call(this.#support("text"), "tag", text));
      }
      case "named":
        return type.of === "structure" || type.of === "union"
          ? this.#reference(this.#function(type.id), type)
          : this.#support("text");
      default:
        return this.#reference(this.#containerFunction(type), type);
    }
  }

  #scalar(type: TypeRef, tag: string, value: string): Code {
    const text = type.kind === "scalar" ? scalarText(type, value, this.#file.scope) : undefined;
    return call(this.#support("text"), stringLiteral(tag), text ?? value);
  }

  #reference(fn: string, type: TypeRef): Code {
    return this.#file.blobs.ofType(type) ? arrow("tag, entry", call(fn, "tag", "entry", "context")) : fn;
  }

  #containerFunction(type: Container): string {
    const { names, scope, blobs } = this.#file;
    return this.#declarations.ask(
      type.id,
      () => names.claim(`se_${type.name}`),
      (name) => {
        const input = `input: ${typeExpression(type, scope)}`;
        const { fn, args } = this.#container(type, "tag", "input");
        return arrowFunction(name, ["tag: string", input, ...this.#contextParam(blobs.ofType(type))], "string", {
          call: call(fn, "tag", ...args.slice(1)),
        });
      },
    );
  }

  #support(name: string): string {
    return this.#file.scope.support("xml-writers", name);
  }

  #contextParam(needed: boolean): readonly string[] {
    return needed ? [`context: ${this.#file.scope.useType("SerdeContext")}`] : [];
  }

  #context(type: TypeRef): readonly string[] {
    return this.#file.blobs.ofType(type) ? ["context"] : [];
  }
}

const tagOf = (name: string, xml: XmlIr | undefined): string => stringLiteral(startTag(name, xml?.namespace));
