import { comment } from "../comment.ts";
import { clientDocs } from "../docs/shape.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { classHead, list } from "../layout.ts";
import type { CommandNames } from "../naming.ts";
import template from "./aggregated.hbs";
import { inputIsNeeded } from "./command.ts";

/** `src/X.ts`: the aggregated client, with a method per operation in three forms. */
export const aggregated = (emission: Emission) => {
  const { service, options, scope } = emission;
  const { names } = scope;
  return source(`src/${names.aggregated.file}`, template, emission, (file) => {
    const methods = service.operations.map((operation) => ({ operation, names: names.command(operation) }));
    return {
      name: names.aggregated.name,
      classHead: classHead(`export class ${names.aggregated.name}`, [
        `extends ${file.symbol(names.client)}`,
        `implements ${names.aggregated.name}`,
      ]),
      createAggregatedClient: file.use("createAggregatedClient"),
      requestOptions: names.requestOptions.name,
      callOptions: file.support("call-options", "CallOptions", { type: true }),
      metricsRecorder: file.useType("MetricsRecorder"),
      docs: comment(clientDocs(service, options.docs)),
      methods: methods.map(({ names: { method, command } }) => ({ entry: entry(method, file.symbol(command)) })),
      members: methods
        .map(({ operation, names: command }) => [
          `  /**\n   * @see {@link ${command.command.name}}\n   */`,
          ...signatures(command, { optional: !inputIsNeeded(operation, emission) }, file),
        ])
        .map((lines) => lines.join("\n"))
        .join("\n\n"),
    };
  });
};

/** The published helper makes `forgotPassword` of the key `ForgotPasswordCommand`. */
const entry = (method: string, command: string): string => {
  const key = `${method.charAt(0).toUpperCase()}${method.slice(1)}Command`;
  return key === command ? key : `${key}: ${command}`;
};

const signatures = (names: CommandNames, { optional }: { optional: boolean }, scope: FileScope) => {
  const { method } = names;
  const [input, output] = [scope.type(names.input), scope.type(names.output)];
  const options = scope.type(scope.names.requestOptions);
  const promise = `: ${scope.global("Promise")}<${output}>;`;
  const callback = `cb: (err: any, data?: ${output}) => void`;
  const form = (parameters: readonly string[], after: string): string =>
    list("(", parameters, ")", { before: `  ${method}`, after });
  return [
    ...(optional ? [form([], promise)] : []),
    form([`args: ${input}`, `options?: ${options}`], promise),
    form([`args: ${input}`, callback], ": void;"),
    form([`args: ${input}`, `options: ${options}`, callback], ": void;"),
  ];
};
