import { byCodeUnits } from "../../smithy/order.ts";
import { comment } from "../comment.ts";
import { own } from "../docs/comment.ts";
import { documentationTags, documentationText } from "../docs/traits.ts";
import { type Emission, source } from "../emitter.ts";
import type { Names } from "../naming.ts";
import template from "./index.hbs";
import lines from "./index-files.hbs";
import { validatorOf } from "./validation.ts";

/** `src/index.ts`, `src/commands/index.ts` and `src/models/index.ts`: what the package exports. */
export const indexes = (emission: Emission) => {
  const { service, options, scope } = emission;
  const { names } = scope;
  const validation = options.validation === "required" && service.operations.some((op) => validatorOf(emission, op));
  const all = (path: string, files: readonly string[]) =>
    source(path, lines, emission, () => ({ lines: files.map((file) => ({ line: `export * from "./${file}.js";` })) }));
  return [
    source("src/index", template, emission, (file) => {
      for (const name of ["call-options", "response-error", "result-metadata", "wire-log"]) scope.support.add(name);
      return {
        docs: comment([
          documentationText(service.docs, options.docs),
          documentationTags(service.docs),
          [own`@packageDocumentation`],
        ]),
        clientFile: names.client.file,
        aggregatedFile: names.aggregated.file,
        ...exported(names),
        extensionConfiguration: names.extensionConfiguration.name,
        commandModule: file.moduleOf("Command"),
        models: names.modelFiles.length > 0,
        baseException: names.baseException.name,
        baseExceptionFile: names.baseException.file,
        validation,
      };
    }),
    all(
      "src/commands/index",
      service.operations.map((operation) => basename(names.command(operation).command.file)).sort(byCodeUnits),
    ),
    ...(names.modelFiles.length === 0 ? [] : [all("src/models/index", names.modelFiles.map(basename))]),
  ];
};

const basename = (file: string): string => file.slice(file.lastIndexOf("/") + 1);

/** What is exported beside the model's types; a shape of the same name keeps it, and ours gets a leading `_`. */
const EXPORTED = [
  "ClientInputEndpointParameters",
  "RuntimeExtension",
  "CallOptions",
  "ResultMetadata",
  "resultMetadata",
  "wireLogPlugin",
  "ResponseBodyError",
  "ResponseBodyTooLargeError",
  "InputFailure",
  "InputValidationError",
] as const;

const exported = (names: Names) =>
  Object.fromEntries(
    EXPORTED.map((name) => {
      const free = names.importAlias(name);
      return [name, free === name ? name : `${name} as ${free}`];
    }),
  );
