import type { DocsIr, MemberIr, OperationIr, TypeIr, TypeRef } from "../../../codegen/ir/types.ts";
import { nameOf, type ShapeId } from "../../../codegen/smithy/shape-id.ts";
import { SIMPLE_KINDS, type SimpleKind } from "../../../codegen/smithy/shapes.ts";

/** As much of a JSON AST as the documentation of a command is made of. */
interface AstMember {
  readonly target: ShapeId;
  readonly traits?: Traits;
}
interface AstShape {
  readonly type: string;
  readonly traits?: Traits;
  readonly members?: Readonly<Record<string, AstMember>>;
  readonly member?: AstMember;
  readonly key?: AstMember;
  readonly value?: AstMember;
  readonly input?: AstMember;
  readonly output?: AstMember;
  readonly errors?: readonly AstMember[];
  readonly operations?: readonly AstMember[];
}
type Traits = Readonly<Record<string, unknown>>;
export interface Ast {
  readonly shapes: Readonly<Record<ShapeId, AstShape>>;
}

export const noDocs: DocsIr = { internal: false, unstable: false };

const docsOf = (traits: Traits | undefined): DocsIr => {
  const text = traits?.["smithy.api#documentation"];
  return typeof text === "string" ? { ...noDocs, documentation: text } : noDocs;
};

/** The types and operations of a model, without anything that no documentation says. */
export const tinyIr = ({ shapes }: Ast) => {
  const ref = ({ target, traits }: AstMember): TypeRef => {
    const shape = shapes[target];
    const common = { id: target, name: nameOf(target), sensitive: false, sparse: false };
    const kind =
      shape?.type ??
      nameOf(target)
        .replace(/^Primitive/, "")
        .replace(/^./, (c) => c.toLowerCase());
    if (shape?.traits?.["smithy.api#enum"] !== undefined)
      return { kind: "named", of: "enum", id: target, sensitive: false };
    if (kind === "list" || kind === "set") return { ...common, kind: "list", element: ref(memberOf(shape?.member)) };
    if (kind === "map") {
      return { ...common, kind: "map", key: ref(memberOf(shape?.key)), value: ref(memberOf(shape?.value)) };
    }
    if (kind === "structure" || kind === "union" || kind === "enum" || kind === "intEnum") {
      return { kind: "named", of: kind, id: target, sensitive: false };
    }
    const scalar = SIMPLE_KINDS.find((simple): simple is SimpleKind => simple === kind);
    if (scalar === undefined) throw new Error(`${target} is a ${kind}`);
    const streaming = [traits, shape?.traits].some((t) => t?.["smithy.api#streaming"] !== undefined);
    return { kind: "scalar", scalar, id: target, sensitive: false, streaming, requiresLength: false };
  };
  const memberIr = ([name, member]: [string, AstMember]): MemberIr => ({
    name,
    type: ref(member),
    presence: {
      required: member.traits?.["smithy.api#required"] !== undefined,
      clientOptional: false,
      idempotencyToken: false,
      default: undefined,
      checked: false,
    },
    docs: docsOf(member.traits),
    constraints: {},
    sensitive: false,
    binding: { kind: "body" },
  });
  const typeIr = (id: ShapeId, shape: AstShape): readonly TypeIr[] => {
    const named = { id, name: nameOf(id), docs: docsOf(shape.traits), sensitive: false };
    const members = Object.entries(shape.members ?? {});
    const fault = shape.traits?.["smithy.api#error"];
    switch (shape.type) {
      case "structure":
        return [
          {
            ...named,
            kind: "structure",
            members: members.map(memberIr),
            ...(fault === "client" || fault === "server" ? { error: { fault } } : {}),
          },
        ];
      case "union":
        return [{ ...named, kind: "union", members: members.map(memberIr) }];
      case "enum":
        return [{ ...named, kind: "enum", values: members.map(enumValue) }];
      default:
        return [];
    }
  };
  const operationIr = (id: ShapeId, shape: AstShape): OperationIr => ({
    id,
    name: nameOf(id),
    docs: docsOf(shape.traits),
    ...(shape.input === undefined || shape.input.target === "smithy.api#Unit" ? {} : { input: shape.input.target }),
    ...(shape.output === undefined || shape.output.target === "smithy.api#Unit" ? {} : { output: shape.output.target }),
    errors: (shape.errors ?? []).map(({ target }) => target),
    auth: [],
    hostPrefix: [],
    endpointParams: { static: new Map(), context: new Map(), operation: new Map() },
    examples: [],
    safeToRepeat: false,
    checksumRequired: false,
    unwrappedXmlOutput: false,
  });
  const entries = Object.entries(shapes);
  const types = entries.flatMap(([id, shape]) => typeIr(id, shape));
  const operations = entries.flatMap(([id, shape]) => (shape.type === "operation" ? [operationIr(id, shape)] : []));
  return {
    types: new Map(types.map((type) => [type.id, type])),
    operations: new Map(operations.map((operation) => [operation.name, operation])),
  };
};

const memberOf = (member: AstMember | undefined): AstMember => {
  if (member === undefined) throw new Error("A list or map without its members.");
  return member;
};

const enumValue = ([name, { traits }]: [string, AstMember]) => {
  const value = traits?.["smithy.api#enumValue"];
  return { name, value: typeof value === "string" ? value : name, docs: docsOf(traits) };
};
