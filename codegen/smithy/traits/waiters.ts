/** https://smithy.io/2.0/additional-specs/waiters.html */
import { mapOf, oneOf, strings } from "./forms.ts";
import { TraitValueError, trait, type Value } from "./trait.ts";

export interface Waiter {
  readonly documentation: string | undefined;
  readonly acceptors: readonly Acceptor[];
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly deprecated: boolean;
  readonly tags: readonly string[];
}

export interface Acceptor {
  readonly state: "success" | "failure" | "retry";
  readonly matcher: Matcher;
}

export type Matcher =
  | { readonly kind: "success"; readonly success: boolean }
  | { readonly kind: "errorType"; readonly errorType: string }
  | PathMatcher;

/** A JMESPath expression over the output, or over `{ input, output }`, and what its result is compared with. */
export interface PathMatcher {
  readonly kind: "output" | "inputOutput";
  readonly path: string;
  readonly expected: string;
  readonly comparator: "stringEquals" | "booleanEquals" | "allStringEquals" | "anyStringEquals";
}

/** Waiters by name. */
export const waitable = trait("smithy.waiters#waitable", (v): ReadonlyMap<string, Waiter> => mapOf(v, readWaiter));

const readWaiter = (v: Value): Waiter => {
  const tags = v.at("tags");
  return {
    documentation: v.at("documentation")?.string,
    acceptors: v.required("acceptors").list.map((acceptor) => ({
      state: oneOf(acceptor.required("state"), ["success", "failure", "retry"]),
      matcher: readMatcher(acceptor.required("matcher")),
    })),
    minDelay: v.at("minDelay")?.number ?? 2,
    maxDelay: v.at("maxDelay")?.number ?? 120,
    deprecated: v.at("deprecated")?.boolean ?? false,
    tags: tags === undefined ? [] : strings(tags),
  };
};

const readMatcher = (v: Value): Matcher => {
  const success = v.at("success");
  if (success !== undefined) return { kind: "success", success: success.boolean };
  const errorType = v.at("errorType");
  if (errorType !== undefined) return { kind: "errorType", errorType: errorType.string };
  for (const kind of ["output", "inputOutput"] as const) {
    const path = v.at(kind);
    if (path !== undefined) return readPathMatcher(kind, path);
  }
  throw new TraitValueError(`${v.where} must have one of success, errorType, output, inputOutput.`);
};

const readPathMatcher = (kind: PathMatcher["kind"], v: Value): PathMatcher => ({
  kind,
  path: v.required("path").string,
  expected: v.required("expected").string,
  comparator: oneOf(v.required("comparator"), ["stringEquals", "booleanEquals", "allStringEquals", "anyStringEquals"]),
});
