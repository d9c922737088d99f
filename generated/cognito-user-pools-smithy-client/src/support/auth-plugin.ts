import { getSmithyContext, HttpRequest } from "@smithy/core/transport";
import type {
  HandlerExecutionContext,
  HttpAuthOption,
  HttpAuthScheme,
  HttpResponse,
  IdentityProviderConfig,
  MetadataBearer,
  Pluggable,
  HttpRequest as Request,
  SelectedHttpAuthScheme,
} from "@smithy/types";
import type { PromptSigner } from "./identity.js";
import { type Awaitable, ask, atOnce, when } from "./providers.js";
import { middlewareOf, type Result } from "./steps.js";

/** How calls may be authenticated, as the client's configuration has it. */
interface AuthConfig {
  readonly httpAuthSchemes: readonly HttpAuthScheme[];
  readonly httpAuthSchemeProvider: (parameters: never) => HttpAuthOption[];
  readonly authSchemePreference?: () => Promise<readonly string[]>;
}

interface AuthProviders<Config> {
  readonly httpAuthSchemeParametersProvider: (
    config: Config,
    context: HandlerExecutionContext,
    input: object,
  ) => Awaitable<object>;
  readonly identityProviderConfigProvider: (config: Config) => IdentityProviderConfig;
}

/**
 * Chooses how a call is authenticated, and by whom: the first option of the call, those that the configuration prefers
 * before the others, which is among the client's schemes and has an identity.
 *
 * @throws Error from the call where there is none, with the reason for each option
 */
export const getHttpAuthSchemeEndpointRuleSetPlugin = <
  Config extends object,
  Input extends object,
  Output extends MetadataBearer,
>(
  config: Config,
  providers: AuthProviders<Config>,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    const middleware = middlewareOf({
      before: ({ context, input }) =>
        when(selected(config, context, input, providers), (scheme) => {
          getSmithyContext(context)["selectedHttpAuthScheme"] = scheme;
        }),
    });
    stack.addRelativeTo(middleware, {
      name: "httpAuthSchemeMiddleware",
      step: "serialize",
      tags: ["HTTP_AUTH_SCHEME"],
      override: true,
      relation: "before",
      toMiddleware: "endpointV2Middleware",
    } as Parameters<typeof stack.addRelativeTo>[1]);
  },
});

const selected = <Config extends object>(
  config: Config,
  context: HandlerExecutionContext,
  input: object,
  providers: AuthProviders<Config>,
): Awaitable<SelectedHttpAuthScheme> => {
  const { httpAuthSchemeProvider, authSchemePreference } = config as unknown as AuthConfig;
  return when(providers.httpAuthSchemeParametersProvider(config, context, input), (parameters) => {
    const options = httpAuthSchemeProvider(parameters as never);
    return when(authSchemePreference && ask(authSchemePreference), (preferred) =>
      firstOf(preferred?.length ? inPreferredOrder(options, preferred) : options, config, context, providers),
    );
  });
};

const firstOf = <Config extends object>(
  options: readonly HttpAuthOption[],
  config: Config,
  context: HandlerExecutionContext,
  { identityProviderConfigProvider }: AuthProviders<Config>,
): Awaitable<SelectedHttpAuthScheme> => {
  const { httpAuthSchemes } = config as unknown as AuthConfig;
  const reasons: string[] = [];
  for (const option of options) {
    const { schemeId } = option;
    const scheme = lastOf(httpAuthSchemes, schemeId);
    if (!scheme) {
      reasons.push(`HttpAuthScheme \`${schemeId}\` was not enabled for this service.`);
      continue;
    }
    const identityProvider = scheme.identityProvider(identityProviderConfigProvider(config));
    if (!identityProvider) {
      reasons.push(`HttpAuthScheme \`${schemeId}\` did not have an IdentityProvider configured.`);
      continue;
    }
    const extracted = option.propertiesExtractor?.(config as Record<string, unknown>, context);
    option.identityProperties = Object.assign(option.identityProperties ?? {}, extracted?.identityProperties);
    option.signingProperties = Object.assign(option.signingProperties ?? {}, extracted?.signingProperties);
    const { signer } = scheme;
    return when(atOnce(identityProvider, option.identityProperties), (identity) => {
      return { httpAuthOption: option, identity, signer };
    });
  }
  throw new Error(reasons.join("\n"));
};

const lastOf = (schemes: readonly HttpAuthScheme[], schemeId: string): HttpAuthScheme | undefined => {
  for (let index = schemes.length - 1; index >= 0; index -= 1) {
    if (schemes[index]?.schemeId === schemeId) {
      return schemes[index];
    }
  }
  return undefined;
};

/** @param preferred names of schemes without their namespace: `httpBasicAuth` for `smithy.api#httpBasicAuth` */
const inPreferredOrder = (
  options: readonly HttpAuthOption[],
  preferred: readonly string[],
): readonly HttpAuthOption[] => {
  const first = preferred.flatMap((name) => options.filter(({ schemeId }) => schemeId.split("#")[1] === name));
  const rest = options.filter(({ schemeId }) => !first.some((option) => option.schemeId === schemeId));
  return [...first, ...rest];
};

/**
 * Signs each attempt with the scheme that was chosen, and tells its signer what came of it.
 *
 * @throws Error from the call where no scheme was chosen
 */
export const getHttpSigningPlugin = <Input extends object, Output extends MetadataBearer>(
  _config: object,
): Pluggable<Input, Output> => ({
  applyToStack: (stack) => {
    const middleware = middlewareOf({
      around: (call, rest) => {
        const { context, request } = call;
        if (!HttpRequest.isInstance(request)) {
          return rest(call);
        }
        const { selectedHttpAuthScheme }: { selectedHttpAuthScheme?: SelectedHttpAuthScheme } =
          getSmithyContext(context);
        if (!selectedHttpAuthScheme) {
          throw new Error("No HttpAuthScheme was selected: unable to sign request");
        }
        return sendSigned(request, selectedHttpAuthScheme, (signed) => rest({ ...call, request: signed }));
      },
    });
    stack.addRelativeTo(middleware, {
      name: "httpSigningMiddleware",
      step: "finalizeRequest",
      tags: ["HTTP_SIGNING"],
      aliases: ["apiKeyMiddleware", "tokenMiddleware", "awsAuthMiddleware"],
      override: true,
      relation: "after",
      toMiddleware: "retryMiddleware",
    } as Parameters<typeof stack.addRelativeTo>[1]);
  },
});

const sendSigned = (
  request: Request,
  { httpAuthOption, identity, signer }: SelectedHttpAuthScheme,
  send: (signed: Request) => Promise<Result>,
): Promise<Result> => {
  const { signingProperties = {} } = httpAuthOption;
  const { promptly }: PromptSigner = signer;
  const signing = promptly
    ? promptly.call(signer, request, identity, signingProperties)
    : signer.sign(request, identity, signingProperties);
  return when(signing, (signed) => {
    const sent = send(signed);
    const answered = signer.errorHandler ? sent.catch(signer.errorHandler(signingProperties)) : sent;
    return signer.successHandler
      ? answered.then((result) => {
          signer.successHandler?.(result.response as HttpResponse, signingProperties);
          return result;
        })
      : answered;
  }) as Promise<Result>;
};
