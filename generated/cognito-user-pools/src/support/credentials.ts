import type { DefaultProviderInit, defaultProvider } from "@aws-sdk/credential-provider-node";

/** Where the default chain finds credentials; asked again, it gives the same ones until they are about to expire. */
type CredentialProvider = ReturnType<typeof defaultProvider>;
type Options = Parameters<CredentialProvider>[0];
type Credentials = Awaited<ReturnType<CredentialProvider>>;

/** Milliseconds before their end in which credentials still count, while others are looked for. */
const BEFORE_END = 300_000;

/**
 * The default credential chain. Credentials of the environment, where it looks first, are read here. The rest of the
 * chain, which is most of what a client has to load, is loaded when it is needed. A package that can't be loaded is tried
 * again by the next call.
 */
export const credentialDefaultProvider = (init: DefaultProviderInit = {}): CredentialProvider => {
  let loading: Promise<CredentialProvider> | undefined;
  /** What has found something, and keeps it: from then on all is asked of it. */
  let chain: CredentialProvider | undefined;
  let found: Credentials | undefined;

  const find = async (options: Options): Promise<Credentials> => {
    const ofEnvironment = environmentCredentials(init);
    if (ofEnvironment) {
      return ofEnvironment;
    }
    loading ??= import("@aws-sdk/credential-provider-node").then((loaded) => loaded.defaultProvider(init));
    const loaded = await loading.catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const credentials = await loaded(options);
    chain = loaded;
    return credentials;
  };
  /** Searches that are under way, by their reasons. */
  const searches: { needed?: Promise<void>; early?: Promise<void>; forced?: Promise<void> } = {};
  const search = (why: keyof typeof searches, options: Options): Promise<void> => {
    const searching =
      searches[why] ??
      find(options)
        .then((credentials) => {
          found = credentials;
        })
        .finally(() => {
          delete searches[why];
        });
    searches[why] = searching;
    return searching;
  };
  const provider: CredentialProvider = async (options) => {
    if (chain) {
      return chain(options);
    }
    if (options?.forceRefresh) {
      await search("forced", options);
      return found as Credentials;
    }
    const left = (found?.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - Date.now();
    if (left < 0) {
      found = undefined;
    }
    if (searches.needed || !found) {
      await search("needed", options);
    } else if (left < BEFORE_END) {
      search("early", options).catch(() => undefined);
    }
    return found as Credentials;
  };
  return provider;
};

/** What the environment says, unless a profile is asked for. */
const environmentCredentials = ({ profile, logger }: DefaultProviderInit): Credentials | undefined => {
  const { env } = process;
  const accessKeyId = env["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = env["AWS_SECRET_ACCESS_KEY"];
  if ((profile ?? env["AWS_PROFILE"]) || !accessKeyId || !secretAccessKey) {
    return undefined;
  }
  for (const link of ["node - defaultProvider::fromEnv", "env - fromEnv"]) {
    logger?.debug(`@aws-sdk/credential-provider-${link}`);
  }
  const sessionToken = env["AWS_SESSION_TOKEN"];
  const expiration = env["AWS_CREDENTIAL_EXPIRATION"];
  const credentialScope = env["AWS_CREDENTIAL_SCOPE"];
  const accountId = env["AWS_ACCOUNT_ID"];
  const credentials: Credentials & { readonly $source: object } = {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(expiration && { expiration: new Date(expiration) }),
    ...(credentialScope && { credentialScope }),
    ...(accountId && { accountId }),
    $source: { CREDENTIALS_ENV_VARS: "g" },
  };
  return credentials;
};
