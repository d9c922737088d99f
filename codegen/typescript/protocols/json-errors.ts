import type { StructureIr } from "../../ir/types.ts";
import type { ShapeId } from "../../smithy/shape-id.ts";
import { list } from "../layout.ts";
import { call } from "./code.ts";
import { Declarations } from "./declarations.ts";
import type { JsonFile } from "./json.ts";
import type { JsonReaders } from "./json-readers.ts";
import { arrowFunction, type MemberLine, membersCall } from "./members.ts";

/** The functions of a file that make a service's errors of their bodies. */
export class JsonErrors {
  readonly #file: JsonFile;
  readonly #readers: JsonReaders;
  readonly #declarations = new Declarations();
  /** The errors that were asked for. */
  readonly asked: ShapeId[] = [];

  constructor(file: JsonFile, readers: JsonReaders) {
    this.#file = file;
    this.#readers = readers;
  }

  /** The name of an error's function. */
  reader(id: ShapeId): string {
    const { names, scope, service } = this.#file;
    return this.#declarations.ask(
      id,
      () => {
        this.asked.push(id);
        return names.claim(`de_${scope.names.type(id).name}Res`);
      },
      (name) => {
        const type = service.typesById.get(id);
        if (type?.kind !== "structure") throw new Error(`${id} is no structure.`);
        return this.#error(name, type);
      },
    );
  }

  declarations(): readonly string[] {
    return this.#declarations.texts();
  }

  #error(name: string, type: StructureIr): string {
    const { scope, blobs } = this.#file;
    const error = scope.symbol(scope.names.type(type.id));
    const members = scope.support("structures", "members");
    const params = [
      `data: ${this.#readers.received(type.id)}`,
      `$metadata: ${scope.useType("ResponseMetadata")}`,
      ...(blobs.ofShape(type.id) ? [`context: ${scope.useType("SerdeContext")}`] : []),
    ];
    const others = type.members.filter((member) => member.name !== "message");
    if (others.length === 0) {
      return arrowFunction(name, params, error, {
        call: call(`new ${error}`, call(members, "{ $metadata, message: data.message }")),
      });
    }
    // Its message is always there: the service's, or what stands for it.
    const lines: readonly MemberLine[] = [
      { name: "$metadata", value: "$metadata" },
      { name: "message", value: "data.message" },
      ...others.map((member) => this.#readers.member(member)),
    ];
    const text = membersCall(members, [], lines, "    ");
    return arrowFunction(name, params, error, { text: `  new ${error}(\n${text},\n  )` });
  }
}

/** `const forgotPasswordErrors: ErrorTable = { ... };`, from codes to functions. */
export const errorTable = (head: string, entries: readonly string[]): string =>
  list("{", entries, "};", { before: `${head} = `, padded: true });
