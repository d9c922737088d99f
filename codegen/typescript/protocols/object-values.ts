import type { MemberIr, ScalarRef, TypeRef } from "../../ir/types.ts";
import type { Json } from "../../smithy/json.ts";
import { type Call, type Code, call } from "./code.ts";
import type { ProtocolFile } from "./protocol.ts";
import type { Reach } from "./reach.ts";
import type { Container } from "./shape-functions.ts";

/** What the functions of one file have in common, where a structure's document is an object with its members. */
export interface ObjectFile extends ProtocolFile {
  /** The name of a member on the wire. */
  readonly wireName: (member: MemberIr) => string;
  /** Types whose functions need the client's context, for its base64: none where bytes have a form of their own. */
  readonly blobs: Reach;
  /** Members in the order in which they are sent. */
  readonly sentOrder: (members: readonly MemberIr[]) => readonly MemberIr[];
  readonly values: ObjectValues;
}

/** Values that aren't made of others, on their way to the wire and from it. */
export interface ObjectValues {
  /** The function that a scalar goes through before it is sent, or undefined where it is sent as it is. */
  write(type: ScalarRef): Conversion | undefined;
  /** The function that a scalar goes through, or undefined where it is given as it came. */
  read(type: ScalarRef): Conversion | undefined;
  /** The same of an `intEnum`. */
  readIntEnum(): Conversion | undefined;
  /** A default as it is sent. */
  sentDefault(type: TypeRef, value: Json): string;
  /** A default as the value that a caller gets. */
  filledDefault(type: TypeRef, value: Json): string;
}

/** A function of one value, which may take the context too. */
export interface Conversion {
  readonly fn: string;
  readonly context: boolean;
}

/** `fn(value)` */
export const conversion = (fn: string): Conversion => ({ fn, context: false });

/** `fn(value, context)` */
export const withContext = (fn: string): Conversion => ({ fn, context: true });

/** What a conversion makes of a value: `fn(value, context)`. */
export const converted = ({ fn, context }: Conversion, value: Code): Call =>
  call(fn, value, ...(context ? ["context"] : []));

/** A support function that is given a conversion: `mapList(value, fn, context)`. */
export const through = (fn: string, value: Code, each: Conversion | undefined): Call =>
  call(fn, value, ...(each === undefined ? [] : [each.fn, ...(each.context ? ["context"] : [])]));

/** `mapList`, `readSparseMap`: the support function that goes through a list or map. */
export const containerFunction = (verb: "map" | "read", type: Container, { scope }: ProtocolFile): string =>
  scope.support("values", `${verb}${type.sparse ? "Sparse" : ""}${type.kind === "list" ? "List" : "Map"}`);
