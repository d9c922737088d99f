/** A model file: its name, as diagnostics show it, and its whole text. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Keys and indexes from the top of a JSON file to one of its values. */
export type JsonPath = readonly (string | number)[];

/** A value of a model file: where a fault is reported. The line and column are looked up when they are needed. */
export interface Origin {
  readonly source: Source;
  readonly path: JsonPath;
  /** Whether the key is meant rather than its value. */
  readonly key?: boolean;
}
