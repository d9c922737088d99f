import type { Diagnostic } from "./diagnostics.ts";

/** A diagnostic before it has a place. */
export type Problem = Pick<Diagnostic, "code" | "severity" | "message" | "help">;

/** ` Nearest: city.` where there is a name that is like the wrong one. */
const nearestHint = (nearest: string | undefined): string => (nearest === undefined ? "" : ` Nearest: ${nearest}.`);

const error = (code: Problem["code"], message: string, help: string): Problem => ({
  code,
  severity: "error",
  message,
  help,
});
const warning = (code: Problem["code"], message: string, help: string): Problem => ({
  code,
  severity: "warning",
  message,
  help,
});

/**
 * Everything that can be wrong with a Smithy model, each with its stable code, its sentence and how to mend it. Codes
 * TIN0001 to TIN0099 belong to this table; a code is never given a second meaning.
 */
export const problems = {
  notJson: (detail: string) =>
    error("TIN0001", `This is not JSON: ${detail}.`, "Correct the text here; a model is one JSON object."),
  truncatedJson: () =>
    error("TIN0002", "The file ends in the middle of its JSON.", "Write or download the file again, to its end."),
  byteOrderMark: () =>
    error("TIN0003", "The file begins with a byte-order mark.", "Save it as UTF-8 without a byte-order mark."),
  tooDeep: (limit: number) =>
    error("TIN0004", `JSON is nested deeper than ${limit} levels.`, "No model needs that: remove levels of nesting."),
  duplicateKey: (key: string, first: string) =>
    error("TIN0005", `The key "${key}" is here twice; the first is at ${first}.`, "Remove or rename one of the two."),
  smithyIdl: () =>
    error(
      "TIN0006",
      "This is a model in the Smithy IDL, which can't be read yet.",
      "Make JSON of it with the official command: smithy ast model.smithy > model.json",
    ),
  unreadable: (reason: string) =>
    error("TIN0007", `This can't be read: ${reason}.`, "Check the path and its permissions."),
  folderWithoutModels: () =>
    error("TIN0008", "There is no model in this folder.", "Put *.json files there, or name another folder."),
  noSources: () => error("TIN0009", "No model is given.", "Name one or more files or folders."),

  wrongForm: (what: string, wanted: string, found: string) =>
    error("TIN0010", `${what} must be ${wanted}; it is ${found}.`, `Write ${wanted} here.`),
  missingProperty: (what: string, property: string) =>
    error("TIN0011", `${what} has no "${property}".`, `Add "${property}".`),
  unsupportedVersion: (version: string) =>
    error("TIN0012", `Smithy version "${version}" is not known.`, 'Versions that are read: "1.0" and "2.0".'),
  unknownShapeType: (type: string, nearest: string | undefined) =>
    error(
      "TIN0013",
      `"${type}" is not a type of shape.${nearestHint(nearest)}`,
      "Use a type of the Smithy specification; a 1.0 set is a list with uniqueItems in 2.0.",
    ),
  invalidShapeId: (id: string) =>
    error("TIN0014", `"${id}" is not a shape id.`, "Write namespace#Name, in letters, digits and underscores."),
  invalidMemberName: (name: string) =>
    error("TIN0015", `"${name}" can't be a member's name.`, "Use letters, digits and underscores, a letter first."),
  unknownProperty: (property: string, type: string) =>
    warning("TIN0016", `"${property}" means nothing in a ${type} and is ignored.`, "Remove it, or correct its name."),

  conflictingShapes: (id: string, other: string, difference: string) =>
    error(
      "TIN0020",
      `${id} is defined here and at ${other}, with different ${difference}.`,
      "Make the two equal, or remove or rename one.",
    ),
  conflictingMetadata: (key: string, other: string) =>
    error(
      "TIN0021",
      `Metadata "${key}" has one value here and another at ${other}.`,
      "Make the two equal, or remove one; only lists are joined.",
    ),
  conflictingTrait: (trait: string, target: string, other: string) =>
    error(
      "TIN0022",
      `${trait} of ${target} has one value here and another at ${other}.`,
      "Make the two equal, or remove one; only lists are joined.",
    ),
  applyToNothing: (id: string, nearest: string | undefined) =>
    error(
      "TIN0023",
      `Traits are applied to ${id}, which doesn't exist.${nearestHint(nearest)}`,
      "Correct the name, or remove the statement.",
    ),
  shapeIdsConflictByCase: (id: string, other: string) =>
    error("TIN0024", `${id} and ${other} differ only by case.`, "Rename one of the two."),

  unknownTarget: (what: string, target: string, nearest: string | undefined) =>
    error(
      "TIN0030",
      `${what} targets ${target}, which doesn't exist.${nearestHint(nearest)}`,
      "Correct the name, or add the file that defines it.",
    ),
  targetNotAllowed: (what: string, target: string, type: string, wanted: string) =>
    error(
      "TIN0031",
      `${what} targets ${target}, ${withArticle(type)}, but must target ${wanted}.`,
      `Target ${wanted}.`,
    ),
  targetsMixin: (what: string, target: string) =>
    error(
      "TIN0032",
      `${what} targets ${target}, which is a mixin.`,
      "Target a shape that uses the mixin; mixins can only be mixed in.",
    ),
  mixinCycle: (cycle: readonly string[]) =>
    error("TIN0033", `These mixins use each other in a circle: ${cycle.join(", ")}.`, "Remove one of the uses."),
  notMixin: (id: string, mixin: string) =>
    error(
      "TIN0034",
      `${id} mixes in ${mixin}, which is not a mixin.`,
      "Give it the trait smithy.api#mixin, or target it another way.",
    ),
  mixinOfOtherType: (id: string, type: string, mixin: string, mixinType: string) =>
    error(
      "TIN0035",
      `${id}, ${withArticle(type)}, mixes in ${mixin}, ${withArticle(mixinType)}.`,
      `Mix in ${withArticle(type)}.`,
    ),
  mixinMemberConflict: (member: string, target: string, other: string) =>
    error(
      "TIN0036",
      `${member} targets ${target} here, but a mixin's member of that name targets ${other}.`,
      "Make both target the same shape, or rename one.",
    ),
  errorWithoutTrait: (what: string, target: string) =>
    error(
      "TIN0037",
      `${what} lists ${target} as an error, but it has no smithy.api#error.`,
      'Give it the trait smithy.api#error with "client" or "server".',
    ),
  membersConflictByCase: (shape: string, name: string, other: string) =>
    error("TIN0038", `${shape} has the members "${other}" and "${name}", which differ only by case.`, "Rename one."),
  noMembers: (shape: string, type: string) =>
    error("TIN0039", `${shape}, ${withArticle(type)}, has no members.`, "Give it at least one."),
  wrongTraitValue: (detail: string) =>
    error("TIN0040", `Wrong value: ${detail}`, "Give it the form that the Smithy specification says."),
  endlessRecursion: (cycle: readonly string[]) =>
    error(
      "TIN0041",
      `These lists and maps hold only each other: ${cycle.join(", ")}.`,
      "Put a structure or a union between them, so that a value can end.",
    ),
  resourceCycle: (cycle: readonly string[]) =>
    error("TIN0042", `These resources contain each other: ${cycle.join(", ")}.`, "Remove one of the bindings."),

  noService: () => error("TIN0050", "The model has no service.", "Add a service, or the file that defines it."),
  manyServices: (services: readonly string[]) =>
    error("TIN0051", `The model has ${services.length} services: ${services.join(", ")}.`, "Choose one: --service ID"),
  unknownService: (service: string, nearest: string | undefined) =>
    error(
      "TIN0052",
      `${service} is not a service of the model.${nearestHint(nearest)}`,
      "Correct the name in --service.",
    ),
  unknownOperation: (operation: string, service: string, nearest: string | undefined) =>
    error(
      "TIN0053",
      `${operation} is not an operation of ${service}.${nearestHint(nearest)}`,
      "Correct the name in --operations.",
    ),
} as const;

/** `a map`, `an operation`. */
const withArticle = (type: string): string => `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`;
