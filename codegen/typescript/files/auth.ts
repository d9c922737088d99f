import type { OperationIr } from "../../ir/types.ts";
import {
  type AuthScheme,
  choosesByEndpoint,
  identityTypes,
  isRegional,
  isSigned,
  optionProperties,
  plainPaths,
  SIGV4,
  SIGV4A,
  schemesOf,
  typeFrom,
  usesSigV4a,
} from "../auth-schemes.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, indent, interfaceHead, list, stringLiteral } from "../layout.ts";
import extension from "./auth-extension.hbs";
import provider from "./auth-scheme-provider.hbs";

/** `src/auth/*`: which auth schemes each operation may use, and how a client is given identities. */
export const auth = (emission: Emission) => [schemeProvider(emission), extensionConfiguration(emission)];

const schemeProvider = (emission: Emission) => {
  const { service, scope } = emission;
  const { names } = scope;
  const schemes = schemesOf(service);
  const regional = isRegional(service);
  const byEndpoint = choosesByEndpoint(service);
  return source(`src/${names.authSchemeProvider.file}`, provider, emission, (file) => {
    const cases = casesByOptions(service.operations, schemes);
    const used = new Set([...cases.flatMap(({ ids }) => ids), ...(byEndpoint ? [SIGV4, SIGV4A] : [])]);
    const bases = [
      file.useType("HttpAuthSchemeParameters"),
      ...(byEndpoint ? [file.type({ name: "EndpointParameters", file: "endpoint/EndpointParameters" })] : []),
    ];
    const provided = `${names.defaultAuthSchemeProvider.name}: ${names.authSchemeProvider.name} =`;
    const custom = schemes.filter(({ signer }) => signer === undefined);
    return {
      aws: service.aws !== undefined,
      regional,
      // The older official clients don't have it.
      preferenceOptional: file.runtime === "smithy-core" ? "" : "?",
      configParameter: regional ? "config" : "_config",
      inputParameter: byEndpoint ? "input" : "_input",
      endpointParameters: byEndpoint
        ? `${file.support("endpoint-auth", "endpointParametersOf")}<${file.type({ name: "EndpointParameters", file: "endpoint/EndpointParameters" })}>`
        : false,
      parameters: names.authParameters.name,
      parametersInterface: regional
        ? `export interface ${names.authParameters.name} extends ${bases.join(", ")} {\n  region?: string;\n}`
        : interfaceHead(`export interface ${names.authParameters.name}`, bases, "{}"),
      parametersProvider: names.authParametersProvider.name,
      parametersResult: byEndpoint
        ? `${file.global("Promise")}<${names.authParameters.name}>`
        : regional
          ? `${file.support("providers", "Awaitable", { type: true })}<${names.authParameters.name}>`
          : names.authParameters.name,
      ...(regional && !byEndpoint
        ? { ask: file.support("providers", "ask"), when: file.support("providers", "when") }
        : {}),
      defaultParametersProvider: names.defaultAuthParametersProvider.name,
      provider: names.authSchemeProvider.name,
      providerInterface: interfaceHead(
        `export interface ${names.authSchemeProvider.name}`,
        [`${file.useType("HttpAuthSchemeProvider")}<${names.authParameters.name}>`],
        "{}",
      ),
      defaultProvider: byEndpoint
        ? `${defaultProvider(`const allowedOptions: ${names.authSchemeProvider.name} =`, cases, schemes)}\n\n${INTERNAL}${providerByEndpoint(`export const ${provided}`, file)}`
        : defaultProvider(`export const ${provided}`, cases, schemes),
      httpAuthSchemes: [
        `${file.useType("HttpAuthScheme")}[]`,
        ...(custom.length === 0 ? [] : [addedSchemes(custom, file)]),
      ].join(" | "),
      resolvedConfig: file.type(names.resolvedConfig),
      getSmithyContext: file.use("getSmithyContext"),
      normalizeProvider: file.use("normalizeProvider"),
      object: file.global("Object"),
      ...types(file),
      options: schemes.filter(({ id }) => used.has(id)).map((scheme) => optionFunction(scheme, emission, file)),
      identities: schemes
        .filter(({ property }) => property !== "credentials")
        .flatMap((scheme) => identity(scheme, file)),
      ...signing(emission, file),
    };
  });
};

