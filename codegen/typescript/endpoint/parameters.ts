import type { RuleParameter, RuleSet } from "../../ir/endpoint-rules.ts";
import { literalText } from "./rules.ts";

/** What official clients call the values of built-ins in their configuration. */
const BUILT_INS: ReadonlyMap<string, string> = new Map([
  ["AWS::Region", "region"],
  ["AWS::UseFIPS", "useFipsEndpoint"],
  ["AWS::UseDualStack", "useDualstackEndpoint"],
  ["AWS::Auth::AccountId", "accountId"],
  ["AWS::Auth::AccountIdEndpointMode", "accountIdEndpointMode"],
  ["AWS::Auth::CredentialScope", "credentialScope"],
  ["AWS::S3::Accelerate", "useAccelerateEndpoint"],
  ["AWS::S3::DisableMultiRegionAccessPoints", "disableMultiregionAccessPoints"],
  ["AWS::S3::ForcePathStyle", "forcePathStyle"],
  ["AWS::S3::UseArnRegion", "useArnRegion"],
  ["AWS::S3::UseGlobalEndpoint", "useGlobalEndpoint"],
  ["AWS::S3Control::UseArnRegion", "useArnRegion"],
  ["AWS::STS::UseGlobalEndpoint", "useGlobalEndpoint"],
  ["SDK::Endpoint", "endpoint"],
]);

/** Client parameters of these names are set under `clientContextParams` alone: a client's configuration has them. */
const CONFIG_KEYS: ReadonlySet<string> = new Set(
  (
    "apiKey apiVersion authSchemePreference base64Decoder base64Encoder bodyLengthChecker cacheMiddleware " +
    "clientContextParams credentialDefaultProvider credentials customUserAgent defaultSigningName " +
    "defaultUserAgentProvider defaultsMode disableHostPrefix disableRequestCompression endpoint endpointProvider " +
    "extensions httpAuthSchemeProvider httpAuthSchemes ignoreConfiguredEndpointUrls logger maxAttempts " +
    "maxResponseBodySize profile protocol region requestHandler requestMinCompressionSizeBytes retryMode retryStrategy runtime serviceId sha256 " +
    "signer signingEscapePath signingRegion streamCollector systemClockOffset tls token urlParser " +
    "useDualstackEndpoint useFipsEndpoint userAgentAppId utf8Decoder utf8Encoder validation"
  ).split(" "),
);

/** A parameter that the client's configuration gives. */
export interface ClientParameter {
  /** `UseFIPS` */
  readonly name: string;
  /** `useFipsEndpoint` */
  readonly config: string;
  /** `boolean` */
  readonly type: string;
  /** How a call finds it. A parameter that is a built-in as well is the client's own. */
  readonly source: "clientContextParams" | "builtInParams";
  /** Where it can be set. */
  readonly place: "top" | "nested" | "both";
  /** The value where nothing is configured, as TypeScript; rules know the others' defaults themselves. */
  readonly initial?: string;
}

const TYPES: Readonly<Record<RuleParameter["type"], string>> = {
  string: "string",
  boolean: "boolean",
  stringArray: "string[]",
};

/** The type of a parameter's values. */
export const parameterType = ({ type }: RuleParameter): string => TYPES[type];

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The rule set's parameters that come from the client's configuration, in the order of the rule set. */
export const clientParameters = (
  { parameters }: RuleSet,
  clientContextParams: ReadonlyMap<string, unknown>,
): readonly ClientParameter[] =>
  parameters.flatMap((parameter): readonly ClientParameter[] => {
    const builtIn = parameter.builtIn === undefined ? undefined : BUILT_INS.get(parameter.builtIn);
    const own = clientContextParams.has(parameter.name);
    if (builtIn === undefined && !own) return [];
    const config = builtIn ?? lowerFirst(parameter.name);
    return [
      {
        name: parameter.name,
        config,
        type: parameterType(parameter),
        source: own ? "clientContextParams" : "builtInParams",
        place: builtIn !== undefined ? "top" : CONFIG_KEYS.has(config) ? "nested" : "both",
        ...(builtIn === undefined || parameter.default === undefined
          ? {}
          : { initial: literalText(parameter.default) }),
      },
    ];
  });
