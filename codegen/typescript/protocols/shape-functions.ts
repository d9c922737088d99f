import type { MemberIr, StructureIr, TypeRef, UnionIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import type { FileScope } from "../file-scope.ts";
import { Declarations } from "./declarations.ts";
import type { MemberLine } from "./members.ts";
import type { ProtocolFile } from "./protocol.ts";

/** The shape of a list or map that is the element of another: those get functions of their own. */
export type Container = Extract<TypeRef, { kind: "list" | "map" }>;

/** The declarations of functions, by what they are for; each may ask for more functions. */
export interface ShapeTexts {
  /** A function for some members of a structure, and for others (of an error) by lines of their own. */
  structure(name: string, type: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[]): string;
  union(name: string, type: UnionIr): string;
  container(name: string, type: Container): string;
}

/** The functions of a file that write shapes, or those that read them: one a shape, declared once it is asked for. */
export class ShapeFunctions {
  readonly #prefix: "se_" | "de_";
  readonly #file: ProtocolFile;
  readonly #texts: ShapeTexts;
  readonly #declarations = new Declarations();

  constructor(prefix: "se_" | "de_", file: ProtocolFile, texts: ShapeTexts) {
    this.#prefix = prefix;
    this.#file = file;
    this.#texts = texts;
  }

  /** The name of the function of a structure or union. `declarations` throws where the shape is neither. */
  ofShape(id: ShapeId): string {
    return this.#ask(id, this.#typeName(id), (name) => {
      const type = this.#file.service.typesById.get(id);
      if (type?.kind === "structure") return this.#texts.structure(name, type, type.members, []);
      if (type?.kind === "union") return this.#texts.union(name, type);
      throw new Error(`${id} is no structure or union.`);
    });
  }

  /** The name of the function for what a document holds of a structure, and lines for what is elsewhere. */
  ofDocument(structure: StructureIr, members: readonly MemberIr[], bound: readonly MemberLine[] = []): string {
    // A structure that is also a member of another has all of its members there, and a function for that.
    if (members.length === structure.members.length && bound.length === 0) return this.ofShape(structure.id);
    return this.#ask(`${structure.id} document`, this.#typeName(structure.id), (name) =>
      this.#texts.structure(name, structure, members, bound),
    );
  }

  /** The name of the function of a list or map. */
  ofContainer(type: Container): string {
    return this.#ask(type.id, type.name, (name) => this.#texts.container(name, type));
  }

  /** All that were asked for, sorted by name. */
  declarations(): readonly string[] {
    return this.#declarations.texts();
  }

  #typeName(id: ShapeId): string {
    return this.#file.scope.names.type(id).name;
  }

  #ask(key: string, wanted: string, write: (name: string) => string): string {
    return this.#declarations.ask(key, () => this.#file.names.claim(this.#prefix + wanted), write);
  }
}

/** The parameters behind what is written or read: the context, and the response for members that are elsewhere in it. */
export const contextParams = (scope: FileScope, needsContext: boolean, needsOutput = false): readonly string[] => {
  if (!needsContext && !needsOutput) return [];
  const context = `${needsContext ? "" : "_"}context: ${scope.useType("SerdeContext")}`;
  return needsOutput ? [context, `output: ${scope.useType("HttpResponse")}`] : [context];
};
