/** A number as it is written, where a double would not keep it. */
export class Literal {
  readonly text: string;
  /** Whether it is the value of a `long`. */
  readonly long: boolean;

  constructor(text: string, long = false) {
    this.text = text;
    this.long = long;
  }

  /** So that a counterexample shows it. */
  toString(): string {
    return `Literal(${this.text})`;
  }
}

/** As `JSON.stringify`, with `Literal`s as they are, and integers of any size. */
export const toWire = (value: unknown): string => {
  if (value instanceof Literal) return value.text;
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${value.map(toWire).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${toWire(member)}`);
  return `{${members.join(",")}}`;
};
