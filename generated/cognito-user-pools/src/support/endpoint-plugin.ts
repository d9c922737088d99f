import { getSmithyContext, toEndpointV1 } from "@smithy/core/transport";
import type {
  Endpoint,
  EndpointV2,
  HandlerExecutionContext,
  Logger,
  Pluggable,
  SelectedHttpAuthScheme,
} from "@smithy/types";
import { isConstant } from "./providers.js";
import { middlewareOf, type StepMiddleware } from "./steps.js";

/** What the endpoint of a call depends on, as the client's configuration has it. */
interface EndpointConfig {
  readonly isCustomEndpoint?: boolean;
  readonly ignoreConfiguredEndpointUrls?: boolean;
  readonly serviceConfiguredEndpoint?: () => Promise<string | undefined>;
  readonly endpoint?: () => Promise<Endpoint | EndpointV2>;
  readonly endpointProvider: (params: never, context: { logger?: Logger }) => EndpointV2;
}

/** How a parameter of the endpoint's rules is found: in the configuration, in the input, or as a constant. */
interface Instruction {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly get?: (input: never) => unknown;
}
type Instructions = Readonly<Record<string, Instruction>>;
type Values = Record<string, unknown>;

/**
 * Finds the endpoint of a call by the service's rules, as the published middleware of this name does: what the
 * configuration provides is asked for in each call, and the endpoint and what it says of signing are put into the
 * call's context. Unlike that one it doesn't copy the configuration for each call.
 */
export const getEndpointPlugin = <Input extends object, Output extends object>(
  config: object,
  instructions: object,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    const ofClient = known.get(config) ?? new WeakMap<object, StepMiddleware>();
    known.set(config, ofClient);
    const middleware =
      ofClient.get(instructions) ?? resolveEndpoint(config as EndpointConfig, instructions as Instructions);
    ofClient.set(instructions, middleware);
    stack.addRelativeTo(
      middleware as never,
      {
        name: "endpointV2Middleware",
        step: "serialize",
        tags: ["ENDPOINT_PARAMETERS", "ENDPOINT_V2", "ENDPOINT"],
        override: true,
        relation: "before",
        toMiddleware: "serializerMiddleware",
      } as Parameters<typeof stack.addRelativeTo>[1],
    );
  },
});

/** Middleware by the client's configuration and the command's instructions, which all calls of a command share. */
const known = /* @__PURE__ */ new WeakMap<object, WeakMap<object, StepMiddleware>>();

const resolveEndpoint = (config: EndpointConfig, instructions: Instructions): StepMiddleware => {
  let kept: Kept | undefined;
  return middlewareOf({
    before: ({ input, context }) => {
      if (config.isCustomEndpoint) {
        const smithyContext = getSmithyContext(context);
        smithyContext["features"] = { ...(smithyContext["features"] as object), ENDPOINT_OVERRIDE: "N" };
      }
      const sources = sourcesOf(config, instructions);
      if (kept && sources?.every((source, index) => source === kept?.sources[index])) {
        useEndpoint(kept.found, config, context);
        return undefined;
      }
      return find(input, instructions, config, context).then((found) => {
        kept = sources && { found, sources };
        useEndpoint(found, config, context);
      });
    },
  });
};

/** What the rules are asked with, and what the user's own endpoint adds to their answer. */
interface Found {
  readonly params: Values;
  readonly headers: (Endpoint | EndpointV2)["headers"];
}

/** The same for all calls for as long as it comes from the same values and constant providers. */
interface Kept {
  readonly found: Found;
  readonly sources: readonly unknown[];
}

/** All that this comes from for any input; undefined where it is another for each input, or from time to time. */
const sourcesOf = (config: EndpointConfig, instructions: Instructions): readonly unknown[] | undefined => {
  const { endpoint, isCustomEndpoint, ignoreConfiguredEndpointUrls } = config;
  if (endpoint && !isConstant(endpoint)) {
    return undefined;
  }
  const sources: unknown[] = [endpoint, isCustomEndpoint, ignoreConfiguredEndpointUrls];
  for (const name of Object.keys(instructions)) {
    const { type, name: key = name } = instructions[name] as Instruction;
    if (type === "contextParams" || type === "operationContextParams") {
      return undefined;
    }
    const source =
      type === "staticContextParams" ? name : configuredValue(config as unknown as Values, key, name, type);
    if (typeof source === "function" && !isConstant(source)) {
      return undefined;
    }
    sources.push(source);
  }
  return sources;
};

