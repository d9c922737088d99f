import { NumericValue } from "@smithy/core/serde";
import { own } from "../../codegen/smithy/json.ts";
import { membersOf, objectAt } from "../support/model-json.ts";
import { type Shapes, targetOf } from "./cases.ts";
import type { ExactJson } from "./exact-json.ts";

/**
 * What a caller gives and gets for the `params` of a protocol test, which are written in JSON: dates for timestamps,
 * bytes for blobs, numbers for `"NaN"`.
 */
export const inMemory = (shapes: Shapes, id: string, value: ExactJson): unknown => {
  if (value === null) return null;
  const shape = objectAt(shapes, id);
  switch (kindOf(shapes, id)) {
    case "blob":
      return new TextEncoder().encode(String(value));
    case "timestamp":
      return new Date(Number(value) * 1000);
    case "float":
    case "double":
      return Number(value instanceof NumericValue ? value.string : value);
    case "bigInteger":
      return BigInt(String(value));
    case "bigDecimal":
      return value instanceof NumericValue ? value : new NumericValue(String(value), "bigDecimal");
    case "list":
    case "set":
      return (value as readonly ExactJson[]).map((element) => inMemory(shapes, targetOf(shape, "member"), element));
    case "map":
      return entriesOf(value, () => targetOf(shape, "value"), shapes);
    case "structure":
    case "union":
      return entriesOf(value, (name) => targetOf(shape, name), shapes);
    default:
      return value;
  }
};

/**
 * The least that a request can be made of, for tests that are about the answer to it: the members that stand in its path
 * or host.
 */
export const leastInput = (shapes: Shapes, id: string | undefined): object => {
  const labels = [...membersOf(id === undefined ? undefined : objectAt(shapes, id))].filter(([, member]) =>
    ["smithy.api#httpLabel", "smithy.api#hostLabel"].some((trait) => own(objectAt(member, "traits"), trait)),
  );
  return Object.fromEntries(
    labels.map(([name, member]) => [name, label(kindOf(shapes, String(own(member, "target"))))]),
  );
};

const label = (kind: string): unknown => {
  if (kind === "timestamp") return new Date(0);
  if (kind === "boolean") return true;
  return kind === "string" || kind === "enum" ? "a" : 1;
};

/** The type of a shape, of one of the prelude too: `smithy.api#PrimitiveLong` and `smithy.api#Long` are longs. */
const kindOf = (shapes: Shapes, id: string): string => {
  const type = own(objectAt(shapes, id), "type");
  if (typeof type === "string") return type;
  const name = id.slice(id.indexOf("#") + 1).replace(/^Primitive/, "");
  return name.charAt(0).toLowerCase() + name.slice(1);
};

const entriesOf = (value: ExactJson, target: (name: string) => string, shapes: Shapes): object =>
  Object.fromEntries(
    Object.entries(value ?? {}).map(([name, entry]: [string, ExactJson]) => [
      name,
      inMemory(shapes, target(name), entry),
    ]),
  );
