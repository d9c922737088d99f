import { NO_AUTH } from "../../ir/auth.ts";
import type { OperationIr } from "../../ir/types.ts";
import { type AuthScheme, identityTypes, isSigned, optionProperties, schemesOf } from "../auth-schemes.ts";
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
  const aws = service.aws !== undefined;
  return source(`src/${names.authSchemeProvider.file}`, provider, emission, (file) => {
    const cases = casesByOptions(service.operations, schemes);
    const used = new Set(cases.flatMap(({ ids }) => ids));
    return {
      aws,
      // The older official clients don't have it.
      preferenceOptional: file.runtime === "smithy-core" ? "" : "?",
      configParameter: aws ? "config" : "_config",
      parameters: names.authParameters.name,
      parametersInterface: aws
        ? `export interface ${names.authParameters.name} extends ${file.useType("HttpAuthSchemeParameters")} {\n  region?: string;\n}`
        : interfaceHead(
            `export interface ${names.authParameters.name}`,
            [file.useType("HttpAuthSchemeParameters")],
            "{}",
          ),
      parametersProvider: names.authParametersProvider.name,
      defaultParametersProvider: names.defaultAuthParametersProvider.name,
      provider: names.authSchemeProvider.name,
      providerInterface: interfaceHead(
        `export interface ${names.authSchemeProvider.name}`,
        [`${file.useType("HttpAuthSchemeProvider")}<${names.authParameters.name}>`],
        "{}",
      ),
      defaultProvider: defaultProvider(
        `export const ${names.defaultAuthSchemeProvider.name}: ${names.authSchemeProvider.name} =`,
        cases,
        schemes,
      ),
      resolvedConfig: file.type(names.resolvedConfig),
      getSmithyContext: file.use("getSmithyContext"),
      normalizeProvider: file.use("normalizeProvider"),
      object: file.global("Object"),
      ...types(file),
      options: schemes.filter(({ id }) => used.has(id)).map((scheme) => optionFunction(scheme, emission, file)),
      identities: schemes.filter(({ id }) => id !== "aws.auth#sigv4").flatMap((scheme) => identity(scheme, file)),
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
    .map(({ id, optionFunction }) => `${optionFunction}(${id === "aws.auth#sigv4" ? "authParameters" : ""})`);
  const margin = " ".repeat(column);
  return list("[", calls, "]", { before: `${margin}return `, after: ";" })
    .replaceAll(`\n${margin}`, "\n")
    .trimStart();
};

const optionFunction = (scheme: AuthScheme, { service, scope }: Emission, file: FileScope) => ({
  head: list("(", scheme.id === "aws.auth#sigv4" ? [`authParameters: ${scope.names.authParameters.name}`] : [], ")", {
    before: `function ${scheme.optionFunction}`,
    after: `: ${file.useType("HttpAuthOption")} {`,
  }),
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
          providerType: scope.useType(scheme.identityProvider),
          memoize: scope.use("memoizeIdentityProvider"),
          isExpired: scope.use("isIdentityExpired"),
          requiresRefresh: scope.use("doesIdentityRequireRefresh"),
        },
      ];

/**
 * SigV4's own options. A client of AWS without a signed operation keeps them in its types, so that code written for the
 * whole client compiles, and does nothing with them.
 */
const signing = ({ service }: Emission, scope: FileScope) => {
  const none = { extendsInput: "", extendsResolved: "", previously: "", resolved: "config" };
  if (service.aws === undefined && !isSigned(service)) return none;
  const input = scope.useType("AwsSdkSigV4AuthInputConfig");
  const resolved = scope.useType("AwsSdkSigV4AuthResolvedConfig");
  if (!isSigned(service)) {
    return { ...none, extendsInput: ` extends ${input}`, extendsResolved: ` extends Partial<${resolved}>` };
  }
  return {
    extendsInput: ` extends ${input}`,
    extendsResolved: ` extends ${resolved}`,
    previously: ` & ${scope.useType("AwsSdkSigV4PreviouslyResolved")}`,
    resolved: `${scope.use("resolveAwsSdkSigV4Config")}(config)`,
  };
};

const extensionConfiguration = (emission: Emission) => {
  const { service, scope } = emission;
  const identities = schemesOf(service).filter(({ id }) => id !== NO_AUTH);
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
