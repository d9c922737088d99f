import { resolveAwsSdkSigV4Config } from "./sigv4-config.js";
import type { AwsSdkSigV4AuthResolvedConfig } from "./sigv4-types.js";

type Config = Parameters<typeof resolveAwsSdkSigV4Config>[0];

/**
 * Resolves the configuration of SigV4 with two signers: endpoints whose rules say `disableDoubleEncoding` have their
 * paths signed as they are, all others encoded once more. A signer of one's own is used for both.
 */
export const resolveSigV4ConfigByEndpoint = <T extends object>(
  config: T & Config,
): T & AwsSdkSigV4AuthResolvedConfig => {
  if (config.signer !== undefined) return resolveAwsSdkSigV4Config(config);
  const plain = resolveAwsSdkSigV4Config({ ...config, signingEscapePath: false });
  const resolved = resolveAwsSdkSigV4Config(config);
  // Credentials that are set on a client later on count for both.
  Object.defineProperty(plain, "credentials", { get: () => resolved.credentials });
  const { signer } = resolved;
  resolved.signer = (scheme) =>
    scheme !== undefined && "disableDoubleEncoding" in scheme && scheme.disableDoubleEncoding === true
      ? plain.signer(scheme)
      : signer(scheme);
  return resolved;
};
