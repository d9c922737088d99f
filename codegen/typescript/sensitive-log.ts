import type { MemberIr, TypeRef } from "../ir/types.ts";
import type { ShapeId } from "../smithy/shape-id.ts";
import type { FileScope } from "./file-scope.ts";
import { fits, objectKey, propertyAccess } from "./layout.ts";
import { memberName, type PackageSymbol } from "./naming.ts";

/** Writes the functions that copy a value for a log with what is sensitive hidden, `ForgotPasswordRequestFilterSensitiveLog`. */
export class SensitiveLogWriter {
  readonly #scope: FileScope;
  readonly #holders: ReadonlySet<ShapeId>;

  constructor(scope: FileScope, holders: ReadonlySet<ShapeId>) {
    this.#scope = scope;
    this.#holders = holders;
  }

  /** The name of a type's function, and the file it is in: that of the type. */
  static symbol(type: PackageSymbol): PackageSymbol {
    return { name: `${type.name}FilterSensitiveLog`, file: type.file };
  }

  /** Lines of an object literal that hide the sensitive members of `obj`. */
  members(members: readonly MemberIr[]): readonly string[] {
    return members.flatMap((member) => {
      const name = memberName(member.name);
      const value = `obj${propertyAccess(name)}`;
      const shown = this.#shown(member, value);
      if (shown === value) return [];
      const present = `${value} != null`;
      const line = `  ...(${present} && { ${objectKey(name)}: ${shown} }),`;
      if (fits(line)) return [line];
      const property = `    ${objectKey(name)}: ${shown},`;
      return [`  ...(${present} && {`, fits(property) ? property : brokenCall(property), "  }),"];
    });
  }

  /** What of a member is shown: a placeholder, a copy with parts hidden, or the value itself. */
  #shown(member: MemberIr, value: string): string {
    return member.sensitive ? this.#scope.use("SENSITIVE_STRING") : this.shown(member.type, value);
  }

  shown(type: TypeRef, value: string): string {
    switch (type.kind) {
      case "scalar":
        return type.sensitive ? this.#scope.use("SENSITIVE_STRING") : value;
      case "named": {
        if (!this.#holders.has(type.id)) return value;
        return `${this.#scope.symbol(SensitiveLogWriter.symbol(this.#scope.names.type(type.id)))}(${value})`;
      }
      case "list": {
        if (type.sensitive) return this.#scope.use("SENSITIVE_STRING");
        const item = this.#orNull(type.sparse, "item", this.shown(type.element, "item"));
        return item === "item" ? value : `${value}.map((${item.includes("item") ? "item" : ""}) => ${item})`;
      }
      case "map": {
        if (type.sensitive) return this.#scope.use("SENSITIVE_STRING");
        const key = this.shown(type.key, "key");
        const entry = this.#orNull(type.sparse, "value", this.shown(type.value, "value"));
        if (key === "key" && entry === "value") return value;
        const object = this.#scope.global("Object");
        return `${object}.fromEntries(${object}.entries(${value}).map(([key${entry.includes("value") ? ", value" : ""}]) => [${key}, ${entry}]))`;
      }
    }
  }

  #orNull(sparse: boolean, value: string, shown: string): string {
    return sparse && shown !== value ? `${value} === null ? null : ${shown}` : shown;
  }
}

/** `name: f(value),` with the argument on a line of its own. */
const brokenCall = (property: string): string =>
  property.replace(/^(.*?\()(.*)\),$/s, (_, head: string, argument: string) => `${head}\n      ${argument},\n    ),`);
