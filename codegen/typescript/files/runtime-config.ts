import { NO_AUTH } from "../../ir/auth.ts";
import { DEFAULT_SOCKET_TIMEOUT, defaultSocketTimeout } from "../../ir/time-limits.ts";
import { byCodeUnits } from "../../smithy/order.ts";
import { BEARER, isRegional, isSigned, plainPaths, schemesOf, usesSigV4a, valueFrom } from "../auth-schemes.ts";
import { type ConfigDefault, type ConfigOption, configParts, customizationOf } from "../customizations.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, indent, stringLiteral } from "../layout.ts";
import { packageVersion } from "../package-facts.ts";
import type { PublishedName } from "../runtime.ts";
import node from "./runtime-config.hbs";
import browser from "./runtime-config-browser.hbs";
import native from "./runtime-config-native.hbs";
import shared from "./runtime-config-shared.hbs";

/** `src/runtimeConfig*.ts`: the defaults of a client's configuration in Node.js, browsers and React Native. */
export const runtimeConfig = (emission: Emission) => [
  source("src/runtimeConfig", node, emission, (scope) => forNode(emission, scope)),
  source("src/runtimeConfig.browser", browser, emission, (scope) => forBrowser(emission, scope)),
  source("src/runtimeConfig.native", native, emission, (scope) => ({
    config: scope.type(scope.names.config),
    getBrowserRuntimeConfig: scope.symbol(
      { name: "getRuntimeConfig", file: "runtimeConfig.browser" },
      "getBrowserRuntimeConfig",
    ),
  })),
  source("src/runtimeConfig.shared", shared, emission, (scope) => forAll(emission, scope)),
];

const common = (emission: Emission, scope: FileScope) => ({
  config: scope.type(scope.names.config),
  loadConfigsForDefaultMode: scope.use("loadConfigsForDefaultMode"),
  getSharedRuntimeConfig: scope.symbol(
    { name: "getRuntimeConfig", file: "runtimeConfig.shared" },
    "getSharedRuntimeConfig",
  ),
  socketTimeout: socketTimeout(emission),
});

/** The second argument of the handler's `create`, where the service has a limit of its own. */
const socketTimeout = ({ service }: Emission): string => {
  const limit = defaultSocketTimeout(service.aws?.sdkId);
  return limit === DEFAULT_SOCKET_TIMEOUT ? "" : `, ${limit}`;
};

/**
 * The defaults given, and those of the parts of configuration that not every client has and of options that a platform
 * has its own value of, by name.
 */
const withParts = (
  values: readonly Default[],
  { service }: Emission,
  {
    part,
    option,
  }: {
    readonly part: (part: ConfigDefault) => string | undefined;
    readonly option: (value: Exclude<ConfigOption["value"], PublishedName>) => string;
  },
): readonly Default[] => {
  const parts = configParts(service).flatMap(({ defaults }) =>
    [...defaults].flatMap(([name, each]) => {
      const value = part(each);
      return value === undefined ? [] : [{ name, value }];
    }),
  );
  const options = customizationOf(service).options.flatMap(({ name, value }) =>
    typeof value === "string" ? [] : [{ name, value: option(value) }],
  );
  return [...values, ...parts, ...options].sort((a, b) => byCodeUnits(a.name, b.name));
};

interface Default {
  readonly name: string;
  readonly value: string;
}

/** `name: config?.name ?? value,`, over more lines where it is long. */
const lineOf = ({ name, value }: Default, margin: string): string => {
  const given = `config?.${name} ??`;
  const isLine = !value.includes("\n");
  if (isLine && fits(`${margin}${name}: ${given} ${value},`)) return `${margin}${name}: ${given} ${value},`;
  if (isLine && fits(`${margin}  ${given} ${value},`)) return `${margin}${name}:\n${margin}  ${given} ${value},`;
  return `${margin}${name}:\n${margin}  ${given}\n${indent(`${value},`, margin.length + 2)}`;
};

const line = (value: Default): { line: string } => ({ line: lineOf(value, "    ") });

