import { typesWithSecrets } from "../../ir/sensitive.ts";
import type { OperationIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { comment } from "../comment.ts";
import { commandPlugins } from "../customizations.ts";
import { commandDocs } from "../docs/command.ts";
import { type Emission, source } from "../emitter.ts";
import { commandEndpointParams } from "../endpoint/command-params.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, list, stringLiteral } from "../layout.ts";
import type { CommandNames } from "../naming.ts";
import { clientTitle, packageName } from "../package-facts.ts";
import { SensitiveLogWriter } from "../sensitive-log.ts";
import { isNeeded } from "../types.ts";
import template from "./command.hbs";
import { commandTypes } from "./command-types.ts";
import { validatorOf } from "./validation.ts";

/** `src/commands/*Command.ts`: a command per operation, its declarations those that are documented. */
export const commands = (emission: Emission) => {
  const secrets = typesWithSecrets(emission.service);
  return emission.service.operations.map((operation) => {
    const names = emission.scope.names.command(operation);
    return source(`src/${names.command.file}`, template, emission, (scope) => ({
      ...declarations(operation, names, emission, scope),
      ...behaviour(operation, names, emission, scope),
      filters: logFilters(operation, secrets, scope),
      docs: comment(docsOf(operation, names, emission)),
    }));
  });
};

const declarations = (operation: OperationIr, names: CommandNames, emission: Emission, scope: FileScope) => {
  const { command, input, output } = names;
  const inputType = operation.input === undefined ? [] : [scope.type(scope.names.type(operation.input))];
  const outputType = operation.output === undefined ? [] : [scope.type(scope.names.type(operation.output))];
  const metadataBearer = scope.useType("MetadataBearer");
  const types = [input.name, output.name, ...clientTypes(scope)];
  const second = inputIsNeeded(operation, emission) ? `input: ${input.name}` : `...[input]: [] | [${input.name}]`;
  return {
    name: command.name,
    input: input.name,
    output: output.name,
    metadataBearer,
    command: scope.use("Command"),
    operationCommand: scope.support("command", "$OperationCommand"),
    ...commandTypes(operation, emission, scope),
    constructor: constructorSignature(`input: ${input.name}`, types, scope),
    secondConstructor: constructorSignature(second, types, scope),
    instructions: endpointInstructions(scope),
    apiInput: isEmpty(operation.input, emission) ? "{}" : inputType.join(""),
    apiOutput: isEmpty(operation.output, emission) ? "{}" : outputType.join(""),
  };
};

/** `new (input: XCommandInput): import("module").CommandImpl<...>;` as it is documented, two spaces in. */
const constructorSignature = (parameter: string, types: readonly string[], scope: FileScope): string => {
  const implementation = `import(${stringLiteral(scope.moduleOf("Command"))}).CommandImpl`;
  const line = `  new (${parameter}): ${implementation}<${types.join(", ")}>;`;
  if (fits(line)) return line;
  const comma = parameter.startsWith("...") ? "" : ",";
  return [
    "  new (",
    `    ${parameter}${comma}`,
    `  ): ${implementation}<`,
    types.map((type) => `    ${type}`).join(",\n"),
    "  >;",
  ].join("\n");
};

const clientTypes = (scope: FileScope): readonly string[] => [
  scope.type(scope.names.resolvedConfig),
  scope.type(scope.names.inputTypes),
  scope.type(scope.names.outputTypes),
];

/** As each generation of the official client documents it. */
const endpointInstructions = (scope: FileScope): string =>
  scope.runtime === "smithy-core"
    ? "{ [x: string]: unknown }"
    : `import(${stringLiteral(scope.moduleOf("EndpointParameterInstructions"))}).EndpointParameterInstructions`;

/** Whether the input has a required member, so that a command can't be made without one. */
export const inputIsNeeded = (operation: OperationIr, { service }: Emission): boolean => {
  const type = operation.input === undefined ? undefined : service.typesById.get(operation.input);
  return type?.kind === "structure" && type.members.some(isNeeded);
};

const isEmpty = (id: ShapeId | undefined, { service }: Emission): boolean => {
  const type = id === undefined ? undefined : service.typesById.get(id);
  return type === undefined || (type.kind === "structure" && type.members.length === 0);
};

const behaviour = (operation: OperationIr, names: CommandNames, emission: Emission, scope: FileScope) => {
  const types = [names.input.name, names.output.name, ...clientTypes(scope)];
  const used = plugins(operation, emission, scope);
  const parameters = ["Command", "_clientStack", "config", ...(checks(operation, emission) ? ["options"] : [])];
  return {
    classBuilder: list("<", types, ">", { before: "  .classBuilder", after: "()", trailingComma: false }),
    endpointParameters: commandEndpointParams(operation, scope),
    plugins: list("[", used, "]", { before: `  .m((${parameters.join(", ")}) => `, after: ")" }),
    service: stringLiteral(emission.service.name),
    operation: stringLiteral(operation.name),
    clientAndCommand: list("(", [scope.names.client.name, names.command.name].map(stringLiteral), ")", {
      before: "  .n",
    }),
    serialize: scope.symbol(names.serialize),
    deserialize: scope.symbol(names.deserialize),
  };
};

/** The function that checks the operation's input before it is sent, where there is something to check. */
const checks = (operation: OperationIr, emission: Emission) =>
  emission.options.validation === "off" ? undefined : validatorOf(emission, operation);

/** The middleware that official clients put on a command's stack, in their order, and the validation. */
const plugins = (operation: OperationIr, emission: Emission, scope: FileScope): readonly string[] => {
  const validator = checks(operation, emission);
  const endpoint = `${endpointPlugin(emission, scope)}(config, Command.getEndpointParameterInstructions())`;
  return [
    ...(scope.runtime === "smithy-client" ? [`${scope.support("serde-plugin", "getSerdePlugin")}(config)`] : []),
    endpoint,
    ...commandPlugins(emission.service, operation, scope),
    ...(validator === undefined
      ? []
      : [
          list(
            "(",
            [
              stringLiteral(`${clientTitle(emission.service)} ${operation.name}`),
              scope.symbol(validator),
              "config",
              "options",
            ],
            ")",
            { before: `    ${scope.support("validation", "getInputValidationPlugin")}`, after: "," },
          ).slice(4, -1),
        ]),
  ];
};

/** S3 has parameters that no model tells, which the published plugin knows. */
const endpointPlugin = ({ service }: Emission, scope: FileScope): string =>
  service.aws?.sdkId === "S3" ? scope.use("getEndpointPlugin") : scope.support("endpoint-plugin", "getEndpointPlugin");

/** How input and output are shown in a log; absent where nothing in them is sensitive. */
const logFilters = (operation: OperationIr, secrets: ReadonlySet<ShapeId>, scope: FileScope): string | false => {
  const filter = (id: ShapeId | undefined): string | undefined =>
    id === undefined || !secrets.has(id) ? undefined : scope.symbol(SensitiveLogWriter.symbol(scope.names.type(id)));
  const [input, output] = [filter(operation.input), filter(operation.output)];
  const filters = [input ?? "undefined", ...(output === undefined ? [] : [output])];
  return input === undefined && output === undefined ? false : list("(", filters, ")", { before: "  .f" });
};

const docsOf = (operation: OperationIr, names: CommandNames, { service, options, scope }: Emission) =>
  commandDocs(
    operation,
    service.typesById,
    {
      packageName: packageName(service, options),
      service: scope.names.base,
      client: scope.names.client.name,
      serviceException: scope.names.baseException.name,
      command: names.command.name,
      error: (id) => scope.names.type(id).name,
    },
    { format: options.docs, configLines: scope.runtime === "smithy-core" },
  );
