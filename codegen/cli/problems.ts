import type { Problem } from "../smithy/diagnostic-table.ts";

const error = (code: Problem["code"], message: string, help: string): Problem => ({
  code,
  severity: "error",
  message,
  help,
});

const nearestHint = (nearest: string | undefined): string => (nearest === undefined ? "" : ` Nearest: ${nearest}.`);

/**
 * Everything that can be wrong with the arguments and the configuration file, each with its stable code, its sentence
 * and how to mend it. Codes TIN0300 to TIN0399 belong to this table; a code is never given a second meaning.
 */
export const problems = {
  badArguments: (message: string) => error("TIN0300", message, "See tinsmith --help."),
  noConfig: () =>
    error(
      "TIN0301",
      "There is no such file, and no model is named.",
      "Write one, or name a model and a folder: tinsmith generate MODEL --out DIR",
    ),
  unreadableConfig: (reason: string) =>
    error("TIN0302", `The configuration can't be read: ${reason}.`, "Check the path and its permissions."),
  unknownKey: (key: string, nearest: string | undefined) =>
    error("TIN0303", `"${key}" is not a key of the configuration.${nearestHint(nearest)}`, "Correct or remove it."),
  missingKey: (key: string, what: string) => error("TIN0304", `${what} has no "${key}".`, `Add "${key}".`),
  wrongForm: (what: string, wanted: string) => error("TIN0305", `${what} must be ${wanted}.`, `Write ${wanted} here.`),
  noOut: () => error("TIN0306", "No folder is named for the package.", "Add --out DIR."),
  outTwice: (out: string, other: string) =>
    error(
      "TIN0307",
      out === other ? `Two packages go to ${out}.` : `The packages in ${other} and ${out} would be one in the other.`,
      "Give each package a folder of its own.",
    ),
} as const;