/** The rules are asked in each call, since they may be the user's; the service's own keep what they gave. */
const useEndpoint = ({ params, headers }: Found, config: EndpointConfig, context: HandlerExecutionContext): void => {
  const endpoint = config.endpointProvider({ ...params } as never, context as { logger?: Logger });
  if (headers) {
    endpoint.headers ??= {};
    for (const [name, value] of Object.entries(headers)) {
      endpoint.headers[name] = Array.isArray(value) ? value : [value];
    }
  }
  context.endpointV2 = endpoint;
  context.authSchemes = endpoint.properties?.["authSchemes"] as NonNullable<typeof context.authSchemes>;
  signFor(context);
};

const find = async (
  input: object,
  instructions: Instructions,
  config: EndpointConfig,
  context: HandlerExecutionContext,
): Promise<Found> => {
  let { endpoint: custom, isCustomEndpoint } = config;
  if (!isCustomEndpoint && !config.ignoreConfiguredEndpointUrls) {
    const url = await config.serviceConfiguredEndpoint?.();
    if (url) {
      custom = async () => toEndpointV1(url);
      isCustomEndpoint = true;
      context.logger?.debug?.(`The endpoint is configured outside of the code: ${url}`);
    }
  }
  const params: Values = {};
  for (const name of Object.keys(instructions)) {
    const { type, name: key = name, value, get } = instructions[name] as Instruction;
    if (type === "staticContextParams") {
      params[name] = value;
    } else if (type === "contextParams") {
      params[name] = (input as Values)[key];
    } else if (type === "operationContextParams") {
      params[name] = get?.(input as never);
    } else if (key === "endpoint") {
      params[name] = isCustomEndpoint === false ? undefined : urlOf(await custom?.());
    } else {
      const configured = configuredValue(config as unknown as Values, key, name, type);
      params[name] = typeof configured === "function" ? await configured() : configured;
    }
  }
  return { params, headers: isCustomEndpoint && custom ? (await custom()).headers : undefined };
};

/** A value or the provider of one: the client's, or where the rules name it so the credentials'. */
const configuredValue = (config: Values, key: string, name: string, type: string): unknown => {
  if (key === "credentialScope" || name === "CredentialScope") {
    return () => ofIdentity(config["credentials"], "credentialScope", "CredentialScope");
  }
  if (key === "accountId" || name === "AccountId") {
    return () => ofIdentity(config["credentials"], "accountId", "AccountId");
  }
  const nested = type === "clientContextParams" ? (config["clientContextParams"] as Values | undefined) : undefined;
  return nested?.[key] ?? config[key] ?? config[name];
};

const ofIdentity = async (credentials: unknown, key: string, name: string): Promise<unknown> => {
  const identity: Values | undefined = await (typeof credentials === "function" ? credentials() : credentials);
  return identity?.[key] ?? identity?.[name];
};

const urlOf = (endpoint: Endpoint | EndpointV2 | undefined): unknown => {
  if (!endpoint || typeof endpoint !== "object") {
    return endpoint;
  }
  if ("url" in endpoint) {
    return endpoint.url.href;
  }
  const { protocol, hostname, port, path } = endpoint;
  return `${protocol}//${hostname}${port ? `:${port}` : ""}${path}`;
};

/** Tells the first of the endpoint's authentication schemes to the signer that was chosen. */
const signFor = (context: HandlerExecutionContext): void => {
  const scheme = context.authSchemes?.[0];
  if (!scheme) {
    return;
  }
  context["signing_region"] = scheme.signingRegion;
  context["signing_service"] = scheme.signingName;
  const { selectedHttpAuthScheme }: { selectedHttpAuthScheme?: SelectedHttpAuthScheme } = getSmithyContext(context);
  const option = selectedHttpAuthScheme?.httpAuthOption;
  if (option) {
    option.signingProperties = {
      ...option.signingProperties,
      signing_region: scheme.signingRegion,
      signingRegion: scheme.signingRegion,
      signing_service: scheme.signingName,
      signingName: scheme.signingName,
      signingRegionSet: scheme["signingRegionSet"],
      ...(scheme.properties as object | undefined),
    };
  }
};
