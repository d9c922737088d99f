import type { nodeProvider } from "@aws-sdk/token-providers";

/** Where the default chain finds a token: the cache of a sign-in with AWS IAM Identity Center. */
type TokenProvider = ReturnType<typeof nodeProvider>;

/**
 * The default token chain, loaded when an operation first asks for a token. A package that can't be loaded is tried
 * again by the next call.
 */
export const tokenDefaultProvider = (init?: Parameters<typeof nodeProvider>[0]): TokenProvider => {
  let loading: Promise<TokenProvider> | undefined;
  return async (options) => {
    loading ??= import("@aws-sdk/token-providers").then((chain) => chain.nodeProvider(init));
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
