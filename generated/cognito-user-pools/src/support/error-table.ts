import type { ServiceException } from "@smithy/core/client";
import type { HttpResponse, ResponseMetadata, SerdeContext } from "@smithy/types";

/** The class of a modelled error. */
type ErrorClass = new (options: never) => ServiceException;

/**
 * The errors of an operation by their codes: a class, and the function that reads its members where it has any beside
 * its message.
 */
export type ErrorTable = Readonly<
  Record<
    string,
    ErrorClass | readonly [type: ErrorClass, read: (data: never, context: SerdeContext, output: HttpResponse) => object]
  >
>;

/** What a service's errors are made of. */
export interface ServiceErrors {
  /** The service's base exception, for codes that the model doesn't have. */
  readonly base: new (options: {
    name: string;
    $fault: "client" | "server";
    $metadata: ResponseMetadata;
    message?: string;
  }) => ServiceException;
  /** The modelled error of a code; undefined where the model has none of that name. */
  readonly modelled: (code: string, answer: ErrorAnswer) => ServiceException | undefined;
}

/** What is known of an error once its body was read. */
export interface ErrorAnswer {
  /** What the functions of a table take: the body as its reader understands it. */
  readonly data: object;
  /** What the body says for people; anything but a text counts as nothing. */
  readonly message: unknown;
  readonly $metadata: ResponseMetadata;
  readonly output: HttpResponse;
}

/** The error of a code, where the operation has one. */
export const modelledBy =
  (errors: ErrorTable, context: SerdeContext): ServiceErrors["modelled"] =>
  (code, { data, message, $metadata, output }) => {
    const entry = Object.hasOwn(errors, code) ? errors[code] : undefined;
    if (entry === undefined) {
      return undefined;
    }
    if (typeof entry === "function") {
      return new entry({ message: textOrNothing(message), $metadata } as never);
    }
    const members: { readonly message?: unknown } = entry[1](data as never, context, output);
    const text = textOrNothing(members.message ?? message);
    return new entry[0]({ ...members, message: text, $metadata } as never);
  };

// `new Error(null)` would say "null", and an object need not become a text.
const textOrNothing = (message: unknown): string | undefined => (typeof message === "string" ? message : undefined);

/** The error of a code that the model doesn't have, or of an answer without a code. */
export const unmodelled = (
  code: string | undefined,
  $metadata: ResponseMetadata,
  errors: ServiceErrors,
): ServiceException =>
  new errors.base({
    name: code ?? "Unknown",
    $fault: ($metadata.httpStatusCode ?? 0) < 500 ? "client" : "server",
    $metadata,
  });
