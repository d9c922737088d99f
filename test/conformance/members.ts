import { NumericValue } from "@smithy/core/serde";
import { isObject, type Json, type JsonObject, own } from "../../codegen/smithy/json.ts";
import { membersOf, objectAt } from "../support/model-json.ts";

/** The shapes of a model in the JSON AST, by id. */
export type Shapes = JsonObject;

/**
 * What a caller gives and gets for the `params` of a protocol test, which are written in JSON: dates for timestamps, bytes
 * for blobs, numbers for `"NaN"`.
 */
export const inMemory = (shapes: Shapes, id: string, value: Json): unknown => {
  const shape = objectAt(shapes, id);
  const kind = own(shape, "type") ?? preludeKind(id);
  if (value === null) return null;
  switch (kind) {
    case "blob":
      return new TextEncoder().encode(String(value));
    case "timestamp":
      return new Date(Number(value) * 1000);
    case "float":
    case "double":
      return Number(value);
    case "bigInteger":
      return BigInt(String(value));
    case "bigDecimal":
      return new NumericValue(String(value), "bigDecimal");
    case "list":
    case "set":
      return (value as readonly Json[]).map((element) => inMemory(shapes, targetOf(shape, "member"), element));
    case "map":
      return entriesOf(value, () => targetOf(shape, "value"), shapes);
    case "structure":
    case "union":
      return entriesOf(value, (name) => targetOf(shape, name), shapes);
    default:
      return value;
  }
};

/** The type of a member of a shape. */
export const targetOf = (shape: Json, member: string): string =>
  String(own(membersOf(shape).get(member) ?? {}, "target"));

const entriesOf = (value: Json, target: (name: string) => string, shapes: Shapes): object =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([name, entry]) => [name, inMemory(shapes, target(name), entry)]),
  );

/** `smithy.api#PrimitiveLong` and `smithy.api#Long` are longs. */
const preludeKind = (id: string): string => {
  const name = id.slice(id.indexOf("#") + 1).replace(/^Primitive/, "");
  return name.charAt(0).toLowerCase() + name.slice(1);
};
