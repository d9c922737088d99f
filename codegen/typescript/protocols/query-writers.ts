import type { MemberIr, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { typeExpression } from "../types.ts";
import { arrow, binary, type Call, type Code, call } from "./code.ts";
import { Declarations } from "./declarations.ts";
import { wireDefault } from "./defaults.ts";
import { bracketed } from "./joined.ts";
import { arrowFunction, memberOf, requiredFirst } from "./members.ts";
import type { QueryFile } from "./query.ts";
import { optionalText, scalarText, TIMESTAMPS } from "./scalar-writers.ts";
import type { Container } from "./xml.ts";
import { xmlElementName, xmlKeyName, xmlValueName } from "./xml-names.ts";

/**
 * The `se_` functions of a file: what a caller gave, as pairs of a form. Those of inputs write names in full; those of
 * what is nested are given the name that theirs begin with.
 */
export class QueryWriters {
  readonly #file: QueryFile;
  readonly #inputs = new Declarations();
  readonly #declarations = new Declarations();

  constructor(file: QueryFile) {
    this.#file = file;
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
    return [...this.#inputs.texts(), ...this.#declarations.texts()];
  }

  #function(id: ShapeId): string {
    const { names, scope, service } = this.#file;
    return this.#declarations.ask(
      id,
      () => names.claim(`se_${scope.names.type(id).name}`),
      (name) => {
        const type = service.typesById.get(id);
        if (type === undefined || !("members" in type)) throw new Error(`${id} is no structure or union.`);
        return this.#shape(name, type, { nested: true });
      },
    );
  }

  #shape(name: string, type: StructureIr | UnionIr, { nested }: { readonly nested: boolean }): string {
    const { scope, blobs } = this.#file;
    const pairs = requiredFirst(type.members).map((member) => this.#member(member, nested));
    if (type.kind === "union") pairs.push(call(this.#support("unknownMember"), "name", "input"));
    const params = [
      ...(nested ? [`${pairs.length === 0 ? "_name" : "name"}: string`] : []),
      `${pairs.length === 0 ? "_input" : "input"}: ${scope.type(scope.names.type(type.id))}`,
      ...this.#contextParam(blobs.ofShape(type.id)),
    ];
    const [pair] = pairs;
    if (pair === undefined || pairs.length > 1) {
      return arrowFunction(name, params, "string", { text: bracketed(`${this.#support("pairs")}(`, pairs, ")") });
    }
    return arrowFunction(name, params, "string", { call: pair });
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
  #filled({ presence, type }: MemberIr, value: Code): Code {
    const { scope, fillsDefaults } = this.#file;
    if (presence.idempotencyToken) return binary(value, "??", call(scope.use("generateIdempotencyToken")));
    if (!fillsDefaults || presence.default === undefined) return value;
    return binary(value, "??", wireDefault(type, presence.default, TIMESTAMPS));
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
          ? this.#reference(this.#function(type.id), type)
          : this.#support("pair");
      default:
        return this.#reference(this.#containerFunction(type), type);
    }
  }

  #reference(fn: string, type: TypeRef): Code {
    return this.#file.blobs.ofType(type) ? arrow("name, entry", call(fn, "name", "entry", "context")) : fn;
  }

  #containerFunction(type: Container): string {
    const { names, scope, blobs } = this.#file;
    return this.#declarations.ask(
      type.id,
      () => names.claim(`se_${type.name}`),
      (name) => {
        const input = `input: ${typeExpression(type, scope)}`;
        const params = ["name: string", input, ...this.#contextParam(blobs.ofType(type))];
        const written =
          type.kind === "list"
            ? this.#list(type, "name", "input", false)
            : this.#map(type, `\`\${name}.entry\``, "input");
        return arrowFunction(name, params, "string", { call: written });
      },
    );
  }

  #support(name: string): string {
    return this.#file.scope.support("query-writers", name);
  }

  #contextParam(needed: boolean): readonly string[] {
    return needed ? [`context: ${this.#file.scope.useType("SerdeContext")}`] : [];
  }
}
