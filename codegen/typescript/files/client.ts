import type { ServiceIr } from "../../ir/types.ts";
import { isRegional, schemesOf } from "../auth-schemes.ts";
import { comment } from "../comment.ts";
import { type ConfigPart, configParts, customizationOf, pluginOf } from "../customizations.ts";
import { clientDocs } from "../docs/shape.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, indent, interfaceHead, intersectionType, list, stringLiteral, unionType } from "../layout.ts";
import type { PublishedName } from "../runtime.ts";
import template from "./client.hbs";
import { validatorOf } from "./validation.ts";

/** `src/XClient.ts`: the client, its configuration, and its middleware stack in the official order. */
export const client = (emission: Emission) => {
  const { service, options, scope } = emission;
  const { names } = scope;
  return source(`src/${names.client.file}`, template, emission, (file) => {
    const aws = service.aws !== undefined;
    const regional = isRegional(service);
    const validation = hasValidation(emission);
    const resolvers = configResolvers(emission, file);
    const commands = service.operations.map((operation) => names.command(operation));
    const callOptions = file.support("call-options", "CallOptions", { type: true });
    return {
      ...publishedTypes({ aws, regional }, file),
      aws,
      regional,
      validation,
      customOptions: customizationOf(service).options.map(({ name, docs, type }) => ({ name, docs, type: type(file) })),
      client: names.client.name,
      config: names.config.name,
      resolvedConfig: names.resolvedConfig.name,
      clientDefaults: names.clientDefaults.name,
      addedConfig: names.addedConfig.name,
      inputTypes: unionType(
        `export type ${names.inputTypes.name}`,
        commands.map((command) => file.type(command.input)),
      ),
      outputTypes: unionType(
        `export type ${names.outputTypes.name}`,
        commands.map((command) => file.type(command.output)),
      ),
      configType: intersectionType(`export type ${names.config.name}Type`, [
        `Partial<${file.useType("SmithyConfiguration")}<${file.useType("HttpHandlerOptions")}>>`,
        names.clientDefaults.name,
        ...typeOrder(resolvers).map(({ inputConfig }) => inputConfig),
        names.addedConfig.name,
      ]),
      resolvedConfigType: intersectionType(`export type ${names.resolvedConfig.name}Type`, [
        // Of the same options as the client's: then `send` has no need to compare configurations member by member.
        `${file.useType("SmithyResolvedConfiguration")}<${callOptions}>`,
        `Required<${names.clientDefaults.name}>`,
        file.type({ name: "RuntimeExtensionsConfig", file: "runtimeExtensions" }),
        ...typeOrder(resolvers).map(({ resolvedConfig }) => resolvedConfig),
        names.addedConfig.name,
      ]),
      configInterface: interfaceHead(`export interface ${names.config.name}`, [`${names.config.name}Type`], "{}"),
      resolvedConfigInterface: interfaceHead(
        `export interface ${names.resolvedConfig.name}`,
        [`${names.resolvedConfig.name}Type`],
        "{}",
      ),
      classHead: list(
        "<",
        [callOptions, names.inputTypes.name, names.outputTypes.name, names.resolvedConfig.name],
        ">",
        {
          before: `export class ${names.client.name} extends ${file.use("Client")}`,
          after: " {",
          trailingComma: false,
        },
      ),
      // Nothing of a configuration is required, so compilers aren't asked to find that out.
      constructor: list("(", [`...[configuration]: [] | [${names.config.name}]`], ")", {
        before: "  constructor",
        after: " {",
        trailingComma: false,
      }),
      docs: comment(clientDocs(service, options.docs)),
      getRuntimeConfig: file.symbol({ name: "getRuntimeConfig", file: "runtimeConfig" }),
      resolveRuntimeExtensions: file.symbol({ name: "resolveRuntimeExtensions", file: "runtimeExtensions" }),
      RuntimeExtension: file.type({ name: "RuntimeExtension", file: "runtimeExtensions" }),
      resolvers: resolvers.map(({ resolve, defaults = [] }, index) => ({
        resolve,
        result: `config${index}`,
        arguments: [index === 0 ? "defaults" : `config${index - 1}`, ...defaults].join(", "),
      })),
      lastResult: `config${resolvers.length - 1}`,
      plugins: plugins(emission, file).map((plugin) => ({ plugin })),
      keepConstants: file.support("providers", "keepConstants"),
      rememberOrder: file.support("remember-order", "rememberOrder"),
    };
  });
};

