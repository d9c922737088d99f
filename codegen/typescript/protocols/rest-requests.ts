import type { HttpIr, MemberIr, OperationIr, ScalarRef, TypeRef, UriPart } from "../../ir/types.ts";
import { list, objectKey, stringLiteral } from "../layout.ts";
import { memberName } from "../naming.ts";
import { isJson, typeExpression } from "../types.ts";
import { BoundMembers, hasMediaType, isPlain, isText } from "./bindings.ts";
import { arrow, binary, type Code, call, conditional, inline, propertyLine, statement } from "./code.ts";
import { isAlwaysSent, memoryDefault, sentValue } from "./defaults.ts";
import { hostPrefix, templateText } from "./host-prefix.ts";
import { type MemberLine, memberOf, membersCall } from "./members.ts";
import type { CodecFunctions, ProtocolFile } from "./protocol.ts";
import { timestampWriters } from "./timestamps.ts";

/** The body of a request: what makes it, and what it says of its type. */
interface Body {
  readonly statements: readonly string[];
  readonly contentType?: Code;
}

/** The statements of `se_XCommand` by HTTP bindings. */
export class RestRequests {
  readonly #file: ProtocolFile;
  readonly #codec: CodecFunctions;

  constructor(file: ProtocolFile, codec: CodecFunctions) {
    this.#file = file;
    this.#codec = codec;
  }

