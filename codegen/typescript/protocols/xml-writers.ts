import type { MemberIr, StructureIr, TypeRef, UnionIr, XmlIr, XmlNamespaceIr } from "../../ir/types.ts";
import { nameOf } from "../../smithy/shape-id.ts";
import { stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { typeExpression } from "../types.ts";
import { arrow, type Call, type Code, call, inline } from "./code.ts";
import { sentValue, wireDefault } from "./defaults.ts";
import { templateText } from "./host-prefix.ts";
import { bracketed } from "./joined.ts";
import { arrowFunction, memberOf, requiredFirst } from "./members.ts";
import { optionalText, scalarText, TIMESTAMPS } from "./scalar-writers.ts";
import { type Container, contextParams, ShapeFunctions } from "./shape-functions.ts";
import type { XmlFile } from "./xml.ts";
import { namespaceAttribute, startTag, xmlElementName, xmlKeyName, xmlMemberName, xmlValueName } from "./xml-names.ts";

/** The `se_` functions of a file: what a caller gave, as the text of an element with a given tag. */
export class XmlWriters {
  readonly #file: XmlFile;
  readonly #functions: ShapeFunctions;
  /** The name of the constant with the service's namespace, once a root element has it. */
  #namespace: string | undefined;

  constructor(file: XmlFile) {
    this.#file = file;
    this.#functions = new ShapeFunctions("se_", file, {
      structure: (name, type, members) => this.#shape(name, type, members),
      union: (name, type) => this.#shape(name, type, type.members),
      container: (name, type) => this.#containerFunction(name, type),
    });
  }

  /** The call that writes some members of a structure as a document. */
  document(structure: StructureIr, members: readonly MemberIr[], value: string): Code {
    const name = this.#functions.ofDocument(structure, members);
    const write = this.#file.blobs.ofMembers(members) ? withContext(name) : name;
    return this.#root(structure.xml?.name ?? nameOf(structure.id), structure.xml?.namespace, value, write);
  }

  /** The call that writes a member's value, which isn't null, as a document. */
  payload({ name, type, xml }: MemberIr, value: string): Code {
    const target = type.kind === "named" ? this.#file.service.typesById.get(type.id) : undefined;
    // A structure's own name counts at the root, and not the member's, unless that is by a trait.
    const root = xml?.name ?? target?.xml?.name ?? (target === undefined ? name : nameOf(target.id));
    return this.#root(root, xml?.namespace ?? target?.xml?.namespace, value, this.#each(type));
  }

  declarations(): readonly string[] {
    const texts = this.#functions.declarations();
    const { xmlNamespace } = this.#file.service;
    if (xmlNamespace === undefined || this.#namespace === undefined) return texts;
    const value = stringLiteral(namespaceAttribute(xmlNamespace));
    return [`/** What the root elements of requests have. */\nconst ${this.#namespace} = ${value};`, ...texts];
  }

  /** A document, whose root has the service's namespace, unless its shape has another. */
  #root(name: string, namespace: XmlNamespaceIr | undefined, value: string, write: Code): Code {
    const document = this.#support("xmlDocument");
    if (namespace !== undefined || this.#file.service.xmlNamespace === undefined) {
      return call(document, stringLiteral(startTag(name, namespace)), value, write);
    }
    this.#namespace ??= this.#file.names.claim("xmlns");
    return call(document, `\`${templateText(name)} \${${this.#namespace}}\``, value, write);
  }

  #shape(name: string, type: StructureIr | UnionIr, written: readonly MemberIr[]): string {
    const { scope } = this.#file;
    const members = requiredFirst(written);
    const attributes = members.filter((member) => member.xml?.attribute).map((member) => this.#attribute(member));
    const elements = members.filter((member) => !member.xml?.attribute).map((member) => this.#member(member));
    if (type.kind === "union") elements.push(call(this.#support("unknownMember"), "input"));
    const tag =
      attributes.length === 0 ? "tag" : `\`\${tag}${attributes.map((code) => `\${${inline(code)}}`).join("")}\``;
    const unused = attributes.length + elements.length === 0;
    const input = `${unused ? "_input" : "input"}: ${scope.type(scope.names.type(type.id))}`;
    return arrowFunction(
      name,
      ["tag: string", input, ...contextParams(scope, this.#file.blobs.ofMembers(written))],
      "string",
      {
        text: bracketed(`${this.#support("element")}(${tag}, `, elements, ")"),
      },
    );
  }

  #containerFunction(name: string, type: Container): string {
    const { scope, blobs } = this.#file;
    const params = [
      "tag: string",
      `input: ${typeExpression(type, scope)}`,
      ...contextParams(scope, blobs.ofType(type)),
    ];
    const { fn, args } = this.#container(type, "tag", "input");
    return arrowFunction(name, params, "string", { call: call(fn, "tag", ...args.slice(1)) });
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
  #filled(member: MemberIr, value: Code): Code {
    return sentValue(member, value, this.#file, (missing) => wireDefault(member.type, missing, TIMESTAMPS));
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
          ? this.#reference(this.#functions.ofShape(type.id), type)
          : this.#support("text");
      default:
        return this.#reference(this.#functions.ofContainer(type), type);
    }
  }

  #reference(fn: string, type: TypeRef): Code {
    return this.#file.blobs.ofType(type) ? withContext(fn) : fn;
  }

  #support(name: string): string {
    return this.#file.scope.support("xml-writers", name);
  }
}

const withContext = (fn: string): Code => arrow("tag, entry", call(fn, "tag", "entry", "context"));

const tagOf = (name: string, xml: XmlIr | undefined): string => stringLiteral(startTag(name, xml?.namespace));