const types = (scope: FileScope) => ({
  HttpAuthSchemeParametersProvider: scope.useType("HttpAuthSchemeParametersProvider"),
  HttpAuthScheme: scope.useType("HttpAuthScheme"),
  HandlerExecutionContext: scope.useType("HandlerExecutionContext"),
  Provider: scope.useType("Provider"),
});

/** Operations that can be called in the same ways: by these schemes, in this order. */
interface Case {
  readonly ids: readonly string[];
  readonly operations: string[];
}

/** The function that says how each operation can be called, behind its `=` or, where that is long, below it. */
const defaultProvider = (before: string, cases: readonly Case[], schemes: readonly AuthScheme[]): string => {
  const [first = { ids: [], operations: [] }, ...rest] = cases;
  const byDefault = returned(first.ids, schemes, rest.length === 0 ? 2 : 6);
  const parameter = /\bauthParameters\b/.test(byDefault) || rest.length > 0 ? "authParameters" : "_authParameters";
  const body =
    rest.length === 0
      ? [byDefault]
      : [
          "switch (authParameters.operation) {",
          ...rest.flatMap(({ ids, operations }) => [
            ...operations.map((name) => `  case ${stringLiteral(name)}:`),
            indent(returned(ids, schemes, 6), 4),
          ]),
          "  default:",
          indent(byDefault, 4),
          "}",
        ];
  const text = `\n${indent(body.join("\n"))}\n};`;
  return fits(`${before} (`)
    ? `${list("(", [parameter], ")", { before: `${before} `, after: " => {" })}${text}`
    : `${before}\n${indent(`(${parameter}) => {${text}`)}`;
};

const INTERNAL = "/**\n * @internal\n */\n";

/** The function that asks the endpoint how a call is signed. */
const providerByEndpoint = (before: string, file: FileScope): string => {
  const resolver = file.symbol({ name: "defaultEndpointResolver", file: "endpoint/endpointResolver" });
  return [
    `${before} (authParameters) =>`,
    `  ${file.support("endpoint-auth", "optionsForEndpoint")}(${resolver}(authParameters), allowedOptions(authParameters), {`,
    `    "${SIGV4}": () => createAwsAuthSigv4HttpAuthOption(authParameters),`,
    `    "${SIGV4A}": () => createAwsAuthSigv4aHttpAuthOption(authParameters),`,
    "  });",
  ].join("\n");
};

/** The type of signers that a user gives, by the ids of the schemes that need one. */
const addedSchemes = (custom: readonly AuthScheme[], file: FileScope): string => {
  const ids = custom.map(({ id }) => stringLiteral(id));
  return `${file.support("auth-schemes", "AddedAuthSchemes", { type: true })}<${ids.join(" | ")}>`;
};

/** The largest group first: that one is the default. */
const casesByOptions = (operations: readonly OperationIr[], schemes: readonly AuthScheme[]): readonly Case[] => {
  const groups = new Map<string, Case>();
  for (const operation of operations) {
    const ids = operation.auth.filter((id) => schemes.some((scheme) => scheme.id === id));
    const group = groups.get(ids.join()) ?? { ids, operations: [] };
    groups.set(ids.join(), group);
    group.operations.push(operation.name);
  }
  return [...groups.values()].sort((a, b) => b.operations.length - a.operations.length);
};

/** `return [createX(authParameters), createY()];`, laid out for where it will stand. */
const returned = (ids: readonly string[], schemes: readonly AuthScheme[], column: number): string => {
  const calls = ids
    .flatMap((id) => schemes.filter((scheme) => scheme.id === id))
    .map((scheme) => `${scheme.optionFunction}(${scheme.property === "credentials" ? "authParameters" : ""})`);
  const margin = " ".repeat(column);
  return list("[", calls, "]", { before: `${margin}return `, after: ";" })
    .replaceAll(`\n${margin}`, "\n")
    .trimStart();
};

const optionFunction = (scheme: AuthScheme, { service, scope }: Emission, file: FileScope) => ({
  head: list(
    "(",
    scheme.property === "credentials" ? [`authParameters: ${scope.names.authParameters.name}`] : [],
    ")",
    { before: `function ${scheme.optionFunction}`, after: `: ${file.useType("HttpAuthOption")} {` },
  ),
  lines: optionProperties(scheme, service).map((line) => ({ line })),
});

/** The configuration's property of a scheme, resolved to a provider that keeps an identity until it expires. */
const identity = (scheme: AuthScheme, scope: FileScope) =>
  scheme.property === undefined || scheme.identityProvider === undefined
    ? []
    : [
        {
          property: scheme.property,
          types: identityTypes(scheme, scope),
          providerType: typeFrom(scheme.identityProvider, scope),
          memoize: scope.support("identity", "memoizeIdentityProvider"),
        },
      ];

/**
 * SigV4's own options. A client of AWS without a signed operation keeps them in its types, so that code written for the
 * whole client compiles, and does nothing with them.
 */
const signing = ({ service }: Emission, scope: FileScope) => {
  const none = { extendsInput: "", extendsResolved: "", previously: "", resolved: "config" };
  if (service.aws === undefined && !isSigned(service)) return none;
  const multiRegion = usesSigV4a(service);
  const own = (name: string): string => scope.support("sigv4-types", name, { type: true });
  const input = [
    own("AwsSdkSigV4AuthInputConfig"),
    ...(multiRegion ? [scope.useType("AwsSdkSigV4AAuthInputConfig")] : []),
  ];
  const resolved = [
    own("AwsSdkSigV4AuthResolvedConfig"),
    ...(multiRegion ? [scope.useType("AwsSdkSigV4AAuthResolvedConfig")] : []),
  ];
  if (!isSigned(service)) {
    return { ...none, extendsInput: ` extends ${input}`, extendsResolved: ` extends Partial<${resolved}>` };
  }
  const resolve =
    plainPaths(service) === "some"
      ? scope.support("endpoint-signing", "resolveSigV4ConfigByEndpoint")
      : scope.support("sigv4-config", "resolveAwsSdkSigV4Config");
  return {
    extendsInput: ` extends ${input.join(", ")}`,
    extendsResolved: ` extends ${resolved.join(", ")}`,
    previously: ` & ${own("AwsSdkSigV4PreviouslyResolved")}`,
    resolved: multiRegion ? `${scope.use("resolveAwsSdkSigV4AConfig")}(${resolve}(config))` : `${resolve}(config)`,
  };
};

const extensionConfiguration = (emission: Emission) => {
  const { service, scope } = emission;
  const properties = new Map(schemesOf(service).map((scheme) => [scheme.property, scheme]));
  const identities = [...properties.values()].filter(({ property }) => property !== undefined);
  return source("src/auth/httpAuthExtensionConfiguration", extension, emission, (file) => ({
    HttpAuthScheme: file.useType("HttpAuthScheme"),
    provider: file.type(scope.names.authSchemeProvider),
    setProvider: list("(", [`httpAuthSchemeProvider: ${file.type(scope.names.authSchemeProvider)}`], ")", {
      before: "  setHttpAuthSchemeProvider",
      after: ": void;",
    }),
    identities: identities.map((scheme) => {
      const property = scheme.property ?? "";
      return {
        property,
        setter: `set${property.charAt(0).toUpperCase()}${property.slice(1)}`,
        types: identityTypes(scheme, file),
      };
    }),
  }));
};
