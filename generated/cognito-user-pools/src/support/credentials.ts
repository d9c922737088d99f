import type { DefaultProviderInit, defaultProvider } from "@aws-sdk/credential-provider-node";

/** Where the default chain finds credentials; asked again, it gives the same ones until they are about to expire. */
type CredentialProvider = ReturnType<typeof defaultProvider>;

/**
 * The default credential chain, loaded when a signed operation first asks for credentials: it is most of what a client
 * has to load. A package that can't be loaded is tried again by the next call.
 */
export const credentialDefaultProvider = (init?: DefaultProviderInit): CredentialProvider => {
  let loading: Promise<CredentialProvider> | undefined;
  return async (options) => {
    loading ??= import("@aws-sdk/credential-provider-node").then((chain) => chain.defaultProvider(init));
    try {
      return await (await loading)(options);
    } catch (error) {
      await loading.catch(() => {
        loading = undefined;
      });
      throw error;
    }
  };
};