/** Whether some command checks its input, so that a client has a say in it. */
export const hasValidation = (emission: Emission): boolean =>
  emission.options.validation === "required" &&
  emission.service.operations.some((operation) => validatorOf(emission, operation) !== undefined);

const publishedTypes = ({ aws, regional }: { aws: boolean; regional: boolean }, scope: FileScope) => {
  const both = [
    "SmithyConfiguration",
    "HttpHandlerOptions",
    "UrlParser",
    "BodyLengthCalculator",
    "StreamCollector",
    "Decoder",
    "Encoder",
    "Provider",
    "Logger",
    "DefaultsMode",
  ] as const satisfies readonly PublishedName[];
  const forSigning = ["ChecksumConstructor", "HashConstructor", "AwsCredentialIdentityProvider"] as const;
  const names: readonly PublishedName[] = [
    ...both,
    ...(regional ? forSigning : []),
    ...(aws ? (["UserAgent"] as const) : []),
  ];
  return {
    ...Object.fromEntries(names.map((name) => [name, scope.useType(name)])),
    HttpHandlerUserInput: scope.support("config-types", "HttpHandlerUserInput", { type: true }),
    Client: scope.use("Client"),
  };
};

interface ConfigResolver {
  readonly resolve: string;
  readonly inputConfig: string;
  readonly resolvedConfig: string;
  /** A second argument: what stands where nothing is configured. */
  readonly defaults?: readonly string[];
}

/** What makes of the configuration given the one used, in the official order. */
const configResolvers = ({ service, scope }: Emission, file: FileScope): readonly ConfigResolver[] => {
  const typesOf = (name: string): Omit<ConfigResolver, "resolve"> => ({
    inputConfig: file.support("config-types", `${name}InputConfig`, { type: true }),
    resolvedConfig: file.support("config-types", `${name}ResolvedConfig`, { type: true }),
  });
  const support = (name: "UserAgent" | "Retry" | "Region" | "HostHeader" | "Endpoint", of: string): ConfigResolver => ({
    resolve: file.support(of, `resolve${name}Config`),
    ...typesOf(name),
  });
  const local = (of: string, names: readonly [resolve: string, input: string, resolved: string]): ConfigResolver => ({
    resolve: file.symbol({ name: names[0], file: of }),
    inputConfig: file.type({ name: names[1], file: of }),
    resolvedConfig: file.type({ name: names[2], file: of }),
  });
  const aws = service.aws !== undefined;
  const parameters = file.type({ name: "EndpointParameters", file: "endpoint/EndpointParameters" });
  const endpoint = support("Endpoint", "endpoint-config");
  const parts = (after: ConfigPart["after"]): readonly ConfigResolver[] =>
    configParts(service)
      .filter((part) => part.after === after)
      .map((part) => ({
        resolve: file.use(part.resolve),
        inputConfig: file.useType(part.inputConfig),
        resolvedConfig: file.useType(part.resolvedConfig),
        ...(part.argument === undefined ? {} : { defaults: [part.argument(service, file)] }),
      }));
  const typed = (name: string): string => `${name}<${parameters}>`;
  return [
    local("endpoint/EndpointParameters", [
      "resolveClientEndpointParameters",
      "ClientInputEndpointParameters",
      "ClientResolvedEndpointParameters",
    ]),
    ...parts("parameters"),
    ...(aws ? [support("UserAgent", "user-agent")] : []),
    { ...support("Retry", "retry-config"), defaults: retryDefaults(service) },
    ...(isRegional(service) ? [support("Region", "region-config")] : []),
    ...(aws ? [support("HostHeader", "call-headers")] : []),
    {
      ...endpoint,
      inputConfig: typed(endpoint.inputConfig),
      resolvedConfig: typed(endpoint.resolvedConfig),
    },
    ...parts("endpoint"),
    local(scope.names.authSchemeProvider.file, [
      "resolveHttpAuthSchemeConfig",
      "HttpAuthSchemeInputConfig",
      "HttpAuthSchemeResolvedConfig",
    ]),
    ...parts("auth"),
  ];
};