  write(operation: OperationIr): { readonly statements: readonly string[]; readonly usesInput: boolean } {
    const { scope, service } = this.#file;
    const http = httpOf(operation);
    const input = BoundMembers.ofInput(operation, service);
    const prefix = hostPrefix(operation, scope);
    const body = this.#body(operation, input);
    const checks = labelsElsewhere(http, input).map((member) => this.#present(member));
    const properties: readonly MemberLine[] = [
      { name: "method", value: stringLiteral(http.method) },
      { name: "path", value: this.#path(http.path, input) },
      ...this.#query(http, input),
      this.#headers(input, body),
      ...(body.statements.length === 0 ? [] : [{ name: "body", value: "body" }]),
      ...(prefix === undefined ? [] : [{ name: "hostPrefix", value: prefix.value }]),
    ];
    const lines = properties.map(({ name, value }) => propertyLine("    ", name, value)).join("\n");
    const request = `  return ${scope.support("http-request", "buildRequest")}(context, {\n${lines}\n  });`;
    return {
      statements: [...(prefix?.statements ?? []), ...checks, ...body.statements, request],
      usesInput:
        input.all.some((member) => isWritten(member, http)) ||
        (prefix?.statements ?? []).length > 0 ||
        checks.length > 0,
    };
  }

  /** A label that the endpoint's rules have put where it belongs has to be there all the same. */
  #present(member: MemberIr): string {
    const label = this.#file.scope.support("http-bindings", "label");
    return statement("  ", call(label, this.#text(member, "date-time"), stringLiteral(member.name)));
  }

  #body(operation: OperationIr, input: BoundMembers): Body {
    const { payload, document, structure } = input;
    if (payload !== undefined) return this.#payload(operation, payload);
    if (document.length === 0 || structure === undefined) return { statements: [] };
    const written = this.#codec.writeDocument({ operation, structure, members: document });
    if (written === undefined) return { statements: [] };
    return {
      statements: [statement("  const body = ", written)],
      contentType: stringLiteral(this.#codec.contentType),
    };
  }

  #payload(operation: OperationIr, member: MemberIr): Body {
    const value = this.#value(member);
    const type = payloadType(member, this.#codec);
    const plain = isPlain(member.type);
    const empty = plain ? undefined : this.#codec.emptyPayload?.({ operation, member });
    const contentType = stringLiteral(type);
    const isThere = empty !== undefined || isAlwaysSent(member, this.#file);
    const present = isThere ? contentType : conditional("body == null", "undefined", contentType);
    if (plain) return { statements: [statement("  const body = ", this.#sized(member, value))], contentType: present };
    const source = inline(value);
    const written = this.#codec.writePayload({ operation, member }, source);
    const body = isAlwaysSent(member, this.#file)
      ? written
      : conditional(`${source} == null`, empty ?? "undefined", written);
    return { statements: [statement("  const body = ", body)], contentType: present };
  }

  /** A payload, refused where it is a stream whose length isn't known and has to be. */
  #sized({ name, type }: MemberIr, value: Code): Code {
    if (type.kind !== "scalar" || !type.requiresLength) return value;
    const check = this.#file.scope.support("known-length", "ofKnownLength");
    return call(check, value, stringLiteral(name), "context");
  }

  #path(parts: readonly UriPart[], input: BoundMembers): Code {
    const { scope } = this.#file;
    if (parts.every((part) => "text" in part)) {
      return stringLiteral(parts.map((part) => ("text" in part ? part.text : "")).join(""));
    }
    const text = parts.map((part) => {
      if ("text" in part) return templateText(part.text);
      const member = input.all.find(({ name }) => name === part.member);
      if (member === undefined) throw new Error(`No member is bound to the label ${part.member}.`);
      const write = scope.support("http-bindings", part.greedy ? "greedyLabel" : "label");
      return `\${${inline(call(write, this.#text(member, "date-time"), stringLiteral(member.name)))}}`;
    });
    return `\`${text.join("")}\``;
  }

  #query({ query }: HttpIr, input: BoundMembers): readonly MemberLine[] {
    const { scope } = this.#file;
    const lines = [
      ...query.map(({ name, value }) => ({ name, value: stringLiteral(value) })),
      ...input.of("query").map((member) => ({ name: member.binding.name, value: this.#queryValue(member) })),
    ];
    const [others] = input.of("queryParams");
    if (lines.length === 0) {
      if (others === undefined) return [];
      return [{ name: "query", value: call(scope.support("http-bindings", "query"), this.#value(others)) }];
    }
    const value =
      others === undefined
        ? membersCall(scope.support("http-bindings", "query"), [], lines, "    ")
        : membersCall(scope.support("http-bindings", "mergedQuery"), [inline(this.#value(others))], lines, "    ");
    return [{ name: "query", value: value.trimStart() }];
  }

  #headers(input: BoundMembers, { contentType }: Body): MemberLine {
    const { scope } = this.#file;
    const bound = input.of("header").map((member) => ({
      name: member.binding.name.toLowerCase(),
      value: this.#headerValue(member),
    }));
    const own = bound.find(({ name }) => name === "content-type");
    const lines: readonly MemberLine[] = [
      ...(contentType === undefined
        ? []
        : [
            {
              name: "content-type",
              value: own === undefined ? contentType : binary(own.value, "??", contentType),
            },
          ]),
      ...bound.filter((line) => contentType === undefined || line !== own),
    ];
    const [others] = input.of("prefixHeaders");
    if (others === undefined && lines.every(({ value }) => typeof value === "string" && value === contentType)) {
      return { name: "headers", value: list("{", lines.map(field), "}", { padded: true }) };
    }
    if (others === undefined) {
      const text = membersCall(scope.support("http-bindings", "headers"), [], lines, "    ");
      return { name: "headers", value: text.trimStart() };
    }
    const prefixed = scope.support("http-bindings", "prefixedHeaders");
    const args = [stringLiteral(others.binding.prefix.toLowerCase()), inline(this.#value(others))];
    const text = lines.length === 0 ? inline(call(prefixed, ...args)) : membersCall(prefixed, args, lines, "    ");
    return { name: "headers", value: text.trimStart() };
  }

  #queryValue(member: MemberIr): Code {
    const { scope } = this.#file;
    const { type } = member;
    if (type.kind !== "list") return this.#text(member, "date-time");
    const each = this.#converter(type.element, "date-time");
    return each === undefined
      ? this.#value(member)
      : call(scope.support("values", "mapList"), this.#value(member), each);
  }

  #headerValue(member: MemberIr): Code {
    const { scope } = this.#file;
    const { type } = member;
    if (type.kind === "list") {
      const each =
        this.#headerConverter(type.element) ??
        (isText(type.element) ? scope.support("http-bindings", "quoted") : undefined);
      return call(
        scope.support("http-bindings", "headerList"),
        this.#value(member),
        ...(each === undefined ? [] : [each]),
      );
    }
    if (!hasMediaType(type)) return this.#text(member, "http-date");
    const value = this.#value(member);
    return binary(value, "&&", this.#encoded(type, inline(value)));
  }

  /** The function of a list's element in a header; undefined where its text is its string. */
  #headerConverter(type: TypeRef): Code | undefined {
    return hasMediaType(type)
      ? arrow(`entry: ${typeExpression(type, this.#file.scope)}`, this.#encoded(type, "entry"))
      : this.#converter(type, "http-date");
  }

  /** A text with a media type goes into headers as base64, since it can hold anything. */
  #encoded(type: ScalarRef, value: string): Code {
    const text = isJson(type.mediaType) ? `${this.#file.scope.use("LazyJsonString")}.from(${value}).toString()` : value;
    return call("context.base64Encoder", call("context.utf8Decoder", text));
  }

  /** A scalar as what `String` makes the right text of; null or undefined where it isn't set. */
  #text(member: MemberIr, timestamps: "date-time" | "http-date"): Code {
    const value = this.#value(member);
    const convert = this.#converter(member.type, timestamps);
    if (convert === undefined) return value;
    return isAlwaysSent(member, this.#file) ? call(convert, value) : binary(value, "&&", call(convert, value));
  }

  #converter(type: TypeRef, timestamps: "date-time" | "http-date"): string | undefined {
    if (type.kind !== "scalar" || type.scalar !== "timestamp") return undefined;
    return this.#file.scope.support("timestamps", timestampWriters[type.timestampFormat ?? timestamps]);
  }

  /** What the caller gave, or what stands for it. */
  #value(member: MemberIr): Code {
    const { scope } = this.#file;
    const value = memberOf("input", memberName(member.name), scope);
    return sentValue(member, value, this.#file, (missing) => memoryDefault(member.type, missing, scope));
  }
}

const field = ({ name, value }: MemberLine): string => `${objectKey(name)}: ${inline(value)}`;

/** @throws Error where there are no bindings: lowering refuses such an operation of a service that needs them */
const httpOf = ({ id, http }: OperationIr): HttpIr => {
  if (http === undefined) throw new Error(`${id} has no @http.`);
  return http;
};

const payloadType = ({ type }: MemberIr, codec: CodecFunctions): string => {
  if (type.kind === "scalar" && type.mediaType !== undefined) return type.mediaType;
  if (type.kind === "scalar" && type.scalar === "blob") return "application/octet-stream";
  return isPlain(type) ? "text/plain" : codec.contentType;
};

const labelsElsewhere = ({ path }: HttpIr, input: BoundMembers): readonly MemberIr[] =>
  input.all.filter(
    ({ name, binding }) => binding.kind === "label" && !path.some((part) => "member" in part && part.member === name),
  );

/** A label that endpoint rules took out of the path is written nowhere. */
const isWritten = ({ name, binding }: MemberIr, { path }: HttpIr): boolean =>
  binding.kind !== "label" || path.some((part) => "member" in part && part.member === name);
