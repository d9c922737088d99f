import type { MemberIr, TimestampFormat, TypeRef } from "../../ir/types.ts";
import type { Json } from "../../smithy/json.ts";
import type { FileScope } from "../file-scope.ts";
import { jsonLiteral, stringLiteral } from "../layout.ts";
import { isJson } from "../types.ts";
import { binary, type Code, call } from "./code.ts";
import type { ProtocolFile } from "./protocol.ts";

/** Whether something is sent for a member that isn't set: {@link sentValue}. */
export const isAlwaysSent = ({ presence }: MemberIr, { fillsDefaults }: ProtocolFile): boolean =>
  presence.idempotencyToken || (fillsDefaults && presence.default !== undefined);

/**
 * A member's value, or what is sent where it isn't set: a new idempotency token, or the default, if the options ask for
 * that.
 *
 * @param written gives a default as it is written
 */
export const sentValue = (
  { presence }: MemberIr,
  value: Code,
  { scope, fillsDefaults }: ProtocolFile,
  written: (value: Json) => string,
): Code => {
  if (presence.idempotencyToken) return binary(value, "??", call(scope.use("generateIdempotencyToken")));
  if (!fillsDefaults || presence.default === undefined) return value;
  return binary(value, "??", written(presence.default));
};

/** What is filled in for a member that a service left out; undefined where nothing is, or the options ask for nothing. */
export const filledIn = (member: MemberIr, { fillsDefaults }: ProtocolFile): Json | undefined =>
  fillsDefaults ? (member.presence.default ?? corrected(member)) : undefined;

/** A default as the wire has it. `timestamps` is the format of a timestamp that names none. */
export const wireDefault = (type: TypeRef, value: Json, timestamps: TimestampFormat): string => {
  if (type.kind !== "scalar" || type.scalar !== "timestamp") return jsonLiteral(value);
  const date = new Date(milliseconds(value));
  switch (type.timestampFormat ?? timestamps) {
    case "epoch-seconds":
      return jsonLiteral(date.getTime() / 1000);
    case "date-time":
      return stringLiteral(date.toISOString().replace(".000Z", "Z"));
    case "http-date":
      return stringLiteral(date.toUTCString());
  }
};

/** A default as the value that a caller gets. */
export const memoryDefault = (type: TypeRef, value: Json, scope: FileScope): string => {
  if (type.kind !== "scalar") return jsonLiteral(value);
  switch (type.scalar) {
    case "timestamp":
      return `new ${scope.global("Date")}(${milliseconds(value)})`;
    case "blob":
      return `context.base64Decoder(${jsonLiteral(value)})`;
    case "bigInteger":
      return `${scope.global("BigInt")}(${stringLiteral(String(value))})`;
    case "bigDecimal":
      return `new ${scope.use("NumericValue")}(${stringLiteral(String(value))}, "bigDecimal")`;
    case "string":
      return isJson(type.mediaType) ? `${scope.use("LazyJsonString")}.from(${jsonLiteral(value)})` : jsonLiteral(value);
    default:
      return jsonLiteral(value);
  }
};

/**
 * What stands for a required member that a service left out, as the specification corrects it; undefined where there is
 * nothing that could.
 * https://smithy.io/2.0/spec/aggregate-types.html#client-error-correction
 */
const corrected = ({ type, presence }: MemberIr): Json | undefined => {
  if (!presence.required || presence.clientOptional) return undefined;
  switch (type.kind) {
    case "list":
      return [];
    case "map":
      return {};
    case "named":
      return type.of === "structure" ? {} : undefined;
    case "scalar":
      return zeros[type.scalar];
  }
};

const zeros: Partial<Record<Extract<TypeRef, { kind: "scalar" }>["scalar"], Json>> = {
  boolean: false,
  string: "",
  blob: "",
  timestamp: 0,
  byte: 0,
  short: 0,
  integer: 0,
  long: 0,
  float: 0,
  double: 0,
  bigInteger: 0,
  bigDecimal: 0,
};

// Models write a timestamp as seconds since the epoch, or as text where that is its format.
const milliseconds = (value: Json): number => {
  const time = typeof value === "number" ? value * 1000 : Date.parse(String(value));
  return Number.isFinite(time) ? time : 0;
};