/**
 * The order of the types: the endpoint's parameters are resolved first, but stand last, as officially. The order tells
 * where two types have the same function: of `config.region()` it is the first that says what it gives.
 */
const typeOrder = ([parameters, ...others]: readonly ConfigResolver[]): readonly ConfigResolver[] =>
  parameters === undefined ? [] : [...others, parameters];

const retryDefaults = (service: ServiceIr): readonly string[] => {
  const { retry } = customizationOf(service);
  return retry === undefined
    ? []
    : [`{ defaultBaseDelay: ${retry.baseDelay}, defaultMaxAttempts: ${retry.maxAttempts} }`];
};

/** The client's plugins in the official order; every name of the official stack is there, whatever it has to do. */
const plugins = (emission: Emission, scope: FileScope): readonly string[] => {
  const { service } = emission;
  const aws = service.aws !== undefined;
  const own = (file: string, name: string): string => `${scope.support(file, name)}(this.config)`;
  return [
    ...(scope.runtime === "smithy-core" ? [own("serde-plugin", "getSerdePlugin")] : []),
    ...(aws ? [own("user-agent", "getUserAgentPlugin")] : []),
    own("retry-plugin", "getRetryPlugin"),
    own("call-headers", "getContentLengthPlugin"),
    ...(aws
      ? [
          own("call-headers", "getHostHeaderPlugin"),
          own("logger-and-trace", "getLoggerPlugin"),
          own("logger-and-trace", "getRecursionDetectionPlugin"),
        ]
      : []),
    ...customizationOf(service).plugins.map((plugin) => `${pluginOf(plugin, scope)}(this.config)`),
    authPlugin(emission, scope),
    own("auth-plugin", "getHttpSigningPlugin"),
    ...(customizationOf(service).lastPlugins ?? []).map((plugin) => `${pluginOf(plugin, scope)}(this.config)`),
  ];
};

const authPlugin = ({ service, scope: { names } }: Emission, scope: FileScope): string => {
  const identities = schemesOf(service).filter(({ property }) => property !== undefined);
  const provider = `new ${scope.support("identity", "DefaultIdentityProviderConfig")}({`;
  const entries = identities.map(({ id, property }) => `${stringLiteral(id)}: config.${property},`);
  const identityProviders =
    entries.length === 0
      ? `() => ${provider}}),`
      : `(config: ${names.resolvedConfig.name}) =>\n  ${indent(`${provider}\n${indent(entries.join("\n"))}\n}),`).trimStart()}`;
  const lines = [
    `${scope.support("auth-plugin", "getHttpAuthSchemeEndpointRuleSetPlugin")}(this.config, {`,
    indent(parametersProvider(scope.symbol(names.defaultAuthParametersProvider))),
    indent(`identityProviderConfigProvider: ${identityProviders}`),
    "}),",
  ];
  return `\n${indent(lines.join("\n"), 6)}\n    `;
};

const parametersProvider = (provider: string): string => {
  const line = `httpAuthSchemeParametersProvider: ${provider},`;
  return fits(line, 8) ? line : `httpAuthSchemeParametersProvider:\n  ${provider},`;
};
