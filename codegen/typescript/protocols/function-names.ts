import type { ServiceIr } from "../../ir/types.ts";
import type { Names } from "../naming.ts";

/**
 * Names of the functions of one protocol file: what is wanted, or `wanted_2` where a command's function, or another's,
 * has that name.
 */
export class FunctionNames {
  readonly #taken = new Set<string>();

  constructor(service: ServiceIr, names: Names) {
    for (const operation of service.operations) {
      const { serialize, deserialize } = names.command(operation);
      this.#taken.add(serialize.name).add(deserialize.name);
    }
  }

  claim(wanted: string): string {
    let name = wanted;
    for (let n = 2; this.#taken.has(name); n++) name = `${wanted}_${n}`;
    this.#taken.add(name);
    return name;
  }
}
