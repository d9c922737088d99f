import type { ScalarRef, TypeRef } from "../../ir/types.ts";
import type { Json } from "../../smithy/json.ts";
import { stringLiteral } from "../layout.ts";
import { isJson } from "../types.ts";
import { memoryDefault } from "./defaults.ts";
import { type Conversion, conversion, type ObjectValues } from "./object-values.ts";
import type { ProtocolFile } from "./protocol.ts";

/** Values in CBOR: nearly those that a caller gives and gets, as dates, bytes and numbers of any size have forms there. */
export const cborValues = ({ scope }: ProtocolFile): ObjectValues => {
  const valueDefault = (type: TypeRef, value: Json): string => {
    if (type.kind !== "scalar" || type.scalar !== "blob") return memoryDefault(type, value, scope);
    if (value === "") return `new ${scope.global("Uint8Array")}()`;
    return `${scope.use("fromBase64")}(${stringLiteral(String(value))})`;
  };
  return {
    write: (type) => (isJsonText(type) ? conversion(scope.support("json-strings", "writeJsonString")) : undefined),

    read(type: ScalarRef): Conversion | undefined {
      switch (type.scalar) {
        case "bigInteger":
          return conversion(scope.support("big-numbers", "readBigInteger"));
        case "bigDecimal":
          return conversion(scope.support("big-numbers", "readBigDecimal"));
        case "timestamp":
          return conversion(scope.support("cbor-reader", "readCborTimestamp"));
        default:
          return isJsonText(type) ? conversion(scope.support("json-strings", "readJsonString")) : undefined;
      }
    },

    readIntEnum: () => undefined,
    sentDefault: valueDefault,
    filledDefault: valueDefault,
  };
};

/** A text with JSON in it; bytes with JSON in them stay bytes. */
const isJsonText = ({ scalar, mediaType }: ScalarRef): boolean => scalar === "string" && isJson(mediaType);
