import { typesWithSecrets } from "../../ir/sensitive.ts";
import type { MemberIr, StructureIr, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { comment } from "../comment.ts";
import { own } from "../docs/comment.ts";
import { memberDocs } from "../docs/member.ts";
import { shapeDocs } from "../docs/shape.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, list, propertyAccess, propertyKey, unionType } from "../layout.ts";
import { memberName } from "../naming.ts";
import { SensitiveLogWriter } from "../sensitive-log.ts";
import { memberDeclaration, typeExpression } from "../types.ts";
import template from "./models.hbs";

/** `src/models/models_N.ts`: structures and unions, and the functions that hide what is sensitive in a log. */
export const models = (emission: Emission) => {
  const { service, scope } = emission;
  const secrets = typesWithSecrets(service);
  const declared = service.types.filter(
    (type): type is StructureIr | UnionIr => type.kind === "union" || (type.kind === "structure" && !type.error),
  );
  const files = new Set(declared.map((type) => scope.names.type(type.id).file));
  return [...files].map((file) =>
    source(`src/${file}`, template, emission, (fileScope) => ({
      types: declared
        .filter((type) => scope.names.type(type.id).file === file)
        .map((type) => ({
          union: false,
          structure: false,
          ...declaration(type, emission, fileScope),
          filter: secrets.has(type.id) ? filterFunction(type, fileScope, secrets) : false,
        })),
    })),
  );
};

const declaration = (type: StructureIr | UnionIr, emission: Emission, scope: FileScope): object => {
  const { options } = emission;
  const { name } = scope.names.type(type.id);
  const docs = comment(shapeDocs(type.docs, options.docs));
  return type.kind === "union"
    ? { ...unionView(type, name, emission, scope), union: true, name, docs }
    : { structure: true, name, docs, body: interfaceBody(type, emission, scope) };
};

const interfaceBody = (type: StructureIr, { options }: Emission, scope: FileScope): string => {
  if (type.members.length === 0) return "{}";
  const members = type.members.map((member) => {
    const docs = comment([...memberDocs(member, options.docs), [own`@public`]], 2);
    return `${docs}  ${memberDeclaration(member, scope)}\n`;
  });
  return `{\n${members.join("\n")}}`;
};

/** A union is one interface per member, in which all others are `never`, and one for what is not known yet. */
const unionView = (type: UnionIr, name: string, { options }: Emission, scope: FileScope) => {
  const members = [...type.members];
  const variants = variantNames(members);
  const property = (member: MemberIr): string => propertyKey(memberName(member.name));
  const never = (member: MemberIr) => ({ line: `${property(member)}?: never;` });
  const sorted = members
    .map((member, index) => [member.name, variants[index] ?? ""] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: unionType(`export type ${name}`, [
      ...sorted.map(([, variant]) => `${name}.${variant}`),
      `${name}.$UnknownMember`,
    ]),
    alternatives: members.map((member, index) => ({
      name: variants[index] ?? "",
      docs: comment([...memberDocs(member, options.docs), [own`@public`]], 2),
      properties: [
        ...members.map((other) =>
          other === member ? { line: `${property(member)}: ${typeExpression(member.type, scope)};` } : never(other),
        ),
        { line: "$unknown?: never;" },
      ],
    })),
    unknown: [...members.map(never), { line: "$unknown: [string, any];" }],
    visits: members.map((member) => ({
      line: list("(", [`value: ${typeExpression(member.type, scope)}`], ")", {
        before: `    ${property(member)}: `,
        after: " => T;",
      }),
    })),
    cases: members.map((member) => ({ line: visitCase(memberName(member.name)) })),
  };
};

/** `StringValueMember`; members that differ by the case of their first letter get names of their own. */
const variantNames = (members: readonly MemberIr[]): readonly string[] => {
  const taken = new Set<string>();
  return members.map(({ name }) => {
    let variant = `${name.charAt(0).toUpperCase()}${name.slice(1)}Member`;
    while (taken.has(variant)) variant = `_${variant}`;
    taken.add(variant);
    return variant;
  });
};

const visitCase = (name: string): string => {
  const value = `value${propertyAccess(name)}`;
  const line = `    if (${value} !== undefined) return visitor${propertyAccess(name)}(${value});`;
  if (fits(line)) return line;
  const call = list("(", [value], ")", { before: `      return visitor${propertyAccess(name)}`, after: ";" });
  return `    if (${value} !== undefined)\n${call}`;
};

const filterFunction = (type: StructureIr | UnionIr, scope: FileScope, secrets: ReadonlySet<ShapeId>): string => {
  const name = scope.names.type(type.id);
  const filter = SensitiveLogWriter.symbol(name).name;
  const writer = new SensitiveLogWriter(scope, secrets);
  if (type.sensitive) {
    const hidden = scope.use("SENSITIVE_STRING");
    const head = list("(", [`_obj: ${name.name}`], ")", { before: `export const ${filter} = `, after: ": unknown =>" });
    const lastLine = head.slice(head.lastIndexOf("\n") + 1);
    return `\n/** @internal */\n${head}${fits(`${lastLine} ${hidden};`) ? " " : "\n  "}${hidden};`;
  }
  // What is in a member that this version doesn't know may be as sensitive as what is in its siblings.
  const unknown =
    type.kind === "union"
      ? [`  ...(obj.$unknown != null && { $unknown: [obj.$unknown[0], ${scope.use("SENSITIVE_STRING")}] }),`]
      : [];
  const lines = ["  ...obj,", ...writer.members(type.members), ...unknown].join("\n");
  const head = list("(", [`obj: ${name.name}`], ")", {
    before: `export const ${filter} = `,
    after: ": unknown => ({",
  });
  return `\n/** @internal */\n${head}\n${lines}\n});`;
};
