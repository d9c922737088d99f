import { customEndpointRules } from "../../ir/custom-endpoint.ts";
import type { File } from "../../output/file.ts";
import { byCodeUnits } from "../../smithy/order.ts";
import { type Emission, source } from "../emitter.ts";
import { type ClientParameter, clientParameters, parameterType } from "../endpoint/parameters.ts";
import { compileRules, type EndpointImport } from "../endpoint/rules.ts";
import {
  CLIENT_INPUT_ENDPOINT_PARAMETERS,
  CLIENT_RESOLVED_ENDPOINT_PARAMETERS,
  COMMON_PARAMS,
  DEFAULT_ENDPOINT_RESOLVER,
  ENDPOINT_PARAMETERS,
  RESOLVE_CLIENT_ENDPOINT_PARAMETERS,
  RESOLVE_RULES,
} from "../endpoint/symbols.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, list, stringLiteral } from "../layout.ts";
import parametersTemplate from "./endpoint-parameters.hbs";
import resolverTemplate from "./endpoint-resolver.hbs";
import rulesTemplate from "./endpoint-ruleset.hbs";

/**
 * `src/endpoint/*`: the parameters of the service's endpoint rules, the rules as a function, and the resolver that
 * remembers what they gave. A service without rules takes its endpoint from the configuration.
 *
 * @throws RuleSetError where the rules use what doesn't exist, or values of wrong types
 */
export const endpoint = (emission: Emission): readonly File[] => {
  const rules = emission.service.rules ?? customEndpointRules;
  return [
    source(`src/${ENDPOINT_PARAMETERS.file}`, parametersTemplate, emission, (scope) => parametersView(emission, scope)),
    source(`src/${RESOLVE_RULES.file}`, rulesTemplate, emission, (scope) => {
      const body = compiledBody(emission, scope);
      return {
        name: RESOLVE_RULES.name,
        endpointParameters: scope.type(ENDPOINT_PARAMETERS),
        endpointV2: scope.useType("EndpointV2"),
        parameter: /\bparams\b/.test(body) ? "params" : "_params",
        body: body.trimEnd(),
      };
    }),
    source(`src/${DEFAULT_ENDPOINT_RESOLVER.file}`, resolverTemplate, emission, (scope) => {
      const names = rules.parameters.map(({ name }) => stringLiteral(name)).sort(byCodeUnits);
      const cache = scope.support("endpoint-cache", "endpointCache");
      const of = `${scope.type(ENDPOINT_PARAMETERS)}, ${scope.useType("EndpointV2")}`;
      return {
        name: DEFAULT_ENDPOINT_RESOLVER.name,
        cached: list("[", names, "]", { before: `const cached = ${cache}<${of}>(`, after: ");" }),
        endpointParameters: scope.type(ENDPOINT_PARAMETERS),
        endpointV2: scope.useType("EndpointV2"),
        logger: scope.useType("Logger"),
        resolve: scope.symbol(RESOLVE_RULES),
      };
    }),
  ];
};

/** The rules are compiled to learn what they import, and again where an import has another identifier than its name. */
const compiledBody = ({ service }: Emission, scope: FileScope): string => {
  const rules = service.rules ?? customEndpointRules;
  const compiled = compileRules(rules);
  const identifiers = new Map(compiled.imports.map((imported) => [imported.name, importIdentifier(imported, scope)]));
  if ([...identifiers].every(([name, identifier]) => name === identifier)) return compiled.body;
  return compileRules(rules, ({ name }) => identifiers.get(name) ?? name).body;
};

const importIdentifier = (imported: EndpointImport, scope: FileScope): string =>
  imported.kind === "published" ? scope.use(imported.name) : scope.support(imported.file, imported.name);

const parametersView = ({ service, scope: { runtime } }: Emission, scope: FileScope) => {
  const rules = service.rules ?? customEndpointRules;
  const client = clientParameters(rules, service.clientContextParams);
  const nested = client.filter(({ place }) => place !== "top");
  const input = CLIENT_INPUT_ENDPOINT_PARAMETERS.name;
  return {
    input,
    resolved: CLIENT_RESOLVED_ENDPOINT_PARAMETERS.name,
    // The older official clients keep `endpoint` in the resolved type.
    resolvedBase: runtime === "smithy-core" ? `Omit<${input}, "endpoint">` : input,
    resolve: RESOLVE_CLIENT_ENDPOINT_PARAMETERS.name,
    commonParams: COMMON_PARAMS.name,
    endpointParameters: ENDPOINT_PARAMETERS.name,
    baseParameters: scope.useType("EndpointParameters"),
    nested: nested.length > 0,
    nestedParameters: nested.map((parameter) => ({ line: configLine(parameter, "    ", scope) })),
    inputs: client
      .filter(({ place }) => place !== "nested")
      .map((parameter) => ({ line: configLine(parameter, "  ", scope) })),
    initials: client.flatMap(({ config, initial }) => (initial === undefined ? [] : [{ config, initial }])),
    signingName: stringLiteral(service.signingName ?? ""),
    common: client.map(({ name, source, config }) => ({ name, source, config: stringLiteral(config) })),
    hasCommon: client.length > 0,
    hasParameters: rules.parameters.length > 0,
    parameters: rules.parameters.map((parameter) => {
      const type = parameterType(parameter);
      const needed = parameter.required && parameter.default === undefined;
      return { line: needed ? `  ${parameter.name}: ${type};` : `  ${parameter.name}?: ${type} | undefined;` };
    }),
  };
};

const configLine = ({ config, type }: ClientParameter, margin: string, scope: FileScope): string => {
  const provider = scope.useType("Provider");
  if (config !== "endpoint" || margin.length > 2) {
    // The newer official clients also take `undefined`, and providers of it; so does what reads this one option.
    const kinds =
      scope.runtime === "smithy-core" || config === "useArnRegion"
        ? `${type} | undefined | ${provider}<${type} | undefined>`
        : `${type} | ${provider}<${type}>`;
    return `${margin}${config}?: ${kinds};`;
  }
  const [endpoint, endpointV2] = [scope.useType("Endpoint"), scope.useType("EndpointV2")];
  const kinds = ["string", endpoint, endpointV2].flatMap((kind) => [kind, `${provider}<${kind}>`]);
  const line = `${margin}endpoint?: ${kinds.join(" | ")};`;
  return fits(line) ? line : `${margin}endpoint?:\n${kinds.map((kind) => `${margin}  | ${kind}`).join("\n")};`;
};
