import type { MemberIr, OperationIr, StructureIr, TypeRef } from "../../ir/types.ts";
import { stringLiteral } from "../layout.ts";
import { errorMemberName, memberName } from "../naming.ts";
import { isJson } from "../types.ts";
import { BoundMembers, hasMediaType, isPlain, isText } from "./bindings.ts";
import { arrow, binary, type Code, call, statement } from "./code.ts";
import { filledIn, memoryDefault } from "./defaults.ts";
import { type MemberLine, memberOf, membersCall } from "./members.ts";
import type { CodecFunctions, ErrorContents, ProtocolFile } from "./protocol.ts";
import { timestampReaders } from "./timestamps.ts";

/** The statements of `de_XCommand` by HTTP bindings. */
export class RestResponses {
  readonly #file: ProtocolFile;
  readonly #codec: CodecFunctions;

  constructor(file: ProtocolFile, codec: CodecFunctions) {
    this.#file = file;
    this.#codec = codec;
  }

  write(operation: OperationIr): readonly string[] {
    const { scope, service } = this.#file;
    const output = BoundMembers.ofOutput(operation, service);
    const metadata = `$metadata: ${scope.support("response-error", "deserializeMetadata")}(output)`;
    const { structure, payload, document } = output;
    const bound = this.#bound(output, memberName);
    const type = scope.type(scope.names.command(operation).output);
    if (payload !== undefined) {
      const lines = [...bound, { name: memberName(payload.name), value: this.#payload(operation, payload) }];
      return [this.#members("contents", type, lines), `  return { ...contents, ${metadata} };`];
    }
    if (structure === undefined || document.length === 0) {
      // Whatever the body is, it is read, so that the connection can be used again.
      const nothing = `  await ${scope.support("http-body", "readNothing")}(output, context);`;
      if (bound.length === 0) return [nothing, `  return { ${metadata} };`];
      return [nothing, this.#members("contents", type, bound), `  return { ...contents, ${metadata} };`];
    }
    const read = this.#codec.readDocument({ operation, structure, members: document });
    const contents = statement("  const contents = ", read);
    if (bound.length === 0) return [contents, `  return { ...contents, ${metadata} };`];
    const partial = `${scope.global("Partial")}<${scope.type(scope.names.type(structure.id))}>`;
    return [contents, this.#members("bound", partial, bound), `  return { ...contents, ...bound, ${metadata} };`];
  }

  error(structure: StructureIr): ErrorContents {
    const members = new BoundMembers(structure, "response");
    const elsewhere = new Set<MemberIr>(members.head);
    return {
      structure,
      members: structure.members.filter((member) => !elsewhere.has(member)),
      bound: this.#bound(members, errorMemberName),
    };
  }

  #members(name: string, type: string, lines: readonly MemberLine[]): string {
    const members = `${this.#file.scope.support("structures", "members")}<${type}>`;
    return `  const ${name} = ${membersCall(members, [], lines, "  ").trimStart()};`;
  }

  /** A line for each member that is in the response's head. */
  #bound(members: BoundMembers, nameOf: (name: string) => string): readonly MemberLine[] {
    return members.head.map((member) => ({
      name: nameOf(member.name),
      value: this.#filled(member, this.#head(member)),
    }));
  }

  #head(member: MemberIr): Code {
    const { scope } = this.#file;
    const { binding } = member;
    if (binding.kind === "status") return "output.statusCode";
    if (binding.kind === "prefixHeaders") {
      const read = scope.support("http-readers", "readPrefixedHeaders");
      return call(read, "output.headers", stringLiteral(binding.prefix.toLowerCase()));
    }
    return this.#header(member.type, headerOf(binding.kind === "header" ? binding.name : member.name, scope));
  }

  #header(type: TypeRef, value: string): Code {
    const { scope } = this.#file;
    if (type.kind === "list") {
      const each = this.#reader(type.element);
      const dates =
        type.element.kind === "scalar" &&
        type.element.scalar === "timestamp" &&
        (type.element.timestampFormat ?? "http-date") === "http-date";
      const read = scope.support("http-readers", dates ? "readHeaderDates" : "readHeaderList");
      return each === undefined ? call(read, value) : call(read, value, each);
    }
    const each = this.#reader(type);
    if (each === undefined) return value;
    return typeof each === "string" ? call(each, value) : this.#decoded(type, value);
  }

  /** The function that a text in a header goes through; undefined where it is the value. */
  #reader(type: TypeRef): Code | undefined {
    const { scope } = this.#file;
    if (hasMediaType(type)) return arrow("entry", this.#decoded(type, "entry"));
    if (isText(type)) return undefined;
    if (type.kind === "named") return scope.support("http-readers", "readNumberHeader");
    if (type.kind !== "scalar") return undefined;
    switch (type.scalar) {
      case "boolean":
        return scope.support("http-readers", "readBooleanHeader");
      case "long":
        return scope.support("http-readers", "readLongHeader");
      case "bigInteger":
        return scope.support("big-numbers", "readBigInteger");
      case "bigDecimal":
        return scope.support("big-numbers", "readBigDecimal");
      case "timestamp":
        return scope.support("timestamp-readers", timestampReaders[type.timestampFormat ?? "http-date"]);
      default:
        return scope.support("http-readers", "readNumberHeader");
    }
  }

  #decoded(type: TypeRef, value: string): Code {
    const { scope } = this.#file;
    const text = call(scope.support("http-readers", "readEncodedHeader"), value, "context");
    const json = hasMediaType(type) && isJson(type.mediaType);
    return json ? call(scope.support("json-strings", "readJsonString"), text) : text;
  }

  #payload(operation: OperationIr, member: MemberIr): Code {
    const { scope } = this.#file;
    const { type } = member;
    if (!isPlain(type)) return this.#filled(member, this.#codec.readPayload({ operation, member }));
    if (type.kind === "scalar" && type.streaming) return call(scope.support("http-stream", "readStream"), "output");
    if (type.kind === "scalar" && type.scalar === "blob") {
      return `await ${scope.support("http-payload", "readBlobPayload")}(output, context)`;
    }
    // An empty body is no text, as it is no bytes.
    const text = `(await ${scope.support("http-body", "readText")}(output, context)) || undefined`;
    const json = hasMediaType(type) && isJson(type.mediaType);
    return json ? call(scope.support("json-strings", "readJsonString"), text) : text;
  }

  /** A value, or what stands for it where the service left it out and the options ask for that. */
  #filled(member: MemberIr, value: Code): Code {
    const missing = filledIn(member, this.#file);
    if (missing === undefined || (member.type.kind === "named" && member.type.of === "structure")) return value;
    return binary(value, "??", memoryDefault(member.type, missing, this.#file.scope));
  }
}

/** A header of the response; its own, where every object has such a name by inheritance. */
const headerOf = (name: string, scope: ProtocolFile["scope"]): string => {
  const key = name.toLowerCase();
  return key in Object.prototype ? memberOf("output.headers", key, scope) : `output.headers[${stringLiteral(key)}]`;
};
