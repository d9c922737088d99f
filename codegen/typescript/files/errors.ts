import type { StructureIr } from "../../ir/types.ts";
import { nameOf } from "../../smithy/shape-id.ts";
import { comment } from "../comment.ts";
import { own } from "../docs/comment.ts";
import { memberDocs } from "../docs/member.ts";
import { shapeDocs } from "../docs/shape.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, list, propertyAccess, stringLiteral } from "../layout.ts";
import { errorMemberName } from "../naming.ts";
import { memberDeclaration } from "../types.ts";
import template from "./errors.hbs";

/** `src/models/errors.ts`: a class for each modelled error. Its `message` is that of `Error`. */
export const errors = (emission: Emission) => {
  const declared = emission.service.types.filter(
    (type): type is StructureIr => type.kind === "structure" && type.error !== undefined,
  );
  if (declared.length === 0) return [];
  return [
    source("src/models/errors", template, emission, (scope) => {
      const base = scope.symbol(emission.scope.names.baseException);
      return { base, errors: declared.map((type) => errorClass(type, base, emission, scope)) };
    }),
  ];
};

const errorClass = (type: StructureIr, base: string, { options }: Emission, scope: FileScope) => {
  const { name } = scope.names.type(type.id);
  const retry = type.error?.retryable;
  return {
    name,
    docs: comment(shapeDocs(type.docs, options.docs)),
    shapeId: shapeId(type.id),
    code: stringLiteral(nameOf(type.id)),
    fault: stringLiteral(type.error?.fault ?? "client"),
    retryable: retry === undefined ? false : retry.throttling ? "{ throttling: true }" : "{}",
    constructor: constructorHead(`opts: ${scope.useType("ExceptionOptionType")}`, [name, base]),
    members: type.members
      .filter((member) => member.name !== "message")
      .map((member) => ({
        docs: comment([...memberDocs(member, options.docs), [own`@public`]], 2),
        declaration: memberDeclaration({ ...member, name: errorMemberName(member.name) }, scope),
        access: propertyAccess(errorMemberName(member.name)),
      })),
  };
};

const shapeId = (id: string): string => {
  const before = "  static override readonly shapeId: string =";
  const line = `${before} ${stringLiteral(id)};`;
  return fits(line) ? line : `${before}\n    ${stringLiteral(id)};`;
};

const constructorHead = (before: string, types: readonly string[]): string => {
  const parameter = list("<", types, ">", { before: `    ${before}`, after: ",", trailingComma: false });
  return list("(", [parameter.trimStart().slice(0, -1)], ")", { before: "  constructor", after: " {" });
};
