import type {
  Endpoint as __Endpoint,
  EndpointParameters as __EndpointParameters,
  EndpointV2 as __EndpointV2,
  Provider as __Provider,
} from "@smithy/types";

/**
 * @public
 */
export interface ClientInputEndpointParameters {
  region?: string | __Provider<string>;
  useDualstackEndpoint?: boolean | __Provider<boolean>;
  useFipsEndpoint?: boolean | __Provider<boolean>;
  endpoint?:
    | string
    | __Provider<string>
    | __Endpoint
    | __Provider<__Endpoint>
    | __EndpointV2
    | __Provider<__EndpointV2>;
}

/**
 * @public
 */
export type ClientResolvedEndpointParameters = ClientInputEndpointParameters & {
  defaultSigningName: string;
};

/**
 * @internal
 */
export const resolveClientEndpointParameters = <T>(
  options: T & ClientInputEndpointParameters,
): T & ClientResolvedEndpointParameters =>
  Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "cognito-idp",
  });

/**
 * @internal
 */
export const commonParams = {
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
} as const;

/**
 * @internal
 */
export interface EndpointParameters extends __EndpointParameters {
  Region?: string | undefined;
  UseDualStack?: boolean | undefined;
  UseFIPS?: boolean | undefined;
  Endpoint?: string | undefined;
}
