import type { Namespace } from "../support/build-package.ts";
import type { Facts } from "./facts.ts";
import type { Release } from "./services.ts";
import type { Case, Outcome } from "./subject.ts";

/**
 * A difference that is meant, told so exactly that a call's outcome follows from the official client's: what that client
 * would do with another case, or what becomes of its outcome, or both.
 */
export interface Difference {
  readonly name: string;
  readonly reason: string;
  /** The release that it is a difference from; all of them where absent. */
  readonly release?: Release;
  /** A case in which it shows. */
  readonly example: Partial<Case> & { readonly service: string; readonly operation: string };
  /** Settings with which the official client does what ours do, and the cases that are to be compared with them. */
  readonly settings?: {
    readonly config: (official: Namespace) => object;
    readonly about: (test: Case, facts: Facts) => boolean;
  };
  /** The case in which the official client does what ours do in this one; undefined where the difference isn't about it. */
  readonly as?: (test: Case, facts: Facts) => Case | undefined;
  /** What ours come to, where the official client comes to this; undefined where the difference isn't about it. */
  readonly ours?: (official: Outcome, test: Case, facts: Facts) => Outcome | undefined;
}

/** The case that an official client is given, so that it does what ours do in the case itself. */
export const officialCase = (table: readonly Difference[], test: Case, facts: Facts): Case =>
  table.reduce((given, difference) => difference.as?.(given, facts) ?? given, test);

/** What ours are to come to in a case, where the official client came to this in the case that it was given. */
export const expectedOutcome = (table: readonly Difference[], official: Outcome, test: Case, facts: Facts): Outcome =>
  table.reduce((expected, difference) => difference.ours?.(expected, test, facts) ?? expected, official);
