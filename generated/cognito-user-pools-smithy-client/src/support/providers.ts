type Provider<T> = () => Promise<T>;

/** A value that is there, or will be. */
export type Awaitable<T> = T | Promise<T>;

interface Known {
  value?: { readonly given: unknown };
}

const constants = /* @__PURE__ */ new WeakMap<object, Known>();

/**
 * Marks the providers of a configuration that were made here of a constant, or of what the environment and the shared
 * files say, which are read once: what they give is kept from the first time on. A function that the user gave is asked
 * each time, and so is what depends on it.
 *
 * @param config the resolved configuration, before its extensions
 * @param given the user's
 */
export const keepConstants = (config: object, given: object = {}): void => {
  const isGiven = (name: string): boolean => typeof (given as Readonly<Record<string, unknown>>)[name] === "function";
  for (const [name, others] of PROVIDERS) {
    const provider = (config as Readonly<Record<string, unknown>>)[name];
    if (typeof provider === "function" && ![name, ...others].some(isGiven)) {
      constants.set(provider, {});
    }
  }
};

/** Providers that each call asks, and on which other ones what they give depends. */
const PROVIDERS: readonly (readonly [name: string, others: readonly string[]])[] = [
  ["region", []],
  ["useDualstackEndpoint", []],
  ["useFipsEndpoint", ["region"]],
  ["endpoint", []],
  ["serviceConfiguredEndpoint", []],
  ["authSchemePreference", []],
  ["defaultUserAgentProvider", []],
  ["userAgentAppId", []],
  ["accountIdEndpointMode", []],
  ["maxAttempts", []],
  ["retryStrategy", ["retryMode", "maxAttempts"]],
];

/** What a provider gives: at once where that is kept. */
export const ask = <T>(provider: Provider<T>): Awaitable<T> => {
  const known = constants.get(provider);
  if (!known) {
    return provider();
  }
  return known.value ? (known.value.given as T) : keep(provider, known);
};

const keep = async <T>(provider: Provider<T>, known: Known): Promise<T> => {
  const given = await provider();
  known.value = { given };
  return given;
};

/** Whether a provider gives the same each time. */
export const isConstant = (provider: object): boolean => constants.has(provider);

type Asked<Values extends readonly unknown[]> = { [Index in keyof Values]: Awaited<Values[Index]> };

/** Uses values as soon as all of them are there: at once where none has to be waited for. */
export const whenKnown = <Values extends readonly unknown[], Result>(
  values: readonly [...Values],
  use: (...known: Asked<Values>) => Result,
): Awaitable<Awaited<Result>> =>
  (values.some((value) => value instanceof Promise)
    ? Promise.all(values).then((known) => use(...(known as Asked<Values>)))
    : use(...(values as unknown as Asked<Values>))) as Awaitable<Awaited<Result>>;
