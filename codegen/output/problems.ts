import type { Diagnostic } from "../smithy/diagnostics.ts";

const error = (code: Diagnostic["code"], file: string, message: string, help: string): Diagnostic => ({
  code,
  severity: "error",
  place: { file },
  message,
  help,
});

/**
 * Everything that can stand against writing a package, each with its stable code, its sentence and how to mend it.
 * Codes TIN0400 to TIN0499 belong to this table; a code is never given a second meaning.
 */
export const problems = {
  unsafePath: (path: string, why: string) =>
    error("TIN0400", path, `A generated file can't have this path: ${why}.`, "Rename the shape that it is made from."),
  collidingPaths: (path: string, other: string) =>
    error("TIN0401", path, `Where case doesn't count, this is the path "${other}".`, "Rename one of the two shapes."),
  foreignFile: (file: string) =>
    error("TIN0402", file, "Tinsmith didn't write this file.", "Move it away, or let it be overwritten with --force."),
  inTheWay: (file: string, what: string) =>
    error("TIN0403", file, `A generated file goes here, but ${what} is in its place.`, "Move it away."),
  leadsOutside: (file: string) =>
    error("TIN0404", file, "This link leads out of the package's folder.", "Put a folder in its place."),
  notAManifest: (file: string) =>
    error(
      "TIN0405",
      file,
      "This isn't a manifest that Tinsmith wrote, so that it doesn't tell which files are generated.",
      "Restore it, or remove it and generate with --force.",
    ),
  notAFolder: (file: string) =>
    error("TIN0406", file, "The package's folder can't be here: this isn't a folder.", "Name another folder."),
  locked: (file: string, owner: string) =>
    error(
      "TIN0407",
      file,
      `Another run of Tinsmith (${owner}) is writing this package.`,
      "Wait for it to end. Remove this file if no such run exists.",
    ),
  notAJournal: (file: string) =>
    error(
      "TIN0408",
      file,
      "A run of Tinsmith was interrupted here, and what it noted can't be read.",
      "Restore the package's folder from version control, remove this folder and generate again.",
    ),
  interrupted: (file: string) =>
    error(
      "TIN0409",
      file,
      "A run of Tinsmith was interrupted while it wrote this package.",
      "Generate again: that takes back what was half done.",
    ),
  relics: (folder: string): Diagnostic => ({
    ...error(
      "TIN0413",
      folder,
      "A run of Tinsmith is under way here, or was interrupted before it changed anything.",
      "Generate again.",
    ),
    severity: "warning",
  }),
  system: (file: string, reason: string) =>
    error(
      "TIN0410",
      file,
      `This can't be written: ${reason}.`,
      "Mend that and generate again; the package is as it was.",
    ),
  notTakenBack: (file: string, reason: string) =>
    error(
      "TIN0411",
      file,
      `Writing failed, and so did taking back what was written: ${reason}.`,
      "Mend that and generate again: that takes it back first.",
    ),
  otherVersion: (file: string, writer: string, reader: string): Diagnostic => ({
    ...error("TIN0412", file, `Tinsmith ${writer} wrote this package; this is ${reader}.`, "Generate it again."),
    severity: "warning",
  }),
} as const;
