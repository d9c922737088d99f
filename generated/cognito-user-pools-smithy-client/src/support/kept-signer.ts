import { isConstant } from "./providers.js";

/** What a signer is made of, as the published resolution of the configuration makes one for each call. */
interface SigningConfig {
  readonly signer: (scheme?: never) => Promise<unknown>;
  readonly credentials?: unknown;
  readonly region?: unknown;
  readonly signingRegion?: string;
  readonly signingName?: string;
  readonly sha256?: unknown;
  readonly signerConstructor?: unknown;
}

/**
 * Has the client keep its signer, which the published resolution makes anew for each call of a copy of the whole
 * configuration, for as long as it would be the same. A function for the region that the user gave is asked each time.
 *
 * @param given the user's own signer, which is left alone
 * @param config the resolved configuration
 */
export const keepSigner = <Config extends object>(given: unknown, config: Config): Config => {
  if (given) {
    return config;
  }
  const resolved = config as unknown as SigningConfig;
  const { signer: makeSigner } = resolved;
  let kept: { readonly signer: Promise<unknown>; readonly sources: readonly unknown[] } | undefined;
  const signer = (scheme?: never): Promise<unknown> => {
    const sources = sourcesOf(resolved);
    if (kept && isConstant(resolved.region as object) && sources.every((source, at) => source === kept?.sources[at])) {
      return kept.signer;
    }
    return makeSigner(scheme).then((made) => {
      // Making it has set what signs in the configuration.
      kept = { signer: Promise.resolve(made), sources: sourcesOf(resolved) };
      return made;
    });
  };
  return Object.assign(config, { signer });
};

const sourcesOf = (config: SigningConfig): readonly unknown[] => [
  config.credentials,
  config.region,
  config.signingRegion,
  config.signingName,
  config.sha256,
  config.signerConstructor,
];
