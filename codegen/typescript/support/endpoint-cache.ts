const MOST_KEPT = 50;

/**
 * Keeps what the rules gave by the parameters that they were asked with, the oldest of which are forgotten first. The
 * published cache does the same, but comes with the loader of shared configuration files.
 *
 * @param names of the parameters that there are
 */
export const endpointCache = <Parameters extends object, Given>(
  names: readonly (string & keyof Parameters)[],
): ((params: Parameters, get: () => Given) => Given) => {
  const kept = new Map<string, Given>();
  return (params, get) => {
    // Texts that differ give keys that differ: a length tells where each ends.
    const key = names.map((name) => keyOf(params[name])).join("");
    let given = kept.get(key);
    if (given === undefined) {
      given = get();
      if (kept.size >= MOST_KEPT) {
        kept.delete(kept.keys().next().value as string);
      }
      kept.set(key, given);
    }
    return given;
  };
};

const keyOf = (value: unknown): string => {
  if (value == null) {
    return "-";
  }
  const text = String(value);
  return `${text.length}:${text}`;
};