/** What the configuration gives is made a list in the part that all platforms share. */
const authSchemes = ({ service }: Emission): readonly { line: string }[] =>
  schemesOf(service).some(({ signer }) => signer === undefined)
    ? [{ line: "    httpAuthSchemes: clientSharedValues.httpAuthSchemes," }]
    : [];

const forNode = (emission: Emission, scope: FileScope) => {
  const aws = emission.service.aws !== undefined;
  const regional = isRegional(emission.service);
  const schemes = schemesOf(emission.service);
  const load = scope.support("settings", "loadConfig");
  const setting = (name: string, file = "settings"): string => `${load}(${scope.support(file, name)}, loaderConfig)`;
  const { retry } = customizationOf(emission.service);
  const attempts = scope.support("retry-options", "MAX_ATTEMPTS_OPTIONS");
  const maxAttempts = retry === undefined ? attempts : `{ ...${attempts}, default: ${retry.maxAttempts} }`;
  const region = (): string =>
    `${load}(${scope.support("settings", "REGION")}, { preferredFile: "credentials", ...loaderConfig })`;
  const values: readonly Default[] = [
    ...((aws && schemes.length > 2) || isSigned(emission.service)
      ? [
          {
            name: "authSchemePreference",
            value: `${load}(${scope.support("auth-preference", "AUTH_SCHEME_PREFERENCE_OPTIONS")}, loaderConfig)`,
          },
        ]
      : []),
    { name: "bodyLengthChecker", value: scope.support("bytes", "calculateBodyLength") },
    ...credentials(emission, scope),
    ...(aws ? [userAgent(emission, nodeUserAgent(emission, scope))] : []),
    { name: "maxAttempts", value: `${load}(${maxAttempts}, config)` },
    ...(regional ? [{ name: "region", value: region() }] : []),
    ...(usesSigV4a(emission.service)
      ? [{ name: "sigv4aSigningRegionSet", value: `${load}(${scope.use("NODE_SIGV4A_CONFIG_OPTIONS")}, loaderConfig)` }]
      : []),
    { name: "streamCollector", value: scope.support("stream-collector", "streamCollector") },
    ...(aws && schemes.some(({ id }) => id === BEARER)
      ? [{ name: "token", value: `${scope.support("tokens", "tokenDefaultProvider")}(loaderConfig)` }]
      : []),
    ...(regional
      ? [
          { name: "useDualstackEndpoint", value: setting("USE_DUALSTACK_ENDPOINT") },
          { name: "useFipsEndpoint", value: setting("USE_FIPS_ENDPOINT") },
        ]
      : []),
    ...(aws ? [{ name: "userAgentAppId", value: setting("USER_AGENT_APP_ID", "node-user-agent") }] : []),
  ];
  return {
    ...common(emission, scope),
    aws,
    regional,
    authSchemes: authSchemes(emission),
    values: withParts(values, emission, {
      part: ({ node, from }) => `${load}(${scope.use(node)}, ${from})`,
      option: ({ node }) => scope.use(node),
    }).map(line),
    emitWarningIfUnsupportedVersion: scope.use("emitWarningIfUnsupportedVersion"),
    ...(aws ? { awsCheckVersion: scope.support("node-version", "awsCheckVersion") } : {}),
    resolveDefaultsModeConfig: scope.support("defaults-mode", "resolveDefaultsModeConfig"),
    loadConfig: load,
    RETRY_MODE_OPTIONS: scope.support("retry-options", "RETRY_MODE_OPTIONS"),
    RequestHandler: scope.support("request-handler", "NodeRequestHandler"),
  };
};

/** The default credential chain, for clients that sign. */
const credentials = ({ service }: Emission, scope: FileScope): readonly Default[] =>
  isSigned(service)
    ? [{ name: "credentialDefaultProvider", value: scope.support("credentials", "credentialDefaultProvider") }]
    : [];

/** AWS's common runtime, which a client with SigV4a may sign by, is told of in the user agent. */
const nodeUserAgent = ({ service }: Emission, scope: FileScope): string =>
  usesSigV4a(service)
    ? scope.use("createDefaultUserAgentProvider")
    : scope.support("node-user-agent", "createDefaultUserAgentProvider");

