import type { OperationIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, list, objectKey } from "../layout.ts";
import { call, statement } from "../protocols/code.ts";
import { FunctionNames } from "../protocols/function-names.ts";
import {
  type CodecFunctions,
  fillsDefaults,
  type ProtocolFile,
  structureAt,
  type TransportFunctions,
} from "../protocols/protocol.ts";
import { protocolFor } from "../protocols/registry.ts";
import template from "./protocol.hbs";

/** `src/protocols/Aws_json1_1.ts`: a function for each operation's request and one for its response, and all they need. */
export const protocolFile = (emission: Emission) => {
  const { service } = emission;
  const protocol = protocolFor(service.protocol);
  return source(`src/${protocol.file}`, template, emission, (scope) => {
    const names = new FunctionNames(service, scope.names);
    const file: ProtocolFile = { service, scope, names, fillsDefaults: fillsDefaults(emission) };
    const codec = protocol.codec(file);
    const transport = protocol.transport(file, codec);
    const tables = new ErrorTables(file, codec, transport);
    const operations = service.operations.map((operation) =>
      operationView(operation, scope, { transport, table: tables.of(operation) }),
    );
    const { reader, fields } = codec.errorReader();
    const shared = transport.declarations();
    return {
      operations,
      functions: codec.declarations().map((text) => ({ text })),
      tables: tables.texts.map((text) => ({ text })),
      shared: shared.map((text) => ({ text })),
      isErrorResponse: scope.support("response-error", "isErrorResponse"),
      readServiceError: reader,
      modelledBy: scope.support("error-table", "modelledBy"),
      base: scope.symbol(scope.names.baseException),
      readErrorHead: readErrorHead(scope),
      errorFields: fields.map((line) => ({ line })),
    };
  });
};

const operationView = (
  operation: OperationIr,
  scope: FileScope,
  { transport, table }: { transport: TransportFunctions; table: string },
) => {
  const names = scope.names.command(operation);
  const { statements, usesInput } = transport.request(operation);
  const input = `${usesInput ? "input" : "_input"}: ${scope.type(names.input)}`;
  const output = `output: ${scope.useType("HttpResponse")}`;
  return {
    serializeHead: head(names.serialize.name, input, scope.useType("HttpRequest"), scope),
    serializeBody: statements.map((line) => ({ line })),
    deserializeHead: head(names.deserialize.name, output, scope.type(names.output), scope),
    throwError: statement("    throw ", call("await readError", "output", "context", table)),
    deserializeBody: transport.response(operation).map((line) => ({ line })),
  };
};

const head = (name: string, first: string, result: string, scope: FileScope): string =>
  list("(", [first, `context: ${scope.useType("SerdeContext")}`], ")", {
    before: `export const ${name} = async `,
    after: `: ${scope.global("Promise")}<${result}> => {`,
  });

const readErrorHead = (scope: FileScope): string => {
  const table = scope.support("error-table", "ErrorTable", { type: true, as: scope.names.importAlias("ErrorTable") });
  const params = [
    `output: ${scope.useType("HttpResponse")}`,
    `context: ${scope.useType("SerdeContext")}`,
    `errors: ${table}`,
  ];
  const result = `${scope.global("Promise")}<${scope.useType("ServiceException")}>`;
  return list("(", params, ")", { before: "const readError = ", after: `: ${result} =>` });
};

/** `Broken`, or `Broken: [Broken, de_Broken]` with a line for each of the two where one is too short. */
const tableEntry = (key: string, entry: string): string => {
  if (key === entry) return key;
  const line = `${key}: ${entry}`;
  return fits(`  ${line},`) ? line : line.replace(/: \[(.*), (.*)\]$/, ": [\n    $1,\n    $2,\n  ]");
};

/**
 * The errors of operations, by code. Operations with the same errors share a table, and a bundle of one command holds
 * the errors of its own. A table is made for an error: a program that meets none needs none of the classes.
 */
class ErrorTables {
  readonly texts: string[] = [];
  readonly #file: ProtocolFile;
  readonly #codec: CodecFunctions;
  readonly #transport: TransportFunctions;
  readonly #known = new Map<string, string>();

  constructor(file: ProtocolFile, codec: CodecFunctions, transport: TransportFunctions) {
    this.#file = file;
    this.#codec = codec;
    this.#transport = transport;
  }

  /** The table of an operation, as an expression. */
  of(operation: OperationIr): string {
    const { scope, names } = this.#file;
    const { errors } = operation;
    if (errors.length === 0) return "{}";
    const key = errors.join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = names.claim(`${scope.names.command(operation).method}Errors`);
    const expression = `${name}()`;
    this.#known.set(key, expression);
    const type = scope.support("error-table", "ErrorTable", { type: true, as: scope.names.importAlias("ErrorTable") });
    const before = `const ${name} = (): ${type} => `;
    this.texts.push(list("({", this.#entries(errors), "});", { before, padded: true }));
    return expression;
  }

  /** Each code once: the first of all errors before any other of one. */
  #entries(errors: readonly ShapeId[]): readonly string[] {
    const coded = errors.map((id) => {
      const error = structureAt(this.#file.service, id);
      const [code = "", ...others] = this.#codec.errorCodes(error);
      return { error, code, others };
    });
    const byCode = new Map<string, string>();
    const add = (code: string, error: (typeof coded)[number]["error"]): void => {
      if (byCode.has(code)) return;
      byCode.set(code, tableEntry(objectKey(code), this.#codec.error(this.#transport.error(error))));
    };
    for (const { code, error } of coded) add(code, error);
    for (const { others, error } of coded) for (const code of others) add(code, error);
    return [...byCode.values()];
  }
}
