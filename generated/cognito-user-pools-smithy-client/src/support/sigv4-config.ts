import { normalizeProvider } from "@smithy/core/transport";
import type { AuthScheme, AwsCredentialIdentity, RequestSigner } from "@smithy/types";
import { clockSkewCorrectionDisabled } from "./clock-skew.js";
import { memoizeIdentityProvider } from "./identity.js";
import { type Awaitable, ask, shortcutOf, withShortcut } from "./providers.js";
import { SigV4RequestSigner } from "./request-signer.js";
import type {
  AwsSdkSigV4AuthInputConfig,
  AwsSdkSigV4AuthResolvedConfig,
  AwsSdkSigV4PreviouslyResolved,
} from "./sigv4-types.js";

type Credentials = AwsSdkSigV4AuthResolvedConfig["credentials"];
type Attributed = AwsCredentialIdentity & { $source?: Record<string, string> };
type Given = AwsCredentialIdentity | Credentials | undefined;

/**
 * Completes what a client's configuration says of SigV4, as the published function of this name does: credentials become
 * a provider that keeps them until they are about to expire, also those that are set on the configuration later on, and
 * `signer` makes the signer of a call.
 *
 * Unlike that one it makes a signer for each call of the user's own class alone, which takes a copy of the configuration.
 * Its own signer is kept for calls of the same region and service.
 */
export const resolveAwsSdkSigV4Config = <T>(
  config: T & AwsSdkSigV4AuthInputConfig & AwsSdkSigV4PreviouslyResolved,
): T & AwsSdkSigV4AuthResolvedConfig => {
  keepCredentials(config);
  const { signer, signingEscapePath = true, systemClockOffset = 0, disableClockSkewCorrection } = config;
  return Object.assign(config, {
    systemClockOffset: systemClockOffset || 0,
    signingEscapePath,
    signer: signer ? normalizeProvider(signer as RequestSigner) : signerOf(config, signingEscapePath),
    disableClockSkewCorrection: normalizeProvider(disableClockSkewCorrection ?? clockSkewCorrectionDisabled),
  }) as unknown as T & AwsSdkSigV4AuthResolvedConfig;
};

type Config = AwsSdkSigV4AuthInputConfig & AwsSdkSigV4PreviouslyResolved;

const signerOf = (config: Config, uriEscapePath: boolean): AwsSdkSigV4AuthResolvedConfig["signer"] => {
  const { sha256 } = config;
  let known: { readonly of: readonly unknown[]; readonly signer: RequestSigner } | undefined;
  const signerIn = (given: string, scheme?: AuthScheme): RequestSigner => {
    const { signingName, signingRegion } = {
      signingName: config.signingName || config.defaultSigningName,
      signingRegion: given,
      ...scheme,
    };
    config.signingRegion ||= signingRegion;
    const service = config.signingName || signingName || config.serviceId;
    config.signingName = service;
    const region = config.signingRegion as string;
    const { credentials = {} as Credentials, signerConstructor } = config;
    const made = (Signer: NonNullable<typeof signerConstructor>) =>
      new Signer({ ...config, credentials, region, service, sha256, uriEscapePath });
    if (signerConstructor) {
      return made(signerConstructor);
    }
    const of = [credentials, region, service];
    if (!known?.of.every((each, index) => each === of[index])) {
      known = { of, signer: made(SigV4RequestSigner) };
    }
    return known.signer;
  };
  const region = (): Awaitable<string> => ask(normalizeProvider(config.region) as () => Promise<string>);
  return withShortcut(
    async (scheme?: AuthScheme) => signerIn(await region(), scheme),
    (scheme) => {
      const known = region();
      return typeof known === "string" ? signerIn(known, scheme) : undefined;
    },
  );
};

/** Puts a provider in the place of the configuration's credentials, now and whenever others are set. */
const keepCredentials = (config: Config): void => {
  let given: Given = config.credentials;
  let resolved: Credentials | undefined;
  let isUsers = Boolean(given);
  Object.defineProperty(config, "credentials", {
    configurable: true,
    enumerable: true,
    get: () => resolved,
    set: (credentials: Given) => {
      isUsers ||= Boolean(credentials) && credentials !== given && credentials !== resolved;
      given = credentials;
      const bound = boundTo(config, providerOf(config, given));
      resolved = isUsers && !bound.attributed ? attributed(bound, typeof given === "object" && given !== null) : bound;
    },
  });
  config.credentials = given as AwsCredentialIdentity;
};

const providerOf = (config: Config, given: Given): Credentials => {
  const provider: Credentials =
    (given &&
      (("memoized" in given && given.memoized && (given as Credentials)) ||
        (memoizeIdentityProvider(given) as Credentials))) ||
    (config.credentialDefaultProvider
      ? normalizeProvider(config.credentialDefaultProvider({ ...config, parentClientConfig: config } as never))
      : async () => {
          throw new Error("There are no `credentials`, and no `credentialDefaultProvider` to find any.");
        });
  provider.memoized = true;
  return provider;
};

/** A provider that is told whose configuration it provides for. One that was made for another client stays that one's. */
const boundTo = (config: Config, provider: Credentials): Credentials =>
  provider.configBound
    ? provider
    : Object.assign(
        passedOn(provider, (options) => ({ ...options, callerClientConfig: config })),
        { memoized: provider.memoized ?? false, configBound: true },
      );

/** A provider that tells the user agent where credentials come from that code gave as they are. */
const attributed = (provider: Credentials, areGiven: boolean): Credentials =>
  Object.assign(
    passedOn(
      provider,
      (options) => options,
      (identity: Attributed) => {
        if (areGiven && Object.keys(identity.$source ?? {}).length === 0) {
          identity.$source ||= {};
          identity.$source["CREDENTIALS_CODE"] = "e";
        }
      },
    ),
    { memoized: provider.memoized ?? false, configBound: provider.configBound ?? false, attributed: true },
  );

/** A provider that asks another one, with other options, and notes something on what that gives. */
const passedOn = (
  provider: Credentials,
  optionsOf: (options?: object) => object | undefined,
  note: (identity: Attributed) => void = () => {},
) => {
  const noted = (identity: AwsCredentialIdentity): AwsCredentialIdentity => {
    note(identity);
    return identity;
  };
  return withShortcut(
    async (options?: object) => noted(await provider(optionsOf(options))),
    (options) => {
      const known = shortcutOf(provider)?.(optionsOf(options));
      return known && noted(known);
    },
  );
};
