import type {
  AuthScheme,
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  ChecksumConstructor,
  HashConstructor,
  IdentityProvider,
  Provider,
  RequestSigner,
} from "@smithy/types";

/** What a signer is made with. */
export interface SignerOptions {
  service: string;
  region: string | Provider<string>;
  credentials: AwsCredentialIdentity | Provider<AwsCredentialIdentity>;
  sha256: ChecksumConstructor | HashConstructor;
  uriEscapePath?: boolean;
  applyChecksum?: boolean;
}

/** How calls are signed with AWS credentials. */
export interface AwsSdkSigV4AuthInputConfig {
  /** The credentials that calls are signed with, or what provides them. */
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider;
  /** Signs in place of `signerConstructor`. */
  signer?: RequestSigner | ((authScheme?: AuthScheme) => Promise<RequestSigner>);
  /** Whether a path is encoded once more to be signed. */
  signingEscapePath?: boolean;
  /** Milliseconds that the server's clock is ahead of this one. */
  systemClockOffset?: number;
  /** The region in signatures, in place of the client's or the endpoint's. */
  signingRegion?: string;
  /** What makes signers. */
  signerConstructor?: new (
    options: SignerOptions,
  ) => RequestSigner;
  /** Whether `systemClockOffset` stays as it is, whatever servers say of the time. */
  disableClockSkewCorrection?: boolean | Provider<boolean>;
}

export interface AwsSdkSigV4AuthResolvedConfig {
  credentials: IdentityProvider<AwsCredentialIdentity> & {
    memoized?: boolean;
    configBound?: boolean;
    attributed?: boolean;
  };
  signer: (authScheme?: AuthScheme) => Promise<RequestSigner>;
  signingEscapePath: boolean;
  systemClockOffset: number;
  disableClockSkewCorrection: Provider<boolean>;
}

/** What else of a client's configuration has to do with signing. */
export interface AwsSdkSigV4PreviouslyResolved {
  credentialDefaultProvider?: (input: never) => AwsCredentialIdentityProvider;
  region: string | Provider<string>;
  sha256: ChecksumConstructor | HashConstructor;
  signingName?: string;
  defaultSigningName?: string;
  serviceId: string;
}
