import type { MemberIr, ScalarRef, TimestampFormat, TypeRef } from "../../ir/types.ts";
import type { Json } from "../../smithy/json.ts";
import { isJson } from "../types.ts";
import { memoryDefault, wireDefault } from "./defaults.ts";
import { type Conversion, conversion, type ObjectValues, withContext } from "./object-values.ts";
import type { ProtocolFile } from "./protocol.ts";
import { timestampReaders, timestampWriters } from "./timestamps.ts";

/** What the protocols that are written in JSON differ in. */
export interface JsonSettings {
  readonly contentType: string;
  /** The name of a member on the wire. */
  readonly memberName: (member: MemberIr) => string;
  /** The format of timestamps, by the one that the model names. */
  readonly timestamps: (named: TimestampFormat | undefined) => TimestampFormat;
  /** What a `bigInteger` and a `bigDecimal` are written as. */
  readonly bigNumbers: "number" | "string";
  /** Whether requests of operations without input have a body too: `{}`. */
  readonly alwaysBody: boolean;
}

/** Values in JSON: bytes are base64, and dates and numbers that JSON has no form for are texts or numbers. */
export const jsonValues = ({ scope }: ProtocolFile, settings: JsonSettings): ObjectValues => ({
  write(type: ScalarRef): Conversion | undefined {
    switch (type.scalar) {
      case "float":
      case "double":
        return conversion(scope.support("values", "writeFloat"));
      case "bigInteger":
      case "bigDecimal":
        return settings.bigNumbers === "string"
          ? conversion(scope.support("big-numbers", "writeBigNumber"))
          : undefined;
      case "timestamp":
        return conversion(scope.support("timestamps", timestampWriters[settings.timestamps(type.timestampFormat)]));
      case "blob":
        return withContext(scope.support("structures", "writeBlob"));
      case "string":
        return isJson(type.mediaType) ? conversion(scope.support("json-strings", "writeJsonString")) : undefined;
      default:
        return undefined;
    }
  },

  read(type: ScalarRef): Conversion | undefined {
    switch (type.scalar) {
      case "byte":
      case "short":
      case "integer":
      case "float":
      case "double":
        return conversion(scope.support("read-number", "readNumber"));
      case "long":
        return conversion(scope.support("big-numbers", "readLong"));
      case "bigInteger":
        return conversion(scope.support("big-numbers", "readBigInteger"));
      case "bigDecimal":
        return conversion(scope.support("big-numbers", "readBigDecimal"));
      case "timestamp":
        return conversion(
          scope.support("timestamp-readers", timestampReaders[settings.timestamps(type.timestampFormat)]),
        );
      case "blob":
        return withContext(scope.support("structures", "readBlob"));
      case "string":
        return isJson(type.mediaType) ? conversion(scope.support("json-strings", "readJsonString")) : undefined;
      case "boolean":
      case "document":
        return undefined;
    }
  },

  readIntEnum: () => conversion(scope.support("read-number", "readNumber")),

  sentDefault(type: TypeRef, value: Json): string {
    const format = settings.timestamps(type.kind === "scalar" ? type.timestampFormat : undefined);
    return wireDefault(type.kind === "scalar" ? { ...type, timestampFormat: format } : type, value, format);
  },

  filledDefault: (type, value) => memoryDefault(type, value, scope),
});
