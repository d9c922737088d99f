import { defaultSocketTimeout } from "../../ir/time-limits.ts";
import type { File } from "../../output/file.ts";
import { own } from "../../smithy/json.ts";
import { isSigned } from "../auth-schemes.ts";
import { fenceFor } from "../docs/inline.ts";
import { firstSentence, plainWords } from "../docs/sentence.ts";
import { Table } from "../docs/table.ts";
import { WIDTH, wrapWords } from "../docs/wrap.ts";
import type { Emission } from "../emitter.ts";
import { clientTitle, packageName } from "../package-facts.ts";
import { authWords } from "../readme/auth-words.ts";
import { configurationRows } from "../readme/configuration.ts";
import { callExample, errorExample, exampleOperation } from "../readme/examples.ts";
import { render } from "../templates.ts";
import template from "./package-readme.hbs";

const wrapped = (text: string): string => wrapWords(text, WIDTH).join("\n");

/** `README.md`: what the package is for, in terms of its own operations. */
export const packageReadme = (emission: Emission): File => {
  const { options, service, scope } = emission;
  const operation = exampleOperation(service);
  const text = render(template, {
    packageName: plainWords(packageName(service, options)),
    introduction: wrapped(introduction(emission)),
    install: fenced("sh", `npm install ${packageName(service, options)}`),
    platforms: wrapped(`${nodeVersion(emission)}, browsers and React Native. ${FORMS}`),
    example: operation === undefined ? false : fenced("ts", callExample(emission, operation)),
    aggregated: scope.names.aggregated.name,
    errorExample: operation === undefined ? "" : fenced("ts", errorExample(emission, operation)),
    errorWords: errorWords(emission),
    operations: operationTable(emission),
    configuration: table(["option", "meaning"], configurationRows(emission)),
    signing: signing(emission),
    timeLimits: timeLimits(emission),
    validation: validation(emission),
    note: scope.runtime === "smithy-client" ? RE_EXPORTS : false,
    license: options.license === undefined ? false : plainWords(options.license),
  });
  return { path: "README.md", text };
};

const FORMS =
  "ES modules and CommonJS, each with its types. `src` holds the TypeScript that both are built from, and is where an " +
  "editor's \"go to definition\" leads. In the package's own folder, `npm install && npm run build` builds it.";

const RE_EXPORTS = wrapped(
  "This package imports from `@smithy/smithy-client`, `@smithy/middleware-serde` and their kin, which are thin " +
    're-exports of `@smithy/core` today and bundle worse for Node.js. Generated with `runtime: "smithy-core"` it is the ' +
    "same client, made of `@smithy/core` itself.",
);

/** A block of code that whatever stands in it can't end. */
const fenced = (language: string, code: string): string => {
  const fence = fenceFor(code);
  return `${fence}${language}\n${code}\n${fence}`;
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = new Table();
  for (const row of [head, ...rows]) {
    lines.row();
    for (const cell of row) lines.cell(cell);
  }
  return lines.lines.join("\n");
};

const introduction = ({ service }: Emission): string => {
  const sentence = firstSentence(service.docs.documentation);
  const title = plainWords(service.title ?? clientTitle(service));
  const version = service.version === "" ? "" : `, version ${plainWords(service.version)}`;
  return `TypeScript client of ${title}${version}.${sentence === "" ? "" : ` ${sentence}`}`;
};

const nodeVersion = ({ options }: Emission): string => {
  const node = options.engines === undefined ? ">=20" : own(options.engines, "node");
  return typeof node === "string" ? `For Node.js ${plainWords(node)}` : "For Node.js";
};

const errorWords = ({ scope }: Emission): string =>
  wrapped(
    "Each error of the model is a class of its own. An error that the model doesn't know is a " +
      `\`${scope.names.baseException.name}\` with the service's code as its \`name\`; a response that can't be read is an ` +
      "error with its status, the request's id and the start of the body. `$metadata` says how often the call was tried.",
  );

const operationTable = ({ service, scope }: Emission): string =>
  table(
    ["command", "what it does", "auth"],
    service.operations.map((operation) => [
      `\`${scope.names.command(operation).command.name}\``,
      firstSentence(operation.docs.documentation),
      authWords(operation.auth),
    ]),
  );

const signing = ({ service }: Emission): string =>
  wrapped(
    isSigned(service)
      ? "Credentials are looked for in the usual places, or are `credentials` of the configuration. The chain that looks " +
          "for them is loaded when a signed operation is first called."
      : "No operation of this package is signed: it depends on no signing and on no credential package.",
  );

const timeLimits = ({ service }: Emission): string => {
  const idle = defaultSocketTimeout(service.aws?.sdkId);
  const connect = "A connection is made within 10 seconds (which only Node.js can tell)";
  const wait =
    idle === 0
      ? ", but how long an answer may take isn't limited, since this service takes its time."
      : `, and no call waits longer than ${idle / 1000} seconds for the next byte, of the head or of the body.`;
  return wrapped(
    `${connect}${wait} What takes longer ends with a \`TimeoutError\`, which is retried as other transient errors are. ` +
      "The limits of a client are `requestHandler: { connectionTimeout, socketTimeout }`, those of one call " +
      "`client.send(command, { connectionTimeout, socketTimeout })`, in milliseconds; 0 is no limit. `abortSignal` beside " +
      "them ends a call at any time.",
  );
};

const validation = ({ options }: Emission): string =>
  wrapped(
    options.validation === "off"
      ? "This package was generated without validation: the service judges each input."
      : "An input that lacks a required member, at any depth, is refused before anything is sent, with one " +
          '`InputValidationError` whose `failures` name each missing member by its path. `validation: "off"` for a ' +
          "client or a call leaves that to the service.",
  );
