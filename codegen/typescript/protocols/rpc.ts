import type { OperationIr } from "../../ir/types.ts";
import { list, objectKey, stringLiteral } from "../layout.ts";
import { call, inline, objectStatement, statement } from "./code.ts";
import { hostPrefix } from "./host-prefix.ts";
import { arrowFunction } from "./members.ts";
import {
  type CodecFunctions,
  type Document,
  type ProtocolFile,
  structureAt,
  type Transport,
  type TransportFunctions,
} from "./protocol.ts";

/** What the protocols without HTTP bindings differ in. */
export interface RpcSettings {
  /**
   * What says which operation is called: the header `x-amz-target`, the path (`/service/S/operation/O`), or the body,
   * which the codec writes.
   */
  readonly operation: "target" | "path" | "body";
  /** Headers that each request has, beside its `content-type`, by their names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every operation is a POST, and all members of inputs, outputs and errors are in the body. */
export const rpc =
  (settings: RpcSettings): Transport =>
  (file, codec) =>
    settings.operation === "path" ? new PathRpc(file, codec, settings) : new Rpc(file, codec, settings);

/** Every operation goes to the endpoint's own path. */
class Rpc implements TransportFunctions {
  readonly #file: ProtocolFile;
  readonly #codec: CodecFunctions;
  readonly #settings: RpcSettings;

  constructor(file: ProtocolFile, codec: CodecFunctions, settings: RpcSettings) {
    this.#file = file;
    this.#codec = codec;
    this.#settings = settings;
  }

  request(operation: OperationIr) {
    const { scope } = this.#file;
    const prefix = hostPrefix(operation, scope);
    const document = inputOf(operation, this.#file);
    const body = this.#codec.writeDocument(document);
    if (body === undefined) throw new Error(`The body of ${operation.id} has to name the operation, or be there.`);
    const headers = call("headers", ...(this.#settings.operation === "target" ? [stringLiteral(operation.name)] : []));
    const request = call(
      scope.support("json-rpc", "buildRpcRequest"),
      "context",
      headers,
      "body",
      ...(prefix === undefined ? [] : [prefix.value]),
    );
    return {
      statements: [...(prefix?.statements ?? []), statement("  const body = ", body), statement("  return ", request)],
      usesInput: document.members.length > 0 || (prefix?.statements ?? []).length > 0,
    };
  }

  response(operation: OperationIr) {
    return outputStatements(operation, this.#file, this.#codec);
  }

  error = wholeError;

  declarations() {
    const { scope, service } = this.#file;
    const { contentType } = this.#codec;
    const result = scope.useType("HeaderBag");
    const others = fixedHeaders(this.#settings, service.awsQueryCompatible);
    const comment = "/** What each request says of itself. */\n";
    if (this.#settings.operation === "body") {
      const lines = [`"content-type": ${stringLiteral(contentType)}`, ...others];
      return [`${comment}${list("{", lines, "});", { before: `const headers = (): ${result} => (`, padded: true })}`];
    }
    const target = `\`${service.name}.\${operation}\``;
    const headers = call(scope.support("json-rpc", "rpcHeaders"), stringLiteral(contentType), target);
    if (others.length === 0)
      return [`${comment}${arrowFunction("headers", ["operation: string"], result, { call: headers })}`];
    const lines = [`...${inline(headers)}`, ...others].map((line) => `  ${line},\n`).join("");
    return [`${comment}const headers = (operation: string): ${result} => ({\n${lines}});`];
  }
}

/** The path names the service and the operation. */
class PathRpc implements TransportFunctions {
  readonly #file: ProtocolFile;
  readonly #codec: CodecFunctions;
  readonly #settings: RpcSettings;

  constructor(file: ProtocolFile, codec: CodecFunctions, settings: RpcSettings) {
    this.#file = file;
    this.#codec = codec;
    this.#settings = settings;
  }

  request(operation: OperationIr) {
    const { scope, service } = this.#file;
    const prefix = hostPrefix(operation, scope);
    const document = inputOf(operation, this.#file);
    const body = this.#codec.writeDocument(document);
    const contentType = `"content-type": ${stringLiteral(this.#codec.contentType)}`;
    const fields = [
      'method: "POST"',
      `path: ${stringLiteral(`/service/${service.name}/operation/${operation.name}`)}`,
      body === undefined ? "headers: headers()" : `headers: { ...headers(), ${contentType} }`,
      ...(body === undefined ? [] : ["body"]),
      ...(prefix === undefined ? [] : [`hostPrefix: ${prefix.value}`]),
    ];
    return {
      statements: [
        ...(prefix?.statements ?? []),
        ...(body === undefined ? [] : [statement("  const body = ", body)]),
        objectStatement(`  return ${scope.support("http-request", "buildRequest")}(context, `, fields, ");"),
      ],
      usesInput: document.members.length > 0 || (prefix?.statements ?? []).length > 0,
    };
  }

  response(operation: OperationIr) {
    return outputStatements(operation, this.#file, this.#codec);
  }

  error = wholeError;

  declarations() {
    const { scope, service } = this.#file;
    const lines = fixedHeaders(this.#settings, service.awsQueryCompatible);
    const before = `const headers = (): ${scope.useType("HeaderBag")} => (`;
    return [`/** What each request says of itself. */\n${list("{", lines, "});", { before, padded: true })}`];
  }
}

const inputOf = (operation: OperationIr, { service }: ProtocolFile): Document => {
  if (operation.input === undefined) return { operation, members: [] };
  const structure = structureAt(service, operation.input);
  return { operation, structure, members: structure.members };
};

const outputStatements = (
  operation: OperationIr,
  { scope, service }: ProtocolFile,
  codec: CodecFunctions,
): readonly string[] => {
  const metadata = `$metadata: ${scope.support("response-error", "deserializeMetadata")}(output)`;
  if (operation.output === undefined) return [statement("  ", codec.readNothing()), `  return { ${metadata} };`];
  const structure = structureAt(service, operation.output);
  const contents = codec.readDocument({ operation, structure, members: structure.members });
  return [statement("  const contents = ", contents), `  return { ...contents, ${metadata} };`];
};

const wholeError: TransportFunctions["error"] = (structure) => ({ structure, members: structure.members, bound: [] });

/** Lines of an object. Services that once spoke awsQuery are asked to give the codes that they gave then. */
const fixedHeaders = ({ headers = {} }: RpcSettings, awsQueryCompatible: boolean): readonly string[] =>
  Object.entries({ ...headers, ...(awsQueryCompatible ? { "x-amzn-query-mode": "true" } : {}) }).map(
    ([name, value]) => `${objectKey(name)}: ${stringLiteral(value)}`,
  );
