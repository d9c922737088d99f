/** Where in a file something is said. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export type Severity = "error" | "warning";

/** One fault or remark: what it is about, a sentence, and how to mend it. `code` is stable. */
export interface Diagnostic {
  readonly code: `TIN${number}`;
  readonly severity: Severity;
  readonly place?: Place;
  /** The shape or member that it is about. */
  readonly shape?: string;
  readonly message: string;
  readonly help: string;
}

/** A run that can't go on: all faults found, in one go. Never a fault in Tinsmith itself. */
export class DiagnosticsError extends Error {
  override readonly name = "DiagnosticsError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((d) => d.message).join("\n"));
    this.diagnostics = diagnostics;
  }
}
