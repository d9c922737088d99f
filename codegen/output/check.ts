import { join } from "node:path";
import type { Diagnostic } from "../smithy/diagnostics.ts";
import { hasRelics, isInterrupted } from "./journal.ts";
import { MANIFEST } from "./manifest.ts";
import { type Package, type Plan, plan } from "./plan.ts";
import { problems } from "./problems.ts";
import { asDiagnostic, isSystemError } from "./system-error.ts";

/** How a package on disk differs from what would be written. Paths are relative to its folder, in code-unit order. */
export interface Drift {
  readonly stale: readonly string[];
  readonly missing: readonly string[];
  /** Files that an earlier run wrote and that are no longer part of the package. */
  readonly extra: readonly string[];
  readonly unchanged: number;
  /** Another version of Tinsmith wrote the package, or a run was interrupted. */
  readonly remarks: readonly Diagnostic[];
  readonly isDrift: boolean;
}

/** Compares a package with its folder and writes nothing. @throws DiagnosticsError where the folder can't be read */
export const checkPackage = (wanted: Package): Drift => {
  const { folder, tinsmith } = wanted;
  // Whoever put a file there, it isn't what would be written: that is drift, not a conflict.
  const { changes, removals, unchanged, writtenBy } = read({ ...wanted, force: true });
  const interrupted = isInterrupted(folder);
  const pathsOf = (isMissing: boolean): readonly string[] =>
    changes
      .filter(({ found }) => (found === "nothing") === isMissing)
      .map(({ file }) => file.path)
      .sort();
  return {
    stale: pathsOf(false),
    missing: pathsOf(true),
    extra: removals,
    unchanged,
    remarks: [
      ...(interrupted ? [problems.interrupted(folder)] : []),
      ...(hasRelics(folder) && !interrupted ? [problems.relics(folder)] : []),
      ...(writtenBy !== undefined && writtenBy !== tinsmith
        ? [problems.otherVersion(join(folder, MANIFEST), writtenBy, tinsmith)]
        : []),
    ],
    isDrift: interrupted || changes.length > 0 || removals.length > 0,
  };
};

const read = (wanted: Package): Plan => {
  try {
    return plan(wanted);
  } catch (error) {
    throw isSystemError(error) ? asDiagnostic(error, wanted.folder) : error;
  }
};
