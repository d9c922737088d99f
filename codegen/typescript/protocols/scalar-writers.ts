import type { ScalarRef, TimestampFormat } from "../../ir/types.ts";
import type { FileScope } from "../file-scope.ts";
import { isJson } from "../types.ts";
import { binary, type Code, call } from "./code.ts";
import { timestampWriters } from "./timestamps.ts";

/** The format of a timestamp that names none, in XML and in forms. */
export const TIMESTAMPS: TimestampFormat = "date-time";

/** A scalar's text, out of a value that isn't null; undefined where `String(value)` is its text. */
export const scalarText = (type: ScalarRef, value: string, scope: FileScope): Code | undefined => {
  switch (type.scalar) {
    case "timestamp":
      return call(scope.support("timestamps", timestampWriters[type.timestampFormat ?? TIMESTAMPS]), value);
    case "blob":
      return call("context.base64Encoder", value);
    case "string":
      return isJson(type.mediaType) ? call(scope.support("json-strings", "writeJsonString"), value) : undefined;
    case "document":
      return call(`${scope.global("JSON")}.stringify`, value);
    default:
      return undefined;
  }
};

/** The same where the value may be null. */
export const optionalText = (type: ScalarRef, value: string, scope: FileScope): Code => {
  const text = scalarText(type, value, scope);
  return text === undefined ? value : binary(value, "&&", text);
};