const userAgent = ({ options }: Emission, create: string): Default => ({
  name: "defaultUserAgentProvider",
  value:
    `${create}({\n  serviceId: clientSharedValues.serviceId,\n` +
    `  clientVersion: ${stringLiteral(packageVersion(options))},\n})`,
});

const forBrowser = (emission: Emission, scope: FileScope) => {
  const { service } = emission;
  const { retry } = customizationOf(service);
  const aws = service.aws !== undefined;
  const regional = isRegional(service);
  const off = "(() => Promise.resolve(false))";
  const values: readonly Default[] = [
    { name: "bodyLengthChecker", value: scope.support("bytes.browser", "calculateBodyLength") },
    ...(isSigned(service)
      ? [
          {
            name: "credentialDefaultProvider",
            value: '((_: unknown) => () => Promise.reject(new Error("Credential is missing")))',
          },
        ]
      : []),
    ...(aws ? [userAgent(emission, scope.use("createDefaultUserAgentProviderInBrowser"))] : []),
    { name: "maxAttempts", value: `${retry?.maxAttempts ?? 3}` },
    ...(regional ? [{ name: "region", value: `${scope.use("invalidProvider")}("Region is missing")` }] : []),
    { name: "streamCollector", value: scope.support("stream-collector.browser", "streamCollector") },
    ...(regional
      ? [
          { name: "useDualstackEndpoint", value: off },
          { name: "useFipsEndpoint", value: off },
        ]
      : []),
  ];
  return {
    ...common(emission, scope),
    authSchemes: authSchemes(emission),
    values: withParts(values, emission, {
      part: ({ browser }) => (browser === undefined ? undefined : scope.use(browser)),
      option: ({ browser }) => scope.use(browser),
    }).map(line),
    resolveDefaultsModeConfig: scope.support("defaults-mode.browser", "resolveDefaultsModeConfig"),
    RequestHandler: scope.support("request-handler.browser", "FetchRequestHandler"),
  };
};

const forAll = (emission: Emission, scope: FileScope) => {
  const { service } = emission;
  const { names } = scope;
  return {
    config: scope.type(names.config),
    apiVersion: stringLiteral(service.version),
    fromBase64: scope.support("bytes", "fromBase64"),
    toBase64: scope.support("bytes", "toBase64"),
    fromUtf8: scope.support("bytes", "fromUtf8"),
    toUtf8: scope.support("bytes", "toUtf8"),
    parseUrl: scope.use("parseUrl"),
    NoOpLogger: scope.use("NoOpLogger"),
    defaultEndpointResolver: scope.symbol({ name: "defaultEndpointResolver", file: "endpoint/endpointResolver" }),
    httpAuthSchemeProvider: lineOf(
      { name: "httpAuthSchemeProvider", value: scope.symbol(names.defaultAuthSchemeProvider) },
      "  ",
    ),
    customOptions: customizationOf(service).options.flatMap(({ name, value }) =>
      typeof value === "string" ? [{ name, value: scope.use(value) }] : [],
    ),
    serviceId: isRegional(service) ? stringLiteral(service.aws?.sdkId ?? service.name) : false,
    SignatureV4MultiRegion: usesSigV4a(service) ? scope.use("SignatureV4MultiRegion") : false,
    plainPaths: plainPaths(service) === "all",
    Sha256: isSigned(service) ? scope.support("sha256", "Sha256") : false,
    addedAuthSchemes: schemesOf(service).some(({ signer }) => signer === undefined)
      ? scope.support("auth-schemes", "authSchemes")
      : false,
    schemes: schemesOf(service).flatMap(({ id, signer }) =>
      signer === undefined
        ? []
        : [
            {
              id: stringLiteral(id),
              identityProvider: identityProvider(id, scope),
              signer: valueFrom(signer, scope),
            },
          ],
    ),
  };
};

const identityProvider = (id: string, scope: FileScope): string => {
  const before = `      identityProvider: (ipc: ${scope.useType("IdentityProviderConfig")}) =>`;
  const provider = `ipc.getIdentityProvider(${stringLiteral(id)})${id === NO_AUTH ? ` || ${scope.support("identity", "noIdentity")}` : ""},`;
  return fits(`${before} ${provider}`) ? `${before} ${provider}` : `${before}\n        ${provider}`;
};
