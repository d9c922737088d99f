import type { ServiceException } from "@smithy/core/client";
import type { ResponseMetadata, SerdeContext } from "@smithy/types";
import type { JsonObject } from "./values.js";

/** The class of a modelled error. */
type ErrorClass = new (options: never) => ServiceException;

/**
 * The errors of an operation by their codes: a class, and the function that reads its members where it has any beside
 * its message.
 */
export type ErrorTable = Readonly<
  Record<string, ErrorClass | readonly [type: ErrorClass, read: (data: JsonObject, context: SerdeContext) => object]>
>;

/** The error of a code, where the operation has one. */
export const modelledBy =
  (errors: ErrorTable, context: SerdeContext) =>
  (code: string, data: JsonObject, $metadata: ResponseMetadata): ServiceException | undefined => {
    const entry = Object.hasOwn(errors, code) ? errors[code] : undefined;
    if (entry === undefined) {
      return undefined;
    }
    // `new Error(null)` would say "null", and an object need not become a text.
    const message = typeof data["message"] === "string" ? data["message"] : undefined;
    const options = { message, $metadata };
    return typeof entry === "function"
      ? new entry(options as never)
      : new entry[0]({ ...options, ...entry[1](data, context) } as never);
  };
