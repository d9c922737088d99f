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
  ["disableClockSkewCorrection", []],
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

/** Goes on with a value as soon as it is there: at once where it need not be waited for. */
export const when = <T, Result>(value: Awaitable<T>, use: (value: T) => Awaitable<Result>): Awaitable<Result> =>
  isAwaited(value) ? Promise.resolve(value).then(use) : use(value);

/** Whether `await` would wait, for a promise or what a user has in the place of one. */
const isAwaited = <T>(value: Awaitable<T>): value is Promise<T> =>
  typeof (value as Promise<T> | undefined)?.then === "function";

type Asynchronous = (...args: never[]) => Promise<unknown>;
type Shortcut<F extends Asynchronous> = (...args: Parameters<F>) => Awaited<ReturnType<F>> | undefined;

const shortcuts = /* @__PURE__ */ new WeakMap<Asynchronous, Shortcut<Asynchronous>>();

/**
 * A function that gives a promise to all who call it, and without one what it has at hand to those who ask by `atOnce`.
 *
 * @param shortcut gives undefined where it has to be waited for
 */
export const withShortcut = <F extends Asynchronous>(given: F, shortcut: Shortcut<F>): F => {
  shortcuts.set(given, shortcut);
  return given;
};

/** What a function gives: at once where it has that at hand. */
export const atOnce = <F extends Asynchronous>(given: F, ...args: Parameters<F>): Awaitable<Awaited<ReturnType<F>>> =>
  (shortcutOf(given)?.(...args) ?? given(...args)) as Awaited<ReturnType<F>>;

/** What a function has for those who can't wait. */
export const shortcutOf = <F extends Asynchronous>(given: F): Shortcut<F> | undefined =>
  shortcuts.get(given) as Shortcut<F> | undefined;

type Asked<Values extends readonly unknown[]> = { [Index in keyof Values]: Awaited<Values[Index]> };

/** Uses values as soon as all of them are there: at once where none has to be waited for. */
export const whenKnown = <Values extends readonly unknown[], Result>(
  values: readonly [...Values],
  use: (...known: Asked<Values>) => Result,
): Awaitable<Awaited<Result>> =>
  (values.some((value) => value instanceof Promise)
    ? Promise.all(values).then((known) => use(...(known as Asked<Values>)))
    : use(...(values as unknown as Asked<Values>))) as Awaitable<Awaited<Result>>;
