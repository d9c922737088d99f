import type { ErrorIr, OperationIr, StructureIr, TypeIr } from "../../ir/types.ts";
import { byCodeUnits } from "../../smithy/order.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { type DocSection, modelText, own } from "./comment.ts";
import { modelledExample } from "./example.ts";
import type { DocsFormat } from "./markdown.ts";
import { skeleton } from "./skeleton.ts";
import { streamLines } from "./stream.ts";
import { documentationTags, documentationText, visibility } from "./traits.ts";

/** Identifiers and names of the generated package that a command's documentation says. */
export interface CommandNames {
  /** `@aws-sdk/client-cognito-identity-provider`, or what its owner named the package. */
  readonly packageName: string;
  /** `CognitoIdentityProvider` */
  readonly service: string;
  /** `CognitoIdentityProviderClient` */
  readonly client: string;
  /** `CognitoIdentityProviderServiceException` */
  readonly serviceException: string;
  /** `ForgotPasswordCommand`; its input and output types have `Input` and `Output` behind it. */
  readonly command: string;
  /** The class of an error: `UserNotFoundException`. */
  readonly error: (id: ShapeId) => string;
}

export interface CommandDocsOptions {
  readonly format: DocsFormat;
  /** Whether the example shows where `config` comes from, as the documents of the newer runtime do. */
  readonly configLines: boolean;
}

/**
 * The documentation of a command, in the order of the documents: what it does, an example with a bare-bones client and
 * both shapes spelled out, parameter, result, what to see, each error with its fault, the base exception, the model's
 * own examples, `@public`.
 */
export const commandDocs = (
  operation: OperationIr,
  types: ReadonlyMap<ShapeId, TypeIr>,
  names: CommandNames,
  options: CommandDocsOptions,
): readonly DocSection[] => [
  documentationText(operation.docs, options.format),
  documentationTags(operation.docs),
  bareBonesExample(operation, types, names, options),
  references(names),
  ...errorSections(operation, types, names, options),
  baseException(names, options.format),
  ...operation.examples.map((example) => modelledExample(example, operation, types, names)),
  visibility(operation.docs),
];

const bareBonesExample = (
  operation: OperationIr,
  types: ReadonlyMap<ShapeId, TypeIr>,
  { packageName, client, command }: CommandNames,
  { configLines }: CommandDocsOptions,
): DocSection => {
  const [input = "", ...inputRest] = skeleton(operation.input, types, "input");
  return [
    own`@example`,
    own`Use a bare-bones client and the command you need to make an API call.`,
    own`${"```"}javascript`,
    own`import { ${client}, ${command} } from "${packageName}"; // ES Modules import`,
    own`// const { ${client}, ${command} } = require("${packageName}"); // CommonJS import`,
    ...(configLines
      ? [
          own`// import type { ${client}Config } from "${packageName}";`,
          own`const config = {}; // type is ${client}Config`,
        ]
      : []),
    own`const client = new ${client}(config);`,
    ...modelText([`const input = ${input}`, ...inputRest].join("\n")),
    own`const command = new ${command}(input);`,
    own`const response = await client.send(command);`,
    ...streamLines(operation, types),
    ...modelText(
      skeleton(operation.output, types, "output")
        .map((line) => `// ${line}`)
        .join("\n"),
    ),
    own`${"```"}`,
  ];
};

const references = ({ client, command }: CommandNames): DocSection => [
  own`@param ${command}Input - {@link ${command}Input}`,
  own`@returns {@link ${command}Output}`,
  own`@see {@link ${command}Input} for command's \`input\` shape.`,
  own`@see {@link ${command}Output} for command's \`response\` shape.`,
  own`@see {@link ${client}ResolvedConfig | config} for ${client}'s \`config\` shape.`,
];

/** One section for each error, in the order of their names. */
const errorSections = (
  { errors }: OperationIr,
  types: ReadonlyMap<ShapeId, TypeIr>,
  names: CommandNames,
  { format }: CommandDocsOptions,
): readonly DocSection[] =>
  errors
    .map((id) => ({ name: names.error(id), type: types.get(id) }))
    .sort((a, b) => byCodeUnits(a.name, b.name))
    .flatMap(({ name, type }) => (isError(type) ? [errorDocs(type, name, format)] : []));

type ErrorStructure = StructureIr & { readonly error: ErrorIr };
const isError = (type: TypeIr | undefined): type is ErrorStructure =>
  type?.kind === "structure" && type.error !== undefined;

const errorDocs = ({ docs, error }: ErrorStructure, name: string, format: DocsFormat): DocSection => [
  own`@throws {@link ${name}} (${error.fault} fault)`,
  ...documentationText(docs, format),
];

const baseException = ({ service, serviceException }: CommandNames, format: DocsFormat): DocSection => {
  const sentence = `Base exception class for all service exceptions from ${service} service.`;
  return [own`@throws {@link ${serviceException}}`, format === "html" ? own`<p>${sentence}</p>` : own`${sentence}`];
};

/** The documentation of a command's input type, `direction` "input", or output type. */
export const commandTypeDocs = (command: string, direction: "input" | "output"): readonly DocSection[] => [
  [own`@public`],
  [direction === "input" ? own`The input for {@link ${command}}.` : own`The output of {@link ${command}}.`],
];
