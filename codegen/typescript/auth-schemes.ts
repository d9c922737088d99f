import { NO_AUTH } from "../ir/auth.ts";
import { type EndpointAuthScheme, endpointAuthSchemes } from "../ir/endpoint-auth.ts";
import type { ServiceIr } from "../ir/types.ts";
import type { ShapeId } from "../smithy/shape-id.ts";
import type { FileScope } from "./file-scope.ts";
import { jsonLiteral, stringLiteral } from "./layout.ts";
import type { PublishedName } from "./runtime.ts";

/** A published name, or one that a support file exports. */
type Source = PublishedName | { readonly file: string; readonly name: string };

/** An auth scheme that generated clients can speak: who identifies the caller, and who signs. */
export interface AuthScheme {
  readonly id: ShapeId;
  /** The function that makes an option of it: `createAwsAuthSigv4HttpAuthOption`. */
  readonly optionFunction: string;
  /** The configuration's property that holds the identity; absent where nobody is identified. */
  readonly property?: "credentials" | "token" | "apiKey" | "basicAuth";
  readonly identity?: Source;
  readonly identityProvider?: Source;
  /** Absent where the user gives it: the scheme is the model's own, or isn't supported. */
  readonly signer?: Source;
}

export const SIGV4 = "aws.auth#sigv4";
export const SIGV4A = "aws.auth#sigv4a";
export const BEARER = "smithy.api#httpBearerAuth";
/** Asks the server for a challenge first, which no signer of a single request can do. */
export const DIGEST = "smithy.api#httpDigestAuth";

const AWS_CREDENTIALS = {
  property: "credentials",
  identity: "AwsCredentialIdentity",
  identityProvider: "AwsCredentialIdentityProvider",
} as const;

const SCHEMES: readonly AuthScheme[] = [
  {
    id: SIGV4,
    optionFunction: "createAwsAuthSigv4HttpAuthOption",
    ...AWS_CREDENTIALS,
    signer: { file: "sigv4-signer", name: "AwsSdkSigV4Signer" },
  },
  { id: SIGV4A, optionFunction: "createAwsAuthSigv4aHttpAuthOption", ...AWS_CREDENTIALS, signer: "AwsSdkSigV4ASigner" },
  {
    id: BEARER,
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
  {
    id: "smithy.api#httpBasicAuth",
    optionFunction: "createSmithyApiHttpBasicAuthHttpAuthOption",
    property: "basicAuth",
    identity: { file: "basic-auth", name: "BasicAuthIdentity" },
    identityProvider: { file: "basic-auth", name: "BasicAuthIdentityProvider" },
    signer: { file: "basic-auth", name: "HttpBasicAuthSigner" },
  },
];

const NONE: AuthScheme = {
  id: NO_AUTH,
  optionFunction: "createSmithyApiNoAuthHttpAuthOption",
  signer: { file: "identity", name: "NoAuthSigner" },
};

/** The schemes that the service's operations use; calling without one always can be. */
export const schemesOf = (service: ServiceIr): readonly AuthScheme[] => [
  ...SCHEMES.filter(({ id }) => service.authSchemes.includes(id) || (id === SIGV4A && choosesByEndpoint(service))),
  ...customSchemes(service).map((id, index) => ({ id, optionFunction: customOptionFunction(id, index) })),
  NONE,
];

/** The schemes of which the user gives the signer: those of the model's own, and those that aren't supported. */
export const customSchemes = (service: ServiceIr): readonly ShapeId[] =>
  service.authSchemes.filter((id) => id !== NO_AUTH && !SCHEMES.some((scheme) => scheme.id === id));

/** `createExampleHmacHttpAuthOption`; the number tells two ids apart that differ in dots alone. */
const customOptionFunction = (id: ShapeId, index: number): string => {
  const words = id.split(/[.#_]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `create${words.join("")}${index === 0 ? "" : index + 1}HttpAuthOption`;
};

/** Whether some operation is signed with AWS credentials. */
export const isSigned = (service: ServiceIr): boolean =>
  service.authSchemes.includes(SIGV4) || service.authSchemes.includes(SIGV4A);

/** Whether a client has a region, and what else AWS's configuration of one has: of AWS's services, and signed ones. */
export const isRegional = (service: ServiceIr): boolean => service.aws !== undefined || isSigned(service);

/** Whether some endpoint, or the model, asks for a signature that is good in several regions. */
export const usesSigV4a = (service: ServiceIr): boolean =>
  service.authSchemes.includes(SIGV4A) || choosesByEndpoint(service);

/** Whether the endpoint rules name SigV4a, so that how a call is signed is known once its endpoint is. */
export const choosesByEndpoint = (service: ServiceIr): boolean =>
  isSigned(service) && namedByRules(service).some(({ name }) => name.toLowerCase() === "sigv4a");

/** Which endpoints want paths to be signed as they are, instead of encoded once more, by what their rules say. */
export const plainPaths = (service: ServiceIr): "none" | "some" | "all" => {
  const named = isSigned(service) ? namedByRules(service) : [];
  if (!named.some(({ disableDoubleEncoding }) => disableDoubleEncoding)) return "none";
  return named.every(({ disableDoubleEncoding }) => disableDoubleEncoding) ? "all" : "some";
};

const namedByRules = ({ rules }: ServiceIr): readonly EndpointAuthScheme[] =>
  rules === undefined ? [] : endpointAuthSchemes(rules);

/** The body of a scheme's option function, as lines of an object literal. */
export const optionProperties = (scheme: AuthScheme, service: ServiceIr): readonly string[] => {
  const id = `schemeId: ${stringLiteral(scheme.id)},`;
  switch (scheme.id) {
    case SIGV4:
    case SIGV4A:
      return [
        id,
        "signingProperties: {",
        `  name: ${stringLiteral(service.signingName ?? service.name)},`,
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
    default: {
      const value = service.customAuth.get(scheme.id);
      const given = typeof value === "object" && value !== null && !Array.isArray(value) ? jsonLiteral(value) : "{}";
      return given === "{}" ? [id] : [id, `signingProperties: ${given},`];
    }
  }
};

/** `AwsCredentialIdentity | AwsCredentialIdentityProvider`: what a configuration may hold as an identity. */
export const identityTypes = (scheme: AuthScheme, scope: FileScope): string =>
  [scheme.identity, scheme.identityProvider]
    .filter((source) => source !== undefined)
    .map((source) => typeFrom(source, scope))
    .join(" | ");

/** What a file calls a type. */
export const typeFrom = (source: Source, scope: FileScope): string =>
  typeof source === "string" ? scope.useType(source) : scope.support(source.file, source.name, { type: true });

/** What a file calls a value. */
export const valueFrom = (source: Source, scope: FileScope): string =>
  typeof source === "string" ? scope.use(source) : scope.support(source.file, source.name);
