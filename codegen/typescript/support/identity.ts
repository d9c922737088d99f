import type { HttpRequest, HttpSigner, Identity, IdentityProvider, IdentityProviderConfig } from "@smithy/types";

/** Milliseconds before its end in which an identity is asked for anew. */
const BEFORE_END = 300_000;

/** Who provides identities, by the ids of auth schemes. */
export class DefaultIdentityProviderConfig implements IdentityProviderConfig {
  readonly #providers: ReadonlyMap<string, IdentityProvider<Identity>>;

  constructor(providers: Readonly<Record<string, IdentityProvider<Identity> | undefined>>) {
    const given = Object.entries(providers).filter((entry) => entry[1] !== undefined);
    this.#providers = new Map(given as [string, IdentityProvider<Identity>][]);
  }

  getIdentityProvider(schemeId: string): IdentityProvider<Identity> | undefined {
    return this.#providers.get(schemeId);
  }
}

/** Sends requests as they are. */
export class NoAuthSigner implements HttpSigner {
  async sign(request: HttpRequest): Promise<HttpRequest> {
    return request;
  }
}

/**
 * A provider that keeps the identity which the given one gave, until it is about to expire or a refresh is forced. Calls
 * at the same time ask once.
 *
 * @param given an identity, or what provides one
 */
export const memoizeIdentityProvider = <T extends Identity>(
  given: T | IdentityProvider<T> | undefined,
): IdentityProvider<T> | undefined => {
  if (given === undefined) {
    return undefined;
  }
  const provider = typeof given === "function" ? given : async () => given;
  let known: { readonly identity: T } | undefined;
  let asked: Promise<T> | undefined;
  let lasts = false;
  const ask = async (options: Record<string, unknown> | undefined): Promise<void> => {
    asked ??= provider(options);
    try {
      known = { identity: await asked };
      lasts = false;
    } finally {
      asked = undefined;
    }
  };
  const latest = (): T => (known as { readonly identity: T }).identity;
  return async (options) => {
    if (!known || options?.["forceRefresh"]) {
      await ask(options);
    }
    if (!lasts) {
      const expiration = latest().expiration;
      lasts = expiration === undefined;
      if (expiration !== undefined && expiration.getTime() - Date.now() < BEFORE_END) {
        await ask(options);
      }
    }
    return latest();
  };
};
