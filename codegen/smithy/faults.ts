import type { Problem } from "./diagnostic-table.ts";
import { type Diagnostic, DiagnosticsError, type Place } from "./diagnostics.ts";
import { Places } from "./json-ast/places.ts";
import { byCodeUnits } from "./order.ts";
import type { Origin, Source } from "./source.ts";

/** Collects what is wrong with a model, so that one run reports all of it. */
export class Faults {
  readonly #places = new Places();
  readonly #found: Diagnostic[] = [];
  #errors = 0;

  /** Reports a problem with a value of a model file, with the shape or member it is about. */
  add(problem: Problem, origin: Origin, shape?: string): void {
    this.addAt(problem, this.#places.of(origin), shape);
  }

  /** Reports a problem with the text of a file. */
  addAtOffset(problem: Problem, source: Source, offset: number): void {
    this.addAt(problem, this.#places.atOffset(source, offset));
  }

  /** The line and column of an offset, for messages that name a second place. */
  placeAt(source: Source, offset: number): Place {
    return this.#places.atOffset(source, offset);
  }

  addAt(problem: Problem, place: Place | undefined, shape?: string): void {
    if (problem.severity === "error") this.#errors++;
    this.#found.push({
      ...problem,
      ...(place === undefined ? {} : { place }),
      ...(shape === undefined ? {} : { shape }),
    });
  }

  /** `file:line:column` of a value, for messages that name a second place. */
  describe(origin: Origin): string {
    const { file, line, column } = this.#places.of(origin);
    return `${file}:${line}:${column}`;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** All problems so far, in the order of files, lines and columns. */
  get all(): readonly Diagnostic[] {
    return [...this.#found].sort(byPlace);
  }

  /** @throws DiagnosticsError if there is any error, with the warnings beside it. */
  throwIfErrors(): void {
    if (this.hasErrors) throw new DiagnosticsError(this.all);
  }
}

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  byCodeUnits(a.place?.file ?? "", b.place?.file ?? "") ||
  (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
  (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
  byCodeUnits(a.code, b.code);
