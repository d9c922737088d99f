import { NO_AUTH } from "../ir/auth.ts";
import type { ServiceIr } from "../ir/types.ts";
import type { ShapeId } from "../smithy/shape-id.ts";
import type { FileScope } from "./file-scope.ts";
import { stringLiteral } from "./layout.ts";
import type { PublishedName } from "./runtime.ts";

/** An auth scheme that generated clients can speak: who identifies the caller, and who signs. */
export interface AuthScheme {
  readonly id: ShapeId;
  /** The function that makes an option of it: `createAwsAuthSigv4HttpAuthOption`. */
  readonly optionFunction: string;
  /** The configuration's property that holds the identity; absent where nobody is identified. */
  readonly property?: "credentials" | "token" | "apiKey";
  readonly identity?: PublishedName;
  readonly identityProvider?: PublishedName;
  readonly signer: PublishedName;
}

const SCHEMES: readonly AuthScheme[] = [
  {
    id: "aws.auth#sigv4",
    optionFunction: "createAwsAuthSigv4HttpAuthOption",
    property: "credentials",
    identity: "AwsCredentialIdentity",
    identityProvider: "AwsCredentialIdentityProvider",
    signer: "AwsSdkSigV4Signer",
  },
  {
    id: "smithy.api#httpBearerAuth",
    optionFunction: "createSmithyApiHttpBearerAuthHttpAuthOption",
    property: "token",
    identity: "TokenIdentity",
    identityProvider: "TokenIdentityProvider",
    signer: "HttpBearerAuthSigner",
  },
  {
    id: "smithy.api#httpApiKeyAuth",
    optionFunction: "createSmithyApiHttpApiKeyAuthHttpAuthOption",
    property: "apiKey",
    identity: "ApiKeyIdentity",
    identityProvider: "ApiKeyIdentityProvider",
    signer: "HttpApiKeyAuthSigner",
  },
  { id: NO_AUTH, optionFunction: "createSmithyApiNoAuthHttpAuthOption", signer: "NoAuthSigner" },
];

/** The schemes that the service's operations use and that can be spoken; calling without one always can. */
export const schemesOf = (service: ServiceIr): readonly AuthScheme[] =>
  SCHEMES.filter(({ id }) => id === NO_AUTH || service.authSchemes.includes(id));

/** The schemes of a list that can't be spoken yet: a user can still give them in `httpAuthSchemes`. */
export const unknownSchemes = (service: ServiceIr): readonly ShapeId[] =>
  service.authSchemes.filter((id) => !SCHEMES.some((scheme) => scheme.id === id));

/** Whether some operation is signed with SigV4. */
export const isSigned = (service: ServiceIr): boolean => service.authSchemes.includes("aws.auth#sigv4");

/** The body of a scheme's option function, as lines of an object literal. */
export const optionProperties = (scheme: AuthScheme, service: ServiceIr): readonly string[] => {
  const id = `schemeId: ${stringLiteral(scheme.id)},`;
  switch (scheme.id) {
    case "aws.auth#sigv4":
      return [
        id,
        "signingProperties: {",
        `  name: ${stringLiteral(service.aws?.signingName ?? service.name)},`,
        "  region: authParameters.region,",
        "},",
        "propertiesExtractor: (config: object, context: unknown) => ({",
        "  signingProperties: { config, context },",
        "}),",
      ];
    case "smithy.api#httpApiKeyAuth": {
      const { name = "", in: place = "header", scheme: word } = service.apiKey ?? {};
      return [
        id,
        "signingProperties: {",
        `  name: ${stringLiteral(name)},`,
        `  in: ${stringLiteral(place)},`,
        `  scheme: ${word === undefined ? "undefined" : stringLiteral(word)},`,
        "},",
      ];
    }
    default:
      return [id];
  }
};

/** `AwsCredentialIdentity | AwsCredentialIdentityProvider`: what a configuration may hold as an identity. */
export const identityTypes = (scheme: AuthScheme, scope: FileScope): string =>
  [scheme.identity, scheme.identityProvider]
    .filter((name) => name !== undefined)
    .map((name) => scope.useType(name))
    .join(" | ");
