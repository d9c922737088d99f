import type { MemberIr, TypeRef } from "../ir/types.ts";
import type { ShapeId } from "../smithy/shape-id.ts";
import type { FileScope } from "./file-scope.ts";
import { fits, objectKey, propertyAccess, stringLiteral } from "./layout.ts";
import { memberName, type PackageSymbol } from "./naming.ts";
import { typeExpression } from "./types.ts";

/** An expression of the few kinds that such functions are made of, so that long ones can be laid out. */
type Shown = string | Call | OrNull;

interface Call {
  readonly fn: string;
  readonly argument: string | Call | Arrow;
}

/** `(params) => body`; `(params) => [key, body]` where it makes an entry of a map. */
interface Arrow {
  readonly params: string;
  readonly entry: boolean;
  readonly body: Shown;
}

/** `test ? null : otherwise` */
interface OrNull {
  readonly test: string;
  readonly otherwise: Shown;
}

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
      const value = this.#member(member, name);
      const shown = this.#shown(member, value);
      if (shown === value) return [];
      const present = `${value} != null`;
      const line = `  ...(${present} && { ${objectKey(name)}: ${inline(shown)} }),`;
      if (fits(line)) return [line];
      return [`  ...(${present} && {`, ...lines(`    ${objectKey(name)}: `, shown, ","), "  }),"];
    });
  }

  /** A member of `obj`; where every object has one of its name, its own, with its type. */
  #member({ type }: MemberIr, name: string): string {
    if (!(name in Object.prototype)) return `obj${propertyAccess(name)}`;
    const own = this.#scope.support("structures", "own");
    return `${own}<${typeExpression(type, this.#scope)}>(obj, ${stringLiteral(name)})`;
  }

  /** What of a member is shown: a placeholder, a copy with parts hidden, or the value itself. */
  #shown(member: MemberIr, value: string): Shown {
    return member.sensitive ? this.#scope.use("SENSITIVE_STRING") : this.#shownType(member.type, value);
  }

  #shownType(type: TypeRef, value: string): Shown {
    switch (type.kind) {
      case "scalar":
        return type.sensitive ? this.#scope.use("SENSITIVE_STRING") : value;
      case "named": {
        if (type.sensitive) return this.#scope.use("SENSITIVE_STRING");
        if (!this.#holders.has(type.id)) return value;
        const fn = this.#scope.symbol(SensitiveLogWriter.symbol(this.#scope.names.type(type.id)));
        return { fn, argument: value };
      }
      case "list": {
        if (type.sensitive) return this.#scope.use("SENSITIVE_STRING");
        const item = this.#orNull(type.sparse, "item", this.#shownType(type.element, "item"));
        if (item === "item") return value;
        return { fn: `${value}.map`, argument: { params: uses(item, "item") ? "item" : "", entry: false, body: item } };
      }
      case "map": {
        if (type.sensitive) return this.#scope.use("SENSITIVE_STRING");
        // Keys that must not be shown leave nothing to tell the entries apart by.
        if (type.key.sensitive) return this.#scope.use("SENSITIVE_STRING");
        const entry = this.#orNull(type.sparse, "value", this.#shownType(type.value, "value"));
        if (entry === "value") return value;
        const object = this.#scope.global("Object");
        const params = uses(entry, "value") ? "[key, value]" : "[key]";
        const entries = { fn: `${object}.entries(${value}).map`, argument: { params, entry: true, body: entry } };
        return { fn: `${object}.fromEntries`, argument: entries };
      }
    }
  }

  #orNull(sparse: boolean, value: string, shown: Shown): Shown {
    return sparse && shown !== value ? { test: `${value} === null`, otherwise: shown } : shown;
  }
}

/** Whether an expression says something of the value by this name, rather than hiding it whatever it is. */
const uses = (shown: Shown, name: string): boolean => new RegExp(`\\b${name}\\b`).test(inline(shown));

/** On one line. */
const inline = (shown: Shown | Arrow): string => {
  if (typeof shown === "string") return shown;
  if ("fn" in shown) return `${shown.fn}(${inline(shown.argument)})`;
  if ("test" in shown) return `${shown.test} ? null : ${inline(shown.otherwise)}`;
  const body = inline(shown.body);
  if (shown.entry) return `(${shown.params}) => [key, ${body}]`;
  return `(${shown.params}) => ${typeof shown.body !== "string" && "test" in shown.body ? `(${body})` : body}`;
};

/**
 * The lines of `before`, an expression and `after`, broken as a formatter breaks them: a call behind the arrow of its
 * argument, else around its argument; an entry around its parts; a choice before its marks.
 */
const lines = (before: string, shown: Shown, after: string): readonly string[] => {
  const line = `${before}${inline(shown)}${after}`;
  if (fits(line) || typeof shown === "string") return [line];
  const margin = " ".repeat(before.length - before.trimStart().length);
  if ("test" in shown) {
    return [`${before}${shown.test}`, `${margin}  ? null`, ...lines(`${margin}  : `, shown.otherwise, after)];
  }
  const { fn, argument } = shown;
  const end = `${margin})${after}`;
  if (typeof argument === "string" || "fn" in argument) {
    return [`${before}${fn}(`, ...lines(`${margin}  `, argument, ","), end];
  }
  const head = `${before}${fn}((${argument.params}) =>`;
  if (argument.entry)
    return [`${head} [`, `${margin}  key,`, ...lines(`${margin}  `, argument.body, ","), `${margin}])${after}`];
  if (fits(head) && argument.params !== "") return [head, ...lines(`${margin}  `, argument.body, ","), end];
  return [`${before}${fn}(`, ...lines(`${margin}  (${argument.params}) => `, argument.body, ","), end];
};
