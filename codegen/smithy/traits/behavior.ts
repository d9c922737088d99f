/** https://smithy.io/2.0/spec/behavior-traits.html */
import { strings } from "./forms.ts";
import { marker, trait } from "./trait.ts";

/** The client makes a value up where none is given, so that a retry is recognized. */
export const idempotencyToken = marker("smithy.api#idempotencyToken");

/** Calling twice does what calling once does. */
export const idempotent = marker("smithy.api#idempotent");

/** Calling changes nothing. */
export const readonlyTrait = marker("smithy.api#readonly");

/** The error may be tried again; `throttling` where the client was too fast. */
export const retryable = trait("smithy.api#retryable", (v) => ({ throttling: v.at("throttling")?.boolean ?? false }));

export interface Paginated {
  readonly inputToken: string | undefined;
  /** A path through the output: `result.nextToken`. */
  readonly outputToken: string | undefined;
  readonly items: string | undefined;
  readonly pageSize: string | undefined;
}

/** On a service: what its paginated operations leave out. */
export const paginated = trait(
  "smithy.api#paginated",
  (v): Paginated => ({
    inputToken: v.at("inputToken")?.string,
    outputToken: v.at("outputToken")?.string,
    items: v.at("items")?.string,
    pageSize: v.at("pageSize")?.string,
  }),
);

/** Encodings that a request's body may be compressed with, best first. */
export const requestCompression = trait("smithy.api#requestCompression", (v) => ({
  encodings: strings(v.required("encodings")),
}));
