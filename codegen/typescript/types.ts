import type { MemberIr, TypeRef } from "../ir/types.ts";
import type { FileScope } from "./file-scope.ts";
import { property, propertyKey } from "./layout.ts";
import { memberName } from "./naming.ts";

/** The TypeScript type of a value: `string`, `Record<string, AttributeValue>`, `(Date | null)[]`. */
export const typeExpression = (type: TypeRef, scope: FileScope): string => {
  switch (type.kind) {
    case "named":
      return scope.type(scope.names.type(type.id));
    case "list": {
      const element = `${typeExpression(type.element, scope)}${type.sparse ? " | null" : ""}`;
      return type.sparse || isJsonString(type.element) ? `(${element})[]` : `${element}[]`;
    }
    case "map": {
      const record = scope.global("Record");
      const key = typeExpression(type.key, scope);
      const entry = `${record}<${key}, ${typeExpression(type.value, scope)}${type.sparse ? " | null" : ""}>`;
      return key === "string" ? entry : `${scope.global("Partial")}<${entry}>`;
    }
    case "scalar":
      return scalarType(type, scope);
  }
};

const isJsonString = (type: TypeRef): boolean =>
  type.kind === "scalar" && type.scalar === "string" && isJson(type.mediaType);

const scalarType = (type: Extract<TypeRef, { kind: "scalar" }>, scope: FileScope): string => {
  switch (type.scalar) {
    case "string":
      return isJson(type.mediaType) ? `${scope.useType("AutomaticJsonStringConversion")} | string` : "string";
    case "boolean":
      return "boolean";
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
      return "number";
    case "bigInteger":
      return "bigint";
    case "bigDecimal":
      return scope.useType("NumericValue");
    case "timestamp":
      return scope.global("Date");
    case "document":
      return scope.useType("DocumentType");
    case "blob":
      return type.streaming ? scope.useType("StreamingBlobTypes") : scope.global("Uint8Array");
  }
};

/** Whether a string of this media type is JSON, which official clients convert from and to values. */
export const isJson = (mediaType: string | undefined): boolean =>
  mediaType !== undefined && /^application\/(?:[^;]+\+)?json(?:;|$)/i.test(mediaType);

/** Whether the type of a structure asks for a member: it is required, and nobody makes it up. */
export const isNeeded = ({ presence }: MemberIr): boolean =>
  presence.required && !presence.clientOptional && !presence.idempotencyToken;

/**
 * A member of an interface. Required ones are `Name: T | undefined`, so that what was read of a service that leaves them
 * out, and code that passes on what it was given, still type-check; the others are `Name?: T | undefined`.
 */
export const memberDeclaration = (member: MemberIr, scope: FileScope): string => {
  return property(`${propertyKey(memberName(member.name))}${isNeeded(member) ? "" : "?"}`, [
    typeExpression(member.type, scope),
    "undefined",
  ]);
};
