import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { problems } from "./cli/problems.ts";
import { hasForm, KEYS, REQUIRED_KEYS, wordsOf } from "./config-keys.ts";
import type { PackageOptions } from "./options.ts";
import { isSystemError, reasonOf } from "./output/system-error.ts";
import { DiagnosticsError } from "./smithy/diagnostics.ts";
import { Faults } from "./smithy/faults.ts";
import { isObject, type Json, type JsonObject, own } from "./smithy/json.ts";
import { parseSource } from "./smithy/json-ast/parse.ts";
import { nearest } from "./smithy/nearest.ts";
import type { JsonPath, Source } from "./smithy/source.ts";

/** The configuration file that is read where none is named. */
export const CONFIG_FILE = "tinsmith.config.json";

/** One package to generate. Paths are relative to the working directory. */
export interface PackageRequest {
  readonly models: readonly string[];
  readonly out: string;
  readonly options: PackageOptions;
}

export const DEFAULT_OPTIONS: PackageOptions = { runtime: "smithy-core", validation: "required", docs: "markdown" };

/**
 * Reads a configuration file. Its keys are those of `config-keys.ts`; its paths are relative to its own folder.
 * @throws DiagnosticsError with everything that is wrong with it, each with its place
 */
export const readConfig = (file: string): readonly PackageRequest[] => {
  const source = { file, text: readText(file) };
  const faults = new Faults();
  const json = parseSource(source, faults);
  const packages = json === undefined ? [] : packagesOf(json, source, faults);
  faults.throwIfErrors();
  return packages.map((each) => requestOf(each, dirname(file)));
};

const readText = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const problem =
      error.code === "ENOENT" && file === CONFIG_FILE
        ? problems.noConfig()
        : problems.unreadableConfig(reasonOf(error));
    throw new DiagnosticsError([{ ...problem, place: { file } }]);
  }
};

const packagesOf = (json: Json, source: Source, faults: Faults): readonly JsonObject[] => {
  const check = new Check(source, faults);
  if (!check.isObject(json, "The configuration", [])) return [];
  check.keys(json, "The configuration", [], { known: ["$schema", "packages"], required: ["packages"] });
  const packages = own(json, "packages");
  if (packages === undefined) return [];
  if (!Array.isArray(packages) || packages.length === 0) {
    check.refuse('"packages"', "a list of objects, one for each package", ["packages"]);
    return [];
  }
  return packages.filter((each: Json, index): each is JsonObject => {
    const path = ["packages", index];
    if (!check.isObject(each, "A package", path)) return false;
    check.keys(each, "This package", path, { known: Object.keys(KEYS), required: REQUIRED_KEYS });
    for (const [key, { form }] of Object.entries(KEYS)) {
      const value = own(each, key);
      if (value !== undefined && !hasForm(form, value)) check.refuse(`"${key}"`, wordsOf(form), [...path, key]);
    }
    return true;
  });
};

/** Holds the values of a file to their forms and reports each that has another. */
class Check {
  readonly #source: Source;
  readonly #faults: Faults;

  constructor(source: Source, faults: Faults) {
    this.#source = source;
    this.#faults = faults;
  }

  refuse(what: string, wanted: string, path: JsonPath): void {
    this.#faults.add(problems.wrongForm(what, wanted), { source: this.#source, path });
  }

  isObject(value: Json, what: string, path: JsonPath): value is JsonObject {
    if (isObject(value)) return true;
    this.refuse(what, "an object", path);
    return false;
  }

  keys(
    object: JsonObject,
    what: string,
    path: JsonPath,
    allowed: { known: readonly string[]; required: readonly string[] },
  ): void {
    for (const key of Object.keys(object)) {
      if (allowed.known.includes(key)) continue;
      const problem = problems.unknownKey(key, nearest(key, allowed.known));
      this.#faults.add(problem, { source: this.#source, path: [...path, key], key: true });
    }
    for (const key of allowed.required) {
      if (!Object.hasOwn(object, key)) this.#faults.add(problems.missingKey(key, what), { source: this.#source, path });
    }
  }
}

/** A package of the file as a request. Its values have their forms by now. */
const requestOf = (each: JsonObject, folder: string): PackageRequest => {
  const { model, out, package: packageName, version: packageVersion, ...rest } = each;
  const local = (path: Json | undefined): string => relative("", resolve(folder, String(path))) || ".";
  const options = { ...rest, packageName, packageVersion };
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    models: (Array.isArray(model) ? model : [model]).map(local),
    out: local(out),
    options: { ...DEFAULT_OPTIONS, ...given },
  };
};
