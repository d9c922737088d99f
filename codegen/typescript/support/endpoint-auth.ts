import { SignatureV4MultiRegion } from "@aws-sdk/signature-v4-multi-region";
import { getSmithyContext } from "@smithy/core/client";
import { type EndpointParameterInstructionsSupplier, resolveParams } from "@smithy/core/endpoints";
import type { EndpointParameters, EndpointV2, HandlerExecutionContext, HttpAuthOption } from "@smithy/types";

/** The parameters of the endpoint rules for a call. */
export const endpointParametersOf = <Parameters extends EndpointParameters>(
  config: object,
  context: HandlerExecutionContext,
  input: object,
): Promise<Parameters> => {
  const command = getSmithyContext(context)["commandInstance"] as {
    readonly constructor: EndpointParameterInstructionsSupplier;
  };
  return resolveParams(input, command.constructor, { ...config }) as Promise<Parameters>;
};

/**
 * The options of a call whose endpoint says how it is signed: what the operation allows, with the endpoint's schemes in
 * place of its AWS signatures. SigV4a needs an implementation that is loaded, such as `@aws-sdk/signature-v4a`; where
 * none is, an endpoint that also takes SigV4 is called with that.
 *
 * @param create - Makes an option of each AWS signature, by the scheme's id.
 */
export const optionsForEndpoint = (
  endpoint: EndpointV2,
  allowed: HttpAuthOption[],
  create: { readonly "aws.auth#sigv4": () => HttpAuthOption; readonly "aws.auth#sigv4a": () => HttpAuthOption },
): HttpAuthOption[] => {
  const named = endpoint.properties?.["authSchemes"] as readonly NamedScheme[] | undefined;
  const first = allowed.findIndex(isSigned);
  if (named === undefined || first === -1) return allowed;
  const schemes = named.map((scheme) => ({ ...scheme, name: scheme.name.toLowerCase() }));
  const options = schemes.flatMap(({ name, properties, ...rest }) => {
    if (!name.startsWith("sigv4")) return [];
    const isMultiRegion = name === "sigv4a";
    if (isMultiRegion && !isSigV4aLoaded() && schemes.some((other) => /^sigv4(?!a$)/.test(other.name))) return [];
    const option = create[isMultiRegion ? "aws.auth#sigv4a" : "aws.auth#sigv4"]();
    option.signingProperties = { ...option.signingProperties, ...rest, ...properties };
    return [option];
  });
  if (options.length === 0) return allowed;
  const others = (part: readonly HttpAuthOption[]) => part.filter((option) => !isSigned(option));
  return [...others(allowed.slice(0, first)), ...options, ...others(allowed.slice(first))];
};

/** An element of `authSchemes` in the endpoint rules. */
interface NamedScheme {
  readonly name: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

const isSigned = ({ schemeId }: HttpAuthOption): boolean => schemeId.startsWith("aws.auth#sigv4");

const isSigV4aLoaded = (): boolean => SignatureV4MultiRegion.sigv4aDependency() !== "none";
