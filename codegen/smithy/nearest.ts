import { distance } from "fastest-levenshtein";

/**
 * The candidate that is most like `name`, case aside, for "did you mean" in diagnostics. Undefined where none is like
 * it: more than a third of the letters differ. Ties go to the candidate that comes first in code-unit order.
 */
export const nearest = (name: string, candidates: Iterable<string>): string | undefined => {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > bestDistance) continue;
    const apart = distance(wanted, candidate.toLowerCase());
    if (apart < bestDistance || (apart === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
};
