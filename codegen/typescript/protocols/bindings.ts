import type { Binding, MemberIr, OperationIr, ScalarRef, ServiceIr, StructureIr, TypeRef } from "../../ir/types.ts";
import { structureAt } from "./protocol.ts";

type Kind = Binding["kind"];
type BoundTo<K extends Kind> = MemberIr & { readonly binding: Binding & { readonly kind: K } };

/** The members of an operation's input or output, or of an error, by where HTTP bindings put them. */
export class BoundMembers {
  readonly structure: StructureIr | undefined;
  readonly #meaningless: ReadonlySet<Kind>;

  constructor(structure: StructureIr | undefined, message: "request" | "response") {
    this.structure = structure;
    this.#meaningless = meaningless[message];
  }

  static ofInput({ input }: OperationIr, service: ServiceIr): BoundMembers {
    return new BoundMembers(input === undefined ? undefined : structureAt(service, input), "request");
  }

  static ofOutput({ output }: OperationIr, service: ServiceIr): BoundMembers {
    return new BoundMembers(output === undefined ? undefined : structureAt(service, output), "response");
  }

  get all(): readonly MemberIr[] {
    return this.structure?.members ?? [];
  }

  /** The members of one place, in the model's order. */
  of<K extends Kind>(kind: K): readonly BoundTo<K>[] {
    return this.all.filter((member): member is BoundTo<K> => member.binding.kind === kind);
  }

  /** The member that is the whole body. */
  get payload(): MemberIr | undefined {
    return this.of("payload")[0];
  }

  /** The members of the document: those that are nowhere else. */
  get document(): readonly MemberIr[] {
    return this.all.filter(({ binding: { kind } }) => kind === "body" || this.#meaningless.has(kind));
  }

  /** The members in the head of a response. */
  get head(): readonly MemberIr[] {
    return this.all.filter(
      ({ binding: { kind } }) => kind === "header" || kind === "prefixHeaders" || kind === "status",
    );
  }
}

/** A structure can be an input and an output: where its members go in the other counts for nothing. */
const meaningless: Readonly<Record<"request" | "response", ReadonlySet<Kind>>> = {
  request: new Set<Kind>(["status"]),
  response: new Set<Kind>(["label", "query", "queryParams"]),
};

/** Whether a value is a text, which headers hold as it is. */
export const isText = (type: TypeRef): boolean =>
  (type.kind === "scalar" && type.scalar === "string") || (type.kind === "named" && type.of === "enum");

/** Whether a payload is the body as it is: bytes or text. */
export const isPlain = (type: TypeRef): boolean => isText(type) || (type.kind === "scalar" && type.scalar === "blob");

/** Whether a text has a media type, and so is base64 in headers. */
export const hasMediaType = (type: TypeRef): type is ScalarRef & { readonly mediaType: string } =>
  type.kind === "scalar" && type.scalar === "string" && type.mediaType !== undefined;
