import type { HttpRequest, HttpSigner, Identity, IdentityProvider, IdentityProviderConfig } from "@smithy/types";
import { type Awaitable, withShortcut } from "./providers.js";

/** Milliseconds before its end in which an identity is asked for anew. */
const BEFORE_END = 300_000;

/** Who provides identities, by the ids of auth schemes. */
export class DefaultIdentityProviderConfig implements IdentityProviderConfig {
  readonly #providers: Readonly<Record<string, IdentityProvider<Identity> | undefined>>;

  constructor(providers: Readonly<Record<string, IdentityProvider<Identity> | undefined>>) {
    this.#providers = providers;
  }

  getIdentityProvider(schemeId: string): IdentityProvider<Identity> | undefined {
    return Object.hasOwn(this.#providers, schemeId) ? this.#providers[schemeId] : undefined;
  }
}

/** Nobody in particular, for calls without authentication. */
export const noIdentity: IdentityProvider<Identity> = /* @__PURE__ */ withShortcut(
  async () => ({}),
  () => ({}),
);

type Properties = Record<string, unknown> | undefined;

/** A signer that waits only where it has to. */
export interface PromptSigner extends HttpSigner {
  readonly promptly?: (
    request: HttpRequest,
    identity: Identity,
    properties: Record<string, unknown>,
  ) => Awaitable<HttpRequest>;
}

/** Sends requests as they are. */
export class NoAuthSigner implements PromptSigner {
  promptly(request: HttpRequest): HttpRequest {
    return request;
  }

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
  const memoized: IdentityProvider<T> = async (options) => {
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
  const shortcut = (options: Properties): Identity | undefined =>
    lasts && !options?.["forceRefresh"] ? latest() : undefined;
  return withShortcut<IdentityProvider<Identity>>(memoized, shortcut) as IdentityProvider<T>;
};
