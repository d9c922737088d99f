import { problems } from "../diagnostic-table.ts";
import type { Faults } from "../faults.ts";
import { isObject, type Json, type JsonObject, own } from "../json.ts";
import type { ShapeId } from "../shape-id.ts";
import type { Origin } from "../source.ts";

/**
 * One JSON value of a model file, asked for its form. A value of another form is reported, and read as if it were
 * absent, so that reading goes on. The path is a chain of parents: it becomes an `Origin` only in a report.
 */
export class Form {
  readonly json: Json;
  readonly #key: string | number | undefined;
  readonly #parent: Form | undefined;
  readonly #root: Root;

  constructor(json: Json, root: Root, key?: string | number, parent?: Form) {
    this.json = json;
    this.#root = root;
    this.#key = key;
    this.#parent = parent;
  }

  at(key: string): Form | undefined {
    const json = isObject(this.json) ? own(this.json, key) : undefined;
    return json === undefined ? undefined : new Form(json, this.#root, key, this);
  }

  get object(): JsonObject | undefined {
    return isObject(this.json) ? this.json : this.#refuse("an object");
  }

  get string(): string | undefined {
    return typeof this.json === "string" ? this.json : this.#refuse("a string");
  }

  get entries(): readonly (readonly [string, Form])[] {
    const object = this.object;
    if (object === undefined) return [];
    return Object.keys(object).map((key) => [key, new Form(object[key] as Json, this.#root, key, this)]);
  }

  /** The shape ids of a list of `{ "target": id }`. */
  get targets(): readonly ShapeId[] {
    const json = this.json;
    if (!Array.isArray(json)) return this.#refuse("a list") ?? [];
    const targets: ShapeId[] = [];
    json.forEach((element: Json, index) => {
      const target = targetOf(element) ?? new Form(element, this.#root, index, this).target;
      if (target !== undefined) targets.push(target);
    });
    return targets;
  }

  /** The shape id of `{ "target": id }`. */
  get target(): ShapeId | undefined {
    const known = targetOf(this.json);
    if (known !== undefined) return known;
    if (this.object === undefined) return undefined;
    const target = this.at("target");
    if (target === undefined) this.report(problems.missingProperty(this.#label, "target"));
    return target?.string;
  }

  report(problem: Parameters<Faults["add"]>[0], part: "key" | "value" = "value"): void {
    const { source, path } = this.origin;
    const shape = path[0] === "shapes" && typeof path[1] === "string" ? path[1] : undefined;
    this.#root.faults.add(problem, { source, path, key: part === "key" }, shape);
  }

  get origin(): Origin {
    const path: (string | number)[] = [];
    for (let form: Form = this; form.#key !== undefined && form.#parent !== undefined; form = form.#parent) {
      path.unshift(form.#key);
    }
    return { source: this.#root.source, path };
  }

  get #label(): string {
    return this.#key === undefined ? "A model" : typeof this.#key === "number" ? "An element" : `"${this.#key}"`;
  }

  #refuse(wanted: string): undefined {
    this.report(problems.wrongForm(this.#label, wanted, formOf(this.json)));
    return undefined;
  }
}

/** The target of a reference of the right form. Models are full of them: this way no object is made for each. */
const targetOf = (json: Json): ShapeId | undefined => {
  if (!isObject(json)) return undefined;
  const target = own(json, "target");
  return typeof target === "string" ? target : undefined;
};

interface Root {
  readonly source: Origin["source"];
  readonly faults: Faults;
}

const formOf = (json: Json): string => {
  if (json === null) return "null";
  if (Array.isArray(json)) return "a list";
  return typeof json === "object" ? "an object" : `a ${typeof json}`;
};
