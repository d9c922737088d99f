import { parseUrl } from "@smithy/core/transport";
import { NoOpLogger } from "@smithy/smithy-client";
import type { IdentityProviderConfig } from "@smithy/types";
import type { CognitoIdentityProviderClientConfig } from "./CognitoIdentityProviderClient.js";
import { defaultCognitoIdentityProviderHttpAuthSchemeProvider } from "./auth/httpAuthSchemeProvider.js";
import { defaultEndpointResolver } from "./endpoint/endpointResolver.js";
import { fromBase64, fromUtf8, toBase64, toUtf8 } from "./support/bytes.js";
import { NoAuthSigner, noIdentity } from "./support/identity.js";
import { Sha256 } from "./support/sha256.js";
import { AwsSdkSigV4Signer } from "./support/sigv4-signer.js";

/**
 * @internal
 */
export const getRuntimeConfig = (config: CognitoIdentityProviderClientConfig) => ({
  apiVersion: "2016-04-18",
  base64Decoder: config?.base64Decoder ?? fromBase64,
  base64Encoder: config?.base64Encoder ?? toBase64,
  disableHostPrefix: config?.disableHostPrefix ?? false,
  endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
  extensions: config?.extensions ?? [],
  httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultCognitoIdentityProviderHttpAuthSchemeProvider,
  httpAuthSchemes: config?.httpAuthSchemes ?? [
    {
      schemeId: "aws.auth#sigv4",
      identityProvider: (ipc: IdentityProviderConfig) => ipc.getIdentityProvider("aws.auth#sigv4"),
      signer: new AwsSdkSigV4Signer(),
    },
    {
      schemeId: "smithy.api#noAuth",
      identityProvider: (ipc: IdentityProviderConfig) => ipc.getIdentityProvider("smithy.api#noAuth") || noIdentity,
      signer: new NoAuthSigner(),
    },
  ],
  logger: config?.logger ?? new NoOpLogger(),
  serviceId: config?.serviceId ?? "Cognito Identity Provider",
  sha256: config?.sha256 ?? Sha256,
  urlParser: config?.urlParser ?? parseUrl,
  utf8Decoder: config?.utf8Decoder ?? fromUtf8,
  utf8Encoder: config?.utf8Encoder ?? toUtf8,
});
