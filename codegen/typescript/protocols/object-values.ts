import type { MemberIr, ScalarRef, TypeRef } from "../../ir/types.ts";
import type { Json } from "../../smithy/json.ts";
import { type Arrow, type Call, call } from "./code.ts";
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
  readIntEnum(): string | undefined;
  /** A default as it is sent. */
  sentDefault(type: TypeRef, value: Json): string;
  /** A default as the value that a caller gets. */
  filledDefault(type: TypeRef, value: Json): string;
}

/** A function of one value: its name, or `(entry: T) => fn(entry, context)`. */
export type Conversion = string | (Arrow & { readonly body: Call });

/** `(entry: T) => fn(entry, ...further)` */
export const entryArrow = (type: string, fn: string, ...further: readonly string[]): Conversion => ({
  kind: "arrow",
  param: `entry: ${type}`,
  body: call(fn, "entry", ...further),
});

/** What a conversion makes of a value: `fn(value, context)`. */
export const converted = (conversion: Conversion, value: string): Call =>
  typeof conversion === "string"
    ? call(conversion, value)
    : call(conversion.body.fn, value, ...conversion.body.args.slice(1));

/** `mapList`, `mapSparseMap`: the support function that goes through a list or map. */
export const containerFunction = (type: Container, { scope }: ProtocolFile): string =>
  scope.support("values", `map${type.sparse ? "Sparse" : ""}${type.kind === "list" ? "List" : "Map"}`);
