import type { MemberIr, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import { stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { typeExpression } from "../types.ts";
import { arrow, type Call, type Code, call } from "./code.ts";
import { Declarations } from "./declarations.ts";
import { sentValue, wireDefault } from "./defaults.ts";
import { bracketed } from "./joined.ts";
import { arrowFunction, memberOf, requiredFirst } from "./members.ts";
import type { QueryFile } from "./query.ts";
import { optionalText, scalarText, TIMESTAMPS } from "./scalar-writers.ts";
import { type Container, contextParams, ShapeFunctions } from "./shape-functions.ts";
import { xmlElementName, xmlKeyName, xmlValueName } from "./xml-names.ts";

/**
 * The `se_` functions of a file: what a caller gave, as pairs of a form. Those of inputs write names in full; those of
 * what is nested are given the name that theirs begin with.
 */
export class QueryWriters {
  readonly #file: QueryFile;
  readonly #inputs = new Declarations();
  readonly #functions: ShapeFunctions;

  constructor(file: QueryFile) {
    this.#file = file;
    this.#functions = new ShapeFunctions("se_", file, {
      structure: (name, type) => this.#shape(name, type, { nested: true }),
      union: (name, type) => this.#shape(name, type, { nested: true }),
      container: (name, type) => this.#container(name, type),
    });
  }

  /** The call that writes an operation's input. */
  input(structure: StructureIr, value: string): Call {
    const { blobs, names, scope } = this.#file;
    const name = this.#inputs.ask(
      structure.id,
      () => names.claim(`se_${scope.names.type(structure.id).name}`),
      (claimed) => this.#shape(claimed, structure, { nested: false }),
    );
    return call(name, value, ...(blobs.ofShape(structure.id) ? ["context"] : []));
  }

  declarations(): readonly string[] {
    return [...this.#inputs.texts(), ...this.#functions.declarations()];
  }

  #shape(name: string, type: StructureIr | UnionIr, { nested }: { readonly nested: boolean }): string {
    const { scope, blobs } = this.#file;
    const pairs = requiredFirst(type.members).map((member) => this.#member(member, nested));
    if (type.kind === "union") pairs.push(call(this.#support("unknownMember"), "name", "input"));
    const params = [
      ...(nested ? [`${pairs.length === 0 ? "_name" : "name"}: string`] : []),
      `${pairs.length === 0 ? "_input" : "input"}: ${scope.type(scope.names.type(type.id))}`,
      ...contextParams(scope, blobs.ofShape(type.id)),
    ];
    const [pair] = pairs;
    if (pair === undefined || pairs.length > 1) {
      return arrowFunction(name, params, "string", { text: bracketed(`${this.#support("pairs")}(`, pairs, ")") });
    }
    return arrowFunction(name, params, "string", { call: pair });
  }

  #container(name: string, type: Container): string {
    const { scope, blobs } = this.#file;
    const input = `input: ${typeExpression(type, scope)}`;
    const params = ["name: string", input, ...contextParams(scope, blobs.ofType(type))];
    const written =
      type.kind === "list" ? this.#list(type, "name", "input", false) : this.#map(type, `\`\${name}.entry\``, "input");
    return arrowFunction(name, params, "string", { call: written });
  }

  #member(member: MemberIr, nested: boolean): Call {
    const { scope, settings } = this.#file;
    const { type } = member;
    // Percent-encoded, nothing in a name could end a template.
    const key = encodeURIComponent(settings.memberName(member));
    const path = (suffix = ""): string => (nested ? `\`\${name}.${key}${suffix}\`` : stringLiteral(key + suffix));
    const value = memberOf("input", memberName(member.name), scope);
    const flattened = member.xml?.flattened ?? false;
    if (type.kind === "list") return this.#list(type, path(), this.#filled(member, value), flattened);
    if (type.kind === "map") return this.#map(type, path(flattened ? "" : ".entry"), this.#filled(member, value));
    if (type.kind === "named" && (type.of === "structure" || type.of === "union")) {
      return call(this.#support("nested"), path(), value, this.#each(type));
    }
    const text = type.kind === "scalar" ? optionalText(type, value, scope) : value;
    return call(this.#support("pair"), path(), this.#filled(member, text));
  }

  /** A value, or what stands for it where it isn't set. */
  #filled(member: MemberIr, value: Code): Code {
    return sentValue(member, value, this.#file, (missing) => wireDefault(member.type, missing, TIMESTAMPS));
  }

  #list(type: Extract<Container, { kind: "list" }>, path: string, value: Code, flattened: boolean): Call {
    const each = this.#each(type.element);
    const { lists } = this.#file.settings;
    if (lists === "numbered") return call(this.#support("numbered"), path, value, each);
    if (flattened) return call(this.#support("flatList"), path, value, each);
    const member = stringLiteral(encodeURIComponent(xmlElementName(type.elementXml)));
    return call(this.#support("list"), path, member, value, each);
  }

  /** @param path of the entries: `Tags.entry`, or `Tags` where the map is flattened */
  #map(type: Extract<Container, { kind: "map" }>, path: string, value: Code): Call {
    const names = [xmlKeyName(type.keyXml), xmlValueName(type.valueXml)];
    const literals = names.map((name) => stringLiteral(encodeURIComponent(name)));
    return call(this.#support("entries"), path, ...literals, value, this.#each(type.value));
  }

  /** The function that writes each value of a type under a name. */
  #each(type: TypeRef): Code {
    const { scope } = this.#file;
    switch (type.kind) {
      case "scalar": {
        const text = scalarText(type, "entry", scope);
        const pair = this.#support("pair");
        return text === undefined ? pair : arrow("name, entry", call(pair, "name", text));
      }
      case "named":
        return type.of === "structure" || type.of === "union"
          ? this.#reference(this.#functions.ofShape(type.id), type)
          : this.#support("pair");
      default:
        return this.#reference(this.#functions.ofContainer(type), type);
    }
  }

  #reference(fn: string, type: TypeRef): Code {
    return this.#file.blobs.ofType(type) ? arrow("name, entry", call(fn, "name", "entry", "context")) : fn;
  }

  #support(name: string): string {
    return this.#file.scope.support("query-writers", name);
  }
}
