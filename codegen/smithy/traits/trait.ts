import { isObject, type Json, type JsonObject } from "../json.ts";
import type { ShapeId } from "../shape-id.ts";

/**
 * A typed key to a trait's value: `shape.traits.get(length)` is `{ min?, max? } | undefined`.
 * One token per trait, in files that follow the chapters of the Smithy specification.
 */
export interface Trait<T> {
  readonly id: ShapeId;
  readonly decode: (value: Json) => T;
}

/** Thrown by a token whose trait has a value of another form than the specification gives it. */
export class TraitValueError extends Error {
  override readonly name = "TraitValueError";
}

/** What a shape or member carries. Decodes a value when it is first asked for, and once. */
export class Traits {
  static readonly none = new Traits({});
  readonly #values: JsonObject;
  /** Made with the first value that is decoded: of most carriers, none ever is. */
  #decoded: Map<ShapeId, unknown> | undefined;

  constructor(values: JsonObject) {
    this.#values = values;
  }

  /** The ids of all traits here, known and unknown, in the model's order. */
  get ids(): readonly ShapeId[] {
    return Object.keys(this.#values);
  }

  /** The values as they stand in the model. For writing a model again, not for reading one: that is `get`. */
  get raw(): JsonObject {
    return this.#values;
  }

  has(trait: Trait<unknown> | ShapeId): boolean {
    return Object.hasOwn(this.#values, typeof trait === "string" ? trait : trait.id);
  }

  /** The decoded value, or undefined where the trait is absent. @throws TraitValueError */
  get<T>(trait: Trait<T>): T | undefined {
    if (!this.has(trait)) return undefined;
    this.#decoded ??= new Map();
    if (!this.#decoded.has(trait.id)) {
      this.#decoded.set(trait.id, trait.decode(this.#values[trait.id] as Json));
    }
    return this.#decoded.get(trait.id) as T;
  }
}

/** Reads one JSON value as a given form, or says what it should have been. */
export class Value {
  readonly json: Json;
  readonly where: string;

  constructor(json: Json, where: string) {
    this.json = json;
    this.where = where;
  }

  get string(): string {
    return typeof this.json === "string" ? this.json : this.#refuse("a string");
  }
  get number(): number {
    return typeof this.json === "number" ? this.json : this.#refuse("a number");
  }
  get boolean(): boolean {
    return typeof this.json === "boolean" ? this.json : this.#refuse("a boolean");
  }
  get object(): JsonObject {
    return isObject(this.json) ? this.json : this.#refuse("an object");
  }
  /** The elements of a list, each ready to be read. */
  get list(): readonly Value[] {
    const json = this.json;
    if (!Array.isArray(json)) return this.#refuse("a list");
    return json.map((element: Json, index) => new Value(element, `${this.where}[${index}]`));
  }
  /** The entries of an object, each ready to be read. */
  get entries(): readonly (readonly [string, Value])[] {
    return Object.entries(this.object).map(([key, value]) => [key, new Value(value, `${this.where}.${key}`)] as const);
  }

  at(key: string): Value | undefined {
    const object = this.object;
    return Object.hasOwn(object, key) ? new Value(object[key] as Json, `${this.where}.${key}`) : undefined;
  }
  required(key: string): Value {
    return this.at(key) ?? this.#refuse(`an object with "${key}"`);
  }

  #refuse(form: string): never {
    throw new TraitValueError(`${this.where} must be ${form}.`);
  }
}

/** Declares a trait: its id and how its value is read. */
export const trait = <T>(id: ShapeId, decode: (value: Value) => T): Trait<T> => ({
  id,
  decode: (json) => decode(new Value(json, `trait ${id}`)),
});

/** Declares a trait whose presence says everything: `@required`, `@sensitive`. */
export const marker = (id: ShapeId): Trait<true> => ({ id, decode: () => true });
