import type { MemberIr, OperationIr, ServiceIr, StructureIr } from "../../ir/types.ts";
import { nameOf, type ShapeId } from "../../smithy/shape-id.ts";
import type { Emission } from "../emitter.ts";
import type { FileScope } from "../file-scope.ts";
import type { Code } from "./code.ts";
import type { FunctionNames } from "./function-names.ts";
import type { MemberLine } from "./members.ts";

/**
 * How a service is spoken to: a transport, which knows where the parts of a message go, and a codec, which knows what a
 * document looks like. Each transport goes with each codec. For one protocol file both are called once, the codec first;
 * the file's emitter then asks the transport for the body of each function, and the transport asks the codec for what a
 * body holds. Both write code in which some names are in sight:
 *
 * - in `se_XCommand`: `input`, as the caller gave it, and `context` (`SerdeContext`);
 * - in `de_XCommand`: `output`, the `HttpResponse`, and `context`;
 * - in the function that reads an error: what the codec declares, and `output` where the transport binds members.
 */
export interface Protocol {
  /** The protocol's trait. */
  readonly id: ShapeId;
  /** The file of its functions, below `src` and without `.ts`: `protocols/Aws_json1_1`. */
  readonly file: string;
  readonly transport: Transport;
  readonly codec: Codec;
}

/** What a transport and a codec share while one protocol file is written. */
export interface ProtocolFile {
  readonly service: ServiceIr;
  readonly scope: FileScope;
  /** Names of functions of the file: every declaration of a codec or transport claims its own here. */
  readonly names: FunctionNames;
  /** Whether modelled defaults are sent, and filled in where a service left them out (`defaults: "spec"`). */
  readonly fillsDefaults: boolean;
}

/** Requests and responses around the documents: method, path, query, headers, and payloads that are no document. */
export type Transport = (file: ProtocolFile, codec: CodecFunctions) => TransportFunctions;

/** What a transport writes of one protocol file. */
export interface TransportFunctions {
  /** The statements of `se_XCommand`, two spaces in; the last returns an `HttpRequest` or a promise of one. */
  request(operation: OperationIr): { readonly statements: readonly string[]; readonly usesInput: boolean };
  /** The statements of `de_XCommand` behind its check for errors, two spaces in; the last returns the output. */
  response(operation: OperationIr): readonly string[];
  /** What of an error is in the body and what is elsewhere in the response. */
  error(error: StructureIr): ErrorContents;
  /** Declarations that the functions share, with their comments. Asked for last. */
  declarations(): readonly string[];
}

/** Documents: what bodies are written in. */
export type Codec = (file: ProtocolFile) => CodecFunctions;

/**
 * What a codec writes of one protocol file. To ask for code that calls a function declares this function, and all that
 * it needs; `declarations` gives them at the end.
 */
export interface CodecFunctions {
  /** The media type of a document and of a payload that the codec writes: `application/json`. */
  readonly contentType: string;
  /**
   * The body of a request, as an expression of type `string` or `Uint8Array` (or `undefined` at run time, for no body).
   * It reads `input` if, and only if, the document has members. Without a structure, or without members, it is what the
   * protocol sends then (`"{}"`), or undefined where such a request has no body.
   */
  writeDocument(document: Document): Code | undefined;
  /** A payload of any kind but a string, an enum or a blob, out of the expression `value`, which isn't null there. */
  writePayload(payload: Payload, value: string): Code;
  /** The body of a request whose payload of such a kind isn't set (`"{}"`); no body where this gives undefined. */
  emptyPayload?(payload: Payload): Code | undefined;
  /**
   * The document in the response `output`, as an expression (which may hold `await`) of an object with the document's
   * members as the caller gets them, those filled in that the options fill in. A body that isn't what the codec reads is
   * a `ResponseBodyError`; an empty one has no members.
   */
  readDocument(document: Document): Code;
  /** The expression that reads the body of a response from which no member is wanted, so that its connection is free. */
  readNothing(): Code;
  /** The payload in the response `output`, as such an expression; undefined at run time where the body is empty. */
  readPayload(payload: Payload): Code;
  /**
   * The codes that stand for an error on the wire, the one by which it is looked for first before those that count
   * where no error has that code. {@link shapeCodes} are those of most protocols.
   */
  errorCodes(error: StructureIr): readonly string[];
  /**
   * An error's entry in the tables of operations, by support file `error-table`: its class, or, where it has more
   * members than a message, `[Class, de_Class]`. The function takes what the codec's reader of errors made of the body,
   * the context and the `output`, and leaves out what it needs not of the last two.
   */
  error(contents: ErrorContents): string;
  /** How error responses are read. Asked for when all entries were. */
  errorReader(): ErrorReader;
  /** The declarations asked for, those that write first. */
  declarations(): readonly string[];
}

/** The document of a request or a response. */
export interface Document {
  readonly operation: OperationIr;
  /** The operation's input or output; absent where it has none. */
  readonly structure?: StructureIr;
  /** The members that the document holds, in the model's order: all of the structure's, or what a transport left of them. */
  readonly members: readonly MemberIr[];
}

/** A member of the operation's input, output or error that is a whole body. */
export interface Payload {
  readonly operation: OperationIr;
  readonly member: MemberIr;
}

export interface ErrorContents {
  readonly structure: StructureIr;
  /** The members that the body holds. */
  readonly members: readonly MemberIr[];
  /** Lines for the others, for the object that the codec's function makes; each reads `output`. */
  readonly bound: readonly MemberLine[];
}

/** A call of a support function: `reader(output, context, { base, modelled, ...fields })`. */
export interface ErrorReader {
  /**
   * The function, as `scope.support` gives it. It takes the response, the context and `ServiceErrors` of support file
   * `service-errors`, and gives a promise of the exception.
   */
  readonly reader: string;
  /** Further fields of the third argument: `read: readExactJsonObject`. */
  readonly fields: readonly string[];
}

/** The shape's name, whatever `rename` makes of it, and for services that once spoke awsQuery the code it had there. */
export const shapeCodes = ({ id, error }: StructureIr, service: ServiceIr): readonly string[] => {
  const code = service.awsQueryCompatible ? error?.queryCode : undefined;
  return code === undefined ? [nameOf(id)] : [nameOf(id), code];
};

/** Whether modelled defaults are sent and filled in: what the options say, or what official clients of AWS's own do. */
export const fillsDefaults = ({ service, options }: Emission): boolean =>
  (options.defaults ?? (service.aws === undefined ? "spec" : "official")) === "spec";

/** An operation's input or output. @throws Error where the IR has no such structure */
export const structureAt = (service: ServiceIr, id: ShapeId): StructureIr => {
  const type = service.typesById.get(id);
  if (type?.kind !== "structure") throw new Error(`${id} is no structure.`);
  return type;
};

/** A protocol by its trait: `aws.protocols#awsJson1_1` is written to `protocols/Aws_json1_1`. */
export const protocol = (id: ShapeId, parts: Pick<Protocol, "transport" | "codec">): Protocol => ({
  id,
  file: `protocols/${fileName(nameOf(id).replace(/^aws/, ""))}`,
  ...parts,
});

const fileName = (name: string): string => `Aws_${name.charAt(0).toLowerCase()}${name.slice(1)}`;
