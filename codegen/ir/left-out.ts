import type { Problem } from "../smithy/diagnostic-table.ts";
import { nameOf } from "../smithy/shape-id.ts";
import type { OperationShape } from "../smithy/shapes.ts";
import { paginated } from "../smithy/traits/behavior.ts";
import { waitable } from "../smithy/traits/waiters.ts";
import { problems } from "./diagnostic-table.ts";

/**
 * The one warning about what a model has and packages don't have yet; none where it has nothing of the kind.
 *
 * @param generated the operations that are generated
 * @param streams the names of those that are left out for their event streams
 */
export const leftOut = (generated: readonly OperationShape[], streams: readonly string[]): readonly Problem[] => {
  const paginators = generated.filter(({ traits }) => traits.has(paginated)).map(({ id }) => nameOf(id));
  const waiters = generated.flatMap(({ traits }) => [...(traits.get(waitable)?.keys() ?? [])]);
  const parts = [
    ...(streams.length === 0 ? [] : [`operations with event streams (${streams.join(", ")})`]),
    ...(paginators.length === 0 ? [] : [`paginators (${someOf(paginators)})`]),
    ...(waiters.length === 0 ? [] : [`waiters (${someOf(waiters)})`]),
  ];
  return parts.length === 0 ? [] : [problems.leftOut(parts)];
};

/** Nothing is missing from an operation that has a paginator, so a few names do. */
const someOf = (names: readonly string[]): string => {
  const more = names.length - 3;
  return more <= 1 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${more} more`;
};
