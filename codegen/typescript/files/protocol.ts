import type { OperationIr } from "../../ir/types.ts";
import { nameOf, type ShapeId } from "../../smithy/shape-id.ts";
import { type Emission, source } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import { fits, list, objectKey } from "../layout.ts";
import { brokenCall, type Call, type Code, call, inline } from "../protocols/code.ts";
import { FunctionNames } from "../protocols/function-names.ts";
import type { Protocol, ShapeFunctions } from "../protocols/protocol.ts";
import { protocolFor } from "../protocols/registry.ts";
import template from "./protocol.hbs";

/** `src/protocols/Aws_json1_1.ts`: a function for each operation's request and one for its response, and all they need. */
export const protocolFile = (emission: Emission) => {
  const { service } = emission;
  const protocol = protocolFor(service.protocol);
  return source(`src/${protocol.file}`, template, emission, (scope) => {
    const functions = protocol.codec.functions(emission, scope);
    const tables = new ErrorTables(emission, scope, functions);
    const operations = service.operations.map((operation) =>
      operationView(operation, scope, { protocol, functions, table: tables.of(operation) }),
    );
    const errorBody = functions.errorBody() ?? false;
    const declarations = functions.declarations();
    return {
      operations,
      functions: declarations.map((text) => ({ text })),
      tables: tables.texts.map((text) => ({ text })),
      isErrorResponse: scope.support("json-error", "isErrorResponse"),
      deserializeMetadata: scope.support("response-error", "deserializeMetadata"),
      readServiceError: scope.support("json-error", "readServiceError"),
      modelledBy: scope.support("error-table", "modelledBy"),
      base: scope.symbol(scope.names.baseException),
      readErrorHead: readErrorHead(scope),
      errorBody,
      queryCompatible: service.awsQueryCompatible,
      headers: protocol.transport.shared(emission, scope),
    };
  });
};

const operationView = (
  operation: OperationIr,
  scope: FileScope,
  { protocol, functions, table }: { protocol: Protocol; functions: ShapeFunctions; table: string },
) => {
  const names = scope.names.command(operation);
  const { code: body, usesInput } = functions.body(operation.input);
  const { before, request } = protocol.transport.request(operation, scope);
  const contents = operation.output === undefined ? undefined : functions.contents(operation.output);
  const inputName = usesInput || before.length > 0 ? "input" : "_input";
  return {
    serializeHead: head(
      names.serialize.name,
      `${inputName}: ${scope.type(names.input)}`,
      scope.useType("HttpRequest"),
      scope,
    ),
    serializeBody: [
      ...before.map((line) => `  ${line}`),
      statement("  const body = ", body),
      statement("  return ", request),
    ].map((line) => ({ line })),
    deserializeHead: head(
      names.deserialize.name,
      `output: ${scope.useType("HttpResponse")}`,
      scope.type(names.output),
      scope,
    ),
    throwError: statement("    throw ", call("await readError", "output", "context", table)),
    readContents:
      contents === undefined
        ? `  await ${scope.support("json-body", "readJsonObject")}(output, context);`
        : statement("  const contents = ", contents),
    spread: contents === undefined ? "" : "...contents, ",
  };
};

const head = (name: string, first: string, result: string, scope: FileScope): string =>
  list("(", [first, `context: ${scope.useType("SerdeContext")}`], ")", {
    before: `export const ${name} = async `,
    after: `: ${scope.global("Promise")}<${result}> => {`,
  });

const statement = (before: string, code: Code): string => {
  const line = `${before}${inline(code)};`;
  return fits(line) || typeof code === "string" ? line : brokenCall(before, code as Call, ";");
};

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
 * the errors of its own.
 */
class ErrorTables {
  readonly texts: string[] = [];
  readonly #emission: Emission;
  readonly #scope: FileScope;
  readonly #functions: ShapeFunctions;
  readonly #names: FunctionNames;
  readonly #known = new Map<string, string>();

  constructor(emission: Emission, scope: FileScope, functions: ShapeFunctions) {
    this.#emission = emission;
    this.#scope = scope;
    this.#functions = functions;
    this.#names = new FunctionNames(emission.service, scope.names);
  }

  /** The table of an operation, as an expression. */
  of(operation: OperationIr): string {
    const { errors } = operation;
    if (errors.length === 0) return "{}";
    const key = errors.join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = this.#names.claim(`${this.#scope.names.command(operation).method}Errors`);
    this.#known.set(key, name);
    const type = this.#scope.support("error-table", "ErrorTable", {
      type: true,
      as: this.#scope.names.importAlias("ErrorTable"),
    });
    this.texts.push(list("{", this.#entries(errors), "};", { before: `const ${name}: ${type} = `, padded: true }));
    return name;
  }

  /** An error's shape name is its code, whatever `rename` makes of it; so is, for clients of services that spoke awsQuery once, the code it had there. */
  #entries(errors: readonly ShapeId[]): readonly string[] {
    const { service } = this.#emission;
    const byCode = new Map<string, string>();
    const add = (code: string, id: ShapeId): void => {
      if (byCode.has(code)) return;
      const key = objectKey(code);
      const entry = this.#functions.error(id);
      byCode.set(code, tableEntry(key, entry));
    };
    for (const id of errors) add(nameOf(id), id);
    if (service.awsQueryCompatible) {
      for (const id of errors) {
        const type = service.typesById.get(id);
        const code = type?.kind === "structure" ? type.error?.queryCode : undefined;
        if (code !== undefined) add(code, id);
      }
    }
    return [...byCode.values()];
  }
}
